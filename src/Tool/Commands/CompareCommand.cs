using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>`scaling compare`: runs side by side, and what differs.</summary>
internal sealed class CompareCommand : ToolCommand
{
    private const int Most = 6;
    private readonly IReadOnlyList<RunOption> _values = RunOption.All();
    private readonly LawOption _law = new();
    private readonly TrainerOption _trainer = new();

    public override string Name => "compare";

    public override string Description => "Show runs side by side: files, or counts such as 70B,1.4T.";

    public override string Question => "What does the other choice cost?";

    public override string[] Examples =>
    [
        "scaling compare 70B,1.4T 8B,15T --accelerator h100-sxm --mfu 0.4 --price 2",
        "scaling compare small.yaml large.yaml --gpus 96",
    ];

    public override Argument<string[]> Words { get; } = new("run")
    {
        Description = "Run files, config.json, or parameters and tokens such as 70B,1.4T.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public override IEnumerable<Option> Options => [.. _values.Select(value => (Option)value.Option), _law.Option, _trainer.Option];

    protected override int Run(Given given, Terminal terminal)
    {
        if (given.Words.Count is < 2 or > Most)
            throw new CommandException(FormattableString.Invariant($"run: {given.Words.Count} runs are given; expected 2 to {Most}."));
        var runs = given.Words.Select(word => Read(word, given)).ToArray();
        var rows = runs.Select(EstimateRows.Of).ToArray();

        // Hours count attention for all of the runs or for none; else the page tells which does.
        var bases = runs.Where(run => run.Estimate.AcceleratorHours is not null).Select(run =>
            run.Estimate.UtilizationBasis).Distinct().ToArray();
        var page = new Page();
        page.Table(["", .. given.Words.Select(Path.GetFileName).Select(name => name!)], Lines(rows).ToArray());
        page.Text("By " + string.Join(", ", runs.Select(run => run.Estimate.Law.ToString()).Distinct(StringComparer.Ordinal)) + ".");
        if (bases.Length > 1)
            page.Text("Hours are not counted alike: " + string.Join(", ",
                runs.Select(run => run.Name + " " + run.Estimate.UtilizationBasis)) + ".");
        var document = JsonForm.Document(Name);
        document["runs"] = JsonForm.List(runs.Select((run, i) => new JsonObject
        {
            ["run"] = given.Words[i],
            ["law"] = run.Estimate.Law.Id,
            ["utilizationBasis"] = run.Estimate.UtilizationBasis.ToString(),
            ["estimate"] = new JsonObject(rows[i].Select(row => KeyValuePair.Create(row.Key, JsonForm.Number(row.Value)))),
        }));
        return Show(new Shown(page, document), given, terminal);
    }

    // A quantity that one of the runs has is a line; the rows of each run keep one order.
    private static IEnumerable<string[]> Lines(IReadOnlyList<QuantityRow>[] rows)
    {
        foreach (var any in rows.SelectMany(run => run).GroupBy(row => row.Key, StringComparer.Ordinal).Select(group => group.First()))
        {
            string[] cells = rows.Select(run => run.FirstOrDefault(row => row.Key == any.Key) is { Value: { } value } row
                ? row.Format(value) : "-").ToArray();
            string name = any.Label.Length == 0 ? "... " + any.Unit : any.Unit.Length == 0 ? any.Label : any.Label + ", " + any.Unit;
            yield return [name, .. cells];
        }
    }

    private ConfigRun Read(string word, Given given)
    {
        var values = RunOption.Values(_values, given);
        var checks = _law.Checks(given);
        if (RunSource.OfCounts(word, values, checks) is { } counts) return counts.Run!;
        try
        {
            var source = RunSource.OfFile(word, _trainer.Of(given), values, checks);
            return source.Run ?? throw new CommandException(word + ": "
                + source.ProblemText);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"run: '{word}' cannot be read: {error.Message}");
        }
    }
}
