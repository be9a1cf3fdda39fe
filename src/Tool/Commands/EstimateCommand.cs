using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Tool.Checks;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>`scaling estimate`: what follows from a run.</summary>
internal sealed class EstimateCommand : ToolCommand
{
    private const string SuspiciousMagnitude = "SCALE907";

    private readonly IReadOnlyList<RunOption> _values = RunOption.All();
    private readonly LawOption _law = new();
    private readonly TrainerOption _trainer = new();

    private readonly Option<bool> _explain = new("--explain") { Description = "Show formula and convention of each quantity." };

    public override string Name => "estimate";

    public override string Description => "Compute, loss, hours, cost and memory of a run: of counts, a config.json or a run file.";

    public override string Question => "What does a run cost, and is it balanced?";

    public override string[] Examples =>
    [
        "scaling estimate --parameters 70B --tokens 1.4T",
        "scaling estimate --parameters 8B --tokens 15T --accelerator h100-sxm --gpus 1024 --mfu 0.4 --price 2 --explain",
    ];

    public override Argument<string[]> Words { get; } = new("file")
    {
        Description = "A model's config.json, or a run file of a trainer (YAML, TOML, JSON, shell, Python).",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public override IEnumerable<Option> Options => _values.Select(value => (Option)value.Option).Append(_law.Option).Append(_trainer.Option)
        .Append(_explain);

    protected override int Run(Given given, Terminal terminal)
    {
        var values = RunOption.Values(_values, given);
        var checks = _law.Checks(given, OwnLawFiles.Beside(given.Words).Library);
        if (given.Words.Count == 0 && values.Count == 0)
            throw new CommandException("estimate: no run is given; expected a file, or --parameters and --tokens.");
        if (given.Words.Count > 1) throw new CommandException($"file: {given.Words.Count} files are given; expected one.");
        var source = given.Words.Count == 0 ? RunSource.OfOptions(values, checks)
            : Read(given.Words[0], _trainer.Of(given), values, checks);
        if (source.Run is not { } run)
            throw new CommandException(source.Path + ": " + source.ProblemText);
        if (source.Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Error) is { } error)
            throw new CommandException(Input.Words.Sentence(error.Message));

        var rows = EstimateRows.Of(run);
        return Show(new Shown(PageOf(source, run, rows, given.Has(_explain)), DocumentOf(source, run, rows, given.Has(_explain))), given,
            terminal);
    }

    private static RunSource Read(string path, string? trainer, IReadOnlyDictionary<ConfigRole, object> values, CheckOptions checks)
    {
        try
        {
            return RunSource.OfFile(path, trainer, values, checks);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"file: '{path}' cannot be read: {error.Message}");
        }
    }

    private Page PageOf(RunSource source, ConfigRun run, IReadOnlyList<QuantityRow> rows, bool explains)
    {
        var page = new Page();
        page.Heading(run.Name + (source.Path.Length > 0 ? $" ({source.Kind})" : ""));
        var suspicious = source.Findings.Where(finding => finding.Rule.Id == SuspiciousMagnitude).ToArray();
        if (suspicious.Length > 0)
        {
            // Nothing that follows from such a count is worth reading.
            foreach (var finding in suspicious) page.Text(Input.Words.Sentence(finding.ToString()));
            return page;
        }

        page.Table(explains ? ["Quantity", "Value", "How it follows"] : ["", ""],
            rows.Select(row => explains ? new[] { row.Label, row.Shown, row.Formula } : [row.Label, row.Shown]).ToArray(),
            numbersRight: false);
        var estimate = run.Estimate;
        if (estimate.WhyNotAssessed is { } why) page.Text(Input.Words.Sentence("Not assessed: " + NeedText.WithOptions(why, _values)));
        else if (estimate.Balance is not null)
        {
            string chip = estimate.AcceleratorHours is not null && estimate.Counted.Accelerator is { } known ? ", on " + known : "";
            page.Text("By " + estimate.Law + chip + ".");
        }

        if (run.PartlyTrained is { } frozen)
            page.Text(Input.Words.Sentence(frozen + ", so the model's weights are frozen: no FLOPs and no training state are counted"));
        if (estimate.WhyNoHours is { } noHours) page.Text(Input.Words.Sentence("No hours: " + NeedText.WithOptions(noHours, _values)));
        string[] missing = MissingRows.Of(run, source.Needed.Select(need => need.Role).ToArray());
        if (missing.Length > 0) page.Text("Not shown: " + string.Join("; ", missing) + ".");
        foreach (var need in source.Needed) page.Text(source.Path + " " + NeedText.Of(need, _values));
        foreach (var (place, message) in source.Problems) page.Text($"{place.File}({place.Line},{place.Column}): {message}");
        foreach (var finding in source.Findings) page.Text(Input.Words.Sentence(NeedText.WithOptions(finding.ToString(), _values)));
        return page;
    }

    private JsonObject DocumentOf(RunSource source, ConfigRun run, IReadOnlyList<QuantityRow> rows, bool explains)
    {
        var document = JsonForm.Document(Name);
        document["name"] = run.Name;
        document["kind"] = source.Kind;
        document["law"] = run.Estimate.Law.Id;
        document["estimate"] = new JsonObject(rows.Select(row => KeyValuePair.Create(row.Key, JsonForm.Number(row.Value))));
        if (explains)
        {
            document["formulas"] =
                new JsonObject(rows.Select(row => KeyValuePair.Create(row.Key, (JsonNode?)JsonValue.Create(row.Formula))));
        }

        document["whyNotAssessed"] = run.Estimate.WhyNotAssessed;
        document["whyNoHours"] = run.Estimate.WhyNoHours;
        document["needed"] = JsonForm.Texts(source.Needed.Select(need => need.ToString()));
        document["problems"] = JsonForm.Texts(source.Problems.Select(problem => problem.Message));
        document["findings"] = JsonForm.List(source.Findings.Select(finding =>
            CheckFinding.Of(finding, source.PlaceOf(finding), finding.Severity).Json()));
        return document;
    }
}
