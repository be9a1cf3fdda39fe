using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Reports.Contents;

/// <summary>A fact of the decision.</summary>
internal sealed record Fact(string Label, Cell Value, string Note = "");

/// <summary>The first part of a report: what is proposed, what it costs, what loss it promises, what that hangs
/// on.</summary>
internal sealed record Decision(string Headline, IReadOnlyList<Fact> Facts, IReadOnlyList<string> Conditions, Table? Neighbours,
    IReadOnlyList<string> Comparisons)
{
    private const int MostComparisons = 8;

    public static Decision Of(ReportModel report)
    {
        if (report.Proposed is not { } run)
        {
            string none = report.Runs.Count > 0 ? "No run is proposed: the report compares " + Count(report.Runs.Count) + " runs."
                : report.Content.Fits.Count > 0 ? "The report describes fits to one's own runs." : "The report has no runs.";
            return new(none, [], [], null, []);
        }

        var estimate = run.Own;
        return new(HeadlineOf(run), FactsOf(report, run).ToArray(), ConditionsOf(report, run).ToArray(), NeighboursOf(report, estimate),
            ComparisonsOf(report, run).ToArray());
    }

    private static string Count(int count) => Quantity.Ratio(count);

    private static string HeadlineOf(ReportedRun run) =>
        run.Parameters is { } parameters && run.Tokens is { } tokens
            ? "Proposed: " + run.Name + ", " + new Allocation(parameters, tokens)
            : "Proposed: " + run.Name;

    private static IEnumerable<Fact> FactsOf(ReportModel report, ReportedRun run)
    {
        var estimate = run.Own;
        string currency = report.Content.Currency;
        yield return new("Price", Show.Count(estimate.Cost, currency.Length > 0 ? currency : "in the currency of the price"),
            estimate.Cost is null ? MissingInputs.OfPrice(estimate)
                : (currency.Length > 0 ? currency : "in the currency of the price") + "; the final run only");
        yield return new("Days", Show.Ratio(estimate.WallClockDays, "days"), estimate.WallClockDays is null
            ? MissingInputs.OfDays(estimate)
            : estimate.Counted.Availability is { } share ? "at an availability of " + Quantity.Percent(share) : "without interruptions");
        yield return new("Predicted loss", Show.Loss(estimate.PredictedLoss), LossNote(estimate));
        yield return new("Training compute", Show.Flops(estimate.TrainingFlops),
            estimate.TrainingFlops is null ? MissingInputs.OfCompute(estimate) : "FLOPs, 6ND");
        if (estimate.AcceleratorHours is { } hours)
            yield return new("Accelerator-hours", Show.Count(hours, "hours"),
                (estimate.UtilizationBasis == UtilizationBasis.Unspecified ? "" : "counted ") + Basis(estimate.UtilizationBasis));
        if (estimate.EnergyKilowattHours is { } energy)
            yield return new("Energy", Show.Count(energy, "kWh"), "kWh, chips at their thermal design power");
        if (run.PaysBackAfter is { } payback)
            yield return new("Pays back after", Show.Count(payback, "served tokens"), "served tokens, against the optimum of equal loss");
    }

    private static string LossNote(Estimate estimate) => estimate.LossBands is { } bands
        ? "nats per token by " + estimate.Law.Id
            + (bands.SingleRunBand is { } single ? "; single-run band " + Show.Nats(single) + " (95 %)" : "; the law has no interval")
        : estimate.WhyNotAssessed ?? (estimate.Counted.IsMixture ? "no law of this report predicts the loss of a mixture"
            : "the law predicts no loss");

    public static string Basis(UtilizationBasis basis) => basis switch
    {
        UtilizationBasis.Attention12 => "with attention",
        UtilizationBasis.AttentionCausal => "with half of the attention",
        UtilizationBasis.Unspecified => "by measured throughput",
        _ => "without attention",
    };

    private static IEnumerable<string> ConditionsOf(ReportModel report, ReportedRun run)
    {
        var estimate = run.Own;
        if (estimate.LossBands is { } bands)
        {
            yield return "Loss: " + bands + ".";
            if (run.Parameters is { } parameters && run.Tokens is { } tokens)
            {
                double beyond = estimate.Law.FittedRange.OrdersOutside(parameters, tokens);
                yield return beyond > 0
                    ? "The run is " + Quantity.Ratio(beyond) + " orders of magnitude outside the runs that " + report.Law.Id
                        + " was fitted on: the loss is extrapolated."
                    : estimate.Law.FittedRange.IsKnown ? "The run is inside the range that " + report.Law.Id + " was fitted on."
                    : "The range that " + report.Law.Id + " was fitted on is not known.";
            }
        }

        if (estimate.Balance is { } balance)
        {
            yield return "Optimum at this compute: " + balance.Optimum
                + ((estimate.Law as IUncertainAllocation)?.OptimumBand(balance.TrainingFlops) is { } band ? "; interval " + band : "") + "."
                + (estimate.ExcessCompute is not { } excess ? "" : excess < ReportedRun.LeastExcess ? " The run is at the optimum."
                    : " The run needs " + Quantity.Percent(excess) + " more compute than the cheapest run of its loss.");
        }

        if ((estimate.DevelopmentFlops ?? estimate.TrainingFlops) > ComputeThreshold.GeneralPurpose.Flops)
            yield return "Its compute is above 1e23 FLOPs, which the EU guidelines take as an indication of a general-purpose model "
                + "(no legal advice).";
        if (estimate.WhyNoHours is { } why) yield return "No hours, days and price: " + why + ".";
        foreach (string declared in Declared(estimate.Counted, report.Content.Currency)) yield return declared;
        if (run.Of.Run.Justification is { Length: > 0 } reason) yield return "Justification: " + reason;
        foreach (var finding in run.Findings) yield return finding.Severity + " " + finding;
    }

    private static IEnumerable<string> Declared(TrainingRun run, string currency)
    {
        if (run.TokensPerSecondPerAccelerator is { } rate)
            yield return "Hours follow from a declared throughput of " + Quantity.Ratio(rate) + " tokens per second and accelerator.";
        else if (run.Utilization is { } utilization && run.Accelerator is { } chip)
            yield return "Hours follow from a declared utilization of " + Quantity.Percent(utilization) + " of the dense peak of " + chip
                + ".";
        if (run.PricePerAcceleratorHour is { } price)
            yield return "The price follows from " + (Quantity.Ratio(price) + " " + currency).TrimEnd() + " for an accelerator-hour.";
        if (run.InferenceTokens is { } served) yield return "Declared to serve " + Quantity.Format(served) + " tokens.";
    }

    private static Table? NeighboursOf(ReportModel report, Estimate estimate)
    {
        var rows = WhatIf.Neighbours(estimate.Counted, report.Law);
        if (rows.Count < 2) return null;
        return new("What changes with the size and the tokens",
            ["Change", "Parameters", "Tokens", "Loss", "FLOPs", "Days", "Price"],
            rows.Select(row => (IReadOnlyList<Cell>)
            [
                new Cell(row.Change), Show.Count(row.Estimate.Counted.Parameters, "parameters"),
                Show.Count(row.Estimate.Counted.TrainingTokens, "tokens"), Show.Loss(row.Estimate.PredictedLoss),
                Show.Flops(row.Estimate.TrainingFlops), Show.Ratio(row.Estimate.WallClockDays, "days"),
                Show.Count(row.Estimate.Cost, report.Content.Currency),
            ]).ToArray());
    }

    private static IEnumerable<string> ComparisonsOf(ReportModel report, ReportedRun run) => report.Runs
        .Where(other => !other.IsProposed && run.Estimate.PredictedLoss is not null && other.Estimate.PredictedLoss is not null)
        .Take(MostComparisons)
        .Select(other => run.Name + " against " + other.Name + ": "
            + Comparison.Of(run.Own.Counted, other.Own.Counted, report.Law) + ".");
}
