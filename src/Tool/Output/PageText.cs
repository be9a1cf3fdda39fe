using System.IO;
using System.Linq;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ScalingAnalyzers.Tool.Output;

/// <summary>A page as text with tables.</summary>
internal static class PageText
{
    public static void Write(Page page, Terminal terminal)
    {
        using var plain = new StringWriter();
        var console = terminal.Tables(terminal.IsPlain ? plain : terminal.Out);
        bool isFirst = true;
        foreach (var part in page.Parts)
        {
            if (part is Part.Line { IsHeading: true } && !isFirst) console.WriteLine();
            isFirst = false;
            switch (part)
            {
                case Part.Line { IsHeading: true } heading:
                    console.Write(new Paragraph(heading.Text, new Style(decoration: Decoration.Bold)));
                    console.WriteLine();
                    break;
                case Part.Line line:
                    console.Write(new Paragraph(line.Text));
                    console.WriteLine();
                    break;
                case Part.Verbatim lines:
                    console.Profile.Out.Writer.Write(lines.Text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
                    break;
                case Part.Grid grid:
                    console.Write(Table(grid));
                    break;
            }
        }

        if (terminal.IsPlain) WritePlain(plain.ToString(), terminal.Out);
    }

    // Spectre fills cells with spaces to their width, and puts an empty line around tables.
    private static void WritePlain(string text, TextWriter output)
    {
        bool isEmpty = false;
        foreach (string line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd()))
        {
            if (line.Length > 0 || !isEmpty) output.Write(line + "\n");
            isEmpty = line.Length == 0;
        }
    }

    private static Table Table(Part.Grid grid)
    {
        bool hasHead = grid.Columns.Any(column => column.Length > 0);
        var table = new Table { Border = hasHead ? TableBorder.Simple : TableBorder.None, ShowHeaders = hasHead };
        for (int i = 0; i < grid.Columns.Length; i++)
        {
            bool isNumeric = grid.NumbersRight && i > 0 && grid.Rows.All(row => row[i].Length == 0 || IsNumber(row[i]));
            table.AddColumn(new TableColumn(new Text(grid.Columns[i]))
            {
                Alignment = isNumeric ? Justify.Right : Justify.Left,
                NoWrap = isNumeric,
                Padding = new Padding(i > 0 ? 0 : hasHead ? 1 : 2, 0, 1, 0),
            });
        }

        foreach (string[] row in grid.Rows) table.AddRow(row.Select(cell => (IRenderable)new Text(cell)));
        return table;
    }

    // "5.04e23", "18.5", "12%", "x0.5": a cell that is right of its column.
    private static bool IsNumber(string cell) => cell == "-" || char.IsAsciiDigit(cell[0])
        || (cell.Length > 1 && cell[0] is '+' or '-' or 'x'
        && char.IsAsciiDigit(cell[1]));
}
