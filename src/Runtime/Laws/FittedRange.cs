using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>A closed interval of positive numbers.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Whether the value lies in the interval, ends included.</summary>
    /// <param name="value">A positive number in the interval's unit.</param>
    /// <returns>True inside or at an end.</returns>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>The geometric centre, in the interval's unit.</summary>
    public double Centre => ScalarMath.Pow(Low, 0.5) * ScalarMath.Pow(High, 0.5);

    /// <summary>How far outside the value lies, in orders of magnitude: 0 inside, 2 for a hundred times the upper end, -1 for a tenth of the lower end.</summary>
    /// <param name="value">A positive number in the interval's unit.</param>
    /// <returns>The signed base-10 logarithm of the distance to the nearer end.</returns>
    public double OrdersOutside(double value) =>
        value > High ? ScalarMath.Log2(value / High) / ScalarMath.Log2(10)
        : value < Low ? ScalarMath.Log2(value / Low) / ScalarMath.Log2(10)
        : double.IsNaN(value) ? value
        : 0;
}

/// <summary>The region of runs on which a law was fitted. What the source does not say is null; a lower end of 0 means that only the upper is published.</summary>
/// <param name="Parameters">Parameters of the fitted models, in the law's own convention.</param>
/// <param name="Tokens">Training tokens of the fitted runs.</param>
/// <param name="TrainingFlops">Training compute of the fitted runs, FLOPs.</param>
/// <param name="TokensPerParameter">Tokens per parameter of the fitted runs.</param>
public sealed record FittedRange(
    Interval? Parameters = null,
    Interval? Tokens = null,
    Interval? TrainingFlops = null,
    Interval? TokensPerParameter = null)
{
    /// <summary>Nothing is known of the fitted region.</summary>
    public static FittedRange Unknown { get; } = new();

    /// <summary>Whether anything is known of the fitted region.</summary>
    public bool IsKnown => Parameters is not null || Tokens is not null || TrainingFlops is not null || TokensPerParameter is not null;

    /// <summary>The largest distance outside the region over what is known of it, in orders of magnitude; 0 inside.</summary>
    /// <param name="parameters">Parameters of the run.</param>
    /// <param name="tokens">Training tokens of the run.</param>
    /// <returns>A number from 0 upwards.</returns>
    public double OrdersOutside(double parameters, double tokens)
    {
        double worst = 0;
        if (Parameters is { } n) worst = Math.Max(worst, Math.Abs(n.OrdersOutside(parameters)));
        if (Tokens is { } d) worst = Math.Max(worst, Math.Abs(d.OrdersOutside(tokens)));
        if (TrainingFlops is { } c) worst = Math.Max(worst, Math.Abs(c.OrdersOutside(6 * parameters * tokens)));
        if (TokensPerParameter is { } r) worst = Math.Max(worst, Math.Abs(r.OrdersOutside(tokens / parameters)));
        return worst;
    }
}
