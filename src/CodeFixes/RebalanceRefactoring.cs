using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>Moves any training config onto its law's frontier, warned or not; each title carries its price.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(RebalanceRefactoring))]
public sealed class RebalanceRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var (document, cancellation) = (context.Document, context.CancellationToken);
        var solution = document.Project.Solution;
        if (await FactsAt(context).ConfigureAwait(false) is not { } facts) return;
        Offer(context, "Rebalance at the same compute", await BalanceFixes.SameCompute(solution, facts, cancellation).ConfigureAwait(false));
        Offer(context, "Fit this model", await BalanceFixes.ScaleTokens(solution, facts, cancellation).ConfigureAwait(false));
        Offer(context, "Fit these tokens", await BalanceFixes.ScaleParameters(solution, facts, cancellation).ConfigureAwait(false));
    }

    private static void Offer(CodeRefactoringContext context, string action, Fix? fix)
    {
        if (fix is null) return;
        var solution = context.Document.Project.Solution;
        string title = fix.FullTitle;
        context.RegisterRefactoring(CodeAction.Create(
            action + ": " + char.ToLowerInvariant(title[0]) + title.Substring(1),
            cancellation => Fix.Apply(solution, fix.Edits, cancellation),
            fix.Key));
    }

    // The caret stands in a training config, or in the creation of one.
    private static async Task<FixFacts?> FactsAt(CodeRefactoringContext context)
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
                    model.GetOperation(node, cancellation) is { } operation && ObjectRuns.IsRun(operation) ? ObjectRuns.Read(operation, model, options, cancellation) : null,
                TypeDeclarationSyntax type =>
                    model.GetDeclaredSymbol(type, cancellation) is INamedTypeSymbol symbol && ConfigAttributes.Training(symbol) is not null ? RunReader.OfType(symbol, type, model, options, cancellation) : null,
                _ => null,
            };
            if (run is not null) return TokenBalance.Judged(run) is { } balance ? BalanceFacts.Of(run, balance) : null;
        }

        return null;
    }
}
