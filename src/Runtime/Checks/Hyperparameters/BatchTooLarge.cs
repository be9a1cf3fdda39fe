using System.Collections.Generic;
using System.Globalization;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE401: a batch beyond three times the largest that any law gives, best or critical.</summary>
internal sealed class BatchTooLarge : RunCheck
{
    private const double Factor = 3;

    public override Rule Rule => RuleTable.BatchTooLarge;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (BalanceAssessment.Of(run) is not { } balance || Tokens.PerStep(run.Config) is not { } batch) yield break;
        var largest = HyperparameterRanges.Of(run, balance).LargestBatch;
        double suggested = largest.Suggestion.Value;
        if (batch.Value <= Factor * suggested) yield break;
        double steps = (double)run.Tokens!.Value / batch.Value;

        // Steps that define the tokens change with the batch, so that the tokens stay the same.
        bool stepsDecide = run.Tokens.DecidedBy.Role == ConfigRole.MaxSteps;
        double? suggestedSteps = stepsDecide ? run.Tokens.Value / suggested : null;
        yield return new Finding(
            Rule,
            run.Name,
            0,
            ("batch", Quantity.Format(batch.Value)),
            ("steps", Quantity.Format(steps)),
            ("times", Quantity.Ratio(batch.Value / suggested)),
            ("suggested", Quantity.Format(suggested)),
            ("law", largest.Law.ToString()!),
            ("atLoss", AtLoss(largest.Law, balance)))
        {
            At = Finding.Values(batch.DecidedBy),
            Data = new FindingData()
                .With(FindingKeys.SuggestedBatch, suggested)
                .With(FindingKeys.SuggestedSteps, suggestedSteps)
                .With(FindingKeys.TokensPerBatch, batch.Value)
                .With(FindingKeys.StepsNow, steps)
                .With(FindingKeys.Law, largest.Law.Id),
            Fixes = [Fix(run, batch, suggested, suggestedSteps)],
        };
    }

    private static FindingFix Fix(ConfigRun run, TokenCount batch, double suggested, double? steps)
    {
        string title = "Use " + FixText.Down(suggested) + " tokens per step";
        var edit = FixText.Of(batch.DecidedBy, suggested / batch.PerUnit, up: false);
        return steps is { } more
            ? new FindingFix(FixKind.UseSuggestedBatch, title + " in " + FixText.Up(more) + " steps: same tokens", edit,
                FixText.Of(run.Tokens!.DecidedBy, more, up: true))
            : new FindingFix(FixKind.UseSuggestedBatch, title, edit);
    }

    private static string AtLoss(ScalingLaw law, Balance balance) => law is ICriticalBatchLaw
        ? " at the loss of " + KaplanLaw.Published.Loss(balance.Parameters, balance.Tokens).ToString("0.00", CultureInfo.InvariantCulture)
            + " that kaplan-2020 predicts"
        : "";
}
