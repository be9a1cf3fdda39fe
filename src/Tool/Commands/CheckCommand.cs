using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScalingAnalyzers.Tool.Checks;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>`scaling check`: the findings in projects, run files, config.json and folders of them.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private readonly IReadOnlyList<RunOption> _values = RunOption.All();
    private readonly LawOption _law = new();
    private readonly TrainerOption _trainer = new();

    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = "What makes the exit code 1: rules and a severity, such as SCALE001,warning; none. Otherwise errors and "
            + "SCALE101, SCALE103, SCALE304, SCALE907.",
        HelpName = "rules",
    };

    private readonly Option<string> _baseline = new("--baseline")
    { Description = "The result of an earlier 'scaling check --json'; what it has is accepted.", HelpName = "file" };

    private readonly Option<string> _section = new("--section")
    { Description = "The section of settings files (appsettings.json) that declares a run, such as Training.", HelpName = "section" };

    public override string Name => "check";

    public override string Description => "Check run files, a model's config.json, C# projects and solutions, or folders of them.";

    public override string Question => "Is anything wrong in my configs?";

    public override string[] Examples =>
    [
        "scaling check configs/",
        "scaling check configs/ --fail-on SCALE001,error --baseline known.json",
        "scaling check train.yaml --gpus 96 --accelerator a100-sxm-80gb --format github",
        "scaling check appsettings.json --section Training",
        "scaling check src/Training.csproj --format sarif",
    ];

    public override Argument<string[]> Words { get; } = new("path")
    {
        Description = "Run files (YAML, TOML, JSON, shell, Python), config.json, .csproj, .sln, folders.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public override IEnumerable<Option> Options =>
        [_failOn, _baseline, _section, _trainer.Option, _law.Option, .. _values.Select(value => (Option)value.Option)];

    protected override string[] Forms => ["text", "json", "sarif", "github", "markdown"];

    protected override int Run(Given given, Terminal terminal)
    {
        if (given.Words.Count == 0)
            throw new CommandException("check: no path is given; expected run files, config.json, projects or folders.");
        string form = FormOf(given);
        var gate = Gate.Of(given.Text(_failOn));
        var baseline = given.Text(_baseline) is { } path ? Baseline.Read(path) : Baseline.None;
        var laws = OwnLawFiles.Beside(given.Words);
        var settings = new CheckSettings(_trainer.Of(given), RunOption.Values(_values, given), _law.Checks(given, laws.Library), laws)
        {
            Section = given.Text(_section),
        };
        var files = baseline.Marked([.. Files(given.Words, settings), .. laws.Checked(_law.Of(given, laws.Library))]);
        switch (form)
        {
            case "sarif": JsonForm.Write(Sarif.Of(files), terminal); break;
            case "github": GitHubAnnotations.Write(files, gate, terminal.Out); break;
            default: Show(new Shown(CheckPage.Of(files, gate, _values), CheckPage.Json(files, gate)), given, terminal); break;
        }

        foreach (var file in files)
        {
            if (file.Failure is not null) terminal.Tell($"error: {file.Path}: {file.Failure}");
            if (file.IsLeftOut) terminal.Tell($"note: {file.Path} is not checked: {file.Source?.ProblemText}");
            foreach (string note in file.Kind == OwnLawFiles.Kind ? [] : file.Notes) terminal.Tell($"note: {file.Path}: {note}");

            // A model that is not counted leaves little to check: that nothing is found means little.
            if (file is not ({ Source: { Run: not null, File: not null } } or { Findings.Count: 0, Source.Run: not null })) continue;
            foreach (var (place, problem) in file.Source.Problems)
                terminal.Tell(FormattableString.Invariant($"note: {file.Path}({place.Line},{place.Column}): {problem}"));
        }

        if (files.All(file => file.IsLeftOut))
        {
            terminal.Tell("error: no run file, config.json or project is in " + string.Join(", ", given.Words) + ".");
            return 2;
        }

        return files.Any(file => file.Failure is not null) ? 2 : files.SelectMany(file => file.Findings).Any(gate.Fails) ? 1 : 0;
    }

    // Compiler and workspace are loaded only where there is a project.
    private static List<CheckedFile> Files(IReadOnlyList<string> paths, CheckSettings settings)
    {
        var files = new List<CheckedFile>(CheckedFiles.Of(paths.Where(path => !ProjectPaths.Is(path)), settings));
        string[] projects = ProjectPaths.In(paths).ToArray();
        if (projects.Length > 0) files.AddRange(CheckedProjects.Of(projects));
        return files;
    }
}
