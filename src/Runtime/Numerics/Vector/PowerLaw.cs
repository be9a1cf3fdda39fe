#if NET8_0_OR_GREATER
using System;

namespace ScalingAnalyzers.Numerics;

/// <summary>One power law, Coefficient * x^Exponent, made ready for the kernels.</summary>
/// <remarks>
/// Relative error at most 2e-15 for exponents up to 2 in size, over all positive normal x. (Beyond, about (5 + 2
/// |exponent|) * 1e-16.) Zero, infinity, NaN, negative and denormal x, results beyond 2^±1000, with a table x beyond
/// 2^±127, and exponents above 16 use <see cref="ScalarMath.Pow"/>, one by one: the result of Math.Pow times the
/// coefficient.
/// </remarks>
internal readonly struct PowerLaw
{
    private const double LargestExponent = 16;
    private const double LargestResult = 1000;
    private readonly double[] _scales;
    private readonly double[] _table;

    public PowerLaw(double coefficient, double exponent)
    {
        Coefficient = coefficient;
        Exponent = exponent;
        if (PowerTable.Holds(coefficient, exponent))
        {
            _scales = [];
            _table = PowerTable.Of(coefficient, exponent);
            (LowBits, WidthBits) = (PowerTable.LowBits, PowerTable.WidthBits);
            return;
        }

        _scales = new double[16];
        _table = [];
        (LowBits, WidthBits) = FastRange(coefficient, exponent);
        for (int i = 0; i < _scales.Length; i++)
        {
            // The bits above 48 of an exponent in sixteenths include i as well; subtract it here, once.
            long bits = BitConverter.DoubleToInt64Bits(coefficient * PowerConstants.Powers[i]);
            _scales[i] = BitConverter.Int64BitsToDouble(bits - ((long)i << 48));
        }
    }

    public double Coefficient { get; }

    public double Exponent { get; }

    /// <summary>The bits of the smallest x of the vector path.</summary>
    public long LowBits { get; }

    /// <summary>The size of the range above <see cref="LowBits"/>.</summary>
    public long WidthBits { get; }

    /// <summary>False where every x must go one by one.</summary>
    public bool IsVectorisable => WidthBits >= 0;

    /// <summary>Whether it is computed by its table, for small exponents; else by logarithm and exponential.</summary>
    public bool HasTable => _table.Length > 0;

    /// <summary>The <see cref="PowerTable"/>; empty without one.</summary>
    public ReadOnlySpan<double> Table => _table;

    /// <summary>Coefficient * 2^(i/16), the sixteenths taken off the bits above 48; empty with a table.</summary>
    public ReadOnlySpan<double> Scales => _scales;

    /// <summary>One value, exactly rounded but for half a unit in the last place or so; slow.</summary>
    public double At(double x) => Coefficient * ScalarMath.Pow(x, Exponent);

    private static (long Low, long Width) FastRange(double coefficient, double exponent)
    {
        var none = (0L, -1L);
        if (!(Math.Abs(exponent) <= LargestExponent) || !double.IsNormal(coefficient)) return none;
        double scale = Math.Log2(Math.Abs(coefficient));
        if (Math.Abs(scale) > LargestResult - 2) return none;

        double low = -1022, high = 1023;
        if (exponent != 0)
        {
            double one = (LargestResult - 1 - scale) / exponent, other = (-LargestResult + 1 - scale) / exponent;
            low = Math.Max(low, Math.Ceiling(Math.Min(one, other)));
            high = Math.Min(high, Math.Floor(Math.Max(one, other)));
        }

        if (low > high) return none;
        long lowBits = (long)(low + 1023) << 52;
        return (lowBits, ((long)(high + 1023) << 52) - lowBits + (high == 1023 ? (1L << 52) - 1 : 0));
    }
}
#endif
