using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>The run of the training config that the caret is in, or of the creation of one.</summary>
internal static class RunAtCaret
{
    /// <summary>The run and the node that makes it; null where there is none.</summary>
    public static async Task<(SourceRun Run, SyntaxNode Node)?> Of(CodeRefactoringContext context)
    {
        var (document, cancellation) = (context.Document, context.CancellationToken);
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null || !root.FullSpan.Contains(context.Span)) return null;
        var laws = OwnLaws.Library(document.Project.AnalyzerOptions.AdditionalFiles, cancellation);
        var options = RunOptions.Read(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider, model.SyntaxTree, laws);
        foreach (var node in root.FindNode(context.Span).AncestorsAndSelf())
        {
            var run = node switch
            {
                BaseObjectCreationExpressionSyntax or WithExpressionSyntax =>
                    model.GetOperation(node, cancellation) is { } operation && ObjectRuns.IsRun(operation)
                        ? ObjectRuns.Read(operation, model, options, cancellation)
                        : null,
                TypeDeclarationSyntax type =>
                    model.GetDeclaredSymbol(type, cancellation) is INamedTypeSymbol symbol && ConfigAttributes.Training(symbol) is not null
                        ? RunReader.OfType(symbol, model, options, cancellation)
                        : null,
                _ => null,
            };
            if (run is not null) return (run, node);
        }

        return null;
    }
}
