using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>
/// What a fix does to every config that follows from the literals it edits. One that breaks another rule there is not
/// offered, nor one called "same compute" that changes the compute; the title of the others names the runs that change
/// too. Each such config is read again after the edit, and its findings are compared.
/// </summary>
internal sealed class Consequences
{
    // Two numbers rounded to what their literals hold.
    private const double SameCompute = 0.05;

    /// <summary>
    /// The one fix that changes no number and leaves a diagnostic of another rule: the declared intent of a run without
    /// served tokens, which SCALE501 reports once, as info and without a fix.
    /// </summary>
    internal static (string Fix, string Rule) LeavesInfo { get; } = (FixKind.DeclareIntent.Key, RuleTable.CheaperToServe.Id);

    private readonly Document _document;
    private readonly Diagnostic _diagnostic;
    private readonly Dictionary<(DocumentId, TextSpan?), IReadOnlyList<JudgedConfig>> _before = new();

    public Consequences(Document document, Diagnostic diagnostic)
    {
        _document = document;
        _diagnostic = diagnostic;
    }

    /// <summary>
    /// The fix with the other runs that it changes; null where it is not to be offered. Only rules of the diagnostic's
    /// severity or above count, and only those that are on.
    /// </summary>
    public async Task<Fix?> Judged(Fix fix, CancellationToken cancellation)
    {
        // Those that add syntax change no number, and raise nothing but LeavesInfo.
        if (FixKind.All.Any(kind => kind.AddsSyntax && kind.Key == fix.Key) || _diagnostic.Location.SourceTree is null) return fix;
        var after = await Fix.Apply(_document.Project.Solution, fix.Edits, cancellation).ConfigureAwait(false);
        bool isOfModel = false;
        var others = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (document, scope) in await FollowingPlaces.Of(_document, _diagnostic, fix, cancellation).ConfigureAwait(false))
        {
            if (after.GetDocument(document.Id) is not { } changed) continue;
            var before = await Before(document, scope, cancellation).ConfigureAwait(false);
            var now = await JudgedConfigs.Of(changed, Shifted(scope, document.Id, fix), cancellation).ConfigureAwait(false);
            var own = Own(before);
            isOfModel |= own?.Scope == RuleScope.Model;
            for (int i = 0; i < before.Count && i < now.Count; i++)
            {
                if (!before[i].Follows(fix)) continue;
                if (Raises(before[i], now[i], document)) return null;
                if (before[i] != own) AddOther(others, before[i], own);
                else if (fix.Key == FixKind.SameCompute.Key && ChangesCompute(before[i], now[i])) return null;
            }
        }

        return fix with { OtherRuns = others.ToImmutableArray(), IsOfModel = isOfModel };
    }

    private async Task<IReadOnlyList<JudgedConfig>> Before(Document document, TextSpan? scope, CancellationToken cancellation)
    {
        if (_before.TryGetValue((document.Id, scope), out var known)) return known;
        return _before[(document.Id, scope)] = await JudgedConfigs.Of(document, scope, cancellation).ConfigureAwait(false);
    }

    // The innermost config around the diagnostic.
    private JudgedConfig? Own(IReadOnlyList<JudgedConfig> configs) => configs
        .Where(config => config.Declaration.SyntaxTree.FilePath == _diagnostic.Location.SourceTree!.FilePath
            && config.Declaration.Span.Contains(_diagnostic.Location.SourceSpan))
        .OrderBy(config => config.Declaration.Span.Length)
        .FirstOrDefault();

    // A run that takes its model from the corrected config has its name in the title too; parts of one type are one
    // run.
    private static void AddOther(SortedSet<string> others, JudgedConfig other, JudgedConfig? own)
    {
        string name = other.Source.Run.Name;
        if (other.Scope == RuleScope.Model || (own is not null && own.Source.Run.Name == name && own.Scope == other.Scope)) return;
        others.Add(name);
    }

    private static bool ChangesCompute(JudgedConfig before, JudgedConfig now) =>
        before.Source.Run.Estimate.TrainingFlops is { } was && now.Source.Run.Estimate.TrainingFlops is { } becomes
            && Math.Abs(Math.Log(becomes / was)) > SameCompute;

    private static TextSpan? Shifted(TextSpan? scope, DocumentId document, Fix fix)
    {
        if (scope is not { } span) return null;
        int start = span.Start, end = span.End;
        foreach (var edit in fix.Edits.Where(edit => edit.Document == document))
        {
            int growth = edit.NewText.Length - edit.Span.Length;
            if (edit.Span.End <= span.Start) start += growth;
            if (edit.Span.End <= span.End) end += growth;
        }

        return TextSpan.FromBounds(start, end);
    }

    private bool Raises(JudgedConfig before, JudgedConfig now, Document document)
    {
        var counted = now.Findings
            .Where(finding => Analyzers.Rules.Severity(finding.Severity) >= _diagnostic.Severity && IsOn(finding.Rule.Id, document));
        return counted.GroupBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .Any(raised => raised.Count() > before.Findings.Count(finding =>
            finding.Rule.Id == raised.Key && Analyzers.Rules.Severity(finding.Severity) >= _diagnostic.Severity));
    }

    private static bool IsOn(string rule, Document document)
    {
        if (document.Project.CompilationOptions is not { } options) return true;
        if (options.SyntaxTreeOptionsProvider is { } trees && document.TryGetSyntaxTree(out var tree)
            && trees.TryGetDiagnosticValue(tree!, rule, CancellationToken.None, out var inTree))
        {
            return inTree != ReportDiagnostic.Suppress;
        }

        return !options.SpecificDiagnosticOptions.TryGetValue(rule, out var everywhere) || everywhere != ReportDiagnostic.Suppress;
    }
}
