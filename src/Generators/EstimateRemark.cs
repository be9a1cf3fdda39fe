using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>The hover text of the constants: why something is missing, and which declarations would add more.</summary>
internal static class EstimateRemark
{
    public static string Of(RunModel run, Estimate estimate)
    {
        var parts = new List<string>();
        if (estimate.WhyNotAssessed is { } reason && estimate.Plan is not { WhyNotAssessed: null })
            parts.Add("No optimum and no loss: " + reason + ".");
        if (estimate.WhyNotAssessed is null && estimate.Counted.IsMixture && estimate.WhyNoLoss is { } unpredicted)
            parts.Add("No loss: " + unpredicted + ".");
        if (run.Declared.Precision is null) parts.Add("No bytes: the precision is declared, but not known.");
        var missing = new List<string>();
        if (!run.IsTraining) return string.Join(" ", parts);
        if (estimate.WhyNoHours is { } refused) parts.Add("No hours, days, energy or cost: " + refused + ".");
        bool isMeasured = run.Declared.TokensPerSecondPerAccelerator is not null;
        bool isPeakKnown = run.Declared.Accelerator is not null || estimate.PeakFlopsPerSecond is not null;
        if (!isMeasured && !isPeakKnown && estimate.WhyNoHours is null) missing.Add("Accelerator");
        if (!isMeasured && run.Declared.Utilization is null) missing.Add("Utilization");
        if (run.Declared.AcceleratorCount is null) missing.Add("AcceleratorCount");
        if (run.Declared.PricePerAcceleratorHour is null) missing.Add("PricePerAcceleratorHour");
        if (missing.Count > 0)
            parts.Add("Declare " + string.Join(", ", missing) + " for "
                + ((estimate.AcceleratorHours ?? estimate.Plan?.AcceleratorHours) is null
                    ? "hours, days, energy and cost"
                    : Wanted(run.Declared)) + ".");
        return string.Join(" ", parts);
    }

    private static string Wanted(TrainingRun run) =>
        string.Join(" and ",
            new[] { run.AcceleratorCount is null ? "days" : null, run.PricePerAcceleratorHour is null ? "cost" : null }.OfType<string>());
}
