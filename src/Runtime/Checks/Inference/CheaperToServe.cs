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
        foreach (var open in PaybackOpen.Of(run)) yield return open;
        if (run.IsJustified || BalanceAssessment.Of(run) is not { } balance) yield break;
        if (ServingComparison.Of(run, balance) is not { } serving) yield break;
        if (serving.Best.Parameters >= balance.Parameters || serving.Saving < LeastSaving) yield break;
        yield return new Finding(
            Rule,
            run.Name,
            0,
            ("parameters", Quantity.Format(balance.Parameters)),
            ("tokens", Quantity.Format(balance.Tokens)),
            ("served", Quantity.Format(serving.InferenceTokens)),
            ("law", run.Estimate.Law.ToString()!),
            ("best", serving.Shown),
            ("bestFlops", Quantity.Scientific(serving.BestFlops)),
            ("flops", Quantity.Scientific(serving.Flops)),
            ("saving", Quantity.Percent(serving.Saving)),
            ("money", serving.Money))
        {
            At = Finding.Values(run.Tokens!.DecidedBy),
            Data = serving.AddTo(new BalanceFixes(run, balance).Data),
            Fixes = serving.Fixes(run, balance),
        };
    }
}
