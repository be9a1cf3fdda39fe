using System.Globalization;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE401: a batch beyond three times the largest that any law gives, best or critical.</summary>
internal sealed class BatchSizes : RunRule
{
    public const string Batch = "batch";
    public const string SuggestedBatch = "suggestedBatch";
    public const string Steps = "steps";
    public const string SuggestedSteps = "suggestedSteps";
    private const double Factor = 3;

    public override void Judge(ResolvedRun run, RunReport report)
    {
        if (TokenBalance.Judged(run) is not { } balance || Tokens.PerStep(run.Facts) is not { } batch) return;
        var plan = PlanOf(run, balance);
        var largest = plan.LargestBatch;
        if (batch.Value <= Factor * largest.Suggestion.Value) return;

        // Steps that make the tokens change with the batch, so that the tokens stay.
        bool stepsDecide = run.Tokens!.DecidedBy.Role == ConfigRole.MaxSteps;
        double steps = (double)run.Tokens.Value / batch.Value;
        double suggested = largest.Suggestion.Value;
        var facts = FixFacts.None
            .With(Batch, batch.Literal)
            .With(SuggestedBatch, suggested)
            .With(Steps, stepsDecide ? run.Facts.Find(ConfigRole.MaxSteps)!.Literal : null)
            .With(SuggestedSteps, stepsDecide ? run.Tokens.Value / suggested : null)
            .With("tokensPerBatch", batch.Value)
            .With("stepsNow", steps)
            .With("law", largest.Law.Id);
        report.At(
            batch.DecidedBy, Rules.Batch, facts,
            run.Name, Quantity.Format(batch.Value), Quantity.Format(steps), Quantity.Ratio(batch.Value / suggested), Quantity.Format(suggested), largest.Law.ToString(), AtLoss(largest.Law, balance));
    }

    /// <summary>These laws count parameters without embeddings; where those are not known apart, all of them stand in.</summary>
    public static HyperparameterPlan PlanOf(ResolvedRun run, Balance balance) =>
        HyperparameterPlan.For(run.IsMixture ? balance.Parameters : run.Estimate.Run.NonEmbeddingParameters ?? balance.Parameters, balance.Tokens);

    private static string AtLoss(ScalingLaw law, Balance balance) => law is ICriticalBatchLaw
        ? " at the loss of " + KaplanLaw.Published.Loss(balance.Parameters, balance.Tokens).ToString("0.00", CultureInfo.InvariantCulture) + " that kaplan-2020 predicts"
        : "";
}
