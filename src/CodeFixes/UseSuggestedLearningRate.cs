using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>use-suggested-learning-rate: the rate of the nearer of the two laws.</summary>
internal static class UseSuggestedLearningRate
{
    public static async Task<Fix?> Of(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var facts = FixFacts.Of(diagnostic);
        if (facts.Number(LearningRates.Suggested) is not { } rate) return null;
        var edit = await LiteralEdit.Of(document.Project.Solution, facts, LearningRates.Rate, rate, up: false, cancellation).ConfigureAwait(false);
        return edit is null ? null : new Fix("use-suggested-learning-rate", "Use a peak learning rate of " + Quantity.Format((double)LiteralText.Round(rate, up: false)), ImmutableArray.Create(edit));
    }
}
