using System;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Planning;

/// <summary>How many FLOPs a stretch of machine time or a sum of money buys.</summary>
public static class ComputeBudget
{
    /// <summary>FLOPs of accelerators running for some days: count * days * 86400 * peak * utilization.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="count">How many.</param>
    /// <param name="days">Wall-clock days.</param>
    /// <param name="utilization">Model FLOPs utilization over the whole time, in (0, 1].</param>
    /// <param name="precision">The number format; the accelerator's default where unspecified.</param>
    /// <returns>FLOPs.</returns>
    /// <exception cref="ArgumentNullException">No accelerator.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    /// <exception cref="ArgumentException">The accelerator has no peak in this precision.</exception>
    public static double FlopsOfTime(
        Accelerator accelerator, double count, double days, double utilization, NumericFormat precision = default)
    {
        Positive.Require(count, nameof(count), "accelerators");
        Positive.Require(days, nameof(days), "days");
        return count * days * 24 * FlopsOfHour(accelerator, utilization, precision);
    }

    /// <summary>FLOPs that a sum of money rents: amount / price * 3600 * peak * utilization.</summary>
    /// <param name="amount">The sum.</param>
    /// <param name="pricePerAcceleratorHour">Price of one accelerator for an hour, in the same currency.</param>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="utilization">Model FLOPs utilization over the whole time, in (0, 1].</param>
    /// <param name="precision">The number format; the accelerator's default where unspecified.</param>
    /// <returns>FLOPs.</returns>
    /// <exception cref="ArgumentNullException">No accelerator.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    /// <exception cref="ArgumentException">The accelerator has no peak in this precision.</exception>
    public static double FlopsOfMoney(
        double amount, double pricePerAcceleratorHour, Accelerator accelerator, double utilization, NumericFormat precision = default)
    {
        Positive.Require(amount, nameof(amount), "money");
        Positive.Require(pricePerAcceleratorHour, nameof(pricePerAcceleratorHour), "money per accelerator-hour");
        return amount / pricePerAcceleratorHour * FlopsOfHour(accelerator, utilization, precision);
    }

    /// <summary>FLOPs of accelerator-hours at a measured throughput: 6 * parameters * tokens per second * 3600 *
    /// hours.</summary>
    /// <param name="acceleratorHours">Accelerator-hours.</param>
    /// <param name="parameters">Parameters of the model that the throughput was measured with, active ones of a
    /// mixture.</param>
    /// <param name="tokensPerSecond">Tokens per second of one accelerator.</param>
    /// <returns>FLOPs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double FlopsOfThroughput(double acceleratorHours, double parameters, double tokensPerSecond)
    {
        Positive.Require(acceleratorHours, nameof(acceleratorHours), "hours");
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokensPerSecond, nameof(tokensPerSecond), "tokens per second");
        return 6 * parameters * tokensPerSecond * 3600 * acceleratorHours;
    }

    private static double FlopsOfHour(Accelerator accelerator, double utilization, NumericFormat precision)
    {
        if (accelerator is null) throw new ArgumentNullException(nameof(accelerator));
        Positive.RequireShare(utilization, nameof(utilization), "the peak");
        double peak = accelerator.PeakFlopsPerSecond(precision)
            ?? throw new ArgumentException($"{accelerator} has no peak in {precision}.", nameof(precision));
        return 3600 * peak * utilization;
    }
}
