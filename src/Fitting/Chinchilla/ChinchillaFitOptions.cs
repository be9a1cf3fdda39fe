using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Fitting;

/// <summary>What a fit minimises.</summary>
public enum FitObjective
{
    /// <summary>The sum of Huber's loss over residuals of ln L (Hoffmann et al. 2022, eq. 3; the sum, not the mean:
    /// Besiroglu et al. 2024).</summary>
    HuberLogLoss,

    /// <summary>The sum of squares of residuals of L.</summary>
    LeastSquares,
}

/// <summary>The start of the search.</summary>
public enum FitStarts
{
    /// <summary>Variable projection over a grid of exponents: two starts far apart and, for Huber's loss, one from a
    /// gentler misfit.</summary>
    VariableProjection,

    /// <summary>Besides, the 4500 starts of Hoffmann et al. 2022, section D.3, in parallel.</summary>
    HoffmannGrid,
}

/// <summary>How to fit L(N, D) = E + A/N^alpha + B/D^beta.</summary>
public sealed record ChinchillaFitOptions
{
    /// <summary>What is minimised.</summary>
    public FitObjective Objective { get; init; } = FitObjective.HuberLogLoss;

    /// <summary>Huber's delta, in units of ln L.</summary>
    public double HuberDelta { get; init; } = 1e-3;

    /// <summary>The start of the search.</summary>
    public FitStarts Starts { get; init; } = FitStarts.VariableProjection;

    /// <summary>E fixed at this value, nats per token; null to fit it. Zero gives the law without a floor.</summary>
    public double? FixedIrreducible { get; init; }

    /// <summary>Whether alpha and beta are one exponent (Muennighoff et al. 2023).</summary>
    public bool SharedExponent { get; init; }

    /// <summary>
    /// The relative weight of each run, in the order of the runs; null for equal weights. Their scale changes the
    /// objective, but neither law nor uncertainty.
    /// </summary>
    public ReadOnlyMemory<double>? Weights { get; init; }

    /// <summary>The id of the resulting law.</summary>
    public string LawId { get; init; } = "fitted";

    /// <summary>
    /// The source of the resulting law, such as a report of yours; null for "the user's own runs", without a year (a
    /// law file needs one).
    /// </summary>
    public LawSource? Source { get; init; }

    /// <summary>Which parameters the runs count.</summary>
    public ParameterConvention Convention { get; init; } = ParameterConvention.Total;

    internal void Check()
    {
        if (!(HuberDelta > 0))
            throw new ArgumentOutOfRangeException(nameof(HuberDelta), HuberDelta, "HuberDelta is in units of ln L and must be positive.");
        if (FixedIrreducible is { } e && !(e >= 0 && double.IsFinite(e)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(FixedIrreducible), e, "FixedIrreducible is in nats per token and must be zero or a positive finite number.");
        }
    }
}
