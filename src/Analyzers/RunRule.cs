using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>A rule asks the run one question and says one thing. It sees values, never syntax.</summary>
internal abstract class RunRule
{
    public abstract void Judge(ResolvedRun run, RunReport report);
}
