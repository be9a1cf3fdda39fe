using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Tool.Checks;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>`scaling check`: the findings in run files, config.json and folders of them.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private readonly IReadOnlyList<RunOption> _values = RunOption.All();
    private readonly LawOption _law = new();
    private readonly Option<string> _trainer = new("--trainer")
    { Description = "The trainer of the files, where their keys leave it open.", HelpName = "trainer" };

    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = "What makes the exit code 1: rules and a severity, such as SCALE001,warning; none. Otherwise errors and "
            + "SCALE101, SCALE103, SCALE304, SCALE907.",
        HelpName = "rules",
    };

    private readonly Option<string> _baseline = new("--baseline")
    { Description = "The result of an earlier 'scaling check --json'; what it has is accepted.", HelpName = "file" };

    public override string Name => "check";

    public override string Description => "Check run files, a model's config.json, or folders of them.";

    public override string Question => "Is anything wrong in my configs?";

    public override string[] Examples =>
    [
        "scaling check configs/",
        "scaling check configs/ --fail-on SCALE001,error --baseline known.json",
        "scaling check train.yaml --gpus 96 --accelerator a100-sxm-80gb --format github",
    ];

    public override Argument<string[]> Words { get; } = new("path")
    {
        Description = "Run files (YAML, TOML, JSON, shell, Python), config.json, folders.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public override IEnumerable<Option> Options =>
        [_failOn, _baseline, _trainer, _law.Option, .. _values.Select(value => (Option)value.Option)];

    protected override string[] Forms => ["text", "json", "sarif", "github", "markdown"];

    protected override int Run(Given given, Terminal terminal)
    {
        if (given.Words.Count == 0) throw new CommandException("check: no path is given; expected run files, config.json or folders.");
        string form = FormOf(given);
        var gate = Gate.Of(given.Text(_failOn));
        var baseline = given.Text(_baseline) is { } path ? Baseline.Read(path) : Baseline.None;
        var files = CheckedFiles.Of(given.Words, Known.Trainer(given.Text(_trainer)), RunOption.Values(_values, given),
            _law.Checks(given), baseline);
        int failing = files.SelectMany(file => file.Findings).Count(gate.Fails);
        switch (form)
        {
            case "sarif": JsonForm.Write(Sarif.Of(files), terminal); break;
            case "github": GitHubAnnotations.Write(files, terminal.Out); break;
            default: Show(new Shown(PageOf(files, gate), DocumentOf(files, gate)), given, terminal); break;
        }

        foreach (var file in files.Where(file => file.Failure is not null)) terminal.Error.WriteLine($"error: {file.Path}: {file.Failure}");
        return files.Any(file => file.Failure is not null) ? 2 : failing > 0 ? 1 : 0;
    }

    private static Page PageOf(IReadOnlyList<CheckedFile> files, Gate gate)
    {
        var page = new Page();
        foreach (var file in files.Where(file => file.Findings.Count > 0))
        {
            page.Heading(file.Path + " (" + file.Source!.Kind + ")");
            page.Table(["Line", "Rule", "", "What"], file.Findings.OrderBy(placed => placed.Place.Line).Select(placed => new[]
            {
                placed.Place.Line > 0 ? placed.Place.Line.ToString(CultureInfo.InvariantCulture) : "",
                placed.Finding.Rule.Id,
                placed.IsKnown ? "known" : gate.Fails(placed) ? "fails" : placed.Finding.Severity.ToString().ToLowerInvariant(),
                placed.Finding.Message,
            }).ToArray(), numbersRight: false);
        }

        foreach (var file in files.Where(file => file.Source is { Run: not null, Needed.Count: > 0 }))
            page.Text($"{file.Path}: {string.Join("; ", file.Source!.Needed)}.");
        var all = files.SelectMany(file => file.Findings).ToArray();
        page.Text(FormattableString.Invariant($"{files.Count(file => file.Failure is null)} runs, {all.Length} findings, ")
            + FormattableString.Invariant($"{all.Count(gate.Fails)} fail the gate, {all.Count(placed => placed.IsKnown)} known."));
        return page;
    }

    private JsonObject DocumentOf(IReadOnlyList<CheckedFile> files, Gate gate)
    {
        var document = JsonForm.Document(Name);
        document["files"] = JsonForm.List(files.Select(file => new JsonObject
        {
            ["file"] = file.Path,
            ["kind"] = file.Source?.Kind,
            ["failure"] = file.Failure,
            ["needed"] = JsonForm.Texts((file.Source?.Needed ?? []).Select(need => need.ToString())),
            ["problems"] = JsonForm.Texts((file.Source?.Problems ?? []).Select(problem => problem.Message)),
        }));
        document["findings"] = JsonForm.List(files.SelectMany(file => file.Findings).Select(placed =>
        {
            var json = FindingJson.Of(placed.Finding, placed.Place);
            json["isKnown"] = placed.IsKnown;
            json["failsGate"] = gate.Fails(placed);
            return json;
        }));
        document["failing"] = files.SelectMany(file => file.Findings).Count(gate.Fails);
        return document;
    }
}
