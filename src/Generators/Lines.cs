using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>Lines of the generated code, four spaces a brace.</summary>
internal static class Lines
{
    public const string Summary = "/// <summary>", SummaryEnd = "</summary>\n";
    public const string Remarks = "/// <remarks>", RemarksEnd = "</remarks>\n";

    private static readonly string[] Indents = ["", "    ", "        ", "            ", "                "];

    /// <summary>What a line begins with.</summary>
    public static string Indent(int depth) => depth < Indents.Length ? Indents[depth] : new string(' ', depth * 4);

    /// <summary>Adds a line of code.</summary>
    /// <param name="text">Where it goes.</param>
    /// <param name="depth">How many braces it is in.</param>
    /// <param name="line">How it begins, which other configs have too.</param>
    /// <param name="own">What follows.</param>
    public static void Add(TextBuilder text, int depth, string line, string own = "")
    {
        text.Add(Indent(depth));
        text.Add(line);
        text.AddOwn(own);
        text.Add("\n");
    }

    /// <summary>Adds the summary of what follows and, where there is one, a remark.</summary>
    /// <param name="text">Where they go.</param>
    /// <param name="depth">How many braces they are in.</param>
    /// <param name="summary">How the summary begins, which other configs have too.</param>
    /// <param name="own">What follows in it.</param>
    /// <param name="remark">The remark: few configs of a project have one of their own.</param>
    public static void AddComment(TextBuilder text, int depth, string summary, string own, string remark)
    {
        text.Add(Indent(depth));
        text.Add(Summary);
        text.Comment.Add(summary).AddOwn(own);
        text.Add(SummaryEnd);
        if (remark.Length == 0) return;
        text.Add(Indent(depth));
        text.Add(Remarks);
        text.Comment.Add(remark);
        text.Add(RemarksEnd);
    }
}
