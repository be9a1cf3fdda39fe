using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>limit-epochs: trains as long as the accepted passes over the unique tokens last.</summary>
internal static class LimitEpochs
{
    public static async Task<Fix?> Of(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var facts = FixFacts.Of(diagnostic);
        if (facts.Number(DataStock.AcceptedTokens) is not { } accepted || facts.Number(BalanceFacts.Tokens) is not { } now) return null;
        var edit = await LiteralEdit.Of(document.Project.Solution, facts, BalanceFacts.Tokens, accepted, up: false, cancellation).ConfigureAwait(false);
        return edit is null ? null : new Fix(
            "limit-epochs",
            $"Train on {Quantity.Format((double)LiteralText.Round(accepted, up: false))} tokens: {Quantity.Ratio(accepted / (facts.Number("uniqueTokens") ?? accepted))} epochs, compute x{Quantity.Ratio(accepted / now)}",
            ImmutableArray.Create(edit));
    }
}
