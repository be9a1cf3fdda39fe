using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>What repeated tokens are worth, for runs whose unique tokens are known.</summary>
internal static class RepeatedDataChart
{
    private const int Points = 61;

    public static Chart? Of(ReportModel report)
    {
        var runs = report.Runs.Where(run => run.Epochs is not null).ToArray();
        if (runs.Length == 0) return null;
        var law = MuennighoffLaw.C4;
        double[] epochs = Steps.Logarithmic(1, Math.Max(64, runs.Max(run => run.Epochs!.Value) * 1.5), Points);
        Series[] series =
        [
            Curve("average token", law.ValueOfTokens, 0), Curve("next token", law.ValueOfNextToken, 1),
            .. RunPoints.Of(runs, run => (run.Epochs, law.ValueOfTokens(run.Epochs!.Value))),
        ];
        return new Chart("repeats", "Value of repeated data",
            new("Passes over the unique tokens", AxisFormat.Plain, true) { CanChange = true },
            new("Value of a token, 1 = a new one", AxisFormat.Plain, false), series)
        {
            Alternative = "The value of a token falls with passes over the data: average " + Quantity.Percent(law.ValueOfTokens(4))
                + " at 4 passes, " + Quantity.Percent(law.ValueOfTokens(16)) + " at 16. " + string.Join("; ", runs.Take(8).Select(run =>
                    run.Name + ": " + Quantity.Ratio(run.Epochs!.Value) + " passes, "
                        + Quantity.Percent(law.ValueOfTokens(run.Epochs!.Value))))
                + ".",
            Table = new Table("Repeated data by " + law.Id, ["Run", "Unique tokens", "Passes", "Average token", "Next token"],
                runs.Select(run => (IReadOnlyList<Cell>)
                [
                    new Cell(run.Name), Show.Count(run.Estimate.Counted.UniqueTokens, "tokens"), Show.Ratio(run.Epochs, "passes"),
                    Share(law.ValueOfTokens(run.Epochs!.Value)), Share(law.ValueOfNextToken(run.Epochs!.Value)),
                ]).ToArray()),
            Source = law.Source.ToString(),
        };

        Series Curve(string name, Func<double, double> value, int style)
        {
            double[] values = epochs.Select(value).ToArray();
            return new Series(name, SeriesKind.Line, epochs, values)
            {
                Style = style,
                IsMain = style == 0,
                Toggle = "law-" + law.Id + "-repeats",
                Hover = [.. epochs.Zip(values, (e, v) => name + " after " + Quantity.Ratio(e) + " passes: " + Quantity.Percent(v))],
            };
        }
    }

    private static Cell Share(double share) => new(Quantity.Percent(share), Show.Exact(share), share);
}
