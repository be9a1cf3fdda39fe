using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>Several samples of a small model against one of a large one, at test time (Brown et al. 2024; Snell et al.
/// 2024).</summary>
public sealed class TestTimePlan
{
    internal TestTimePlan(
        double equalCostSamples,
        double coverageAtEqualCost,
        double samplesNeeded,
        double costRatio,
        double ordersOutsideFit)
    {
        EqualCostSamples = equalCostSamples;
        CoverageAtEqualCost = coverageAtEqualCost;
        SamplesNeeded = samplesNeeded;
        CostRatio = costRatio;
        OrdersOutsideFit = ordersOutsideFit;
    }

    /// <summary>Samples of the small model for the FLOPs of one of the large.</summary>
    public double EqualCostSamples { get; }

    /// <summary>Share of tasks that so many samples of the small model solve at least once.</summary>
    public double CoverageAtEqualCost { get; }

    /// <summary>Samples of the small model for the large one's success; whole.</summary>
    public double SamplesNeeded { get; }

    /// <summary>FLOPs of those over the large model's; below 1 the small model is cheaper.</summary>
    public double CostRatio { get; }

    /// <summary>
    /// How far SamplesNeeded is above the most samples of the curve's fit, in orders of magnitude; 0 within.
    /// </summary>
    public double OrdersOutsideFit { get; }

    /// <summary>
    /// Whether sampling the small model is the cheaper way to the large one's success. A task counts as solved when any
    /// sample solves it, which requires a verifier.
    /// </summary>
    public bool SmallModelIsCheaper => CostRatio < 1;

    /// <summary>Compares both at equal tokens per sample; attention is not counted.</summary>
    /// <param name="smallParameters">Active parameters of the small model.</param>
    /// <param name="smallCoverage">Its coverage by samples on these tasks; see
    /// <see cref="CoverageCurve.Through"/>.</param>
    /// <param name="mostSamplesFitted">The most samples that curve was fitted on.</param>
    /// <param name="largeParameters">Active parameters of the large model.</param>
    /// <param name="largeSuccess">Share of the same tasks that one sample of the large model solves, between 0 and
    /// 1.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public static TestTimePlan Compare(
        double smallParameters, CoverageCurve smallCoverage, double mostSamplesFitted, double largeParameters, double largeSuccess)
    {
        double equal = TestTimeExchange.EqualCostSamples(smallParameters, largeParameters);
        if (!(mostSamplesFitted >= 1) || double.IsInfinity(mostSamplesFitted))
        {
            throw new ArgumentOutOfRangeException(
                nameof(mostSamplesFitted), mostSamplesFitted, "mostSamplesFitted is a count, a finite number from 1 upwards.");
        }

        double needed = Math.Ceiling(smallCoverage.SamplesFor(largeSuccess));
        return new(
            equal,
            smallCoverage.At(Math.Max(1, Math.Floor(equal))),
            needed,
            needed / equal,
            new Interval(1, mostSamplesFitted).OrdersOutside(needed));
    }
}
