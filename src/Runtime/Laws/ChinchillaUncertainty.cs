using System.Collections.Generic;

namespace ScalingAnalyzers;

/// <summary>What a source says of the certainty of a Chinchilla fit. What it does not say is null.</summary>
public sealed record ChinchillaUncertainty
{
    /// <summary>Standard errors of E, A, B, alpha, beta, in this order.</summary>
    public IReadOnlyList<double>? StandardErrors { get; init; }

    /// <summary>Confidence intervals of E, A, B, alpha, beta, in this order.</summary>
    public IReadOnlyList<Interval>? Confidence { get; init; }

    /// <summary>The level of Confidence, 0.95 for 95 %.</summary>
    public double ConfidenceLevel { get; init; } = 0.95;

    /// <summary>Standard error of a = beta/(alpha + beta), the exponent of the optimal model.</summary>
    public double? ParametersExponentStandardError { get; init; }

    /// <summary>The compute at which the frontier is known best, FLOPs; the geometric centre of the fitted compute where null.</summary>
    public double? FrontierPivotFlops { get; init; }

    /// <summary>Standard error of the logarithm of the optimal parameters at that compute; 0 where it is not known.</summary>
    public double FrontierLogError { get; init; }

    /// <summary>Covariance of E, A, B, alpha, beta, in this order, row-major, 25 numbers; gives the optimum's interval everywhere.</summary>
    public IReadOnlyList<double>? Covariance { get; init; }
}
