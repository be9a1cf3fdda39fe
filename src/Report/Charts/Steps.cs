using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>Where a curve is sampled, and what of it a chart shows.</summary>
internal static class Steps
{
    /// <summary>Values from low to high, evenly spaced in the logarithm.</summary>
    public static double[] Logarithmic(double low, double high, int count)
    {
        double first = Math.Log10(low), step = (Math.Log10(high) - first) / (count - 1);
        return Enumerable.Range(0, count).Select(i => i == 0 ? low : i == count - 1 ? high : Math.Pow(10, first + (i * step))).ToArray();
    }

    /// <summary>Values from low to high, evenly spaced.</summary>
    public static double[] Even(double low, double high, int count) =>
        Enumerable.Range(0, count).Select(i => low + ((high - low) * i / (count - 1))).ToArray();

    /// <summary>The powers of ten in an interval, at most so many.</summary>
    public static double[] Decades(Interval range, int most)
    {
        int first = (int)Math.Ceiling(Math.Log10(range.Low) - 1e-9), last = (int)Math.Floor(Math.Log10(range.High) + 1e-9);
        int every = Math.Max(1, (int)Math.Ceiling((last - first + 1) / (double)most));
        return Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(power => (power - first) % every == 0)
            .Select(power => Math.Pow(10, power)).ToArray();
    }

    /// <summary>The values and a margin on either side, a factor.</summary>
    public static Interval Around(IEnumerable<double> values, double factor)
    {
        double[] all = values.Where(value => double.IsFinite(value) && value > 0).ToArray();
        return new(all.Min() / factor, all.Max() * factor);
    }

    /// <summary>A border out of two curves: along the first, back along the second.</summary>
    public static Series Region(string name, IReadOnlyList<double> x, IReadOnlyList<double> low, IReadOnlyList<double> high) =>
        new(name, SeriesKind.Area, [.. x, .. x.Reverse()], [.. low, .. high.Reverse()]);
}
