#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScalingAnalyzers.Numerics;

/// <summary>The tables and the polynomial of a power of x between about 2^-128 and 2^128: no logarithm, no
/// exponential.</summary>
/// <remarks>
/// With x = 2^(16 i + j) * m * (1 + r), m the middle of one of 16 pieces of the mantissa: Coefficient * x^p is
/// 2^(16 p i) * 2^(p j) * (Coefficient * m^p), each from a table of 16, times (1 + r)^p, a polynomial. Five roundings
/// and three rounded entries: within 1.5e-15 for exponents to 1.25, of which the polynomial has 5e-16 at most. Widths
/// without tables in registers read the same numbers as pairs and as products.
/// </remarks>
internal static class PowerTable
{
    /// <summary>Where the entries by the piece of the mantissa are; the inverses of the middles are before.</summary>
    public const int Pieces = 16;

    /// <summary>Where the whole steps of the binary exponent are.</summary>
    public const int Steps = 32;

    /// <summary>Where the sixteens of steps are, from the lowest on.</summary>
    public const int Leaps = 48;

    /// <summary>Where the eight coefficients of ((1 + r)^p - 1) / r are.</summary>
    public const int Series = 64;

    /// <summary>Where each inverse stands beside the entry of its piece.</summary>
    public const int Pairs = 72;

    /// <summary>Where the products of all steps and leaps are.</summary>
    public const int Powers = 104;

    /// <summary>The bits of the smallest x, 0.734375 * 2^-128; offsets are counted from them.</summary>
    public const long LowBits = PowerConstants.MantissaStart - (128L << 52);

    /// <summary>From the smallest x to the largest: 256 binary orders.</summary>
    public const long WidthBits = (256L << 52) - 1;

    /// <summary>The bits that no offset in this range has.</summary>
    public const long Outside = unchecked((long)0xF000000000000000UL);

    /// <summary>The coefficients that the largest exponent needs.</summary>
    public const int Terms = 8;

    // Beyond, eight coefficients are too few; the coefficient keeps every product a normal number.
    private const double LargestExponent = 1.25;
    private const int TaylorDegree = 16;

    /// <summary>Whether a power law has tables.</summary>
    public static bool Holds(double coefficient, double exponent) =>
        Math.Abs(exponent) <= LargestExponent && Math.Abs(coefficient) is > 1e-200 and < 1e200;

    /// <summary>Makes the tables for offsets from <see cref="LowBits"/>.</summary>
    public static double[] Of(double coefficient, double exponent) =>
        Around(PowerConstants.Inverses, coefficient, exponent, lowest: -128, Terms);

    /// <summary>Makes tables whose pieces are the sixteenths of [1, 2): an offset needs no shift by half a piece, and 1
    /// to a power is 1 within the bound only.</summary>
    public static double[] OfSixteenths(double coefficient, double exponent, int lowest, int terms)
    {
        double[] inverses = new double[16];
        for (int i = 0; i < 16; i++) inverses[i] = 1 / (1 + (((2 * i) + 1) / 32.0));
        return Around(inverses, coefficient, exponent, lowest, terms);
    }

    /// <summary>The inverse and the entry of the piece of an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Pair(ref double table, long offset) =>
        Vector128.LoadUnsafe(ref Unsafe.AddByteOffset(ref table, (nint)(((ulong)offset >> 44) & 0xF0) + (Pairs * sizeof(double))));

    /// <summary>2^(p k), k the binary exponent of an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Power(ref double table, long offset) => Unsafe.Add(ref table, (nint)((ulong)offset >> 52) + Powers);

    private static double[] Around(ReadOnlySpan<double> inverses, double coefficient, double exponent, int lowest, int terms)
    {
        double[] table = new double[Powers + 256];
        inverses.CopyTo(table);
        for (int i = 0; i < 16; i++)
        {
            table[Pieces + i] = coefficient * ScalarMath.Pow(inverses[i], -exponent);

            // Not 2^(p * i): where that product is large, its rounding costs tens of last places.
            table[Steps + i] = ScalarMath.Pow(Math.ScaleB(1, i), exponent);
            table[Leaps + i] = ScalarMath.Pow(Math.ScaleB(1, (16 * i) + lowest), exponent);
            table[Pairs + (2 * i)] = inverses[i];
            table[Pairs + (2 * i) + 1] = table[Pieces + i];
        }

        for (int i = 0; i < 256; i++) table[Powers + i] = table[Steps + (i % 16)] * table[Leaps + (i / 16)];
        Shortened(exponent, terms).CopyTo(table, Series);
        return table;
    }

    // The binomial series for |r| up to 1/32, cut down by Chebyshev polynomials (Lanczos 1938), so that the error is
    // spread over the piece.
    private static double[] Shortened(double exponent, int count)
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
        for (int n = TaylorDegree - 1; n >= count; n--)
        {
            double share = terms[n] / chebyshev[n][n];
            for (int i = 0; i <= n; i++) terms[i] -= share * chebyshev[n][i];
        }

        double[] coefficients = new double[count];
        scale = 1;
        for (int n = 0; n < count; n++, scale *= Half) coefficients[n] = terms[n] / scale;
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
