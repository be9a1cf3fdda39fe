using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE902: a value that cannot be.</summary>
internal sealed class ImpossibleValues : RunRule
{
    public override void Judge(ResolvedRun run, RunReport report)
    {
        foreach (var value in run.Facts.Impossible)
        {
            if (report.Concerns(value.Fact)) report.At(value.Fact, Rules.ImpossibleValue, run.Name, value.Fact.Name, value.Shown, value.Why);
        }
    }
}
