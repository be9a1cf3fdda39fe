using System.Collections.Generic;

namespace ScalingAnalyzers.Checks;

/// <summary>A check tests one condition of a run and returns what it found. It reads values, never syntax.</summary>
internal abstract class RunCheck
{
    public abstract Rule Rule { get; }

    public abstract IEnumerable<Finding> Check(ConfigRun run);
}

/// <summary>The checks of the table of rules.</summary>
internal static class RunChecks
{
    /// <summary>The findings of every check that applies to the assessed subject, by the order of the rules.</summary>
    public static IEnumerable<Finding> Of(ConfigRun run, RuleScope scope)
    {
        foreach (var rule in RuleTable.All)
        {
            if (rule.Check is not { } check || (rule.Scope & scope) == default) continue;
            foreach (var finding in check.Check(run)) yield return finding;
        }
    }
}
