using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>use-suggested-batch: the largest batch that a law gives; steps that make the tokens grow as it shrinks.</summary>
internal static class UseSuggestedBatch
{
    public static async Task<Fix?> Of(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var (solution, facts) = (document.Project.Solution, FixFacts.Of(diagnostic));
        if (facts.Number(BatchSizes.SuggestedBatch) is not { } batch) return null;
        if (await LiteralEdit.Of(solution, facts, BatchSizes.Batch, batch, up: false, cancellation).ConfigureAwait(false) is not { } edit) return null;
        string title = $"Use {Quantity.Format((double)LiteralText.Round(batch, up: false))} tokens per step";
        if (facts.Number(BatchSizes.SuggestedSteps) is not { } steps) return new Fix("use-suggested-batch", title, ImmutableArray.Create(edit));
        var more = await LiteralEdit.Of(solution, facts, BatchSizes.Steps, steps, up: true, cancellation).ConfigureAwait(false);
        return more is null ? null : new Fix("use-suggested-batch", title + $" in {Quantity.Format((double)LiteralText.Round(steps, up: true))} steps: same tokens", ImmutableArray.Create(edit, more));
    }
}
