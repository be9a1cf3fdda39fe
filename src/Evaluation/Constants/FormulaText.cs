using System.Collections.Generic;

namespace ScalingAnalyzers.Evaluation;

/// <summary>How a constant follows, with {active} for the parameters that are counted and {law} for the law and its
/// source.</summary>
internal sealed class FormulaText
{
    private const string Active = "{active}", Law = "{law}";

    private readonly string[] _parts;

    /// <summary>Of its text.</summary>
    public FormulaText(string text) => _parts = Split(text).ToArray();

    /// <summary>Adds it with the words of a run.</summary>
    public CommentText AddTo(CommentText text, ConstantSource source)
    {
        foreach (string part in _parts)
            text.Add(ReferenceEquals(part, Active) ? source.Active : ReferenceEquals(part, Law) ? source.Law : part);
        return text;
    }

    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        for (int from = 0; from < text.Length;)
        {
            int open = text.IndexOf('{', from);
            int to = open < 0 ? text.Length : open > from ? open : text.IndexOf('}', open) + 1;
            parts.Add(text.Substring(from, to - from) switch { Active => Active, Law => Law, var words => words });
            from = to;
        }

        return parts;
    }
}
