using System;
using System.Linq;

namespace ScalingAnalyzers.Laws;

/// <summary>
/// The region of runs on which a law was fitted. Values that the source does not give are null; a lower end of 0 means
/// that only the upper end is published.
/// </summary>
public sealed record FittedRange
{
    /// <summary>Parameters of the fitted models, in the law's own convention.</summary>
    public Interval? Parameters { get; init; }

    /// <summary>Training tokens of the fitted runs.</summary>
    public Interval? Tokens { get; init; }

    /// <summary>Training compute of the fitted runs, FLOPs.</summary>
    public Interval? TrainingFlops { get; init; }

    /// <summary>Tokens per parameter of the fitted runs.</summary>
    public Interval? TokensPerParameter { get; init; }

    /// <summary>Nothing is known of the fitted region.</summary>
    public static FittedRange Unknown { get; } = new();

    /// <summary>Whether anything is known of the fitted region.</summary>
    public bool IsKnown => Parameters is not null || Tokens is not null || TrainingFlops is not null || TokensPerParameter is not null;

    /// <summary>The largest distance outside the region over what is known of it, in orders of magnitude; 0
    /// inside.</summary>
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

    /// <summary>57M to 16.2B parameters, 1.4e18 to 1.3e22 FLOPs; "unknown" where nothing is known.</summary>
    public override string ToString()
    {
        string?[] known =
        [
            Shown(Parameters, "parameters"),
            Shown(Tokens, "tokens"),
            Shown(TrainingFlops, "FLOPs"),
            Shown(TokensPerParameter, "tokens per parameter"),
        ];
        return IsKnown ? string.Join(", ", known.OfType<string>()) : "unknown";
    }

    private static string? Shown(Interval? range, string unit) => range is { } known ? known + " " + unit : null;
}
