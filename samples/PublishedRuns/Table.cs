using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PublishedRuns;

/// <summary>Columns of text: the first and the last to the left, numbers to the right.</summary>
internal sealed class Table
{
    private readonly List<string[]> _rows = new();

    public Table(params string[] titles) => Add(titles);

    private int Columns => _rows[0].Length;

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Write(TextWriter output, bool textAtTheEnd)
    {
        int[] widths = Enumerable.Range(0, Columns).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        foreach (string[] row in _rows)
        {
            IEnumerable<string> cells = row.Select((cell, column) =>
                column == 0 || (textAtTheEnd && column == Columns - 1) ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}
