using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>How many epochs of how large a model when only so much data is unique (Muennighoff et al. 2023).</summary>
public sealed class RepeatedDataPlan : PlannedRun
{
    private RepeatedDataPlan(MuennighoffLaw law, Allocation allocation, double uniqueTokens)
        : base(law, allocation, law.Loss(allocation.Parameters, allocation.Tokens, uniqueTokens))
    {
        UniqueTokens = uniqueTokens;
        Unlimited = law.Allocate(TrainingFlops);
        UnlimitedLoss = law.OptimalLoss(TrainingFlops);
        ValueOfTokens = law.ValueOfTokens(Epochs);
        ValueOfNextToken = law.ValueOfNextToken(Epochs);
    }

    /// <summary>Available unique tokens.</summary>
    public double UniqueTokens { get; }

    /// <summary>Passes over the unique tokens; 1 where not all of them are needed.</summary>
    public double Epochs => Math.Max(1, Tokens / UniqueTokens);

    /// <summary>The optimum at the same compute if every token were new.</summary>
    public Allocation Unlimited { get; }

    /// <summary>Its loss, nats per token.</summary>
    public double UnlimitedLoss { get; }

    /// <summary>What the average token trained on is worth, as a share of a new one.</summary>
    public double ValueOfTokens { get; }

    /// <summary>What one more token is worth, as a share of a new one.</summary>
    public double ValueOfNextToken { get; }

    /// <summary>The run, and its number of passes over the data.</summary>
    public override string ToString() => base.ToString()
        + "; " + Quantity.Ratio(Epochs) + " epochs of " + Quantity.Format(UniqueTokens) + " unique tokens";

    /// <summary>The best run at a training compute.</summary>
    /// <param name="trainingFlops">Training compute, FLOPs, 6ND.</param>
    /// <param name="uniqueTokens">Available unique tokens.</param>
    /// <param name="law">The law; muennighoff-2023 where null.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static RepeatedDataPlan ForCompute(double trainingFlops, double uniqueTokens, MuennighoffLaw? law = null)
    {
        law ??= MuennighoffLaw.C4;
        return new(law, law.Allocate(trainingFlops, uniqueTokens), uniqueTokens);
    }

    /// <summary>The cheapest run that reaches a loss.</summary>
    /// <param name="loss">Nats per token, above the lower limit with these unique tokens.</param>
    /// <param name="uniqueTokens">Available unique tokens.</param>
    /// <param name="law">The law; muennighoff-2023 where null.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers, or a loss that no compute reaches
    /// with these tokens.</exception>
    public static RepeatedDataPlan ForLoss(double loss, double uniqueTokens, MuennighoffLaw? law = null)
    {
        law ??= MuennighoffLaw.C4;
        double flops = law.TrainingFlopsFor(loss, uniqueTokens);
        if (double.IsInfinity(flops))
            throw new ArgumentOutOfRangeException(
                nameof(loss), loss, "loss is in nats per token; no compute reaches it with these unique tokens.");
        return ForCompute(flops, uniqueTokens, law);
    }
}
