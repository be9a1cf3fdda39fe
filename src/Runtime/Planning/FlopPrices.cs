using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Planning;

/// <summary>The cost of one FLOP in training, in reading a prompt and in writing an answer; any currency.</summary>
public readonly record struct FlopPrices
{
    /// <summary>Makes a list of prices.</summary>
    /// <param name="training">Money per training FLOP.</param>
    /// <param name="input">Money per prefill FLOP.</param>
    /// <param name="output">Money per generation FLOP.</param>
    public FlopPrices(double training, double input, double output)
    {
        Training = training;
        Input = input;
        Output = output;
    }

    /// <summary>Money per training FLOP.</summary>
    public double Training { get; }

    /// <summary>Money per prefill FLOP.</summary>
    public double Input { get; }

    /// <summary>Money per generation FLOP.</summary>
    public double Output { get; }

    /// <summary>The price of a FLOP on a rented accelerator: price / (3600 * peak * utilization).</summary>
    /// <param name="pricePerAcceleratorHour">Money per hour.</param>
    /// <param name="peakFlopsPerSecond">Dense peak, FLOP/s.</param>
    /// <param name="utilization">In (0, 1].</param>
    /// <returns>Money per FLOP.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public static double Rented(double pricePerAcceleratorHour, double peakFlopsPerSecond, double utilization)
    {
        Positive.Require(pricePerAcceleratorHour, nameof(pricePerAcceleratorHour), "money per accelerator-hour");
        Positive.Require(peakFlopsPerSecond, nameof(peakFlopsPerSecond), "FLOP/s");
        Positive.RequireShare(utilization, nameof(utilization), "the peak");
        return pricePerAcceleratorHour / (3600 * peakFlopsPerSecond * utilization);
    }
}
