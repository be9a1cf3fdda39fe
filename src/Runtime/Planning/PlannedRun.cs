using System;
using System.Globalization;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Planning;

/// <summary>What every planner returns: the run, the law that gave it, how far that law had to reach, and how sure it
/// is.</summary>
/// <remarks>Each planner adds its own results; all of them show the run in these properties.</remarks>
public class PlannedRun
{
    internal PlannedRun(ScalingLaw law, Allocation allocation, double? loss = null)
    {
        Law = law;
        Allocation = allocation;
        Loss = loss ?? (law as ILossLaw)?.Loss(Parameters, Tokens);
        OrdersOutsideFit = law.FittedRange.OrdersOutside(Parameters, Tokens);
    }

    /// <summary>The law.</summary>
    public ScalingLaw Law { get; }

    /// <summary>Parameters, in the law's convention, and training tokens.</summary>
    public Allocation Allocation { get; }

    /// <summary>Parameters, in the law's convention: the active ones of a mixture of experts.</summary>
    public double Parameters => Allocation.Parameters;

    /// <summary>Training tokens, repetitions included.</summary>
    public double Tokens => Allocation.Tokens;

    /// <summary>Training compute, 6 * parameters * tokens, FLOPs.</summary>
    public double TrainingFlops => Allocation.TrainingFlops;

    /// <summary>Training tokens per parameter.</summary>
    public double TokensPerParameter => Allocation.TokensPerParameter;

    /// <summary>Predicted loss, nats per token; null where the law has no loss surface.</summary>
    public double? Loss { get; }

    /// <summary>The 95 % coefficient band of the predicted loss, nats per token; null where the law's fit has
    /// none.</summary>
    public Interval? CoefficientBand => (Law as IUncertainLoss)?.CoefficientBand(Parameters, Tokens);

    /// <summary>The 95 % single-run band of the loss, nats per token: the coefficient band and the scatter of runs;
    /// null where the law's fit has none.</summary>
    public Interval? SingleRunBand => (Law as IUncertainLoss)?.SingleRunBand(Parameters, Tokens);

    /// <summary>The interval of the optimum; null where the run is not an optimum or the law has none.</summary>
    public AllocationBand? OptimumBand { get; internal init; }

    /// <summary>How far the run is outside the fitted range, in orders of magnitude; 0 inside.</summary>
    public double OrdersOutsideFit { get; internal init; }

    /// <summary>Whether the law was applied outside the range it was fitted on.</summary>
    public bool Extrapolates => OrdersOutsideFit > 0;

    /// <summary>A run of given size and tokens under a law.</summary>
    /// <param name="parameters">Parameters, in the law's convention.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <param name="law">The law; besiroglu-2024 where null.</param>
    /// <returns>The run, with its loss where the law predicts one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static PlannedRun Of(double parameters, double tokens, ScalingLaw? law = null)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        return new(law ?? LawCatalog.Default, new(parameters, tokens));
    }

    /// <summary>A model of given size trained for all of a compute: C / 6N tokens.</summary>
    /// <param name="trainingFlops">Training compute, FLOPs, 6ND.</param>
    /// <param name="parameters">Parameters, in the law's convention.</param>
    /// <param name="law">The law; besiroglu-2024 where null.</param>
    /// <returns>The run, with its loss where the law predicts one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static PlannedRun AtCompute(double trainingFlops, double parameters, ScalingLaw? law = null)
    {
        Positive.Require(trainingFlops, nameof(trainingFlops), "FLOPs");
        Positive.Require(parameters, nameof(parameters), "parameters");
        return Of(parameters, trainingFlops / 6 / parameters, law);
    }

    /// <summary>67.5B parameters on 1.25T tokens (18.5 per parameter), 5.04e23 FLOPs, 1.974 nats per token by
    /// besiroglu-2024.</summary>
    public override string ToString() => Allocation + ", " + Quantity.Scientific(TrainingFlops) + " FLOPs"
        + (Loss is { } loss ? ", " + loss.ToString("0.000", CultureInfo.InvariantCulture) + " nats per token" : "") + " by " + Law.Id;
}
