using System;

namespace ScalingAnalyzers.Laws;

/// <summary>How uncertain a law's optimum is at one training compute.</summary>
/// <param name="Parameters">Parameters of the optimum.</param>
/// <param name="Tokens">Training tokens of the optimum.</param>
/// <param name="TokensPerParameter">Their ratio, which is the most uncertain: at fixed compute the errors of both add up.</param>
/// <param name="ConfidenceLevel">0.95 for a 95 % interval.</param>
/// <param name="Basis">What the interval was made of, in one sentence.</param>
public sealed record AllocationBand(Interval Parameters, Interval Tokens, Interval TokensPerParameter, double ConfidenceLevel, string Basis)
{
    internal static AllocationBand Around(Allocation optimum, double lowFactor, double highFactor, double level, string basis)
    {
        var parameters = new Interval(optimum.Parameters * Math.Min(lowFactor, highFactor), optimum.Parameters * Math.Max(lowFactor, highFactor));
        double perParameter = optimum.Parameters * optimum.Tokens;
        var tokens = new Interval(perParameter / parameters.High, perParameter / parameters.Low);
        return new(parameters, tokens, new(tokens.Low / parameters.High, tokens.High / parameters.Low), level, basis);
    }
}

/// <summary>An allocation law whose fit has a published uncertainty.</summary>
public interface IUncertainAllocation : IAllocationLaw
{
    /// <summary>The interval of the optimum at this training compute; null where the law's source gives none.</summary>
    /// <param name="trainingFlops">Training compute, FLOPs, 6ND.</param>
    /// <returns>Intervals of parameters, tokens and their ratio at equal compute.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    AllocationBand? OptimumBand(double trainingFlops);
}
