using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>A config of a document and what the checks find in it.</summary>
internal sealed class JudgedConfig
{
    public JudgedConfig(SourceRun source, IReadOnlyList<Finding> findings, SyntaxNode declaration, RuleScope scope)
    {
        Source = source;
        Findings = findings;
        Declaration = declaration;
        Scope = scope;
    }

    public SourceRun Source { get; }

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The type, the creation or the `with`.</summary>
    public SyntaxNode Declaration { get; }

    public RuleScope Scope { get; }

    /// <summary>Whether one of its values follows from a text that an edit changes.</summary>
    public bool Follows(Fix fix) => Source.Followed.Any(literal => fix.Edits.Any(edit =>
        literal.Location.SourceSpan == edit.Span && literal.Location.SourceTree?.FilePath == edit.Path));
}

/// <summary>Reads the configs of a document again, in their order: edits of literals leave the order as it
/// is.</summary>
internal static class JudgedConfigs
{
    public static async Task<IReadOnlyList<JudgedConfig>> Of(Document document, TextSpan? scope, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null) return [];
        var laws = OwnLaws.Library(document.Project.AnalyzerOptions.AdditionalFiles, cancellation);
        var options = RunOptions.Read(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider, model.SyntaxTree, laws);
        var configs = new List<JudgedConfig>();
        foreach (var node in root.DescendantNodes(node => scope is not { } span || node.FullSpan.IntersectsWith(span)))
        {
            if (scope is { } within && !within.Contains(node.Span)) continue;
            if (Read(node, model, options, cancellation) is not { } config) continue;
            configs.Add(new JudgedConfig(config.Source, RunChecks.Of(config.Source.Run, config.Scope).ToArray(), node, config.Scope));
        }

        return configs;
    }

    private static (SourceRun Source, RuleScope Scope)? Read(
        SyntaxNode node, SemanticModel model, RunOptions options, CancellationToken cancellation)
    {
        switch (node)
        {
            case BaseObjectCreationExpressionSyntax or WithExpressionSyntax:
                return model.GetOperation(node, cancellation) is { } operation && ObjectRuns.IsRun(operation)
                    && ObjectRuns.Read(operation, model, options, cancellation) is { } created
                    ? (created, RuleScope.Object)
                    : null;
            case TypeDeclarationSyntax { AttributeLists.Count: > 0 } type when model.GetDeclaredSymbol(
                type, cancellation) is INamedTypeSymbol symbol && ConfigAttributes.IsConfig(symbol):
                var scope = ConfigAttributes.Training(symbol) is not null ? RuleScope.Training : RuleScope.Model;
                return (RunReader.OfType(symbol, model, options, cancellation), scope);
            default:
                return null;
        }
    }
}
