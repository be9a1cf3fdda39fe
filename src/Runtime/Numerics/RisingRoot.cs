using System;

namespace ScalingAnalyzers.Numerics;

/// <summary>The root of a rising function of one positive variable, to the last bits.</summary>
internal static class RisingRoot
{
    /// <summary>Where the function changes from negative to positive between two positive ends.</summary>
    /// <remarks>
    /// Halves the ratio of the ends until it is 2, then uses secant steps that keep the root between the ends (the
    /// Illinois variant of regula falsi: Dowell and Jarratt 1971), with a halving as every third step, so that it
    /// always ends.
    /// </remarks>
    /// <param name="rising">Below zero at low, above at high.</param>
    /// <param name="low">Positive.</param>
    /// <param name="high">At least low.</param>
    /// <returns>The root; an end where the function does not change its sign between them.</returns>
    public static double Between(Func<double, double> rising, double low, double high)
    {
        while (high / low > 2)
        {
            // The root of the product would leave the range of doubles at the far ends.
            double middle = Math.Sqrt(low) * Math.Sqrt(high);
            if (rising(middle) < 0) low = middle;
            else high = middle;
        }

        double below = rising(low);
        double above = rising(high);
        if (!(below < 0)) return low;
        if (!(above > 0)) return high;
        int side = 0;
        for (int i = 1; i <= 200 && high - low > 2e-16 * high; i++)
        {
            double middle = low + ((high - low) / 2);
            double x = i % 3 == 0 ? middle : low + ((high - low) * (below / (below - above)));
            if (!(x > low && x < high)) x = middle;
            if (!(x > low && x < high)) break;
            double value = rising(x);
            if (value == 0) return x;
            if (value < 0)
            {
                (low, below) = (x, value);
                if (side < 0) above /= 2;
                side = -1;
            }
            else
            {
                (high, above) = (x, value);
                if (side > 0) below /= 2;
                side = 1;
            }
        }

        return high;
    }

    /// <summary>The root above a positive start, at which the function is not positive.</summary>
    /// <param name="rising">Rises from the start to above zero somewhere.</param>
    /// <param name="start">Positive.</param>
    /// <returns>The root.</returns>
    public static double Above(Func<double, double> rising, double start)
    {
        double high = start * 2;
        while (rising(high) < 0) high *= 2;
        return Between(rising, high / 2, high);
    }
}
