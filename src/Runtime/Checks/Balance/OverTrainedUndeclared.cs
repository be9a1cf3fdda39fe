using System.Collections.Generic;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE004: over-trained with no intent declared: what to declare, what the same loss costs, when the run
/// pays back.</summary>
internal sealed class OverTrainedUndeclared : RunCheck
{
    public override Rule Rule => RuleTable.OverTrainedUndeclared;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (BalanceAssessment.OverTrained(run) is not { } balance || !Checks.OverTrained.IsUndeclared(run)) yield break;
        var fixes = new BalanceFixes(run, balance);
        var (sentence, arguments) = run.IsMixture && run.Estimate.Balance is { } active
            ? (2, [.. BalanceWords.OfMixture(run, balance, active), ("law", run.Estimate.Law.Id)])
            : Priced(run, balance);
        yield return new Finding(Rule, run.Name, sentence, arguments)
        {
            At = Finding.Values(run.Tokens!.DecidedBy),
            Data = fixes.Data,
            Fixes = fixes.Of(Rule),
        };
    }

    private static (int Sentence, (string, string)[] Arguments) Priced(ConfigRun run, Balance balance)
    {
        (string, string)[] what =
        [
            ("parameters", BalanceWords.Count(run, balance)),
            ("tokens", BalanceWords.Tokens(run, balance)),
            ("ratio", Quantity.Ratio(balance.TokensPerParameter)),
        ];
        if (balance.EqualLoss is not { } cheapest || balance.ExcessCompute is not { } excess
            || balance.PaybackTokens is not { } payback)
        {
            return (1,
            [
                .. what,
                ("flops", BalanceWords.Flops(balance)),
                ("law", run.Estimate.Law.Id),
                ("optimalParameters", Quantity.Format(balance.Optimum.Parameters)),
                ("optimalTokens", Shown(run, balance.Optimum.Tokens)),
                ("optimalRatio", Quantity.Ratio(balance.Optimum.TokensPerParameter)),
            ]);
        }

        return (0,
        [
            .. what,
            ("law", run.Estimate.Law.Id),
            ("equalParameters", Quantity.Format(cheapest.Parameters)),
            ("equalTokens", Shown(run, cheapest.Tokens)),
            ("share", Quantity.Percent(1 / (1 + excess))),
            ("payback", Quantity.Format(payback)),
            ("quantized", BalanceWords.Quantized(run)),
        ]);
    }

    private static string Shown(ConfigRun run, double tokens) =>
        Quantity.Format(tokens) + AdvisedEpochs.InBrackets(run, BalanceWords.OfThisRun(run, tokens));
}
