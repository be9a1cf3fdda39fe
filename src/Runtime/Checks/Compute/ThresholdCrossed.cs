using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Hardware;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE105: training compute above the threshold of a statute.</summary>
internal sealed class ThresholdCrossed : RunCheck
{
    public override Rule Rule => RuleTable.ThresholdCrossed;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (run.Estimate.DevelopmentFlops is not { } flops || run.Tokens is null) yield break;
        if (SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.TrainingTokens)) yield break;
        if (SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.Parameters)) yield break;
        foreach (var threshold in ComputeThreshold.All.Concat(run.Options.ComputeThresholds).Where(t => flops > t.Flops))
        {
            yield return new Finding(
                Rule,
                run.Name,
                0,
                ("flops", Quantity.Scientific(flops)),
                ("times", Quantity.Ratio(flops / threshold.Flops)),
                ("threshold", Quantity.Scientific(threshold.Flops)),
                ("statute", threshold.Law),
                ("consequence", threshold.Consequence))
            {
                At = Finding.Values(run.Tokens.DecidedBy),
                Data = new FindingData()
                    .With(FindingKeys.DevelopmentFlops, flops)
                    .With(FindingKeys.Threshold, threshold.Flops)
                    .With(FindingKeys.Statute, threshold.Law),
            };
        }
    }
}
