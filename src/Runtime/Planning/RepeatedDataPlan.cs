using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>How many epochs of how large a model when only so much data is unique (Muennighoff et al. 2023).</summary>
/// <param name="Plan">The best run; its tokens count repetitions.</param>
/// <param name="UniqueTokens">Unique tokens at hand.</param>
/// <param name="Unlimited">The optimum at the same compute if every token were new.</param>
/// <param name="UnlimitedLoss">Its loss, nats per token.</param>
/// <param name="ValueOfTokens">What the average token trained on is worth, as a share of a new one.</param>
/// <param name="ValueOfNextToken">What one more token is worth, as a share of a new one.</param>
public sealed record RepeatedDataPlan(
    PlannedRun Plan, double UniqueTokens, Allocation Unlimited, double UnlimitedLoss, double ValueOfTokens, double ValueOfNextToken)
{
    /// <summary>Passes over the unique tokens; 1 where not all of them are needed.</summary>
    public double Epochs => Math.Max(1, Plan.Run.Tokens / UniqueTokens);

    /// <summary>The best run at a training compute.</summary>
    /// <param name="trainingFlops">Training compute, FLOPs, 6ND.</param>
    /// <param name="uniqueTokens">Unique tokens at hand.</param>
    /// <param name="law">The law; muennighoff-2023 where null.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static RepeatedDataPlan ForCompute(double trainingFlops, double uniqueTokens, MuennighoffLaw? law = null)
    {
        law ??= MuennighoffLaw.C4;
        return At(law.Allocate(trainingFlops, uniqueTokens), uniqueTokens, law);
    }

    /// <summary>The cheapest run that reaches a loss.</summary>
    /// <param name="loss">Nats per token, above what the unique tokens can give.</param>
    /// <param name="uniqueTokens">Unique tokens at hand.</param>
    /// <param name="law">The law; muennighoff-2023 where null.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers, or a loss that no compute reaches with these tokens.</exception>
    public static RepeatedDataPlan ForLoss(double loss, double uniqueTokens, MuennighoffLaw? law = null)
    {
        law ??= MuennighoffLaw.C4;
        double flops = law.TrainingFlopsFor(loss, uniqueTokens);
        if (double.IsInfinity(flops)) throw new ArgumentOutOfRangeException(nameof(loss), loss, "loss is in nats per token; no compute reaches it with these unique tokens.");
        return ForCompute(flops, uniqueTokens, law);
    }

    private static RepeatedDataPlan At(Allocation run, double uniqueTokens, MuennighoffLaw law)
    {
        double epochs = Math.Max(1, run.Tokens / uniqueTokens);
        return new(
            PlannedRun.Of(law, run, law.Loss(run.Parameters, run.Tokens, uniqueTokens)),
            uniqueTokens,
            law.Allocate(run.TrainingFlops),
            law.OptimalLoss(run.TrainingFlops),
            law.ValueOfTokens(epochs),
            law.ValueOfNextToken(epochs));
    }
}
