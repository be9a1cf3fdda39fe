using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Checks;

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
        if (await RunAtCaret.Of(context).ConfigureAwait(false) is not ({ } source, _)
            || BalanceAssessment.Of(source.Run) is not { } balance) return;
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
}
