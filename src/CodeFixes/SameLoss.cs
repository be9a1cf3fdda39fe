using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>same-loss: the smaller model, trained longer, that is as good and cheaper over its life.</summary>
internal static class SameLoss
{
    public static async Task<Fix?> Of(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var (solution, facts) = (document.Project.Solution, FixFacts.Of(diagnostic));
        if (facts.Number(ServingPlan.BestTokens) is not { } tokens || facts.Number(ServingPlan.BestParameters) is not { } parameters) return null;
        if (facts.Number(BalanceFacts.Tokens) is not { } tokensNow || facts.Number(BalanceFacts.Parameters) is not { } parametersNow) return null;

        // Up both: what is rounded must not be worse than it was.
        var first = await LiteralEdit.Of(solution, facts, BalanceFacts.Tokens, tokens, up: true, cancellation).ConfigureAwait(false);
        var second = await LiteralEdit.Of(solution, facts, BalanceFacts.Parameters, parameters, up: true, cancellation).ConfigureAwait(false);
        if (first is null || second is null || (first.Document == second.Document && first.Span == second.Span)) return null;
        double compute = tokens / tokensNow * (parameters / parametersNow);
        string price = $"training compute x{Quantity.Ratio(compute)}, {Quantity.Percent(facts.Number(ServingPlan.Saved) ?? 0)} less with inference";
        return new Fix("same-loss", $"Train {Show(parameters)} parameters on {Show(tokens)} tokens: same loss, {price}", ImmutableArray.Create(first, second));
    }

    private static string Show(double value) => Quantity.Format((double)LiteralText.Round(value, up: true));
}
