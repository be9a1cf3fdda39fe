using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>same-compute, scale-tokens and scale-parameters: move the numbers onto the law's frontier.</summary>
internal static class BalanceFixes
{
    /// <summary>Moves model and tokens; the bill stays.</summary>
    public static async Task<Fix?> SameCompute(Solution solution, FixFacts facts, CancellationToken cancellation)
    {
        if (facts.Number(BalanceFacts.SameComputeTokens) is not { } tokens || facts.Number(BalanceFacts.SameComputeParameters) is not { } parameters) return null;
        if (IsMixture(facts)) return null;
        bool moreTokens = tokens > facts.Number(BalanceFacts.Tokens);
        var first = await LiteralEdit.Of(solution, facts, BalanceFacts.Tokens, tokens, up: moreTokens, cancellation).ConfigureAwait(false);
        var second = await LiteralEdit.Of(solution, facts, BalanceFacts.Parameters, parameters, up: !moreTokens, cancellation).ConfigureAwait(false);
        if (first is null || second is null || (first.Document == second.Document && first.Span == second.Span)) return null;
        return new Fix("same-compute", $"Train {Show(parameters, !moreTokens)} parameters on {Show(tokens, moreTokens)} tokens: same compute", ImmutableArray.Create(first, second));
    }

    /// <summary>Keeps the model and takes the tokens that suit it.</summary>
    public static async Task<Fix?> ScaleTokens(Solution solution, FixFacts facts, CancellationToken cancellation)
    {
        if (facts.Number(BalanceFacts.TokensForParameters) is not { } tokens || facts.Number(BalanceFacts.Tokens) is not { } now) return null;
        bool up = tokens > now;
        var edit = await LiteralEdit.Of(solution, facts, BalanceFacts.Tokens, tokens, up, cancellation).ConfigureAwait(false);
        return edit is null ? null : new Fix("scale-tokens", $"Train on {Show(tokens, up)} tokens: compute x{Quantity.Ratio(tokens / now)}", ImmutableArray.Create(edit));
    }

    /// <summary>Keeps the tokens and takes the model that suits them.</summary>
    public static async Task<Fix?> ScaleParameters(Solution solution, FixFacts facts, CancellationToken cancellation)
    {
        if (facts.Number(BalanceFacts.ParametersForTokens) is not { } parameters || facts.Number(BalanceFacts.Parameters) is not { } now) return null;
        if (IsMixture(facts)) return null;
        bool up = parameters > now;
        var edit = await LiteralEdit.Of(solution, facts, BalanceFacts.Parameters, parameters, up, cancellation).ConfigureAwait(false);
        return edit is null ? null : new Fix("scale-parameters", $"Train {Show(parameters, up)} parameters: compute x{Quantity.Ratio(parameters / now)}", ImmutableArray.Create(edit));
    }

    // Active and total parameters of a mixture move together; which way is the designer's choice.
    private static bool IsMixture(FixFacts facts) => facts.Properties.ContainsKey(BalanceFacts.IsMixture);

    private static string Show(double value, bool up) => Quantity.Format((double)LiteralText.Round(value, up));
}
