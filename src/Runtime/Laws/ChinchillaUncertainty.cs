using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Laws;

/// <summary>The published uncertainty of a Chinchilla fit. Values that the source does not give are null.</summary>
public sealed record ChinchillaUncertainty
{
    private readonly IReadOnlyList<double>? _standardErrors;
    private readonly IReadOnlyList<Interval>? _confidence;
    private readonly IReadOnlyList<double>? _covariance;

    /// <summary>Standard errors of E, A, B, alpha, beta, in this order.</summary>
    /// <exception cref="ArgumentException">Not 5 values.</exception>
    public IReadOnlyList<double>? StandardErrors
    {
        get => _standardErrors;
        init => _standardErrors = Of(5, value, nameof(StandardErrors));
    }

    /// <summary>Confidence intervals of E, A, B, alpha, beta, in this order.</summary>
    /// <exception cref="ArgumentException">Not 5 values.</exception>
    public IReadOnlyList<Interval>? Confidence
    {
        get => _confidence;
        init => _confidence = Of(5, value, nameof(Confidence));
    }

    /// <summary>The level of Confidence, 0.95 for 95 %.</summary>
    public double ConfidenceLevel { get; init; } = 0.95;

    /// <summary>Standard error of a = beta/(alpha + beta), the exponent of the optimal model.</summary>
    public double? ParametersExponentStandardError { get; init; }

    /// <summary>The compute at which the frontier is known best, FLOPs; the geometric centre of the fitted compute
    /// where null.</summary>
    public double? FrontierPivotFlops { get; init; }

    /// <summary>
    /// Standard error of the logarithm of the optimal parameters at that compute; 0 where it is unknown.
    /// </summary>
    public double FrontierLogError { get; init; }

    /// <summary>Covariance of E, A, B, alpha, beta, in this order, row-major, 25 numbers; gives the optimum's interval
    /// everywhere.</summary>
    /// <exception cref="ArgumentException">Not 25 values.</exception>
    public IReadOnlyList<double>? Covariance
    {
        get => _covariance;
        init => _covariance = Of(25, value, nameof(Covariance));
    }

    /// <summary>Draws of the coefficients, from which the bands of a loss come; null where there are none.</summary>
    public ChinchillaDraws? Draws { get; init; }

    private static IReadOnlyList<T>? Of<T>(int count, IReadOnlyList<T>? values, string name) => values is null || values.Count == count
        ? values
        : throw new ArgumentException(
            name + " has " + values.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) + " values; "
            + count.ToString(System.Globalization.CultureInfo.InvariantCulture) + " belong here, in the order E, A, B, alpha, beta.", name);
}
