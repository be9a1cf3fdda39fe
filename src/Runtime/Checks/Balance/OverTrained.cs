using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE002: over-trained though ComputeOptimal is declared, or further than the declared inference pays
/// for.</summary>
internal sealed class OverTrained : RunCheck
{
    public override Rule Rule => RuleTable.OverTrained;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (BalanceAssessment.OverTrained(run) is not { } balance) yield break;
        var fixes = new BalanceFixes(run, balance);
        if (run.Declared.Intent == TrainingIntent.ComputeOptimal)
        {
            yield return Of(run, balance, " and declares ComputeOptimal", "", fixes.Data, fixes.Of(Rule));
        }
        else if (!IsUndeclared(run) && run.Declared.InferenceTokens is { } served && balance.PaybackTokens > served)
        {
            string declared = " for " + Quantity.Format(served) + " served tokens, but pays back only after "
                + Quantity.Format(balance.PaybackTokens.Value);
            var serving = ServingComparison.Of(run, balance);
            var offered = fixes.Of(Rule).Concat(serving?.Fixes(run, balance) ?? []);
            yield return Of(run, balance, declared, Served(serving), serving?.AddTo(fixes.Data) ?? fixes.Data, offered.ToArray());
        }
    }

    /// <summary>Whether neither an intent nor served tokens are declared.</summary>
    public static bool IsUndeclared(ConfigRun run) =>
        run.Declared.Intent == TrainingIntent.Unspecified && run.Declared.InferenceTokens is null
            && !run.Config.Has(ConfigRole.InferenceTokens) && !IsIntentUnknown(run);

    private static bool IsIntentUnknown(ConfigRun run) =>
        run.Config.IsUnreadable(ConfigRole.Intent) || (run.Options.IsUnreadable("intent") && !run.Config.Has(ConfigRole.Intent));

    private Finding Of(ConfigRun run, Balance balance, string declared, string served, FindingData data, FindingFix[] fixes)
    {
        (string, string)[] arguments = run.IsMixture && run.Estimate.Balance is { } active
            ? [
                .. BalanceWords.OfMixture(run, balance, active),
                ("law", run.Estimate.Law.ToString()!),
                ("flops", BalanceWords.Flops(active)),
            ]
            : BalanceWords.Arguments(run, balance, BalanceWords.SameLoss(run, balance) + BalanceWords.Quantized(run) + served);
        return new Finding(Rule, run.Name, run.IsMixture ? 1 : 0, [.. arguments, ("declared", declared)])
        {
            At = Finding.Values(run.Tokens!.DecidedBy),
            Data = data,
            Fixes = fixes,
        };
    }

    // What the declared inference would pay for.
    private static string Served(ServingComparison? serving) => serving is not { Saving: > 0 } ? ""
        : ". With so much inference the cheapest run of this loss is " + serving.Shown + ": "
            + Quantity.Scientific(serving.Flops - serving.BestFlops) +
            " FLOPs less over its life" + serving.Money;
}
