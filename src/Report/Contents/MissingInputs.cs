using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Reports.Contents;

/// <summary>Why a figure of a run is not known: the inputs that are not declared, and only those.</summary>
internal static class MissingInputs
{
    /// <summary>For accelerator-hours.</summary>
    public static string OfHours(Estimate estimate) => Reason(estimate, Hours(estimate));

    /// <summary>For wall-clock days.</summary>
    public static string OfDays(Estimate estimate) => Reason(estimate, Hours(estimate)
        .Concat(estimate.Counted.AcceleratorCount is null ? ["the count of accelerators"] : []));

    /// <summary>For the price.</summary>
    public static string OfPrice(Estimate estimate) => Reason(estimate, Hours(estimate)
        .Concat(estimate.Counted.PricePerAcceleratorHour is null ? ["the price of an accelerator-hour"] : []));

    /// <summary>For the energy.</summary>
    public static string OfEnergy(Estimate estimate) => estimate.Counted.Accelerator is { TdpWatts: null } chip
        ? "the power of " + chip + " is not known"
        : Reason(estimate, Hours(estimate).Concat(estimate.Counted.Accelerator is null ? ["an accelerator"] : [])
            .Distinct(System.StringComparer.Ordinal));

    /// <summary>For the training compute.</summary>
    public static string OfCompute(Estimate estimate) => Needs(Compute(estimate));

    private static string Reason(Estimate estimate, IEnumerable<string> missing) =>
        estimate is { AcceleratorHours: null, WhyNoHours: { } why } ? why : Needs(missing);

    private static IEnumerable<string> Compute(Estimate estimate)
    {
        if (estimate.Counted.ComputeParameters is null) yield return "parameters";
        if (estimate.Counted.TrainingTokens is null) yield return "training tokens";
    }

    private static IEnumerable<string> Hours(Estimate estimate)
    {
        var run = estimate.Counted;
        if (estimate.AcceleratorHours is not null) yield break;
        if (run.TokensPerSecondPerAccelerator is not null)
        {
            if (run.TrainingTokens is null) yield return "training tokens";
            yield break;
        }

        foreach (string missing in Compute(estimate)) yield return missing;
        if (run.Accelerator is null && run.PeakFlopsPerSecond is null) yield return "an accelerator";
        if (run.Utilization is null) yield return "a utilization";
    }

    private static string Needs(IEnumerable<string> missing)
    {
        string[] all = missing.ToArray();
        return all.Length switch
        {
            0 => "does not follow from what is declared",
            1 => "needs " + all[0],
            _ => "needs " + string.Join(", ", all[..^1]) + " and " + all[^1],
        };
    }
}
