using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;
using ScalingAnalyzers.Reports;
using ScalingAnalyzers.Tool.Checks;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;
using ScalingAnalyzers.Tool.Plans;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>`scaling report`: runs, a plan, a fit as one page for whoever decides.</summary>
internal sealed class ReportCommand : ToolCommand
{
    private readonly IReadOnlyList<RunOption> _values = RunOption.All();
    private readonly LawOption _law = new();
    private readonly PlanInputs _inputs;

    private readonly Option<string> _output = new("--output", "-o")
    { Description = "The file to write; report.html, or report.md with --format markdown, otherwise.", HelpName = "file" };

    private readonly Option<bool> _plan = new("--plan") { Description = "Propose the plan that 'scaling plan' makes of the same options." };

    private readonly Option<string> _fit = new("--fit") { Description = "A table of runs (CSV, TSV) to fit.", HelpName = "file" };

    private readonly Option<string> _propose = new("--propose")
    { Description = "The run to propose, one of those given; the plan, or the only run, otherwise.", HelpName = "run" };

    private readonly Option<string> _title = new("--title") { Description = "The title of the page.", HelpName = "text" };

    private readonly Option<string> _currency = new("--currency")
    { Description = "The currency of --price, such as dollars.", HelpName = "name" };

    private readonly TrainerOption _trainer = new();

    public ReportCommand() => _inputs = new PlanInputs(_values, _law);

    public override string Name => "report";

    public override string Description => "Write runs, a plan or a fit as one HTML page, or as Markdown with pictures.";

    public override string[] Examples =>
    [
        "scaling report configs/ --propose configs/small.yaml -o report.html",
        "scaling report 70B,1.4T 8B,15T --accelerator h100-sxm --mfu 0.4 -o runs.html",
        "scaling report --plan --compute 1e23 --inference-tokens 10T -o plan.html",
        "scaling report --fit runs.csv --format markdown -o fit.md",
    ];

    public override Argument<string[]> Words { get; } = new("path")
    {
        Description = "Run files, config.json, folders of them, or parameters and tokens such as 70B,1.4T.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public override IEnumerable<Option> Options =>
    [
        _output, _plan, _fit, _propose, _title, _currency, .. _inputs.Starts, .. _values.Select(value => (Option)value.Option), _law.Option,
        _trainer.Option,
    ];

    protected override string[] Forms => ["html", "markdown", "json"];

    protected override int Run(Given given, Terminal terminal)
    {
        string form = FormOf(given);
        bool isMarkdown = form == "markdown" || given.Text(_output)?.EndsWith(".md", StringComparison.OrdinalIgnoreCase) == true;
        string path = given.Text(_output) ?? (isMarkdown ? "report.md" : "report.html");
        var runs = given.Words.SelectMany(word => RunsOf(word, given)).ToList();
        var proposed = given.Text(_propose) is { } name ? Named(runs, name) : null;
        var fits = given.Text(_fit) is { } table ? new[] { FitOf(table) } : [];
        var library = OwnLawFiles.Beside(given.Words).Library;

        // A fit to one's own runs leads where no law is named.
        var law = _law.Of(given, library) ?? (given.Has(_plan) && fits.Length > 0 ? fits[0].Fit.ScalingLaw : LawCatalog.Default);
        if (given.Has(_plan)) proposed = AddPlan(runs, given, proposed, law);
        else if (_inputs.Starts.Any(option => IsGiven(option, given)))
            throw new CommandException("report: a budget is given; --plan makes a plan of it.");
        if (runs.Count == 0 && fits.Length == 0)
            throw new CommandException("report: nothing is given; expected run files, --plan or --fit.");
        var content = new ReportContent
        {
            Runs = runs,
            Proposed = proposed,
            Law = law,
            Fits = fits,
            Currency = given.Text(_currency) ?? "",
            Laws = [.. LawCatalog.All, .. fits.Select(fit => fit.Fit.ScalingLaw)],
        };
        if (given.Text(_title) is { } title) content = content with { Title = title };
        Write(path, content, isMarkdown);
        var document = JsonForm.Document(Name);
        document["file"] = path;
        document["runs"] = JsonForm.Texts(runs.Select(run => run.Name));
        document["proposed"] = (proposed ?? (runs.Count == 1 ? runs[0] : null))?.Name;
        document["fits"] = JsonForm.Texts(fits.Select(fit => fit.Name));
        if (form == "json") JsonForm.Write(document, terminal);
        else terminal.Out.WriteLine(path);
        return 0;
    }

    private static bool IsGiven(Option option, Given given) => option is Option<string> text && given.Text(text) is not null;

    private static ReportRun Named(List<ReportRun> runs, string name) =>
        runs.FirstOrDefault(run => run.Source == name || run.Name == name)
        ?? throw new CommandException(Input.Words.Unknown("--propose", name, "expected", runs.Select(run => run.Name).ToArray()));

    private IEnumerable<ReportRun> RunsOf(string word, Given given)
    {
        var values = RunOption.Values(_values, given);
        var laws = OwnLawFiles.Beside([word]);
        var checks = _law.Checks(given, laws.Library);
        if (RunSource.OfCounts(word, values, checks) is { } counts) return [new ReportRun(counts.Run!)];
        var files = CheckedFiles.Of([word], new CheckSettings(_trainer.Of(given), values, checks, laws));
        if (files.FirstOrDefault(file => file.Failure is not null) is { } failed)
            throw new CommandException(failed.Path + ": " + failed.Failure);
        if (files.Count == 0) throw new CommandException($"path: '{word}' has no run files.");
        return files.Select(file => new ReportRun(file.Source!.Run!)
        {
            Findings = file.Findings.Select(found => found.Origin).OfType<Finding>().ToArray(),
            Source = file.Path,
        });
    }

    // The plan and its alternatives as runs; a run of --propose stays the proposed one.
    private ReportRun? AddPlan(List<ReportRun> runs, Given given, ReportRun? proposed, ScalingLaw law)
    {
        var plan = Plan.Of(_inputs.Of(given) with { Law = law });
        var laws = LawLibrary.BuiltIn.TryGet(law.Id, out _) ? LawLibrary.BuiltIn : LawLibrary.BuiltIn.With([law]);
        var checks = CheckOptions.Default with { Law = law.Id, Laws = laws };
        foreach (var option in plan.Alternatives.Prepend(plan.Main))
        {
            var run = option.Estimate.Counted with { Name = option.Name };
            if (option.TotalParameters is { } total && total > run.ComputeParameters)
                run = run with { Parameters = (long)Math.Round(total), ActiveParameters = run.ComputeParameters };
            if (UniqueTokensOf(option.Run) is { } unique) run = run with { UniqueTokens = unique };
            var reported = new ReportRun(ConfigRun.Of(run, checks));
            runs.Add(reported);
            proposed ??= reported;
        }

        return proposed;
    }

    // A plan that repeats its data has the loss of repeats in the report, too.
    private static long? UniqueTokensOf(PlannedRun run) => run is RepeatedDataPlan repeated ? (long)repeated.UniqueTokens
        : run.Law is UniqueTokensLaw law ? (long)law.UniqueTokens
        : null;

    private static ReportFit FitOf(string path)
    {
        var file = SweepFile.Parse(Known.Text("--fit", path));
        if (file.Problems.Count == 0) return new ReportFit(Path.GetFileName(path), SweepFit.Fit(file.Runs));
        string listed = string.Join("\n", file.Problems.Take(20).Select(problem => "       " + problem));
        throw new CommandException($"--fit: '{path}' has rows that cannot be read:\n{listed}");
    }

    private static void Write(string path, ReportContent content, bool isMarkdown)
    {
        if (!isMarkdown)
        {
            OutputFile.Write("--output", path, ScalingReport.ToHtml(content));
            return;
        }

        OutputFile.Write("--output", path, () => [path, .. ChartsOf(path)], () => ScalingReport.WriteMarkdown(path, content));
    }

    // The pictures are in a folder that is named after the page.
    private static IEnumerable<string> ChartsOf(string path)
    {
        string folder = Path.ChangeExtension(path, null) + "-charts";
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.unfinished").Select(file => Path.ChangeExtension(file, null))
            : [];
    }
}
