using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE501: with the declared inference, a smaller model trained longer reaches the same loss cheaper.</summary>
internal sealed class InferenceBalance : RunRule
{
    // What a factor of 3 from the optimum costs too: below it nothing is worth saying.
    private const double LeastSaving = 0.1;

    public override void Judge(ResolvedRun run, RunReport report)
    {
        if (run.IsJustified || TokenBalance.Judged(run) is not { } balance) return;
        if (ServingPlan.Of(run, balance) is not { } plan || plan.Best.Parameters >= balance.Parameters || plan.Saving < LeastSaving) return;
        var facts = plan.AddTo(BalanceFacts.Of(run, balance));
        report.At(
            run.Tokens!.DecidedBy, Rules.CheaperToServe, facts,
            run.Name, Quantity.Format(balance.Parameters), Quantity.Format(balance.Tokens), Quantity.Format(plan.InferenceTokens),
            run.Estimate.Law.ToString(), plan.Shown,
            Quantity.Scientific(plan.BestFlops), Quantity.Scientific(plan.Flops), Quantity.Percent(plan.Saving), plan.Money);
    }
}
