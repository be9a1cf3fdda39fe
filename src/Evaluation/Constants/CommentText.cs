using System.Runtime.CompilerServices;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Evaluation;

/// <summary>A text that goes into a documentation comment, without what would end the comment or its element: a line
/// end, an angle bracket.</summary>
internal readonly struct CommentText
{
    private readonly TextBuilder _text;

    /// <summary>Writes into a text.</summary>
    public CommentText(TextBuilder text) => _text = text;

    /// <summary>Adds a part that other configs have too.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public CommentText Add(string part)
    {
        if (FirstEscaped(part, 0) == part.Length) _text.Add(part);
        else AddOwn(part);
        return this;
    }

    /// <summary>Adds what this config alone has.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public CommentText AddOwn(string text)
    {
        for (int from = 0; from < text.Length;)
        {
            int to = FirstEscaped(text, from);
            _text.AddOwn(text, from, to - from);
            if (to < text.Length) _text.AddOwn(Escaped(text[to])!);
            from = to + 1;
        }

        return this;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static int FirstEscaped(string text, int from)
    {
        int i = from;
        for (; i < text.Length; i++)
        {
            char c = text[i];
            if (c is not (>= '?' and < (char)127 or (>= ' ' and < '<' and not '&')) && Escaped(c) is not null) break;
        }

        return i;
    }

    private static string? Escaped(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ when char.IsControl(c) || c is '\u2028' or '\u2029' => " ",
        _ => null,
    };
}
