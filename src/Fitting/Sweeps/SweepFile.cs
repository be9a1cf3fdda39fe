using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ScalingAnalyzers.Fitting;

/// <summary>A row of a table that could not be read.</summary>
public sealed class SweepRowProblem
{
    internal SweepRowProblem(int line, string message)
    {
        Line = line;
        Message = message;
    }

    /// <summary>The line of the text, from 1.</summary>
    public int Line { get; }

    /// <summary>What is wrong there.</summary>
    public string Message { get; }

    /// <summary>"line 7: loss is 'nan'".</summary>
    /// <returns>The line and the message.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Message}");
}

/// <summary>A row of a table as text.</summary>
/// <param name="Line">The line where it starts, from 1.</param>
/// <param name="Cells">Its cells, in the order of the columns.</param>
public sealed record SweepRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A sweep in comma-, semicolon- or tab-separated text with a head line; columns go by name.</summary>
/// <remarks>
/// Needed: parameters (also params, n, model_size, "Model Size"), a loss (loss, final_loss, val_loss, eval_loss), and
/// tokens (tokens, d, training_tokens) or compute (flops, c, "Training FLOP"; D = C / 6N). Optional: group (run,
/// run_id, run_name), annealed (true or false), weight. Case, spaces and underscores do not count; "70B" and "1.4T" are
/// numbers. A unit is in brackets or the last word: "tokens (B)", "params_millions", "compute (PF-days)", "loss
/// (bits)"; other units are refused.
/// </remarks>
public sealed class SweepFile
{
    private SweepFile(
        IReadOnlyList<SweepRun> runs, IReadOnlyList<SweepRowProblem> problems, IReadOnlyDictionary<string, string> columns)
    {
        Columns = columns;
        Runs = runs;
        Problems = problems;
    }

    /// <summary>The rows that could be read.</summary>
    public IReadOnlyList<SweepRun> Runs { get; }

    /// <summary>The rows that could not; fit only where this is empty, or where leaving them out is meant.</summary>
    public IReadOnlyList<SweepRowProblem> Problems { get; }

    /// <summary>The column that was read for each value, by parameters, tokens, flops, loss, group, annealed,
    /// weight.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; }

    /// <summary>The names of the values that a table can have: parameters, tokens, flops, loss, group, annealed,
    /// weight.</summary>
    public static IReadOnlyList<string> ValueNames { get; } = [.. SweepColumns.Roles];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <returns>Runs and problems.</returns>
    /// <exception cref="FitRefusedException">A needed column is missing; the message lists those that are
    /// there.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SweepFile Read(string path) => Parse(File.ReadAllText(path));

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, head line first.</param>
    /// <returns>Runs and problems.</returns>
    /// <exception cref="FitRefusedException">A needed column is missing; the message lists those that are
    /// there.</exception>
    /// <exception cref="ArgumentNullException">No text.</exception>
    public static SweepFile Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] lines = text.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n');
        int head = Array.FindIndex(lines, line => line.Trim().Length > 0);
        if (head < 0) throw FitChecks.Refuse(FitRefusal.BadInput, "The table is empty; a head line with names of columns is expected.");
        char separator = "\t;,".MaxBy(c => lines[head].Count(x => x == c));
        return Of(Split(lines[head], separator), Enumerable.Range(head + 1, lines.Length - head - 1)
            .Where(i => lines[i].Trim().Length > 0)
            .Select(i => new SweepRow(i + 1, Split(lines[i], separator))));
    }

    /// <summary>Reads rows that are split already.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="rows">The rows with their lines.</param>
    /// <param name="names">The columns to read for a value of <see cref="ValueNames"/>, where the usual names do not
    /// decide.</param>
    /// <returns>Runs and problems.</returns>
    /// <exception cref="FitRefusedException">A needed column is missing; the message lists those that are
    /// there.</exception>
    /// <exception cref="ArgumentNullException">No columns or rows.</exception>
    public static SweepFile Of(
        IReadOnlyList<string> columns, IEnumerable<SweepRow> rows, IReadOnlyDictionary<string, string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var places = SweepColumns.Roles.ToDictionary(
            role => role, role => SweepColumns.Of(columns, role, names?.GetValueOrDefault(role)), StringComparer.Ordinal);
        if (SweepColumns.Missing(columns, places) is { } missing) throw FitChecks.Refuse(FitRefusal.BadInput, missing);
        if (places["tokens"] is not null) places["flops"] = null;
        var runs = new List<SweepRun>();
        var problems = new List<SweepRowProblem>();
        foreach (var (line, cells) in rows)
        {
            if (Row(cells, columns.Count, places, out string problem) is { } run) runs.Add(run with { Line = line });
            else problems.Add(new(line, problem));
        }

        return new(runs, problems, places.Where(place => place.Value is not null)
            .ToDictionary(place => place.Key, place => place.Value!.Name, StringComparer.Ordinal));
    }

    private static SweepRun? Row(
        IReadOnlyList<string> cells, int columns, Dictionary<string, SweepColumn?> places, out string problem)
    {
        problem = "";
        if (cells.Skip(columns).Any(cell => cell.Trim().Length > 0))
        {
            problem = string.Create(CultureInfo.InvariantCulture,
                $"the row has {cells.Count} cells and the head line {columns}; a decimal comma is read as the end of a cell");
            return null;
        }

        if (Number("parameters", ref problem) is not { } parameters || Number("loss", ref problem) is not { } loss) return null;
        double? tokens = places["tokens"] is not null ? Number("tokens", ref problem) : Number("flops", ref problem) / (6 * parameters);
        if (tokens is null) return null;
        double? weight = places["weight"] is not null ? Number("weight", ref problem) : 1;
        if (weight is null) return null;
        string annealed = Cell("annealed"), group = Cell("group");
        if (annealed.Length > 0 && !bool.TryParse(annealed, out _) && annealed is not ("0" or "1"))
        {
            problem = $"annealed is '{annealed}', neither true nor false";
            return null;
        }

        return new(parameters, tokens.Value, loss)
        {
            Weight = weight.Value,
            Group = group.Length > 0 ? group : null,
            IsAnnealed = annealed.Length == 0 ? null : annealed == "1" || (bool.TryParse(annealed, out bool yes) && yes),
        };

        string Cell(string name) => places[name] is { } column && column.Place < cells.Count ? cells[column.Place].Trim() : "";

        double? Number(string name, ref string problem)
        {
            if (places[name]!.Place >= cells.Count)
            {
                problem = string.Create(CultureInfo.InvariantCulture, $"the row has {cells.Count} cells and the head line {columns}")
                    + (cells.Any(cell => cell.Contains('\n', StringComparison.Ordinal)) ? "; a quote that begins there is not closed" : "");
                return null;
            }

            string cell = Cell(name);
            bool isNumber = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
            value *= places[name]!.Unit;
            if (!isNumber && Quantity.TryParse(cell, out long count)) (isNumber, value) = (true, count);
            if (isNumber && value > 0 && double.IsFinite(value) && value >= Least(name)) return value;
            problem = isNumber && value > 0 && value < Least(name)
                ? $"{name} is '{cell}'; expected the full count, such as {cell}M, or the unit in the head line, such as '{name} (M)'"
                : $"{name} is '{cell}', no positive number" + (HasDecimalComma(cell)
                    ? $"; expected a decimal point, such as {cell.Replace(',', '.')}" : "");
            return null;
        }
    }

    // The smallest models of published sweeps have 768 parameters (Kaplan et al. 2020); less is a count in millions.
    private static double Least(string name) => name switch { "parameters" => 500, "tokens" => 10_000, _ => 0 };

    private static bool HasDecimalComma(string cell) => cell.Count(c => c == ',') == 1
        && double.TryParse(cell.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    // Quotes may enclose a separator; doubled ones stand for themselves.
    private static string[] Split(string line, char separator)
    {
        var cells = new List<string> { "" };
        bool isQuoted = false;
        foreach (char c in line)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (c == separator && !isQuoted) cells.Add("");
            else cells[^1] += c;
        }

        return cells.ToArray();
    }
}
