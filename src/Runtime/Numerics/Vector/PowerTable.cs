#if NET8_0_OR_GREATER
using System;

namespace ScalingAnalyzers.Numerics;

/// <summary>The tables and the polynomial of a power of x between 2^-127 and 2^127: no logarithm, no
/// exponential.</summary>
/// <remarks>
/// With x = 2^(16 i + j) * m * (1 + r), m the middle of one of 16 pieces of the mantissa: Coefficient * x^p is
/// 2^(16 p i) * 2^(p j) * (Coefficient * m^p), each from a table of 16, times (1 + r)^p, a polynomial. Four roundings
/// and three rounded entries: within 1.5e-15 for exponents to 1.25, of which the polynomial has 5e-16 at most.
/// </remarks>
internal static class PowerTable
{
    /// <summary>Where the whole steps of the binary exponent are.</summary>
    public const int Steps = 16;

    /// <summary>Where the sixteens of steps are; the last eight of them are -8 to -1.</summary>
    public const int Leaps = 32;

    /// <summary>Where the eight coefficients of ((1 + r)^p - 1) / r are.</summary>
    public const int Series = 48;

    /// <summary>The bits of 2^-127.</summary>
    public const long LowBits = 896L << 52;

    /// <summary>From 2^-127 to 2^127.</summary>
    public const long WidthBits = 254L << 52;

    // Beyond, eight coefficients are too few; the coefficient keeps every product a normal number.
    private const double LargestExponent = 1.25;
    private const int Degree = 8;
    private const int TaylorDegree = 16;

    /// <summary>Whether a power law has tables.</summary>
    public static bool Holds(double coefficient, double exponent) =>
        Math.Abs(exponent) <= LargestExponent && Math.Abs(coefficient) is > 1e-200 and < 1e200;

    /// <summary>Makes the tables.</summary>
    public static double[] Of(double coefficient, double exponent)
    {
        double[] table = new double[Series + Degree];
        for (int i = 0; i < 16; i++)
        {
            table[i] = coefficient * ScalarMath.Pow(PowerConstants.Inverses[i], -exponent);

            // Not 2^(p * i): where that product is large, its rounding costs tens of last places.
            table[Steps + i] = ScalarMath.Pow(Math.ScaleB(1, i), exponent);
            table[Leaps + i] = ScalarMath.Pow(Math.ScaleB(1, 16 * (i < 8 ? i : i - 16)), exponent);
        }

        Shortened(exponent).CopyTo(table, Series);
        return table;
    }

    // The binomial series for |r| up to 1/32, cut down by Chebyshev polynomials (Lanczos 1938), so that the error is
    // spread over the piece.
    private static double[] Shortened(double exponent)
    {
        const double Half = 1 / 32.0;
        double[] terms = new double[TaylorDegree];
        double binomial = 1, scale = 1;
        for (int n = 0; n < TaylorDegree; n++)
        {
            binomial *= (exponent - n) / (n + 1);
            terms[n] = binomial * scale;
            scale *= Half;
        }

        double[][] chebyshev = Chebyshev(TaylorDegree);
        for (int n = TaylorDegree - 1; n >= Degree; n--)
        {
            double share = terms[n] / chebyshev[n][n];
            for (int i = 0; i <= n; i++) terms[i] -= share * chebyshev[n][i];
        }

        double[] coefficients = new double[Degree];
        scale = 1;
        for (int n = 0; n < Degree; n++, scale *= Half) coefficients[n] = terms[n] / scale;
        return coefficients;
    }

    // T[n + 1] = 2 s T[n] - T[n - 1].
    private static double[][] Chebyshev(int count)
    {
        double[][] polynomials = new double[count][];
        polynomials[0] = [1];
        polynomials[1] = [0, 1];
        for (int n = 2; n < count; n++)
        {
            polynomials[n] = new double[n + 1];
            for (int i = 0; i < n; i++) polynomials[n][i + 1] = 2 * polynomials[n - 1][i];
            for (int i = 0; i < n - 1; i++) polynomials[n][i] -= polynomials[n - 2][i];
        }

        return polynomials;
    }
}
#endif
