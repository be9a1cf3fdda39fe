using System.Collections.Generic;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE202: more unique tokens than the declared stock.</summary>
internal sealed class BeyondStock : RunCheck
{
    public override Rule Rule => RuleTable.BeyondStock;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (run.Declared.UniqueTokens is not { } unique || SuspiciousMagnitude.IsSuspicious(run.Config, ConfigRole.UniqueTokens)) yield break;
        if (run.Config.Count(ConfigRole.TokenStock) is not { } stock || stock >= unique) yield break;
        var (written, holds) = (run.Config.Find(ConfigRole.UniqueTokens)!, run.Config.Find(ConfigRole.TokenStock)!);
        yield return new Finding(
            Rule,
            run.Name,
            0,
            ("unique", Quantity.Format(unique)),
            ("member", holds.Name),
            ("stock", Quantity.Format(stock)),
            ("missing", Quantity.Format(unique - stock)))
        {
            At = Finding.Values(written),
            Concerns = Finding.Values(written, holds),
            Data = new FindingData().With(FindingKeys.UniqueTokens, unique).With(FindingKeys.TokenStock, stock),
        };
    }
}
