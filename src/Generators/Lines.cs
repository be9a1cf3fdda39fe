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
    public static void Add(EmittedText text, int depth, string line)
    {
        text.Add(Indent(depth));
        text.Add(line);
        text.Add("\n");
    }

    /// <summary>Adds the summary of what follows and, where there is one, a remark.</summary>
    public static void AddComment(EmittedText text, int depth, string summary, string remark)
    {
        text.Add(Indent(depth));
        text.Add(Summary);
        text.Comment.Add(summary);
        text.Add(SummaryEnd);
        if (remark.Length == 0) return;
        text.Add(Indent(depth));
        text.Add(Remarks);
        text.Comment.Add(remark);
        text.Add(RemarksEnd);
    }
}
