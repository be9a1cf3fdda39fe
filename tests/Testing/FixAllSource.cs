using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ScalingAnalyzers.Testing;

/// <summary>FixAll as an editor and <c>dotnet format</c> ask for it: one rule, one equivalence key, one scope.</summary>
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

    private sealed class Diagnosed : FixAllContext.DiagnosticProvider
    {
        private readonly Analysis analysis;
        private readonly string rule;

        public Diagnosed(Analysis analysis, string rule)
        {
            this.analysis = analysis;
            this.rule = rule;
        }

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(In(project));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(In(project).Where(diagnostic => diagnostic.Location == Location.None));

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(In(document.Project).Where(diagnostic => Report.PathOf(diagnostic) == document.FilePath));

        private IEnumerable<Diagnostic> In(Project project) =>
            analysis.ByProject.TryGetValue(project.Id, out ImmutableArray<Diagnostic> reported)
                ? reported.Where(diagnostic => diagnostic.Id == rule)
                : Array.Empty<Diagnostic>();
    }
}
