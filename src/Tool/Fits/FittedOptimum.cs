using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tool.Fits;

/// <summary>The best run by a fitted law at one compute, and how it grows with compute there.</summary>
/// <param name="Run">Parameters and tokens.</param>
/// <param name="ParametersExponent">a of N as C^a.</param>
/// <param name="TokensExponent">b of D as C^b.</param>
internal sealed record FittedOptimum(Allocation Run, double ParametersExponent, double TokensExponent)
{
    public static FittedOptimum? Of(ScalingLaw law, double trainingFlops)
    {
        if (law is not IAllocationLaw frontier) return null;
        var (here, twice) = (frontier.Allocate(trainingFlops), frontier.Allocate(2 * trainingFlops));
        return new(here, Math.Log2(twice.Parameters / here.Parameters), Math.Log2(twice.Tokens / here.Tokens));
    }
}
