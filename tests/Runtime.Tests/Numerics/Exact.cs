using System;
using System.Numerics;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// Powers and logarithms to 400 binary digits after the point, in integers only: the reference of the kernels.
/// </summary>
internal static class Exact
{
    private const int Digits = 400;

    private static readonly BigInteger One = BigInteger.One << Digits;

    // ln 2 = 2 artanh(1/3).
    private static readonly BigInteger Ln2 = 2 * Artanh(One / 3);

    /// <summary>coefficient * x^exponent in units of 2^-400; x positive.</summary>
    public static BigInteger Power(double coefficient, double x, double exponent) =>
        (Of(coefficient) * Exp((Ln(x) * Of(exponent)) >> Digits)) >> Digits;

    /// <summary>log2 x in units of 2^-400.</summary>
    public static BigInteger Log2(double x) => (Ln(x) << Digits) / Ln2;

    /// <summary>2^y in units of 2^-400.</summary>
    public static BigInteger Exp2(double y) => Exp((Ln2 * Of(y)) >> Digits);

    /// <summary>A double, exactly, in units of 2^-400 (its digits must reach no further down).</summary>
    public static BigInteger Of(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger mantissa = (bits & 0xFFFFFFFFFFFFFL) | (exponent == 0 ? 0 : 1L << 52);
        int shift = Math.Max(exponent, 1) - 1075 + Digits;
        if (shift < 0 && (mantissa & ((BigInteger.One << -shift) - 1)) != 0)
            throw new ArgumentOutOfRangeException(nameof(value), value, "too small");
        var size = shift >= 0 ? mantissa << shift : mantissa >> -shift;
        return bits < 0 ? -size : size;
    }

    /// <summary>|value / exact - 1|.</summary>
    public static double RelativeError(double value, BigInteger exact)
    {
        var difference = BigInteger.Abs(Of(value) - exact) << 80;
        return (double)(difference / BigInteger.Abs(exact)) * Math.ScaleB(1, -80);
    }

    private static BigInteger Ln(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        if (exponent is -1023 or 1024 || x <= 0) throw new ArgumentOutOfRangeException(nameof(x), x, "positive and normal");
        var mantissa = (BigInteger)((bits & 0xFFFFFFFFFFFFFL) | (1L << 52)) << (Digits - 52);
        return (exponent * Ln2) + (2 * Artanh(((mantissa - One) << Digits) / (mantissa + One)));
    }

    private static BigInteger Artanh(BigInteger s)
    {
        var square = (s * s) >> Digits;
        BigInteger sum = 0, power = s;
        for (int k = 1; !power.IsZero && power != -1; k += 2)
        {
            sum += power / k;
            power = (power * square) >> Digits;
        }

        return sum;
    }

    private static BigInteger Exp(BigInteger z)
    {
        int whole = (int)(z / Ln2);
        var r = (z - (whole * Ln2)) >> 8;
        BigInteger sum = One, term = One;
        for (int k = 1; !term.IsZero && term != -1; k++)
        {
            term = ((term * r) >> Digits) / k;
            sum += term;
        }

        for (int i = 0; i < 8; i++) sum = (sum * sum) >> Digits;
        return whole >= 0 ? sum << whole : sum >> -whole;
    }
}
