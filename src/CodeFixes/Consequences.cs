using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>
/// Whether a fix breaks another rule in any config that follows from the literals it edits: then it is not offered.
/// Each such config is read again after the edit, and its findings are compared.
/// </summary>
internal sealed class Consequences
{
    private readonly Document _document;
    private readonly Diagnostic _diagnostic;
    private readonly Dictionary<(DocumentId, TextSpan?), IReadOnlyList<JudgedConfig>> _before = new();

    public Consequences(Document document, Diagnostic diagnostic)
    {
        _document = document;
        _diagnostic = diagnostic;
    }

    /// <summary>Only rules of the diagnostic's severity or above count, and only those that are on.</summary>
    public async Task<bool> RaiseAnotherRule(Fix fix, CancellationToken cancellation)
    {
        // Those that add syntax change no number.
        if (FixKind.All.Any(kind => kind.AddsSyntax && kind.Key == fix.Key) || _diagnostic.Location.SourceTree is null) return false;
        var after = await Fix.Apply(_document.Project.Solution, fix.Edits, cancellation).ConfigureAwait(false);
        foreach (var (document, scope) in await Places(fix, cancellation).ConfigureAwait(false))
        {
            if (after.GetDocument(document.Id) is not { } changed) continue;
            if (!_before.TryGetValue((document.Id, scope), out var before))
            {
                before = await JudgedConfigs.Of(document, scope, cancellation).ConfigureAwait(false);
                _before[(document.Id, scope)] = before;
            }

            var now = await JudgedConfigs.Of(changed, Shifted(scope, document.Id, fix), cancellation).ConfigureAwait(false);
            for (int i = 0; i < before.Count && i < now.Count; i++)
            {
                if (Follows(before[i], fix) && Raises(before[i], now[i], document)) return true;
            }
        }

        return false;
    }

    // The declaration of the diagnostic; and where a literal was reached through a named member, every document that
    // may read it.
    private async Task<IReadOnlyList<(Document, TextSpan?)>> Places(Fix fix, CancellationToken cancellation)
    {
        if (fix.Edits.Any(edit => edit.IsShared))
        {
            var projects = _document.Project.Solution.Projects.Where(project => project.Id == _document.Project.Id
                || project.ProjectReferences.Any(reference => reference.ProjectId == _document.Project.Id));
            return projects.SelectMany(project => project.Documents).Select(document => (document, (TextSpan?)null)).ToArray();
        }

        var root = await _document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        int position = _diagnostic.Location.SourceSpan.Start;
        if (root is null || position >= root.FullSpan.End) return [];

        // The outermost type: a run's own members and whatever else in it the literal decides.
        var scope = root.FindToken(position).Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().LastOrDefault()?.Span;
        return [(_document, scope)];
    }

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

    private static bool Follows(JudgedConfig config, Fix fix) => config.Source.Literals.Any(literal => fix.Edits.Any(edit =>
        literal.Location.SourceSpan == edit.Span && literal.Location.SourceTree?.FilePath == edit.Path));

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
