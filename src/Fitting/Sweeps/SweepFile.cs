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

/// <summary>A sweep in comma-, semicolon- or tab-separated text with a head line; columns go by name.</summary>
/// <remarks>
/// Needed: parameters (also params, n, model_size, "Model Size"), a loss (loss, final_loss, val_loss, eval_loss), and
/// tokens (tokens, d, training_tokens) or compute (flops, c, "Training FLOP"; D = C / 6N). Optional: group (run,
/// run_id, run_name), annealed (true or false), weight. Case, spaces and underscores do not count; "70B" and "1.4T" are
/// numbers.
/// </remarks>
public sealed class SweepFile
{
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["parameters"] = ["parameters", "params", "n", "modelsize", "numparameters", "numparams", "nparams", "totalparameters"],
        ["tokens"] = ["tokens", "d", "trainingtokens", "traintokens", "numtokens", "totaltokens", "tokensseen"],
        ["flops"] = ["flops", "c", "compute", "trainingflops", "trainingflop", "flop"],
        ["loss"] = ["loss", "l", "finalloss", "valloss", "validationloss", "evalloss", "testloss"],
        ["group"] = ["group", "run", "runid", "runname"],
        ["annealed"] = ["annealed", "isannealed", "cooled"],
        ["weight"] = ["weight", "weights"],
    };

    private SweepFile(IReadOnlyList<SweepRun> runs, IReadOnlyList<SweepRowProblem> problems)
    {
        Runs = runs;
        Problems = problems;
    }

    /// <summary>The rows that could be read.</summary>
    public IReadOnlyList<SweepRun> Runs { get; }

    /// <summary>The rows that could not; fit only where this is empty, or where leaving them out is meant.</summary>
    public IReadOnlyList<SweepRowProblem> Problems { get; }

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
        string[] columns = Split(lines[head], separator);
        var places = Names.ToDictionary(pair => pair.Key, pair => PlaceOf(columns, pair.Value), StringComparer.Ordinal);
        if (places["parameters"] < 0 || places["loss"] < 0 || (places["tokens"] < 0 && places["flops"] < 0))
        {
            throw FitChecks.Refuse(FitRefusal.BadInput,
                $"The columns {string.Join(", ", columns)} have no parameters, no loss, or neither tokens nor flops.");
        }

        var runs = new List<SweepRun>();
        var problems = new List<SweepRowProblem>();
        for (int i = head + 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0) continue;
            if (Row(Split(lines[i], separator), places, out string problem) is { } run) runs.Add(run);
            else problems.Add(new(i + 1, problem));
        }

        return new(runs, problems);
    }

    private static SweepRun? Row(string[] cells, Dictionary<string, int> places, out string problem)
    {
        problem = "";
        if (Number("parameters", ref problem) is not { } parameters || Number("loss", ref problem) is not { } loss) return null;
        double? tokens = places["tokens"] >= 0 ? Number("tokens", ref problem) : Number("flops", ref problem) / (6 * parameters);
        if (tokens is null) return null;
        double? weight = places["weight"] >= 0 ? Number("weight", ref problem) : 1;
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

        string Cell(string name) => places[name] >= 0 && places[name] < cells.Length ? cells[places[name]].Trim() : "";

        double? Number(string name, ref string problem)
        {
            string cell = Cell(name);
            bool isNumber = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
            if (!isNumber && Quantity.TryParse(cell, out long count)) (isNumber, value) = (true, count);
            if (isNumber && value > 0 && double.IsFinite(value)) return value;
            problem = $"{name} is '{cell}', no positive number";
            return null;
        }
    }

    private static int PlaceOf(string[] columns, string[] names)
    {
        foreach (string name in names)
        {
            int place = Array.FindIndex(columns, column => string.Equals(Plain(column), name, StringComparison.OrdinalIgnoreCase));
            if (place >= 0) return place;
        }

        return -1;
    }

    private static string Plain(string column) => new(column.Where(char.IsLetterOrDigit).ToArray());

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
