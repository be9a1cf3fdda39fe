using System;

namespace ScalingAnalyzers.Planning;

/// <summary>The training compute that the declared limits of a run allow.</summary>
internal static class Budget
{
    public static bool IsDeclared(TrainingRun run) =>
        run.MaxFlops is not null || run.MaxAcceleratorHours is not null || run.MaxCost is not null || run.MaxDays is not null;

    /// <summary>The least of all limits, as 6ND; null where there are none, or where one cannot be converted.</summary>
    /// <param name="run">The run with the counts of its shape.</param>
    /// <param name="peak">The dense peak of one accelerator, FLOP/s; null where it is unknown.</param>
    /// <param name="whyNoHours">Why no hours may be computed; null where they may.</param>
    /// <param name="limits">What of the config cannot be read.</param>
    public static double? AffordableFlops(TrainingRun run, double? peak, string? whyNoHours, EstimateLimits limits)
    {
        if (!IsDeclared(run)) return null;
        double? all = double.PositiveInfinity;
        if (run.MaxFlops is { } most) all = Least(all, Counted(run, most, WithAttention(run)));
        if (run.MaxAcceleratorHours is { } hours) all = Least(all, OfHours(hours));
        if (run.MaxCost is { } cost) all = Least(all, OfHours(cost / run.PricePerAcceleratorHour));
        if (run.MaxDays is { } days)
            all = Least(all, limits.IsAvailabilityUnreadable ? null : OfHours(days * 24 * run.AcceleratorCount * (run.Availability ?? 1)));
        return all;

        double? OfHours(double? amount)
        {
            if (amount is not { } most) return null;
            if (run.TokensPerSecondPerAccelerator is { } rate) return 6.0 * run.ComputeParameters * most * 3600 * rate;
            var basis = UtilizationFlops.BasisOf(run);
            if (whyNoHours is not null || peak is not { } each || run.Utilization is not { } share) return null;
            return Counted(run, most * 3600 * each * share, basis);
        }
    }

    // Compute that counts attention pays for fewer tokens of 6N.
    private static double? Counted(TrainingRun run, double flops, UtilizationBasis basis)
    {
        if (basis == UtilizationBasis.SixN) return flops;
        UtilizationFlops.Of(run with { TrainingTokens = 1 }, basis, out double? each, out _);
        return flops * 6 * run.ComputeParameters / each;
    }

    private static UtilizationBasis WithAttention(TrainingRun run) =>
        run.AttentionWidth is not null && run.SequenceLength is not null ? UtilizationBasis.Attention12 : UtilizationBasis.SixN;

    private static double? Least(double? one, double? other) => one is { } a && other is { } b ? Math.Min(a, b) : null;
}
