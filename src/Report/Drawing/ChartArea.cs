using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Reports.Charts;

namespace ScalingAnalyzers.Reports.Drawing;

/// <summary>The size of a picture, the series it shows at first, and where their values lie in it.</summary>
internal sealed class ChartArea
{
    public const double Width = 760;
    private const double CharacterWidth = 6.4;
    private readonly Chart _chart;

    public ChartArea(Chart chart)
    {
        _chart = chart;
        Shown = chart.Series.Where(series => !series.IsOff).ToArray();
        var names = chart.Y.Names;
        Left = names.Count == 0 ? 64 : Math.Min(230, 24 + (CharacterWidth * names.Max(name => Math.Min(name.Length, 32))));
        Bottom = names.Count == 0 ? 390 : 24 + (34.0 * names.Count);
        X = new Scale(chart.X, RangeOfX(), Left, Right);
        Y = names.Count > 0 ? new Scale(chart.Y, new(-0.6, names.Count - 0.4), Top, Bottom) : new Scale(chart.Y, RangeOfY(), Bottom, Top);
    }

    public IReadOnlyList<Series> Shown { get; }

    public double Left { get; }

    public double Right => Width - 28;

    public double Top => 12;

    public double Bottom { get; }

    public Scale X { get; }

    public Scale Y { get; }

    /// <summary>Where each labelled point has its label: right, left, above or below, whichever covers no other
    /// label.</summary>
    public IReadOnlyDictionary<(Series Series, int Point), LabelSide> Labels()
    {
        var sides = new Dictionary<(Series, int), LabelSide>();
        var taken = new List<(double Left, double Top, double Right, double Bottom)>();
        var points = Shown.Where(series => series.Kind == SeriesKind.Points && series.Labels.Count > 0)
            .SelectMany(series => series.X.Select((x, i) => (Series: series, Point: i, X: X.Place(x), Y: Y.Place(series.Y[i])))).ToArray();
        taken.AddRange(points.Select(p => (p.X - 5, p.Y - 5, p.X + 5, p.Y + 5)));
        foreach (var (series, point, x, y) in points)
        {
            double wide = CharacterWidth * series.Labels[point].Length;
            var side = Enum.GetValues<LabelSide>().MinBy(s => taken.Count(box => Overlap(box, Box(s, x, y, wide)))
                + Outside(Box(s, x, y, wide)));
            sides[(series, point)] = side;
            taken.Add(Box(side, x, y, wide));
        }

        return sides;
    }

    private static (double Left, double Top, double Right, double Bottom) Box(LabelSide side, double x, double y, double wide) =>
        side switch
        {
            LabelSide.Right => (x + 8, y - 7, x + 8 + wide, y + 7),
            LabelSide.Left => (x - 8 - wide, y - 7, x - 8, y + 7),
            LabelSide.Above => (x - (wide / 2), y - 22, x + (wide / 2), y - 8),
            _ => (x - (wide / 2), y + 8, x + (wide / 2), y + 22),
        };

    private static bool Overlap((double Left, double Top, double Right, double Bottom) a,
        (double Left, double Top, double Right, double Bottom) b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;

    private int Outside((double Left, double Top, double Right, double Bottom) box) =>
        box.Left < Left || box.Right > Width || box.Top < Top || box.Bottom > Bottom ? 10 : 0;

    private Interval RangeOfX()
    {
        if (_chart.Y.Names.Count == 0) return Padded(Shown.SelectMany(series => series.X), _chart.X.IsLogarithmic);
        double[] ends = _chart.IsStacked
            ? [.. Shown.Where(s => s.Kind == SeriesKind.Bars).SelectMany(s => s.X.Select((x, i) => (Place: s.Y[i], X: x)))
                .GroupBy(bar => bar.Place).Select(bars => bars.Sum(bar => bar.X)), .. Shown.SelectMany(s => s.X)]
            : [.. Shown.SelectMany(s => s.X)];

        // Room for the label at the end of a bar.
        return new(0, ends.DefaultIfEmpty(1).Max() * (_chart.IsStacked ? 1.05 : 1.15));
    }

    private Interval RangeOfY() => Padded(
        Shown.SelectMany(series => series.Y.Concat(series.Intervals.OfType<Interval>().SelectMany(i => new[] { i.Low, i.High }))),
        _chart.Y.IsLogarithmic);

    private static Interval Padded(IEnumerable<double> values, bool isLogarithmic)
    {
        double[] all = values.Where(double.IsFinite).DefaultIfEmpty(1).ToArray();
        double low = all.Min(), high = all.Max();
        if (isLogarithmic)
        {
            double factor = Math.Pow(high / low, 0.03);
            return new(low / Math.Max(factor, 1.02), high * Math.Max(factor, 1.02));
        }

        double margin = high > low ? (high - low) * 0.05 : Math.Max(Math.Abs(high) * 0.05, 1e-6);
        return new(low - margin, high + margin);
    }
}

/// <summary>Where a label stands beside its point.</summary>
internal enum LabelSide
{
    /// <summary>At the right.</summary>
    Right,

    /// <summary>At the left.</summary>
    Left,

    /// <summary>Above.</summary>
    Above,

    /// <summary>Below.</summary>
    Below,
}
