using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ScalingAnalyzers.Testing;

/// <summary>
/// FixAll as an editor and <c>dotnet format</c> request it: one rule, one equivalence key, one scope.
/// </summary>
internal sealed record FixAllSource(Code Code, FixAllScope Scope, string? Key) : IActionSource
{
    public async Task<Offered> Actions()
    {
        Analysis analysis = await Analysis.Of(Code);
        Diagnostic first = FixSource.Fixable(analysis, Code, 0);
        foreach (CodeFixProvider fix in Code.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(first.Id)))
        {
            ImmutableArray<CodeAction> single = await FixSource.Registered(fix, analysis.Solution, first);
            string? key = Key ?? single.FirstOrDefault()?.EquivalenceKey;
            if (key is null || (Key is null && single.IsEmpty)) continue;
            if (fix.GetFixAllProvider() is not { } provider) continue;
            if (!provider.GetSupportedFixAllScopes().Contains(Scope)) continue;

            Document document = analysis.Solution.GetDocument(first.Location.SourceTree)!;
            var context = new FixAllContext(
                document, fix, Scope, key, new[] { first.Id }, new Diagnosed(analysis, first.Id), CancellationToken.None);
            if (await provider.GetFixAsync(context) is { } action) return new(analysis, ImmutableArray.Create(action), first.Id);
        }

        return new(analysis, ImmutableArray<CodeAction>.Empty, first.Id);
    }
}
