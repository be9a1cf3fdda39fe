using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>How far each fitted run is from the law.</summary>
internal static class ResidualChart
{
    private const int MostRows = 20;

    public static Chart Of(string id, SweepFit fit)
    {
        var rows = fit.Runs.Select((run, i) =>
        {
            double predicted = fit.Law.Loss(run.Parameters, run.Tokens);
            return (Run: run, Name: Name(run, i), Predicted: predicted, Error: 100 * ((run.Loss / predicted) - 1));
        }).ToArray();
        double[] flops = rows.Select(row => row.Run.TrainingFlops).ToArray();
        Series[] series =
        [
            new("no error", SeriesKind.Line, [flops.Min(), flops.Max()], [0, 0])
            {
                Style = Styles.EqualCompute, IsThin = true, IsInLegend = false,
            },
            new("runs", SeriesKind.Points, flops, [.. rows.Select(row => row.Error)])
            {
                Style = 0, IsInLegend = false,
                Hover = [.. rows.Select(row => row.Name + "\nobserved " + Show.Exact(row.Run.Loss) + "\npredicted "
                    + Show.Exact(row.Predicted)
                    + "\n" + Signed(row.Error))],
            },
        ];
        var worst = rows.OrderByDescending(row => System.Math.Abs(row.Error)).Take(MostRows).ToArray();
        return new Chart(id + "-residuals", "Residuals", new("Training compute, FLOPs", AxisFormat.Scientific, true) { CanChange = true },
            new("Observed loss over predicted, %", AxisFormat.Plain, false), series)
        {
            Alternative = "Residuals of " + Quantity.Ratio(rows.Length) + " runs against compute; the largest is " + Signed(worst[0].Error)
                + " (" + worst[0].Name + ").",
            Table = new Table("The largest residuals", ["Run", "Parameters", "Tokens", "Observed", "Predicted", "Residual"],
                worst.Select(row => (IReadOnlyList<Cell>)
                [
                    new Cell(row.Name), Show.Count(row.Run.Parameters, "parameters"), Show.Count(row.Run.Tokens, "tokens"),
                    Show.Loss(row.Run.Loss), Show.Loss(row.Predicted), new Cell(Signed(row.Error), Show.Exact(row.Error) + " %", row.Error),
                ]).ToArray()),
            Source = "The runs of the fit against " + fit.ScalingLaw + ".",
        };
    }

    public static string Signed(double percent) => percent.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) + " %";

    public static string Name(SweepRun run, int index) => run.Group
        ?? "run " + (index + 1).ToString(CultureInfo.InvariantCulture);
}
