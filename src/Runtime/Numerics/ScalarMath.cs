using System;
using System.Runtime.CompilerServices;

namespace ScalingAnalyzers.Numerics;

/// <summary>
/// Powers, logarithms and exponentials of one double, computed from IEEE additions, multiplications and divisions only,
/// so that a constant is the same on every operating system, processor and target framework. (Math.Pow is not.)
/// </summary>
/// <remarks>
/// The work is done in double-double arithmetic (Dekker 1971, "A floating-point technique for extending the available
/// precision"), so results are within about half a unit in the last place. Speed is the business of the vector kernels.
/// </remarks>
internal static class ScalarMath
{
    // ln 2 as an unevaluated sum of two doubles.
    private static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);

    private static readonly DoubleDouble Sixth = new DoubleDouble(1, 0) / new DoubleDouble(6, 0);

    private const double Log2OfE = 1.4426950408889634;

    // Exponents of this size leave the doubles whatever the base; far larger ones would overflow within double-double
    // arithmetic.
    private const double FarBeyond = 4096;

    // ln 2 in two parts, the first with so few bits that its product with an exponent is exact.
    private const double Ln2High = 0.6931471803691238, Ln2Low = 1.9082149292705877e-10;

    // 1/0!, 1/1! ... 1/13!: for |r| <= ln 2 / 2 the next term is below 1e-17.
    private static readonly double[] Factorials =
    [
        1, 1, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362880, 1.0 / 3628800, 1.0 / 39916800,
        1.0 / 479001600, 1.0 / 6227020800,
    ];

    private const int InDoubleDouble = 10;

    // 1, 1/3, 1/5 ... 1/43.
    private static readonly DoubleDouble[] OddReciprocals = Reciprocals(22);

    /// <summary>x to the power y. Zero, infinities, NaN and negative bases give the results of Math.Pow.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static double Pow(double x, double y)
    {
        if (!(x > 0) || double.IsInfinity(x) || double.IsNaN(y) || double.IsInfinity(y)) return Math.Pow(x, y);
        if (y == 0 || x == 1) return 1;
        var log = Log2Of(x);
        double size = log.Sum * y;
        return Math.Abs(size) < FarBeyond ? Exp2(log * y) : Beyond(size);
    }

    /// <summary>The base-2 logarithm of a positive number; NaN below zero, negative infinity at zero.</summary>
    public static double Log2(double x) => IsOrdinary(x) ? Log2Of(x).Sum : Special(x);

    /// <summary>The natural logarithm of a positive number; NaN below zero, negative infinity at zero.</summary>
    public static double Log(double x) => IsOrdinary(x) ? (Log2Of(x) * Ln2).Sum : Special(x);

    /// <summary>e to the power x.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static double Exp(double x)
    {
        if (double.IsNaN(x) || double.IsInfinity(x)) return double.IsNaN(x) ? x : x > 0 ? x : 0;
        if (Math.Abs(x) >= FarBeyond) return Beyond(x);
        double whole = Math.Floor((x * Log2OfE) + 0.5);
        return OfRest(new DoubleDouble(x, 0) + (Ln2 * -whole), (int)whole);
    }

    /// <summary>e to the power x within two units in the last place, the same everywhere: for the many draws of a
    /// band.</summary>
    public static double NearExp(double x)
    {
        if (!(Math.Abs(x) < 700)) return Exp(x);
        double whole = Math.Floor((x * Log2OfE) + 0.5);
        double r = (x - (whole * Ln2High)) - (whole * Ln2Low), sum = 0;
        for (int k = Factorials.Length - 1; k >= 0; k--) sum = (sum * r) + Factorials[k];
        return sum * PowerOfTwo((int)whole);
    }

    /// <summary>Two of them at once, each as it would be by itself: the steps of one polynomial follow each other,
    /// those of two run side by side.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static (double OfX, double OfY) NearExps(double x, double y)
    {
        if (!(Math.Abs(x) < 700) || !(Math.Abs(y) < 700)) return (NearExp(x), NearExp(y));
        double wholeX = Math.Floor((x * Log2OfE) + 0.5), wholeY = Math.Floor((y * Log2OfE) + 0.5);
        double r = (x - (wholeX * Ln2High)) - (wholeX * Ln2Low), s = (y - (wholeY * Ln2High)) - (wholeY * Ln2Low);
        double ofX = 0, ofY = 0;
        double[] factorials = Factorials;
        for (int k = factorials.Length - 1; k >= 0; k--)
        {
            double factorial = factorials[k];
            ofX = (ofX * r) + factorial;
            ofY = (ofY * s) + factorial;
        }

        return (ofX * PowerOfTwo((int)wholeX), ofY * PowerOfTwo((int)wholeY));
    }

    /// <summary>2 to the power x.</summary>
    public static double Exp2(double x)
    {
        if (double.IsNaN(x) || double.IsInfinity(x)) return double.IsNaN(x) ? x : x > 0 ? x : 0;
        return Exp2(new DoubleDouble(x, 0));
    }

    private static double Beyond(double exponent) => exponent > 0 ? double.PositiveInfinity : 0;

    private static DoubleDouble[] Reciprocals(int count)
    {
        var reciprocals = new DoubleDouble[count];
        for (int i = 0; i < count; i++) reciprocals[i] = new DoubleDouble(1, 0) / new DoubleDouble((2 * i) + 1, 0);
        return reciprocals;
    }

    private static bool IsOrdinary(double x) => x > 0 && !double.IsInfinity(x);

    private static double Special(double x) => x == 0 ? double.NegativeInfinity : double.IsPositiveInfinity(x) ? x : double.NaN;

    [MethodImpl(Compiled.AtOnce)]
    private static DoubleDouble Log2Of(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        if (exponent == -1023)
        {
            // Subnormal: bring it into the normal range first.
            bits = BitConverter.DoubleToInt64Bits(x * 18014398509481984.0);
            exponent = (int)(bits >> 52) - 1023 - 54;
        }

        double m = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }

        // ln m = 2 artanh s with s = (m - 1)/(m + 1), |s| < 0.1716: 22 powers of s^2 reach 1e-33. From the tenth on
        // they are below 1e-15: a double holds their sum to 1e-31.
        var s = new DoubleDouble(m - 1, 0) / DoubleDouble.Add(m, 1);
        var square = s * s;
        double z = square.Sum, small = 0;
        for (int i = OddReciprocals.Length - 1; i >= InDoubleDouble; i--) small = (small * z) + OddReciprocals[i].Sum;
        var sum = new DoubleDouble(small, 0);
        for (int i = InDoubleDouble - 1; i >= 0; i--) sum = (sum * square) + OddReciprocals[i];
        var ln = sum * s * 2;
        return new DoubleDouble(exponent, 0) + (ln / Ln2);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static double Exp2(DoubleDouble y)
    {
        if (y.Sum >= 1024.5) return double.PositiveInfinity;
        if (y.Sum <= -1080) return 0;
        double whole = Math.Floor(y.Sum + 0.5);
        return OfRest((y + new DoubleDouble(-whole, 0)) * Ln2, (int)whole);
    }

    // e^rest * 2^whole for |rest| <= ln 2 / 2.
    [MethodImpl(Compiled.AtOnce)]
    private static double OfRest(DoubleDouble rest, int whole)
    {
        if (whole > 1024) return double.PositiveInfinity;
        if (whole < -1080) return 0;

        // e^r by Taylor for |r| < 0.0055, then six squarings. The terms from r^4 on are below 4e-11: a double holds
        // them to 1e-26, which the squarings make 1e-24.
        var r = rest * (1.0 / 64);
        double x = r.Sum;
        double tail = x * ((1.0 / 24) + (x * ((1.0 / 120) + (x * ((1.0 / 720) + (x * ((1.0 / 5040) + (x / 40320))))))));
        var sum = Sixth + new DoubleDouble(tail, 0);
        sum = (sum * r) + new DoubleDouble(0.5, 0);
        sum = (sum * r) + new DoubleDouble(1, 0);
        sum = (sum * r) + new DoubleDouble(1, 0);
        for (int i = 0; i < 6; i++) sum = sum * sum;
        return Scale(sum.Sum, whole);
    }

    // value * 2^exponent; two steps where the factor alone would leave the normal range.
    private static double Scale(double value, int exponent)
    {
        if (exponent > 1000) return value * PowerOfTwo(1000) * PowerOfTwo(exponent - 1000);
        if (exponent < -1000) return value * PowerOfTwo(-900) * PowerOfTwo(exponent + 900);
        return value * PowerOfTwo(exponent);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
