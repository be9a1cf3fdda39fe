using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>Parameters and tokens of every run, with curves of equal compute and equal loss, and the frontiers of the
/// laws.</summary>
internal static class PlaneChart
{
    private const int Points = 81;
    private const double Margin = 10;

    public static Chart? Of(ReportModel report)
    {
        var runs = report.Runs.Where(run => run is { Parameters: not null, Tokens: not null }).ToArray();
        if (runs.Length == 0) return null;
        var optima = runs.Select(run => run.Estimate.Balance?.Optimum).OfType<Allocation>().ToArray();
        var plane = new Plane(
            Steps.Around(runs.Select(run => run.Parameters!.Value).Concat(optima.Select(o => o.Parameters)), Margin),
            Steps.Around(runs.Select(run => run.Tokens!.Value).Concat(optima.Select(o => o.Tokens)), Margin));
        Series[] series =
        [
            .. FittedRange(report, plane), .. EqualCompute(plane), .. EqualLoss(report, runs, plane),
            .. report.Laws.SelectMany(law => Frontier(report, law, plane)), .. RunPoints.Of(runs, run => (run.Parameters, run.Tokens)),
        ];
        return new Chart("plane", "Parameters and tokens", new("Parameters", AxisFormat.Count, true) { CanChange = true },
            new("Training tokens", AxisFormat.Count, true) { CanChange = true }, series)
        {
            Alternative = Alternative(report, runs),
            Table = TableOf(report, runs),
            Source = "Frontiers: the optimum of each law at each compute, with its 95 % interval where the law has one. Curves of equal "
                + "loss by " + report.Law.Id + ". Dashed thin lines join runs of equal compute, 6ND.",
        };
    }

    private static string Alternative(ReportModel report, ReportedRun[] runs) => "Plane of parameters and training tokens, both "
        + "logarithmic. " + string.Join("; ", runs.Take(6).Select(run => run.Name + ": " + Position(run))) + ". The line of "
        + report.Law.Id + " is its compute-optimal frontier.";

    private static string Position(ReportedRun run)
    {
        string place = Quantity.Format(run.Parameters!.Value) + " parameters on " + Quantity.Format(run.Tokens!.Value) + " tokens";
        return run.Estimate.Balance is not { } balance ? place
            : place + ", " + Quantity.Ratio(balance.TokensPerParameter) + " tokens per parameter where the optimum has "
                + Quantity.Ratio(balance.Optimum.TokensPerParameter);
    }

    private static IEnumerable<Series> FittedRange(ReportModel report, Plane plane)
    {
        var range = report.Law.FittedRange;
        if (range is not { Parameters: { } parameters, Tokens: { } tokens }) yield break;
        Allocation[] corners =
        [
            new(parameters.Low, tokens.Low), new(parameters.High, tokens.Low), new(parameters.High, tokens.High),
            new(parameters.Low, tokens.High),
        ];
        var pressed = plane.Press("fitted range of " + report.Law.Id, corners);
        if (pressed.X.Distinct().Count() < 2 || pressed.Y.Distinct().Count() < 2) yield break;
        yield return pressed with { Style = Styles.Range, Toggle = "range", Hover = [report.Law.Id + " was fitted on " + range] };
    }

    private static IEnumerable<Series> EqualCompute(Plane plane)
    {
        foreach (double flops in Steps.Decades(plane.TrainingFlops, 8))
        {
            var curve = Steps.Logarithmic(plane.Parameters.Low, plane.Parameters.High, Points)
                .Select(parameters => new Allocation(parameters, flops / new Allocation(parameters, 1).TrainingFlops));
            if (plane.Cut("equal compute", curve) is not { } line) continue;
            string name = Quantity.Scientific(flops) + " FLOPs";
            yield return line with
            {
                Name = name,
                Style = Styles.EqualCompute,
                Toggle = "isoflop",
                IsThin = true,
                IsInLegend = false,
                Hover = [name],
                Labels = [name],
            };
        }
    }

    // The losses of the runs; neighbours closer than a hundredth of a nat would be one curve.
    private static IEnumerable<Series> EqualLoss(ReportModel report, ReportedRun[] runs, Plane plane)
    {
        if (report.Law is not ILossFrontier) yield break;
        var losses = runs.Where(run => run.Estimate.Law.Id == report.Law.Id).Select(run => run.Estimate.PredictedLoss).OfType<double>()
            .DistinctBy(loss => Math.Round(loss, 2)).Take(6);
        foreach (double loss in losses)
        {
            if (plane.Cut("equal loss", Isoloss.Curve(loss, report.Law, 4 * Points, 1000)
                .Select(run => run.Allocation)) is not { } line) continue;
            string name = "loss " + Show.Nats(loss);
            yield return line with
            {
                Name = name,
                Style = Styles.EqualLoss,
                Toggle = "isoloss",
                IsThin = true,
                IsInLegend = false,
                Hover = [name + " by " + report.Law.Id],
                Labels = [name],
            };
        }
    }

    private static IEnumerable<Series> Frontier(ReportModel report, ScalingLaw law, Plane plane)
    {
        var allocation = (IAllocationLaw)law;
        var range = plane.TrainingFlops;
        double[] budgets = Steps.Logarithmic(range.Low, range.High, Points);
        bool isMain = law.Id == report.Law.Id;
        bool isOff = !report.IsShownAtFirst(law);
        string toggle = "law-" + law.Id;
        var optima = budgets.Select(allocation.Allocate).ToArray();
        if (law is IUncertainAllocation uncertain && uncertain.OptimumBand(budgets[0]) is not null)
        {
            // The region ends with the curve, so that it has no edge along the border of the plane.
            var bands = budgets.Where((_, i) => plane.Contains(optima[i])).Select(flops => uncertain.OptimumBand(flops)!).ToArray();
            if (bands.Length < 2) yield break;
            var border = bands.Select(band => new Allocation(band.Parameters.Low, band.Tokens.High))
                .Concat(Enumerable.Reverse(bands).Select(band => new Allocation(band.Parameters.High, band.Tokens.Low))).ToArray();
            yield return new Series("95 % interval of " + law.Id, SeriesKind.Area, [.. border.Select(run => run.Parameters)],
                [.. border.Select(run => run.Tokens)])
            {
                Style = report.StyleOf(law),
                Toggle = toggle,
                IsOff = isOff,
                IsInLegend = false,
                Hover = [law.Id + ": interval of the optimum (95 %), " + bands[0].Basis],
            };
        }

        if (plane.Cut(law.Id, optima) is { } line)
        {
            yield return line with
            {
                Style = report.StyleOf(law),
                Toggle = toggle,
                IsOff = isOff,
                IsMain = isMain,
                Hover = [.. line.X.Zip(line.Y, (n, d) => law.Id + "\n" + new Allocation(n, d))],
            };
        }
    }

    private static Table TableOf(ReportModel report, ReportedRun[] runs) => new("Runs and their optimum at equal compute by "
        + report.Law.Id, ["Run", "Parameters", "Tokens", "FLOPs", "Optimal parameters", "Optimal tokens"],
        runs.Select(run => (IReadOnlyList<Cell>)
        [
            new Cell(run.Name), Show.Count(run.Parameters, "parameters"), Show.Count(run.Tokens, "tokens"),
            Show.Flops(run.Estimate.Balance?.TrainingFlops ?? run.Estimate.TrainingFlops),
            Show.Count(run.Estimate.Balance?.Optimum.Parameters, "parameters"), Show.Count(run.Estimate.Balance?.Optimum.Tokens, "tokens"),
        ]).ToArray());
}
