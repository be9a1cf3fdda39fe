using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Numerics;

/// <summary>y = Intercept + Slope x, by least squares.</summary>
internal readonly record struct StraightLine(double Intercept, double Slope)
{
    /// <summary>The line through points; null where all x are the same.</summary>
    public static StraightLine? Through(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        double meanX = 0, meanY = 0, largest = 0;
        for (int i = 0; i < x.Count; i++)
        {
            meanX += x[i] / x.Count;
            meanY += y[i] / x.Count;
            largest = Math.Max(largest, Math.Abs(x[i]));
        }

        double spread = 0, product = 0;
        for (int i = 0; i < x.Count; i++)
        {
            spread += (x[i] - meanX) * (x[i] - meanX);
            product += (x[i] - meanX) * (y[i] - meanY);
        }

        if (!(spread > 1e-24 * largest * largest * x.Count)) return null;
        double slope = product / spread;
        return new(meanY - (slope * meanX), slope);
    }
}
