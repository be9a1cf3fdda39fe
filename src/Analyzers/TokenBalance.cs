using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE001, SCALE002, SCALE004: tokens per parameter against the law's optimum at equal compute.</summary>
internal sealed class TokenBalance : RunRule
{
    public override void Judge(ResolvedRun run, RunReport report)
    {
        if (run.IsJustified || Judged(run) is not { } balance) return;

        // Of a mixture only what both counts agree on is said: too few tokens even for its active parameters, too many even for all.
        if (IsUnderTrained(balance, run.Options)) Report(run, report, balance);
        else if (!run.IsMixture && IsOverTrained(balance, run.Options)) ReportOver(run, report, balance);
        else if (run.Estimate.BalanceByTotal is { } total && IsOverTrained(total, run.Options)) ReportOver(run, report, total);
    }

    /// <summary>The run against its law, where the law may be heard: numbers that can be meant, and compute from the lower edge of the fits upwards.</summary>
    public static Balance? Judged(ResolvedRun run)
    {
        if (run.Tokens is null || Magnitudes.IsSuspicious(run, ConfigRole.TrainingTokens) || Magnitudes.IsSuspicious(run, ConfigRole.Parameters)) return null;
        return run.Options.MinFlops is { } least && run.Estimate.TrainingFlops >= least ? run.Estimate.Balance : null;
    }

    private static bool IsUnderTrained(Balance balance, RunOptions options) => balance.Ratio < 1 && IsFar(balance, options);

    private static bool IsOverTrained(Balance balance, RunOptions options) => balance.Ratio > 1 && IsFar(balance, options);

    private static bool IsFar(Balance balance, RunOptions options)
    {
        if (options.IsUnreadable("max_excess_compute")) return false;
        if (options.MaxExcessCompute is { } most && balance.ExcessCompute is { } excess) return excess > most;
        return options.TokenRatioTolerance is { } tolerance && (balance.Ratio > tolerance || balance.Ratio < 1 / tolerance);
    }

    private static void Report(ResolvedRun run, RunReport report, Balance balance) => report.At(
        run.Tokens!.DecidedBy, Rules.UnderTrained, BalanceFacts.Of(run, balance), Said(run, balance, SameLoss(run, balance), ""));

    private static void ReportOver(ResolvedRun run, RunReport report, Balance balance)
    {
        var facts = BalanceFacts.Of(run, balance);
        if (run.Run.Intent == TrainingIntent.ComputeOptimal)
        {
            report.At(run.Tokens!.DecidedBy, Rules.OverTrained, facts, Said(run, balance, SameLoss(run, balance), " and declares ComputeOptimal"));
        }
        else if (run.Run.Intent == TrainingIntent.Unspecified && run.Run.InferenceTokens is null && !run.Facts.Has(ConfigRole.InferenceTokens) && !IsIntentOpen(run))
        {
            report.At(run.Tokens!.DecidedBy, Rules.OverTrainedUndeclared, facts, run.Name, Count(run, balance), Seen(run, balance), Quantity.Ratio(balance.TokensPerParameter), Price(run, balance));
        }
        else if (run.Run.InferenceTokens is { } served && balance.PaybackTokens > served)
        {
            string declared = " for " + Quantity.Format(served) + " served tokens, but pays back only after " + Quantity.Format(balance.PaybackTokens.Value);
            var plan = ServingPlan.Of(run, balance);
            report.At(run.Tokens!.DecidedBy, Rules.OverTrained, plan?.AddTo(facts) ?? facts, Said(run, balance, SameLoss(run, balance) + Served(plan), declared));
        }
    }

    private static bool IsIntentOpen(ResolvedRun run) => run.Facts.IsUnreadable(ConfigRole.Intent) || (run.Options.IsUnreadable("intent") && !run.Facts.Has(ConfigRole.Intent));

    // What the declared inference would pay for.
    private static string Served(ServingPlan? plan) => plan is not { Saving: > 0 } ? ""
        : ". With so much inference the cheapest run of this loss is " + plan.Shown + ": " + Quantity.Scientific(plan.Flops - plan.BestFlops) + " FLOPs less over its life" + plan.Money;

    private static string[] Said(ResolvedRun run, Balance balance, string sameLoss, string declared) =>
    [
        run.Name,
        Count(run, balance),
        Seen(run, balance),
        Quantity.Ratio(balance.TokensPerParameter),
        Flops(run, balance),
        run.Estimate.Law.ToString(),
        Quantity.Format(balance.Optimum.Parameters),
        Quantity.Format(balance.Optimum.Tokens),
        Quantity.Ratio(balance.Optimum.TokensPerParameter),
        sameLoss,
        declared,
    ];

    // All experts cost what the run does not pay: the words say whose compute it is.
    private static string Flops(ResolvedRun run, Balance balance) =>
        Quantity.Scientific(balance.TrainingFlops) + (run.IsMixture && balance != run.Estimate.Balance ? " FLOPs, if every expert were active" : " FLOPs");

    // Which count was judged goes into the words where there are two.
    private static string Count(ResolvedRun run, Balance balance) =>
        Quantity.Format(balance.Parameters) + (!run.IsMixture ? "" : balance == run.Estimate.Balance ? " active" : " (all experts)");

    private static string Seen(ResolvedRun run, Balance balance) =>
        Quantity.Format(balance.Tokens) + (run.Run.PriorTokens is { } prior ? " (" + Quantity.Format(prior) + " of them before this run)" : "");

    private static string SameLoss(ResolvedRun run, Balance balance) => balance.ExcessCompute is { } excess && !run.IsMixture
        ? ": this loss is reachable with " + Quantity.Percent(1 / (1 + excess)) + " of the compute"
        : "";

    private static string Price(ResolvedRun run, Balance balance)
    {
        if (run.IsMixture || balance.EqualLoss is not { } cheapest || balance.ExcessCompute is not { } excess || balance.PaybackTokens is not { } payback)
        {
            return "At equal compute (" + Flops(run, balance) + ") " + run.Estimate.Law + " puts the optimum at " +
                Quantity.Format(balance.Optimum.Parameters) + " on " + Quantity.Format(balance.Optimum.Tokens) + " (" +
                Quantity.Ratio(balance.Optimum.TokensPerParameter) + " per parameter)";
        }

        return run.Estimate.Law.Id + " reaches this loss with " + Quantity.Format(cheapest.Parameters) + " on " + Quantity.Format(cheapest.Tokens) +
            " at " + Quantity.Percent(1 / (1 + excess)) + " of the training compute, but each served token then costs " +
            Quantity.Ratio(cheapest.Parameters / balance.Parameters) + " times as much: this run pays back after " +
            Quantity.Format(payback) + " served tokens";
    }
}
