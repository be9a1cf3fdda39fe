using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ScalingAnalyzers.Testing;

/// <summary>The result of an analysis for one rule, in the form that a FixAllProvider requests.</summary>
internal sealed class Diagnosed : FixAllContext.DiagnosticProvider
{
    private readonly Analysis _analysis;
    private readonly string _rule;

    public Diagnosed(Analysis analysis, string rule)
    {
        _analysis = analysis;
        _rule = rule;
    }

    public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Task.FromResult(In(project));

    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Task.FromResult(In(project).Where(diagnostic => diagnostic.Location == Location.None));

    public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
        Task.FromResult(In(document.Project).Where(diagnostic => Report.PathOf(diagnostic) == document.FilePath));

    // By name: the solution may be another than the analysed one.
    private IEnumerable<Diagnostic> In(Project project) => _analysis.ByProject
        .Where(reported => _analysis.Solution.GetProject(reported.Key)?.Name == project.Name)
        .SelectMany(reported => reported.Value)
        .Where(diagnostic => diagnostic.Id == _rule);
}
