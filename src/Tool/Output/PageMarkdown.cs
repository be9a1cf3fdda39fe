using System;
using System.IO;
using System.Linq;

namespace ScalingAnalyzers.Tool.Output;

/// <summary>A page as markdown, for a pull request or an issue.</summary>
internal static class PageMarkdown
{
    public static void Write(Page page, TextWriter output)
    {
        foreach (var part in page.Parts)
        {
            switch (part)
            {
                case Part.Line { IsHeading: true } heading:
                    output.Write("### " + Escaped(heading.Text) + "\n\n");
                    break;
                case Part.Line line:
                    output.Write(Escaped(line.Text) + "\n\n");
                    break;
                case Part.Verbatim lines:
                    output.Write("```diff\n" + lines.Text.TrimEnd('\n') + "\n```\n\n");
                    break;
                case Part.Grid grid:
                    Write(grid, output);
                    break;
            }
        }
    }

    private static void Write(Part.Grid grid, TextWriter output)
    {
        output.Write("| " + string.Join(" | ", grid.Columns.Select(Escaped)) + " |\n");
        output.Write("|" + string.Concat(grid.Columns.Select(_ => "---|")) + "\n");
        foreach (string[] row in grid.Rows) output.Write("| " + string.Join(" | ", row.Select(Escaped)) + " |\n");
        output.Write("\n");
    }

    // A run named `<script>` or `a|b` is a name.
    private static string Escaped(string text) => text.ReplaceLineEndings(" ")
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("`", "\\`", StringComparison.Ordinal);
}
