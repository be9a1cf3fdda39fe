using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>
/// Gathers the edits of all fixes over a document, project or solution and applies them at once. In a document, as
/// editors request it, the fixes have the key that was chosen there. In a project or solution each diagnostic gets the
/// first fix that its own edits allow, and only a mechanical one unless the option batch_fixes is "all". A literal with
/// two different new values is left unchanged, together with the other edits of those fixes.
/// </summary>
internal sealed class TextFixAll : FixAllProvider
{
    public static readonly TextFixAll Instance = new();

    private readonly WrittenTexts _written = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var fixes = new List<Fix>();
        foreach (var diagnostic in await Diagnostics(context).ConfigureAwait(false))
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } document) continue;
            IReadOnlyList<Fix> all = await ScalingFixes.All(document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            if (IsBatch(context)) all = await Allowed(document, all, context.CancellationToken).ConfigureAwait(false);
            if (Wanted(all, diagnostic.Id, context) is { } fix) fixes.Add(fix);
        }

        var agreed = Agreed(fixes);
        var edits = agreed.SelectMany(fix => fix.Edits).Distinct().ToImmutableArray();
        return edits.Length == 0 ? null : CodeAction.Create(
            "Fix all: " + string.Join(", ", agreed.Select(f => f.Key).Distinct(StringComparer.Ordinal)),
            cancellation => IsBatch(context)
                ? Fix.Apply(context.Solution, edits, _written.Note, cancellation)
                : Fix.Apply(context.Solution, edits, cancellation),
            context.CodeActionEquivalenceKey);
    }

    private static bool IsBatch(FixAllContext context) => context.Scope != FixAllScope.Document;

    // Nobody reviews a batch: it changes no run but the reported one, and no number twice.
    private async Task<IReadOnlyList<Fix>> Allowed(Document document, IReadOnlyList<Fix> offered, CancellationToken cancellation)
    {
        bool every = false;
        if (await document.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false) is { } tree)
        {
            var laws = OwnLaws.Library(document.Project.AnalyzerOptions.AdditionalFiles, cancellation);
            every = RunOptions.Read(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider, tree, laws).BatchAppliesEveryFix;
        }

        var allowed = new List<Fix>();
        foreach (var fix in offered)
        {
            if (!fix.IsMechanical && (!every || (fix.OtherRuns.Length > 0 && !fix.IsOfModel))) continue;
            if (!await WasWritten(document.Project.Solution, fix, cancellation).ConfigureAwait(false)) allowed.Add(fix);
        }

        return allowed;
    }

    private async Task<bool> WasWritten(Solution solution, Fix fix, CancellationToken cancellation)
    {
        foreach (var edit in fix.Edits)
        {
            if (solution.GetDocument(edit.Document) is { } document
                && await document.GetTextAsync(cancellation).ConfigureAwait(false) is { } text
                && _written.Contain(text, edit.Span)) return true;
        }

        return false;
    }

    private static Fix? Wanted(IReadOnlyList<Fix> offered, string rule, FixAllContext context)
    {
        if (!IsMeantFor(rule, context) || IsRecommended(context)) return offered.FirstOrDefault();
        if (offered.FirstOrDefault(f => f.Key == context.CodeActionEquivalenceKey) is { } asked) return asked;

        // `dotnet format` uses one key for all faults of the rule and requests the solution; `roslynator` requests
        // project by project, for exactly the key of its map.
        return context.Scope == FixAllScope.Solution && ScalingFixes.MendSeveralFaults.Contains(rule) && offered.Count == 1
            ? offered[0]
            : null;
    }

    // `dotnet format` passes the first key of the first diagnostic, which does not decide about the others.
    private static bool IsRecommended(FixAllContext context) => context.Scope == FixAllScope.Solution
        && context.CodeActionEquivalenceKey is { } key && context.CodeFixProvider is ScalingFixes fixes && fixes.Offered.WasFirst(key);

    // An editor names the rules at the place and the key that its user chose there; a batch tool names one rule, with a
    // key that may be another's, or none.
    private static bool IsMeantFor(string rule, FixAllContext context)
    {
        if (context.DiagnosticIds.Count > 1) return true;
        if (context.CodeActionEquivalenceKey is not { } key || !ScalingFixes.Keys[rule].Contains(key)) return false;
        return context.CodeFixProvider is not ScalingFixes fixes || !fixes.Offered.WasMeantFor(key, anotherThan: rule);
    }

    private static Fix[] Agreed(List<Fix> fixes)
    {
        var disputed = new HashSet<(DocumentId, TextSpan)>(fixes
            .SelectMany(f => f.Edits)
            .GroupBy(e => (e.Document, e.Span))
            .Where(g => g.Select(e => e.NewText).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(g => g.Key));
        return fixes.Where(f => !f.Edits.Any(e => disputed.Contains((e.Document, e.Span)))).ToArray();
    }

    private static async Task<IEnumerable<Diagnostic>> Diagnostics(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document && context.Document is { } document)
        {
            var here = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            return await FreshDiagnostics.Of(document.Project, here, context.CancellationToken).ConfigureAwait(false);
        }

        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : new[] { context.Project };
        var all = new List<Diagnostic>();
        foreach (var project in projects)
        {
            var found = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            all.AddRange(await FreshDiagnostics.Of(project, found, context.CancellationToken).ConfigureAwait(false));
        }

        return all;
    }
}
