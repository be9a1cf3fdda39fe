using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers;

/// <summary>A positive number rounded to three significant digits in doubles, where decimals give the same: a decimal
/// takes ten times as long.</summary>
internal readonly struct ThreeDigits
{
    private const int MostPower = 22;

    // All digits that an int has, as many zeros as the smallest number needs behind a point, a unit, an exponent.
    private const int MostCharacters = 64;

    // What doubles and decimals can differ by is far less.
    private const double NearTie = 1e-6;

    // All of them are exact.
    private static readonly double[] Powers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    private readonly int _digits;
    private readonly int _exponent;

    private ThreeDigits(int digits, int exponent)
    {
        _digits = digits;
        _exponent = exponent;
    }

    /// <summary>The power of ten of the first digit.</summary>
    public int Magnitude => _exponent + 2;

    /// <summary>The digits; null of what is very large or small, and of numbers near the middle between two
    /// roundings.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static ThreeDigits? Of(double value)
    {
        if (!(value >= 1e-19 && value < 1e24)) return null;
        int exponent = -2;
        if (value >= 1)
        {
            while (exponent + 3 <= MostPower && value >= Powers[exponent + 3]) exponent++;
            while (value / Powers[Math.Max(exponent, 0)] >= 1000) exponent++;
        }
        else
        {
            while (value * Powers[-exponent] < 100) exponent--;
        }

        double scaled = exponent >= 0 ? value / Powers[exponent] : value * Powers[-exponent], whole = Math.Floor(scaled);
        double rest = scaled - whole;
        if (Math.Abs(rest - 0.5) < NearTie) return null;
        int digits = (int)whole + (rest > 0.5 ? 1 : 0);
        return digits == 1000 ? new ThreeDigits(100, exponent + 1) : new ThreeDigits(digits, exponent);
    }

    /// <summary>In a unit of ten to this power, behind which its name stands: 280B, 1.24T, 18.5.</summary>
    public string Plain(int power, string unit) => Written(_digits, power - _exponent, unit, "");

    /// <summary>5.04e23, 1e24.</summary>
    public string Scientific() => Written(_digits, 2, "e", Magnitude.ToString(CultureInfo.InvariantCulture));

    // From its end to its beginning: so many digits are behind the point.
    [MethodImpl(Compiled.AtOnce)]
    private static unsafe string Written(int digits, int places, string unit, string exponent)
    {
        for (; places < 0; places++) digits *= 10;
        for (; places > 0 && digits % 10 == 0; places--) digits /= 10;
        char* text = stackalloc char[MostCharacters];
        int start = MostCharacters;
        for (int i = exponent.Length - 1; i >= 0; i--) text[--start] = exponent[i];
        for (int i = unit.Length - 1; i >= 0; i--) text[--start] = unit[i];
        for (int i = 0; i < places; i++, digits /= 10) text[--start] = (char)('0' + (digits % 10));
        if (places > 0) text[--start] = '.';
        for (; digits >= 10; digits /= 10) text[--start] = (char)('0' + (digits % 10));
        text[--start] = (char)('0' + digits);
        return new string(text, start, MostCharacters - start);
    }
}
