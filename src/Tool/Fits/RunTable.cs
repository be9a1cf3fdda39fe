using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using CsvHelper;
using ScalingAnalyzers.Tool.Input;

namespace ScalingAnalyzers.Tool.Fits;

/// <summary>A row of a table, with the line where it starts.</summary>
internal sealed record TableRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A table of runs as text, whatever file it comes from.</summary>
internal sealed partial record RunTable(IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows)
{
    /// <summary>Columns that curves have: the run, the step or tokens, the loss.</summary>
    public static readonly string[] CurveColumns = ["run", "step", "loss"];

    /// <summary>Whether rows are points of curves, exported by TensorBoard or from a chart of Weights and Biases,
    /// without the size of their models.</summary>
    public bool IsCurves { get; init; }

    /// <summary>Reads a file: separated values, JSON, JSON lines, exports of TensorBoard and of Weights and
    /// Biases.</summary>
    /// <exception cref="CommandException">The file cannot be read as a table.</exception>
    public static RunTable Read(string path)
    {
        string text = Known.Text("runs", path).TrimStart('\uFEFF');
        string start = text.TrimStart();
        if (start.Length == 0) throw new CommandException($"runs: '{path}' is empty.");
        if (start[0] is '[' or '{') return JsonTable.Of(path, text, NameOf(path));
        var table = Separated(path, text);
        return TensorBoard(table, NameOf(path)) ?? Chart(table) ?? table;
    }

    /// <summary>One table of several that have the same columns.</summary>
    public static RunTable Joined(IReadOnlyList<RunTable> tables, IReadOnlyList<string> paths)
    {
        for (int i = 1; i < tables.Count; i++)
        {
            if (!tables[i].Columns.SequenceEqual(tables[0].Columns, StringComparer.Ordinal))
                throw new CommandException($"runs: '{paths[i]}' has other columns than '{paths[0]}'; fit one of them, or join them first.");
        }

        return tables[0] with { Rows = [.. tables.SelectMany(table => table.Rows)] };
    }

    private static RunTable Separated(string path, string text)
    {
        try
        {
            using var reader = CsvReader.FromText(text, new CsvReaderOptions { TrackLineNumbers = true, CommentPrefix = '#' });
            string[] columns = [.. reader.Headers];
            var rows = new List<TableRow>();
            while (reader.Read())
            {
                var cells = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray();
                if (cells.Any(cell => cell.Trim().Length > 0)) rows.Add(new((int)reader.LineNumber, cells));
            }

            return new(columns, rows);
        }
        catch (CsvFormatException error)
        {
            throw new CommandException($"runs: '{path}' is no table: {error.Message}");
        }
    }

    // "Wall time,Step,Value": one run and one scalar a file.
    private static RunTable? TensorBoard(RunTable table, string run)
    {
        var names = table.Columns.Select(column => column.Trim().ToUpperInvariant());
        if (!names.SequenceEqual(["WALL TIME", "STEP", "VALUE"], StringComparer.Ordinal)) return null;
        var rows = table.Rows.Select(row => row with { Cells = [run, Cell(row, 1), Cell(row, 2)] });
        return new(CurveColumns, rows.ToArray()) { IsCurves = true };
    }

    // "Step","small - eval/loss","small - eval/loss__MIN","small - eval/loss__MAX": a column a run.
    private static RunTable? Chart(RunTable table)
    {
        string[] names = [.. table.Columns];
        int[] runs = Enumerable.Range(1, Math.Max(0, names.Length - 1))
            .Where(i => names.Contains(names[i] + "__MIN", StringComparer.Ordinal)).ToArray();
        if (runs.Length == 0) return null;
        bool isTokens = names[0].Contains("token", StringComparison.OrdinalIgnoreCase);
        var rows = table.Rows.SelectMany(row => runs.Where(i => Cell(row, i).Length > 0)
            .Select(i => row with { Cells = [names[i].Split(" - ")[0], Cell(row, 0), Cell(row, i)] }));
        return new(isTokens ? ["run", "tokens", "loss"] : CurveColumns, rows.ToArray()) { IsCurves = true };
    }

    private static string Cell(TableRow row, int i) => i < row.Cells.Count ? row.Cells[i].Trim() : "";

    // TensorBoard names its files "run-NAME-tag-SCALAR.csv"; of ".": the folder of the log.
    private static string NameOf(string path)
    {
        string name = System.IO.Path.GetFileNameWithoutExtension(path);
        var match = Exported().Match(name);
        return match.Success ? match.Groups["run"].Value : name;
    }

    [GeneratedRegex("^run-(?<run>.+?)-tag-.+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Exported();
}
