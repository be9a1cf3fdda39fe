using System.Collections.Generic;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE001: fewer tokens per parameter than the optimum at this compute, by more than the
/// tolerance.</summary>
internal sealed class UnderTrained : RunCheck
{
    public override Rule Rule => RuleTable.UnderTrained;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (run.IsJustified || BalanceAssessment.Of(run) is not { } balance) yield break;
        if (!BalanceAssessment.IsUnderTrained(balance, run.Options)) yield break;
        var fixes = new BalanceFixes(run, balance);
        yield return new Finding(Rule, run.Name, 0, BalanceWords.Arguments(run, balance, BalanceWords.SameLoss(run, balance)))
        {
            At = Finding.Values(run.Tokens!.DecidedBy),
            Data = fixes.Data,
            Fixes = fixes.Of(Rule),
        };
    }
}
