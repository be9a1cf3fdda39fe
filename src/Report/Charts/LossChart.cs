using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>Loss against compute: frontiers, the three bands, the fitted range, the runs.</summary>
internal static class LossChart
{
    private const int Points = 41;

    public static Chart? Of(ReportModel report)
    {
        if (report.Law is not ILossFrontier frontier) return null;
        var runs = report.Runs.Where(run => run.Estimate is { PredictedLoss: not null, Balance: not null }).ToArray();
        var fitted = report.Law.FittedRange.TrainingFlops;
        double[] flops = runs.Select(run => run.Estimate.Balance!.TrainingFlops).ToArray();
        if (flops.Length == 0) return null;
        var range = Steps.Around(flops.Concat(fitted is { } known ? [known.Low > 0 ? known.Low : known.High, known.High] : []), 3);
        double[] budgets = Steps.Logarithmic(range.Low, range.High, Points);
        var optima = budgets.Select(budget => Optimum(frontier, budget, report.Law)).ToArray();
        var laws = report.Laws.Where(law => law is ILossFrontier && IsComparable(law, report.Law)).ToArray();
        Series[] curves =
        [
            .. Bands(budgets, optima, report), .. laws.Select(law => Frontier(report, law, budgets)),
            .. RunPoints.Of(runs, run => (run.Estimate.Balance!.TrainingFlops, run.Estimate.PredictedLoss),
                run => run.Estimate.LossBands?.SingleRunBand),
        ];
        return new Chart("loss", "Loss against compute", new("Training compute, FLOPs", AxisFormat.Scientific, true) { CanChange = true },
            new("Loss, nats per token", AxisFormat.Plain, false) { CanChange = true }, [.. Fitted(report.Law, range, curves), .. curves])
        {
            Alternative = "Predicted loss against training compute. " + string.Join("; ", runs.Take(6).Select(run => run.Name + ": "
                + Show.Nats(run.Estimate.PredictedLoss!.Value) + " at " + Quantity.Scientific(run.Estimate.Balance!.TrainingFlops)
                    + " FLOPs"))
                + ". " + (fitted is { } shaded ? "The shaded range, " + Quantity.Scientific(shaded.Low) + " to "
                    + Quantity.Scientific(shaded.High) + " FLOPs, was fitted; outside it the law is extrapolated."
                    : "The fitted range of the law is not known."),
            Table = TableOf(report, runs),
            Source = "Frontiers of the laws on the data of " + report.Law.Id + "; the bands are those of the compute-optimal run, bars "
                + "at the runs are their single-run bands.",
        };
    }

    private static bool IsComparable(ScalingLaw law, ScalingLaw main) =>
        law.Id == main.Id || (main.LossData.Length > 0 && law.LossData == main.LossData);

    private static Estimate Optimum(ILossFrontier frontier, double budget, ScalingLaw law)
    {
        var run = frontier.Allocate(budget);
        long parameters = (long)Math.Round(run.Parameters), tokens = (long)Math.Round(run.Tokens);
        return new TrainingRun { Parameters = parameters, TrainingTokens = tokens }.Estimate(law);
    }

    private static IEnumerable<Series> Bands(double[] budgets, Estimate[] optima, ReportModel report)
    {
        (string Name, int Style, string Toggle, Func<LossBands, Interval?> Of)[] bands =
        [
            ("spread of laws", Styles.SpreadOfLaws, "band-spread", b => b.SpreadOfLaws),
            ("single-run band, 95 %", Styles.SingleRunBand, "band-single", b => b.SingleRunBand),
            ("coefficient band, 95 %", Styles.CoefficientBand, "band-coefficient", b => b.CoefficientBand),
        ];
        foreach (var (name, style, toggle, of) in bands)
        {
            var known = budgets.Zip(optima, (budget, optimum) => (Budget: budget, Band: optimum.LossBands is { } b ? of(b) : null))
                .Where(row => row.Band is not null).ToArray();
            if (known.Length < 2) continue;
            yield return Steps.Region(name, known.Select(row => row.Budget).ToArray(), known.Select(row => row.Band!.Value.Low).ToArray(),
                known.Select(row => row.Band!.Value.High).ToArray())
                with
            { Style = style, Toggle = toggle, Hover = [name + " of " + report.Law.Id] };
        }
    }

    private static Series Frontier(ReportModel report, ScalingLaw law, double[] budgets)
    {
        double[] losses = budgets.Select(((ILossFrontier)law).OptimalLoss).ToArray();
        return new Series(law.Id, SeriesKind.Line, budgets, losses)
        {
            Style = report.StyleOf(law),
            Toggle = "law-" + law.Id,
            IsOff = !report.IsShownAtFirst(law),
            IsMain = law.Id == report.Law.Id,
            Hover = [.. budgets.Zip(losses, (c, loss) => law.Id + "\n" + Quantity.Scientific(c) + " FLOPs\nloss " + Show.Exact(loss))],
        };
    }

    private static IEnumerable<Series> Fitted(ScalingLaw law, Interval shown, IEnumerable<Series> curves)
    {
        if (law.FittedRange.TrainingFlops is not { } fitted) yield break;
        double[] losses = curves.Where(series => !series.IsOff).SelectMany(series => series.Y).ToArray();
        double low = losses.Min(), high = losses.Max();
        double left = Math.Max(fitted.Low, shown.Low), right = Math.Min(fitted.High, shown.High);
        if (!(left < right)) yield break;
        yield return new Series("fitted range of " + law.Id, SeriesKind.Area, [left, right, right, left], [low, low, high, high])
        {
            Style = Styles.Range,
            Toggle = "range",
            Hover = [law.Id + " was fitted on " + law.FittedRange],
        };
    }

    private static Table TableOf(ReportModel report, ReportedRun[] runs) =>
        new("Losses and their bands, nats per token by " + report.Law.Id,
        ["Run", "FLOPs", "Loss", "Coefficient band", "Single-run band", "Spread of laws", "Optimal loss"],
        runs.Select(run => (IReadOnlyList<Cell>)
        [
            new Cell(run.Name), Show.Flops(run.Estimate.Balance!.TrainingFlops), Show.Loss(run.Estimate.PredictedLoss),
            Band(run.Estimate.LossBands?.CoefficientBand), Band(run.Estimate.LossBands?.SingleRunBand),
            Band(run.Estimate.LossBands?.SpreadOfLaws), Show.Loss(run.Estimate.OptimalLoss),
        ]).ToArray());

    private static Cell Band(Interval? band) => band is { } known ? new(Show.Nats(known)) : Show.Unknown;
}
