using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Reports.Contents;

/// <summary>All runs, one a row.</summary>
internal static class RunTable
{
    public static Table Of(ReportModel report)
    {
        string price = report.Content.Currency.Length > 0 ? "Price, " + report.Content.Currency : "Price";
        var columns = new List<(string Name, Func<ReportedRun, Cell> Cell)>
        {
            ("Run", run => new(run.Name + (run.IsProposed ? " (proposed)" : ""))),
            ("Parameters", run => Parameters(run.Estimate)),
            ("Tokens", run => Show.Count(run.Estimate.Counted.TrainingTokens, "tokens")),
            ("Tokens per parameter", run => Show.Ratio(run.Estimate.TokensPerParameter, "tokens per parameter")),
            ("FLOPs", run => Show.Flops(run.Estimate.TrainingFlops).Or(MissingInputs.OfCompute(run.Estimate))),
            ("Loss", run => Show.Loss(run.Estimate.PredictedLoss).Or(WhyNoLoss(run.Estimate))),
            ("Single-run band", run => run.Estimate.LossBands?.SingleRunBand is { } band ? new(Show.Nats(band)) : Show.Unknown),
            ("Excess compute", run => run.Estimate.ExcessCompute is { } excess
                ? new(excess < ReportedRun.LeastExcess ? "below 0.1%" : Quantity.Percent(excess), Show.Exact(excess), excess)
                    : Show.Unknown),
            ("Accelerator-hours", run => Show.Count(run.Estimate.AcceleratorHours, "hours")
                .Or(MissingInputs.OfHours(run.Estimate))),
            ("Days", run => Show.Ratio(run.Estimate.WallClockDays, "days").Or(MissingInputs.OfDays(run.Estimate))),
            (price, run => Show.Count(run.Estimate.Cost, report.Content.Currency).Or(MissingInputs.OfPrice(run.Estimate))),
            ("Energy, kWh", run => Show.Count(run.Estimate.EnergyKilowattHours, "kWh")
                .Or(MissingInputs.OfEnergy(run.Estimate))),
            ("Findings", Findings),
        };
        if (report.Runs.Any(run => run.Of.Source.Length > 0)) columns.Add(("Source", run => new(run.Of.Source)));

        // A column in which nothing is known is left out.
        var shown = columns.Where(column => report.Runs.Any(run => column.Cell(run).IsKnown())).ToArray();
        string alike = report.CountedAlike.Length > 0 ? ". " + report.CountedAlike : "";
        return new("All runs by " + report.Law + alike, shown.Select(column => column.Name).ToArray(),
            report.Runs.Select(run => (IReadOnlyList<Cell>)shown.Select(column => column.Cell(run)).ToArray()).ToArray())
        {
            IsSortable = true,
            Toggles = report.Runs.Select(run => run.Toggle).ToArray(),
        };
    }

    private static string WhyNoLoss(Estimate estimate) => estimate.WhyNotAssessed
        ?? (estimate.Counted.TrainingTokens is null ? MissingInputs.OfCompute(estimate)
            : estimate.Counted.IsMixture ? "no law of this report predicts the loss of a mixture" : "the law predicts no loss");

    private static Cell Parameters(Estimate estimate)
    {
        var all = Show.Count(estimate.Counted.Parameters, "parameters");
        return estimate.Counted is { IsMixture: true, ActiveParameters: { } active }
            ? all with { Text = all.Text + ", " + Quantity.Format(active) + " active" }
            : all;
    }

    private static Cell Findings(ReportedRun run) => run.Findings.Length == 0
        ? new("none", "", 0)
        : new(string.Join(", ", run.Findings.Select(finding => finding.Rule.Id)),
            string.Join("\n", run.Findings.Select(finding => finding.ToString())), run.Findings.Length);
}
