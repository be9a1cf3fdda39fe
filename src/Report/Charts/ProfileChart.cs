using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>How much worse the best fit is with another irreducible loss.</summary>
internal static class ProfileChart
{
    private const int Points = 41;

    public static Chart Of(string id, ChinchillaFit fit)
    {
        double best = fit.Law.Irreducible;
        var interval = fit.ProfileInterval(ChinchillaCoefficient.Irreducible);
        double low = double.IsFinite(interval.Low) && interval.Low > 0 ? interval.Low : best / 2;
        double high = double.IsFinite(interval.High) ? interval.High : best * 1.5;
        double margin = (high - low) / 2;

        // From the fit outwards, so that each point starts from its neighbour.
        double[] down = Steps.Even(best, Math.Max(best / 100, low - margin), (Points / 2) + 1);
        double[] up = Steps.Even(best, high + margin, (Points / 2) + 1);
        var points = fit.ProfileAt(ChinchillaCoefficient.Irreducible, down).Reverse()
            .Concat(fit.ProfileAt(ChinchillaCoefficient.Irreducible, up).Skip(1)).ToArray();
        double[] objectives = points.Select(point => point.Objective).ToArray();
        Series[] series =
        [
            .. Band(interval, points, objectives),
            new("best fit with this E", SeriesKind.Line, [.. points.Select(point => point.Value)], objectives)
            {
                Style = 0, IsMain = true,
                Hover = [.. points.Select(point => "E " + Show.Exact(point.Value) + "\nobjective " + Show.Exact(point.Objective))],
            },
            new("fit", SeriesKind.Points, [best], [fit.Objective])
            {
                Style = 1, Labels = ["fit"], Hover = ["E " + Show.Exact(best) + "\nobjective " + Show.Exact(fit.Objective)],
            },
        ];
        return new Chart(id + "-profile", "Profile of E of the additive surface", new("E, nats per token", AxisFormat.Plain, false),
            new("Objective of the best fit", AxisFormat.Plain, false), series)
        {
            Alternative = "The objective of the best fit over E: lowest at " + Show.Nats(best) + "; interval " + Text(interval)
                + " (95 %).",
            Table = new Table("Profile of E", ["E", "Objective"], points.Where((_, i) => i % 5 == 0).Select(point => (IReadOnlyList<Cell>)
            [
                Show.Loss(point.Value), new Cell(Quantity.Format(point.Objective), Show.Exact(point.Objective), point.Objective),
            ]).ToArray()),
            Source = "The additive surface with E held at each value; the interval is where chance explains the rise (docs/fitting.md).",
        };
    }

    private static IEnumerable<Series> Band(Interval interval, ProfilePoint[] points, double[] objectives)
    {
        double left = Math.Max(interval.Low, points[0].Value), right = Math.Min(interval.High, points[^1].Value);
        double low = objectives.Min(), high = objectives.Max();
        yield return new Series("interval of E, 95 %", SeriesKind.Area, [left, right, right, left], [low, low, high, high])
        {
            Style = Styles.CoefficientBand,
            Hover = ["interval of E " + Text(interval)],
        };
    }

    private static string Text(Interval interval) => (double.IsFinite(interval.Low) ? Show.Nats(interval.Low) : "no lower end") + " to "
        + (double.IsFinite(interval.High) ? Show.Nats(interval.High) : "no upper end");
}
