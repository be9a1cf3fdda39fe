using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>fit-budget: the best model and tokens that every declared budget allows; where the model cannot move, its tokens alone.</summary>
internal static class FitBudget
{
    public static async Task<Fix?> Of(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var (solution, facts) = (document.Project.Solution, FixFacts.Of(diagnostic));
        if (facts.Number(Budgets.Tokens) is { } tokens && facts.Number(Budgets.Parameters) is { } parameters)
        {
            // Down both: what is rounded must still fit.
            var first = await LiteralEdit.Of(solution, facts, BalanceFacts.Tokens, tokens, up: false, cancellation).ConfigureAwait(false);
            var second = await LiteralEdit.Of(solution, facts, BalanceFacts.Parameters, parameters, up: false, cancellation).ConfigureAwait(false);
            if (first is not null && second is not null && (first.Document != second.Document || first.Span != second.Span))
            {
                return new Fix("fit-budget", $"Train {Show(parameters)} parameters on {Show(tokens)} tokens: within the budget", ImmutableArray.Create(first, second));
            }
        }

        if (facts.Number(Budgets.TokensOfThisModel) is not { } alone) return null;
        var edit = await LiteralEdit.Of(solution, facts, BalanceFacts.Tokens, alone, up: false, cancellation).ConfigureAwait(false);
        return edit is null ? null : new Fix("fit-budget", $"Train this model on {Show(alone)} tokens: within the budget", ImmutableArray.Create(edit));
    }

    private static string Show(double value) => Quantity.Format((double)LiteralText.Round(value, up: false));
}
