using System;
using System.Globalization;
using System.Numerics;

namespace ScalingAnalyzers.Numerics;

/// <summary>Boxed numbers of any C# type, read without loss of precision.</summary>
internal static class Numbers
{
    public static bool IsNumber(object? content) => content is
        int or long or double or decimal or float or uint or ulong or short or ushort or byte or sbyte or BigInteger;

    /// <summary>The nearest double; null where the object is not a number.</summary>
    public static double? ToDouble(object? content) => content switch
    {
        double d => d,
        long whole => whole,
        int whole => whole,
        float f => f,
        BigInteger big => ExactDouble(big),
        _ when IsNumber(content) => Convert.ToDouble(content, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The exact integer; null where the number is not whole or no number.</summary>
    public static BigInteger? ToInteger(object? content) => content switch
    {
        long whole => whole,
        int whole => whole,
        double d => Whole(d),
        float f => Whole(f),
        decimal m => decimal.Truncate(m) == m ? new BigInteger(m) : null,
        BigInteger big => big,
        ulong u => u,
        _ when IsNumber(content) => Convert.ToInt64(content, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>
    /// The exact decimal, for a double the one with its fifteen digits; null where decimal cannot represent it, or
    /// where it is not a number.
    /// </summary>
    public static decimal? ToDecimal(object? content)
    {
        if (content is decimal m) return m;
        if (content is long count) return count;
        if (content is int number) return number;
        if (ToInteger(content) is { } whole) return BigInteger.Abs(whole) < new BigInteger(7.9e27) ? (decimal)whole : null;
        return ToDouble(content) is { } real && Math.Abs(real) < 7.9e27 ? (decimal)real : null;
    }

    /// <summary>A value as messages show it.</summary>
    public static string Show(object? content) =>
        content is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : content?.ToString() ?? "null";

    private static BigInteger? Whole(double d) =>
        double.IsNaN(d) || double.IsInfinity(d) || Math.Floor(d) != d ? null : new BigInteger(d);

    private static double ExactDouble(BigInteger big) =>
        double.Parse(big.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
