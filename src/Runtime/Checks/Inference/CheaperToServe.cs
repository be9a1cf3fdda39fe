using System.Collections.Generic;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE501: with the declared inference, a smaller model trained longer reaches the same loss
/// cheaper.</summary>
internal sealed class CheaperToServe : RunCheck
{
    // What a factor of 3 from the optimum costs too: below it nothing is reported.
    private const double LeastSaving = 0.1;

    public override Rule Rule => RuleTable.CheaperToServe;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (run.IsJustified || BalanceVerdict.Of(run) is not { } balance) yield break;
        if (ServingComparison.Of(run, balance) is not { } plan || plan.Best.Parameters >= balance.Parameters || plan.Saving < LeastSaving)
            yield break;
        yield return new Finding(
            Rule,
            run.Name,
            0,
            ("parameters", Quantity.Format(balance.Parameters)),
            ("tokens", Quantity.Format(balance.Tokens)),
            ("served", Quantity.Format(plan.InferenceTokens)),
            ("law", run.Estimate.Law.ToString()!),
            ("best", plan.Shown),
            ("bestFlops", Quantity.Scientific(plan.BestFlops)),
            ("flops", Quantity.Scientific(plan.Flops)),
            ("saving", Quantity.Percent(plan.Saving)),
            ("money", plan.Money))
        {
            At = Finding.Values(run.Tokens!.DecidedBy),
            Data = plan.AddTo(new BalanceFixes(run, balance).Data),
            Fixes = plan.Fixes(run, balance),
        };
    }
}
