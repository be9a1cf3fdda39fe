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

    // ln 2 / 64 in two parts, the first with so few bits that its product with 64 times an exponent is exact.
    private const double StepHigh = 0.6931471803691238 / Steps, StepLow = 1.9082149292705877e-10 / Steps;

    private const int Steps = 64;

    /// <summary>Above it, an exponential may leave the normal doubles.</summary>
    public const double MostNear = 700;

    // A double this large has no room for a fraction: adding it rounds to whole numbers.
    private const double ToWhole = 6755399441055744.0;

    private static readonly DoubleDouble TwoByLn2 = new DoubleDouble(2, 0) / Ln2;

    private static readonly DoubleDouble Third = Reciprocal(3), Fifth = Reciprocal(5);

    // The base-2 logarithms of k/128 from just below the root of 1/2 to just above that of 2.
    private const int LeastCenter = 90, MostCenter = 182, One = 128;
    private static readonly DoubleDouble[] LogsOfCenters = MakeLogsOfCenters();

    private static readonly DoubleDouble[] PreciseRoots = MakeRootsOfTwo();

    private static readonly double[] RootsOfTwo = MakeRounded(PreciseRoots);

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
        double steps = Math.Floor((x * (Steps * Log2OfE)) + 0.5);
        return OfRest(new DoubleDouble(x, 0) + (Ln2 * (-steps * (1.0 / Steps))), (int)steps);
    }

    /// <summary>e to the power x within two units in the last place, the same everywhere: for the many draws of a
    /// band.</summary>
    public static double NearExp(double x) => Math.Abs(x) < MostNear ? NearExp(x, RootsOfTwo) : Exp(x);

    /// <summary>The same in a loop, for which the powers 2^(j/64) are at hand (<see cref="Roots"/>), for exponents
    /// below <see cref="MostNear"/> either way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double NearExp(double x, double[] roots)
    {
        double shifted = (x * (Steps * Log2OfE)) + ToWhole, whole = shifted - ToWhole;
        int steps = (int)BitConverter.DoubleToInt64Bits(shifted);
        double r = (x - (whole * StepHigh)) - (whole * StepLow);

        // e^r - 1 for |r| <= ln 2 / 128: the next term is below 4e-17.
        double rest = r + ((r * r) * ((1.0 / 2) + (r * ((1.0 / 6) + (r * ((1.0 / 24) + (r * (1.0 / 120))))))));
        double root = roots[steps & (Steps - 1)];
        return (root + (root * rest)) * BitConverter.Int64BitsToDouble((long)((steps >> 6) + 1023) << 52);
    }

    /// <summary>2^(j/64) for j from 0 to 63.</summary>
    public static double[] Roots => RootsOfTwo;

    /// <summary>2 to the power x.</summary>
    public static double Exp2(double x)
    {
        if (double.IsNaN(x) || double.IsInfinity(x)) return double.IsNaN(x) ? x : x > 0 ? x : 0;
        return Exp2(new DoubleDouble(x, 0));
    }

    private static double Beyond(double exponent) => exponent > 0 ? double.PositiveInfinity : 0;

    private static DoubleDouble Reciprocal(double of) => new DoubleDouble(1, 0) / new DoubleDouble(of, 0);

    // From one to the next the ratio is k/(k - 1), whose logarithm is 2 artanh(1/(2k - 1)).
    private static DoubleDouble[] MakeLogsOfCenters()
    {
        var logs = new DoubleDouble[MostCenter - LeastCenter + 1];
        for (int k = One + 1; k <= MostCenter; k++)
            logs[k - LeastCenter] = logs[k - 1 - LeastCenter] + (Artanh(Reciprocal((2 * k) - 1)) * TwoByLn2);
        for (int k = One; k > LeastCenter; k--)
            logs[k - 1 - LeastCenter] = logs[k - LeastCenter] + (Artanh(Reciprocal(1 - (2 * k))) * TwoByLn2);
        return logs;
    }

    // Each is the one before times 2^(1/64).
    private static DoubleDouble[] MakeRootsOfTwo()
    {
        var roots = new DoubleDouble[Steps];
        var first = OfSmall(Ln2 * (1.0 / Steps));
        roots[0] = new DoubleDouble(1, 0);
        for (int j = 1; j < roots.Length; j++) roots[j] = roots[j - 1] * first;
        return roots;
    }

    private static double[] MakeRounded(DoubleDouble[] values)
    {
        double[] rounded = new double[values.Length];
        for (int i = 0; i < rounded.Length; i++) rounded[i] = values[i].Sum;
        return rounded;
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

        // With c the nearest k/128: log2 m = log2 c + 2 artanh s / ln 2, s = (m - c)/(m + c), |s| < 0.0028.
        int k = (int)((m * One) + 0.5);
        double c = k * (1.0 / One);
        var s = DoubleDouble.Divide(m - c, DoubleDouble.Add(m, c));
        return new DoubleDouble(exponent, 0) + (LogsOfCenters[k - LeastCenter] + (Artanh(s) * TwoByLn2));
    }

    // For |s| < 0.0056. From s^7 on the terms are below 1e-14 of the sum: a double holds them to 1e-30, and the next is
    // below 1e-32.
    [MethodImpl(Compiled.AtOnce)]
    private static DoubleDouble Artanh(DoubleDouble s)
    {
        var square = s * s;
        double z = square.Sum;
        double small = (1.0 / 7) + (z * ((1.0 / 9) + (z * ((1.0 / 11) + (z * ((1.0 / 13) + (z * (1.0 / 15))))))));
        var sum = (square * small) + Fifth;
        sum = (sum * square) + Third;
        sum = (sum * square) + new DoubleDouble(1, 0);
        return sum * s;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static double Exp2(DoubleDouble y)
    {
        if (y.Sum >= 1024.5) return double.PositiveInfinity;
        if (y.Sum <= -1080) return 0;
        double steps = Math.Floor((y.Sum * Steps) + 0.5);
        return OfRest((y + new DoubleDouble(-steps * (1.0 / Steps), 0)) * Ln2, (int)steps);
    }

    // e^rest * 2^(steps/64) for |rest| <= ln 2 / 128.
    [MethodImpl(Compiled.AtOnce)]
    private static double OfRest(DoubleDouble rest, int steps)
    {
        int whole = steps >> 6;
        if (whole > 1024) return double.PositiveInfinity;
        if (whole < -1080) return 0;
        return Scale((OfSmall(rest) * PreciseRoots[steps & (Steps - 1)]).Sum, whole);
    }

    // e^r by Taylor for |r| < 0.011. The terms from r^4 on are below 1e-9: a double holds them to 1e-25.
    [MethodImpl(Compiled.AtOnce)]
    private static DoubleDouble OfSmall(DoubleDouble r)
    {
        double x = r.Sum;
        double tail = x * ((1.0 / 24) + (x * ((1.0 / 120) + (x * ((1.0 / 720) + (x * ((1.0 / 5040) + (x / 40320))))))));
        var sum = Sixth + new DoubleDouble(tail, 0);
        sum = (sum * r) + new DoubleDouble(0.5, 0);
        sum = (sum * r) + new DoubleDouble(1, 0);
        return (sum * r) + new DoubleDouble(1, 0);
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
