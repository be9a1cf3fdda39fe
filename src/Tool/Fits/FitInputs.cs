using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Tool.Input;

namespace ScalingAnalyzers.Tool.Fits;

/// <summary>The table of a fit: its files, and what they leave open.</summary>
internal sealed class FitInputs
{
    private const int Listed = 20;

    private readonly Option<string> _columns = new("--columns")
    { Description = "Columns by value, where their names differ: parameters=size,loss=eval/nll.", HelpName = "value=column" };

    private readonly Option<string> _by = new("--by")
    { Description = "Column that names the training run of a checkpoint, such as run.", HelpName = "column" };

    private readonly Option<string> _sizes = new("--sizes")
    { Description = "Parameters of the runs of exported curves: small=125M,large=350M.", HelpName = "run=count" };

    private readonly Option<string> _step = new("--tokens-per-step")
    { Description = "Tokens of a step of exported curves, such as 524288.", HelpName = "tokens" };

    private readonly Option<bool> _skip = new("--skip-bad-rows") { Description = "Leave out rows that cannot be read; they are listed." };

    /// <summary>The options.</summary>
    public IEnumerable<Option> Options => [_columns, _by, _sizes, _step, _skip];

    /// <summary>Reads the files.</summary>
    /// <exception cref="CommandException">They are no table, or rows cannot be read.</exception>
    public SweepFile Read(Given given, Terminal terminal)
    {
        if (given.Words.Count == 0) throw new CommandException("runs: no table is given; expected a file such as runs.csv.");
        var table = RunTable.Joined(given.Words.Select(RunTable.Read).ToArray(), given.Words);
        if (table.IsCurves) table = WithSizes(table, given);
        var file = Read(table, Names(given));
        if (file.Problems.Count == 0) return file;
        string listed = string.Join("\n", file.Problems.Take(Listed).Select(problem => "       " + problem))
            + (file.Problems.Count > Listed ? FormattableString.Invariant($"\n       and {file.Problems.Count - Listed} more") : "");
        if (!given.Has(_skip))
        {
            throw new CommandException(
                $"runs: '{given.Words[0]}' has rows that cannot be read; --skip-bad-rows leaves them out:\n{listed}");
        }

        terminal.Tell("left out:\n" + listed);
        return file;
    }

    private static SweepFile Read(RunTable table, Dictionary<string, string> names)
    {
        try
        {
            return SweepFile.Of(table.Columns, table.Rows.Select(row => new SweepRow(row.Line, row.Cells)), names);
        }
        catch (FitRefusedException error)
        {
            if (!error.Message.Contains("=NAME.", StringComparison.Ordinal)) throw new CommandException("runs: " + error.Message);
            throw new CommandException("runs: " + error.Message
                + " --columns names them, such as --columns parameters=size,loss=eval/nll.");
        }
    }

    private Dictionary<string, string> Names(Given given)
    {
        var names = Pairs(given, _columns, "a value and its column, such as loss=eval/nll");
        string? unknown = names.Keys.FirstOrDefault(name => !SweepFile.ValueNames.Contains(name, StringComparer.Ordinal));
        if (unknown is not null) throw new CommandException(Words.Unknown("--columns", unknown, "expected", SweepFile.ValueNames));
        if (given.Text(_by) is { } group) names["group"] = group;
        return names;
    }

    // Curves have steps and losses; what else a fit needs is asked for, never guessed from the name of a run.
    private RunTable WithSizes(RunTable table, Given given)
    {
        var sizes = Pairs(given, _sizes, "a run and its parameters, such as small=125M");
        string[] runs = table.Rows.Select(row => row.Cells[0]).Distinct(StringComparer.Ordinal).ToArray();
        string[] missing = runs.Where(run => !sizes.ContainsKey(run)).ToArray();
        if (missing.Length > 0)
            throw new CommandException("--sizes: the file has curves without the sizes of their models; expected the parameters of "
                + string.Join(", ", missing) + ", such as " + missing[0] + "=125M.");
        if (sizes.Keys.FirstOrDefault(name => !runs.Contains(name, StringComparer.Ordinal)) is { } unknown)
            throw new CommandException(Words.Unknown("--sizes", unknown, "the runs are", runs));
        var counts = sizes.ToDictionary(
            pair => pair.Key, pair => Amounts.Count("--sizes", pair.Value, "parameters"), StringComparer.Ordinal);
        bool hasTokens = table.Columns[1] == "tokens";
        long perStep = hasTokens ? 1 : given.Text(_step) is { } text ? Amounts.Count("--tokens-per-step", text, "tokens")
            : throw new CommandException("--tokens-per-step: the curves are over steps; expected the tokens of a step, such as 524288.");
        return new(["run", "parameters", "tokens", "loss"], table.Rows.Select(row => row with
        {
            Cells =
            [
                row.Cells[0], counts[row.Cells[0]].ToString(CultureInfo.InvariantCulture), Tokens(row.Cells[1], perStep), row.Cells[2],
            ],
        }).ToArray());
    }

    // What is no number stays as it is, and is listed with its line.
    private static string Tokens(string step, long perStep) =>
        double.TryParse(step, NumberStyles.Float, CultureInfo.InvariantCulture, out double steps)
            ? (steps * perStep).ToString("R", CultureInfo.InvariantCulture) : step;

    private static Dictionary<string, string> Pairs(Given given, Option<string> option, string accepted)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string pair in (given.Text(option) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            int at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == pair.Length - 1)
                throw new CommandException($"{option.Name}: '{pair}' is not accepted; expected {accepted}.");
            pairs[pair[..at].Trim()] = pair[(at + 1)..].Trim();
        }

        return pairs;
    }
}
