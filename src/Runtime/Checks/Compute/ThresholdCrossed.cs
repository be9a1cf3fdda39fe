using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Hardware;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE105: training compute above the threshold of a statute, or a modification above its own.</summary>
internal sealed class ThresholdCrossed : RunCheck
{
    public override Rule Rule => RuleTable.ThresholdCrossed;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (run.Estimate.DevelopmentFlops is not { } flops || run.Tokens is null) yield break;
        if (SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.TrainingTokens)) yield break;
        if (SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.Parameters)) yield break;
        if (OfModification(run) is { } modified) yield return modified;
        foreach (var threshold in ComputeThreshold.All.Concat(run.Options.ComputeThresholds).Where(t => flops > t.Flops))
            yield return Of(run, 0, flops, threshold, Quantity.Scientific(threshold.Flops));
    }

    // Both sides are counted by 6ND, so that the third is not crossed by attention alone.
    private Finding? OfModification(ConfigRun run)
    {
        if (run.Declared.Stage is not (TrainingStage.ContinuedPretraining or TrainingStage.FineTuning)) return null;
        if (run.Estimate is not { TrainingFlops: { } training } estimate) return null;
        if (estimate.PriorFlops is null && run.Config.Has(ConfigRole.PriorTokens)) return null;
        double own = training + (estimate.TeacherFlops ?? 0) + (estimate.PostTrainingFlops ?? 0);
        if (ComputeThreshold.OfModification(estimate.PriorFlops) is not { } threshold || own <= threshold.Flops) return null;
        string third = Quantity.Scientific(threshold.Flops) + (estimate.PriorFlops is { } original
            ? ", a third of the original's " + Quantity.Scientific(original)
            : ", a third of 1e23, for the original's compute is not known");
        return Of(run, 1, own, threshold, third);
    }

    private Finding Of(ConfigRun run, int message, double flops, ComputeThreshold threshold, string shown) => new(
        Rule,
        run.Name,
        message,
        ("flops", Quantity.Scientific(flops)),
        ("times", Quantity.Ratio(flops / threshold.Flops)),
        ("threshold", shown),
        ("statute", threshold.Law),
        ("consequence", threshold.Consequence))
    {
        At = Finding.Values(run.Tokens!.DecidedBy),
        Data = new FindingData()
            .With(FindingKeys.DevelopmentFlops, flops)
            .With(FindingKeys.Threshold, threshold.Flops)
            .With(FindingKeys.Statute, threshold.Law),
    };
}
