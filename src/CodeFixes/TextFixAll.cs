using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>
/// Gathers the edits of all fixes of one key over a document, project or solution and applies them at once. A literal
/// with two different new values is left unchanged, together with the other edits of those fixes. Where the key cannot
/// belong to the requested rule, each diagnostic gets the first fix that is offered, as batch tools expect.
/// </summary>
internal sealed class TextFixAll : FixAllProvider
{
    public static readonly TextFixAll Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var fixes = new List<Fix>();
        foreach (var diagnostic in await Diagnostics(context).ConfigureAwait(false))
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } document) continue;
            var all = await ScalingFixes.All(document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            if (Wanted(all, diagnostic.Id, context) is { } fix) fixes.Add(fix);
        }

        var edits = Agreed(fixes);
        return edits.Length == 0 ? null : CodeAction.Create(
            "Fix all: " + string.Join(", ", fixes.Select(f => f.Key).Distinct(StringComparer.Ordinal)),
            cancellation => Fix.Apply(context.Solution, edits, cancellation),
            context.CodeActionEquivalenceKey);
    }

    private static Fix? Wanted(IReadOnlyList<Fix> offered, string rule, FixAllContext context)
    {
        if (!IsMeantFor(rule, context)) return offered.FirstOrDefault();
        if (offered.FirstOrDefault(f => f.Key == context.CodeActionEquivalenceKey) is { } asked) return asked;

        // `dotnet format` uses one key for all faults of the rule and requests the solution; `roslynator` requests
        // project by project, for exactly the key of its map.
        return context.Scope == FixAllScope.Solution && ScalingFixes.MendSeveralFaults.Contains(rule) && offered.Count == 1
            ? offered[0]
            : null;
    }

    // An editor names the rules at the place and the key that its user chose there; a batch tool names one rule, with a
    // key that may be another's, or none.
    private static bool IsMeantFor(string rule, FixAllContext context)
    {
        if (context.DiagnosticIds.Count > 1) return true;
        if (context.CodeActionEquivalenceKey is not { } key || !ScalingFixes.Keys[rule].Contains(key)) return false;
        return context.CodeFixProvider is not ScalingFixes fixes || !fixes.Offered.WasMeantFor(key, anotherThan: rule);
    }

    private static ImmutableArray<Edit> Agreed(List<Fix> fixes)
    {
        var disputed = new HashSet<(DocumentId, Microsoft.CodeAnalysis.Text.TextSpan)>(fixes
            .SelectMany(f => f.Edits)
            .GroupBy(e => (e.Document, e.Span))
            .Where(g => g.Select(e => e.NewText).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(g => g.Key));
        return fixes
            .Where(f => !f.Edits.Any(e => disputed.Contains((e.Document, e.Span))))
            .SelectMany(f => f.Edits)
            .Distinct()
            .ToImmutableArray();
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
