using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>Whether the code after a fix breaks another rule: then the fix is not offered.</summary>
internal sealed class Consequences
{
    private readonly Document _document;
    private readonly Diagnostic _diagnostic;
    private IReadOnlyList<string>? _before;

    public Consequences(Document document, Diagnostic diagnostic)
    {
        _document = document;
        _diagnostic = diagnostic;
    }

    /// <summary>Analyses the declaration of the diagnostic before and after; only rules of its severity or above count.</summary>
    public async Task<bool> RaiseAnotherRule(Fix fix, CancellationToken cancellation)
    {
        // Those that add syntax change no number.
        if (FixKind.All.Any(kind => kind.AddsSyntax && kind.Key == fix.Key) || _diagnostic.Location.SourceTree is null) return false;
        int position = _diagnostic.Location.SourceSpan.Start;
        var after = await Fix.Apply(_document.Project.Solution, fix.Edits, cancellation).ConfigureAwait(false);
        if (after.GetDocument(_document.Id) is not { } changed) return false;
        _before ??= await Said(_document, position, _diagnostic.Severity, cancellation).ConfigureAwait(false);
        int shift = fix.Edits.Where(e => e.Document == _document.Id && e.Span.End <= position).Sum(e => e.NewText.Length - e.Span.Length);
        var now = await Said(changed, position + shift, _diagnostic.Severity, cancellation).ConfigureAwait(false);
        return now.Any(id => now.Count(i => i == id) > _before.Count(i => i == id));
    }

    private static async Task<IReadOnlyList<string>> Said(Document document, int position, DiagnosticSeverity least, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (model is null || root is null || position >= root.FullSpan.End) return [];

        // The outermost type: a run's own members and whatever else in it the literal decides.
        var scope = root.FindToken(position).Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().LastOrDefault()?.Span;
        var analysis = OurAnalysis.Of(model.Compilation, document.Project);
        var said = await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, scope, cancellation).ConfigureAwait(false);
        return said.Where(d => d.Severity >= least).Select(d => d.Id).ToArray();
    }
}
