using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Tool.Checks;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>`scaling fix`: makes one named fix of one named rule in run files.</summary>
internal sealed class FixCommand : ToolCommand
{
    private readonly IReadOnlyList<RunOption> _values = RunOption.All();
    private readonly LawOption _law = new();
    private readonly Option<string> _rule = new("--rule") { Description = "The rule, such as SCALE001.", HelpName = "rule" };
    private readonly Option<string> _with = new("--with")
    { Description = "The fix, such as same-compute; 'scaling check --json' lists those of a finding.", HelpName = "fix" };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show the difference and write nothing." };
    private readonly TrainerOption _trainer = new();

    public override string Name => "fix";

    public override string Description => "Make a named fix in run files: numbers change, nothing else. Shows the difference.";

    public override string[] Examples =>
    [
        "scaling fix train.yaml --rule SCALE001 --with scale-tokens --dry-run",
        "scaling fix configs/ --rule SCALE303 --with round-dimension",
    ];

    public override Argument<string[]> Words { get; } = new("path")
    {
        Description = "Run files (YAML, TOML, JSON, shell, Python), and folders of them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public override IEnumerable<Option> Options =>
        [_rule, _with, _dryRun, _trainer.Option, _law.Option, .. _values.Select(value => (Option)value.Option)];

    protected override int Run(Given given, Terminal terminal)
    {
        if (given.Words.Count == 0) throw new CommandException("fix: no path is given; expected run files or folders.");
        var rule = RuleOf(given);
        var kind = KindOf(given, rule);
        bool writes = !given.Has(_dryRun);
        var values = RunOption.Values(_values, given);
        var laws = OwnLawFiles.Beside(given.Words);
        var files = CheckedFiles.Of(given.Words, new CheckSettings(_trainer.Of(given), values, _law.Checks(given, laws.Library), laws));
        var fixes = files.SelectMany(file => RunFileFixes.Of(file, rule, kind, writes)).ToArray();
        Show(new Shown(PageOf(fixes, WhyNone(files, rule, kind), writes), DocumentOf(fixes, rule, kind)), given, terminal);
        foreach (var file in files.Where(file => file.Failure is not null)) terminal.Tell($"error: {file.Path}: {file.Failure}");
        return files.Any(file => file.Failure is not null) ? 2 : fixes.Any(fix => fix.WhyNot is not null) ? 1 : 0;
    }

    private Rule RuleOf(Given given)
    {
        string[] known = RuleTable.All.Where(rule => Kinds(rule).Any()).Select(rule => rule.Id).ToArray();
        if (given.Text(_rule) is not { } text)
            throw new CommandException("--rule: no rule is named; expected one of " + string.Join(", ", known) + ".");
        return RuleTable.All.FirstOrDefault(rule => string.Equals(rule.Id, text, StringComparison.OrdinalIgnoreCase) && Kinds(rule).Any())
            ?? throw new CommandException(Input.Words.Unknown("--rule", text, "rules with fixes in run files are", known));
    }

    private FixKind KindOf(Given given, Rule rule)
    {
        string[] known = Kinds(rule).Select(kind => kind.Key).ToArray();
        if (given.Text(_with) is not { } text)
            throw new CommandException($"--with: no fix is named; {rule.Id} has {string.Join(", ", known)}.");
        return Kinds(rule).FirstOrDefault(kind => string.Equals(kind.Key, text, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException(Input.Words.Unknown("--with", text, rule.Id + " has", known));
    }

    // What adds a declaration has no place in a run file.
    private static IEnumerable<FixKind> Kinds(Rule rule) => rule.Fixes.Where(kind => !kind.AddsSyntax);

    private static Page PageOf(IReadOnlyList<RunFileFix> fixes, string whyNone, bool writes)
    {
        var page = new Page();
        foreach (var fix in fixes)
        {
            page.Heading($"{fix.File}: {fix.Title}");
            if (fix.WhyNot is { } why) page.Text("Not changed: " + why + ".");
            else page.Lines(fix.Diff);
            if (fix.AlsoChanges.Count > 0) page.Text("Also changes: " + string.Join(", ", fix.AlsoChanges) + ".");
        }

        int made = fixes.Count(fix => fix.WhyNot is null);
        page.Text(fixes.Count == 0 ? "Nothing to fix: " + whyNone
            : FormattableString.Invariant($"{made} of {fixes.Count} fixes {(writes ? "made" : "can be made; nothing is written")}."));
        return page;
    }

    private static string WhyNone(IEnumerable<CheckedFile> files, Rule rule, FixKind kind)
    {
        var found = files.SelectMany(file => file.Findings).Where(finding => finding.Rule == rule.Id).ToArray();
        if (found.Length == 0) return $"no finding of {rule.Id}.";
        string[] others = found.SelectMany(finding => finding.Fixes).Select(fix => fix.Key)
            .Where(key => Kinds(rule).Any(known => known.Key == key)).Distinct(StringComparer.Ordinal).ToArray();
        return $"no finding of {rule.Id} with {kind.Key}; "
            + (others.Length > 0 ? "there are fixes " + string.Join(", ", others) + "." : "what is found has no fix in run files.");
    }

    private JsonObject DocumentOf(IReadOnlyList<RunFileFix> fixes, Rule rule, FixKind kind)
    {
        var document = JsonForm.Document(Name);
        document["rule"] = rule.Id;
        document["fix"] = kind.Key;
        document["fixes"] = JsonForm.List(fixes.Select(fix => new JsonObject
        {
            ["file"] = fix.File,
            ["title"] = fix.Title,
            ["diff"] = fix.Diff,
            ["alsoChanges"] = JsonForm.Texts(fix.AlsoChanges),
            ["whyNot"] = fix.WhyNot,
            ["isWritten"] = fix.IsWritten,
        }));
        return document;
    }
}
