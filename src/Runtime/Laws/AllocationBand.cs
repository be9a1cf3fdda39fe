using System;

namespace ScalingAnalyzers.Laws;

/// <summary>How uncertain a law's optimum is at one training compute.</summary>
public sealed class AllocationBand
{
    /// <summary>Makes the interval of an optimum.</summary>
    /// <param name="parameters">Parameters of the optimum.</param>
    /// <param name="tokens">Training tokens of the optimum.</param>
    /// <param name="tokensPerParameter">Their ratio, which is the most uncertain: at fixed compute the errors of both
    /// add up.</param>
    /// <param name="confidenceLevel">0.95 for a 95 % interval.</param>
    /// <param name="basis">How the interval was computed, in one sentence.</param>
    public AllocationBand(Interval parameters, Interval tokens, Interval tokensPerParameter, double confidenceLevel, string basis)
    {
        Parameters = parameters;
        Tokens = tokens;
        TokensPerParameter = tokensPerParameter;
        ConfidenceLevel = confidenceLevel;
        Basis = basis;
    }

    /// <summary>Parameters of the optimum.</summary>
    public Interval Parameters { get; }

    /// <summary>Training tokens of the optimum.</summary>
    public Interval Tokens { get; }

    /// <summary>Their ratio, which is the most uncertain: at fixed compute the errors of both add up.</summary>
    public Interval TokensPerParameter { get; }

    /// <summary>0.95 for a 95 % interval.</summary>
    public double ConfidenceLevel { get; }

    /// <summary>How the interval was computed, in one sentence.</summary>
    public string Basis { get; }

    /// <summary>56.1B to 81.2B parameters on 1.04T to 1.5T tokens (95%).</summary>
    public override string ToString() => Parameters + " parameters on " + Tokens + " tokens (" + Quantity.Percent(ConfidenceLevel) + ")";

    internal static AllocationBand Around(Allocation optimum, double lowFactor, double highFactor, double level, string basis)
    {
        var parameters =
            new Interval(optimum.Parameters * Math.Min(lowFactor, highFactor), optimum.Parameters * Math.Max(lowFactor, highFactor));
        double perParameter = optimum.Parameters * optimum.Tokens;
        var tokens = new Interval(perParameter / parameters.High, perParameter / parameters.Low);
        return new(parameters, tokens, new(tokens.Low / parameters.High, tokens.High / parameters.Low), level, basis);
    }
}

/// <summary>An allocation law whose fit has a published uncertainty.</summary>
public interface IUncertainAllocation : IAllocationLaw
{
    /// <summary>The interval of the optimum at this training compute; null where the law's source has none.</summary>
    /// <param name="trainingFlops">Training compute, FLOPs, 6ND.</param>
    /// <returns>Intervals of parameters, tokens and their ratio at equal compute.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    AllocationBand? OptimumBand(double trainingFlops);
}
