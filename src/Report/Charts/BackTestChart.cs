using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>Runs that were held out of the fit: what it predicted, and what came.</summary>
internal static class BackTestChart
{
    public static Chart Of(string id, SweepBackTest test)
    {
        var rows = test.Rows.Select((row, i) => (row.Run, Name: ResidualChart.Name(row.Run, i), Prediction: row.Of(test.Form)))
            .Where(row => row.Prediction is not null).ToArray();
        string order = test.Order switch
        {
            BackTestOrder.Parameters => "largest models",
            BackTestOrder.Ratio => "highest tokens per parameter",
            _ => "most compute",
        };
        double[] at = rows.Select(row => row.Run.TrainingFlops).ToArray();
        Series[] series =
        [
            new("predicted, with its 95 % interval", SeriesKind.Points, at, [.. rows.Select(row => row.Prediction!.Loss)])
            {
                Style = 0, Intervals = [.. rows.Select(row => (Interval?)row.Prediction!.Interval)],
                Hover = [.. rows.Select(row => row.Name + "\npredicted " + Show.Exact(row.Prediction!.Loss) + "\ninterval "
                    + Show.Nats(row.Prediction.Interval))],
            },
            new("observed", SeriesKind.Points, at, [.. rows.Select(row => row.Run.Loss)])
            {
                Style = 1, Hover = [.. rows.Select(row => row.Name + "\nobserved " + Show.Exact(row.Run.Loss))],
            },
        ];
        return new Chart(id + "-backtest-" + test.Order.ToString().ToLowerInvariant(), "Back-test: " + order + " held out",
            new("Training compute, FLOPs", AxisFormat.Scientific, true) { CanChange = true },
            new("Loss, nats per token", AxisFormat.Plain, false), series)
        {
            Alternative = Quantity.Ratio(rows.Length) + " runs held out of the fit: predicted and observed loss. " + test.Verdict,
            Table = new Table("Held-out runs: " + order, ["Run", "Parameters", "Tokens", "Observed", "Predicted", "Interval, 95 %", "Error",
                "Inside"],
                rows.Select(row => (IReadOnlyList<Cell>)
                [
                    new Cell(row.Name), Show.Count(row.Run.Parameters, "parameters"), Show.Count(row.Run.Tokens, "tokens"),
                    Show.Loss(row.Run.Loss), Show.Loss(row.Prediction!.Loss), new Cell(Show.Nats(row.Prediction.Interval)),
                    new Cell(ResidualChart.Signed(100 * row.Prediction.RelativeError), Show.Exact(row.Prediction.RelativeError),
                        row.Prediction.RelativeError), new Cell(row.Prediction.IsCovered ? "yes" : "no"),
                ]).ToArray()),
            Source = test.Verdict,
        };
    }
}
