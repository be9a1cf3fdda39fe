using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>use-product: declares the tokens that steps, batch and sequence make.</summary>
internal static class UseProduct
{
    public static async Task<Fix?> Of(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var facts = FixFacts.Of(diagnostic);
        if (facts.Number(TokensAgree.Product) is not { } product) return null;

        // To the nearest: half a percent of rounding stays well inside the 2 % that the rule allows.
        bool up = Math.Abs((double)LiteralText.Round(product, up: true) - product) <= Math.Abs((double)LiteralText.Round(product, up: false) - product);
        var edit = await LiteralEdit.Of(document.Project.Solution, facts, BalanceFacts.Tokens, product, up, cancellation).ConfigureAwait(false);
        return edit is null ? null : new Fix("use-product", "Declare " + Quantity.Format((double)LiteralText.Round(product, up)) + " tokens, as the steps make", ImmutableArray.Create(edit));
    }
}
