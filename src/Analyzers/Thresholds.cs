using System.Linq;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Hardware;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE105: training compute above a threshold of a law of states.</summary>
internal sealed class Thresholds : RunRule
{
    public override void Judge(ResolvedRun run, RunReport report)
    {
        if (run.Estimate.DevelopmentFlops is not { } flops || run.Tokens is null) return;
        if (Magnitudes.IsSuspicious(run, ConfigRole.TrainingTokens) || Magnitudes.IsSuspicious(run, ConfigRole.Parameters)) return;
        foreach (var threshold in ComputeThreshold.All.Concat(run.Options.ComputeThresholds).Where(t => flops > t.Flops))
        {
            var facts = FixFacts.None.With("developmentFlops", flops).With("threshold", threshold.Flops).With("law", threshold.Law);
            report.At(
                run.Tokens.DecidedBy, Rules.Threshold, facts,
                run.Name, Quantity.Scientific(flops), Quantity.Ratio(flops / threshold.Flops), Quantity.Scientific(threshold.Flops), threshold.Law, threshold.Consequence);
        }
    }
}
