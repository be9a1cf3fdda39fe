#if NET8_0_OR_GREATER
using System;

namespace ScalingAnalyzers.Numerics;

/// <summary>The tables of a coupled surface whose three powers are taken together.</summary>
/// <remarks>
/// The two inner laws are scaled by 2^-894, so that a sum within 2^-128 to 2^127 has none of the bits
/// <see cref="PowerTable.Outside"/>, as the offsets have none: one test holds for all, and a sum is its own offset.
/// </remarks>
internal sealed class CoupledTables
{
    /// <summary>The bits from which offsets of x are counted: 2^-128.</summary>
    public const long LowBits = (1023L - 128) << 52;

    // 2^-894 is what puts 2^-128, the smallest sum, above the denormal numbers.
    private const int Scale = -894;

    // Seven terms leave 2.3e-16 of a power up to 1.
    private const int OuterTerms = 7;

    // Every entry is a normal number: a term may become denormal only in its last product, beside a far larger one.
    private const double LeastCoefficient = 1e-20, LargestCoefficient = 1e100;

    private CoupledTables(double outer, in PowerLaw first, in PowerLaw second)
    {
        First = Inner(first);
        Second = Inner(second);
        Outer = PowerTable.OfSixteenths(1, outer, -1023 - Scale, OuterTerms);
    }

    public double[] First { get; }

    public double[] Second { get; }

    public double[] Outer { get; }

    /// <summary>The tables, or null where a surface is too steep for them or its sums may be too small.</summary>
    public static CoupledTables? Of(in PowerLaw outer, in PowerLaw first, in PowerLaw second) =>
        outer is { Coefficient: 1, Exponent: > 0 and <= 1 } && Holds(first) && Holds(second)
        && Math.Max(LeastOf(first), LeastOf(second)) > -127
            ? new CoupledTables(outer.Exponent, first, second)
            : null;

    private static bool Holds(in PowerLaw law) =>
        law.HasTable && law.Coefficient is >= LeastCoefficient and <= LargestCoefficient;

    // The base-2 logarithm of the smallest power of x from 2^-128 to 2^128.
    private static double LeastOf(in PowerLaw law) => Math.Log2(law.Coefficient) - (128 * Math.Abs(law.Exponent));

    private static double[] Inner(in PowerLaw law) =>
        PowerTable.OfSixteenths(Math.ScaleB(law.Coefficient, Scale), law.Exponent, -128, PowerTable.Terms);
}
#endif
