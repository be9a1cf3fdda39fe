using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>
/// Moves any training config onto its law's frontier, with or without a warning; each title includes its price.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(RebalanceRefactoring))]
public sealed class RebalanceRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var solution = context.Document.Project.Solution;
        if (await RunAt(context).ConfigureAwait(false) is not { } source || BalanceAssessment.Of(source.Run) is not { } balance) return;
        foreach (var fix in new BalanceFixes(source.Run, balance).Of(RuleTable.UnderTrained))
        {
            if (FixProperties.Carried(fix, source.Places) is not { } carried) continue;
            Offer(context, Action(fix.Kind), await ValueFix.Of(solution, carried, context.CancellationToken).ConfigureAwait(false));
        }
    }

    private static string Action(FixKind kind) =>
        kind == FixKind.SameCompute ? "Rebalance at the same compute" : kind == FixKind.ScaleTokens ? "Fit this model" : "Fit these tokens";

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

    // The caret is in a training config, or in the creation of one.
    private static async Task<SourceRun?> RunAt(CodeRefactoringContext context)
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
            if (run is not null) return run;
        }

        return null;
    }
}
