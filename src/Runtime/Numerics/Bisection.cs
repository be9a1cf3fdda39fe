using System;

namespace ScalingAnalyzers;

/// <summary>The root of a rising function of one positive variable, to the last bits.</summary>
internal static class Bisection
{
    /// <summary>Where the function changes from negative to positive between two positive ends; halves the ratio of the ends.</summary>
    /// <param name="rising">Below zero at low, above at high.</param>
    /// <param name="low">Positive.</param>
    /// <param name="high">At least low.</param>
    /// <returns>The root; an end where the function does not change its sign between them.</returns>
    public static double InLog(Func<double, double> rising, double low, double high)
    {
        for (int i = 0; i < 200; i++)
        {
            // The root of the product would leave the range of doubles at the far ends.
            double middle = high / low < 1.5 ? low + ((high - low) / 2) : ScalarMath.Pow(low, 0.5) * ScalarMath.Pow(high, 0.5);
            if (middle <= low || middle >= high) break;
            if (rising(middle) < 0) low = middle;
            else high = middle;
        }

        return high;
    }
}
