using System;
using System.Globalization;
using System.Numerics;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Boxed numbers of any C# type, read without loss where there is none.</summary>
internal static class Numbers
{
    public static bool IsNumber(object? content) => content is
        int or long or double or decimal or float or uint or ulong or short or ushort or byte or sbyte or BigInteger;

    /// <summary>The nearest double; null for what is no number.</summary>
    public static double? ToDouble(object? content) => content switch
    {
        double d => d,
        float f => f,
        BigInteger big => ExactDouble(big),
        _ when IsNumber(content) => Convert.ToDouble(content, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The exact integer; null where the number is not whole or no number.</summary>
    public static BigInteger? ToInteger(object? content) => content switch
    {
        double d => Whole(d),
        float f => Whole(f),
        decimal m => decimal.Truncate(m) == m ? new BigInteger(m) : null,
        BigInteger big => big,
        ulong u => u,
        _ when IsNumber(content) => Convert.ToInt64(content, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static BigInteger? Whole(double d) =>
        double.IsNaN(d) || double.IsInfinity(d) || Math.Floor(d) != d ? null : new BigInteger(d);

    private static double ExactDouble(BigInteger big) => double.Parse(big.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
