using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>Training and serving together over served tokens: where the line of a run crosses that of the optimum of
/// its loss, over-training has paid.</summary>
internal static class ServingChart
{
    private const int Points = 41;

    public static Chart? Of(ReportModel report)
    {
        var runs = report.Runs.Where(run => Plain(run.Estimate.Counted).Estimate(report.Law).LifetimeAt(1e9) is not null).ToArray();
        if (runs.Length == 0) return null;
        double[] marks = runs.SelectMany(run => new[] { run.PaysBackAfter, run.Estimate.Counted.InferenceTokens })
            .OfType<double>().Where(tokens => tokens is > 0 and < 1e17).ToArray();
        var range = marks.Length > 0 ? Steps.Around(marks, 20) : Steps.Around(runs.Select(run => run.Tokens!.Value), 20);
        double[] served = Steps.Logarithmic(range.Low, range.High, Points);
        Series[] series =
        [
            .. runs.Select(run => Line(run.Name, Plain(run.Estimate.Counted), report, served)
                with { Style = run.Index, Toggle = run.Toggle, IsMain = run.IsProposed }),
            .. runs.SelectMany(run => Optimum(run, report, served)),
        ];
        return new Chart("serving", "Total compute over served tokens",
            new("Served tokens", AxisFormat.Count, true) { CanChange = true },
            new("Training and serving, FLOPs", AxisFormat.Scientific, true) { CanChange = true }, series)
        {
            Alternative = "Training and serving compute over served tokens, one line a run. "
                + string.Join("; ", runs.Take(8).Select(run => run.PaysBackAfter is { } payback
                    ? run.Name + " is cheaper than the optimum of its loss after " + Quantity.Format(payback) + " served tokens"
                    : run.Name + " is not over-trained: no crossing")) + ".",
            Table = TableOf(report, runs, served),
            Source = "6ND for training and 2N for each served token, without attention for all runs; a thin line is the run that is "
                + "cheapest to train to the same loss.",
        };
    }

    // No attention, shape, teacher or stages: every line is counted by the one formula that all runs have.
    private static TrainingRun Plain(TrainingRun run) => new()
    {
        Parameters = run.Parameters,
        ActiveParameters = run.ActiveParameters,
        TrainingTokens = run.TrainingTokens,
        UniqueTokens = run.UniqueTokens,
        PriorTokens = run.PriorTokens,
        Stage = run.Stage,
    };

    private static double? LifetimeAt(this Estimate estimate, double served) =>
        (estimate.Counted with { InferenceTokens = (long)Math.Round(served) }).Estimate(estimate.Law).LifetimeFlops;

    private static Series Line(string name, TrainingRun run, ReportModel report, double[] served)
    {
        var estimate = run.Estimate(report.Law);
        double[] totals = served.Select(tokens => estimate.LifetimeAt(tokens)!.Value).ToArray();
        return new Series(name, SeriesKind.Line, served, totals)
        {
            Hover = [.. served.Zip(totals, (tokens, total) => name + "\n" + Quantity.Format(tokens) + " served tokens\n"
                + Quantity.Scientific(total) + " FLOPs")],
        };
    }

    private static IEnumerable<Series> Optimum(ReportedRun run, ReportModel report, double[] served)
    {
        if (run is not { Estimate.Balance.EqualLoss: { } equal, PaysBackAfter: { } payback }) yield break;
        var cheapest = new TrainingRun { Parameters = (long)Math.Round(equal.Parameters), TrainingTokens = (long)Math.Round(equal.Tokens) };
        yield return Line("optimum of the loss of " + run.Name, cheapest, report, served)
            with
        { Style = run.Index, Toggle = run.Toggle, IsThin = true, IsInLegend = false };
        if (Plain(run.Estimate.Counted).Estimate(report.Law).LifetimeAt(payback) is not { } total || payback > served[^1]) yield break;
        yield return new Series("pays back: " + run.Name, SeriesKind.Points, [payback], [total])
        {
            Style = run.Index,
            Toggle = run.Toggle,
            IsInLegend = false,
            Labels = [Quantity.Format(payback)],
            Hover = [run.Name + " pays back after " + Show.Exact(Math.Round(payback)) + " served tokens, at "
                + Quantity.Scientific(total) + " FLOPs"],
        };
    }

    private static Table TableOf(ReportModel report, ReportedRun[] runs, double[] served)
    {
        double[] some = [served[0], served[Points / 4], served[Points / 2], served[3 * Points / 4], served[^1]];
        return new("FLOPs of training and serving", ["Run", "Pays back after",
            .. some.Select(tokens => Quantity.Format(tokens) + " served")],
            runs.Select(run => (IReadOnlyList<Cell>)
            [
                new Cell(run.Name),
                run.PaysBackAfter is { } payback ? Show.Count(payback, "served tokens") : new Cell("no crossing"),
                .. some.Select(tokens => Show.Flops(Plain(run.Estimate.Counted).Estimate(report.Law).LifetimeAt(tokens))),
            ]).ToArray());
    }
}
