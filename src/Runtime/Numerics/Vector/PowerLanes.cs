#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using C = ScalingAnalyzers.Numerics.PowerConstants;

namespace ScalingAnalyzers.Numerics;

/// <summary>
/// Base-2 logarithm, exponential and power of one set of lanes. The caller ensures that the inputs are ordinary
/// numbers.
/// </summary>
/// <typeparam name="T">The width.</typeparam>
internal static class PowerLanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>Splits positive normal x into 2^whole times a mantissa whose base-2 logarithm is returned; |fraction|
    /// below 0.56.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SplitLog2(
        T x, T inverseLow, T inverseHigh, T logLow, T logHigh, ref double inverses, ref double logarithms, out T whole)
    {
        var offset = T.SubtractBits(x, T.OfBits(C.MantissaStart));
        whole = T.TopTwelveBits(offset);
        var mantissa = T.SubtractBits(x, T.AndBits(offset, T.OfBits(C.TopTwelve)));
        var piece = T.ShiftRight(offset, 48);
        var r = T.MultiplyAdd(mantissa, T.Lookup(inverseLow, inverseHigh, ref inverses, piece), T.Of(-1));
        return Log2Near(r, T.Lookup(logLow, logHigh, ref logarithms, piece));
    }

    // log2(1 + r) + shift for |r| up to 1/32.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Log2Near(T r, T shift)
    {
        var r2 = r * r;
        var low = T.MultiplyAdd(T.MultiplyAdd(T.Of(C.L3), r, T.Of(C.L2)), r2, T.MultiplyAdd(T.Of(C.L1), r, T.Of(C.L0)));
        var high = T.MultiplyAdd(T.MultiplyAdd(T.Of(C.L7), r, T.Of(C.L6)), r2, T.MultiplyAdd(T.Of(C.L5), r, T.Of(C.L4)));
        return T.MultiplyAdd(T.MultiplyAdd(high, r2 * r2, low), r, shift);
    }

    /// <summary>
    /// Scale * 2^(a * b + c), where a * b may be large and c small: the whole sixteenths of the exponent go into the
    /// bits of the scale, and what is left of a * b is computed with one rounding, so that large exponents lose
    /// nothing.
    /// </summary>
    /// <remarks>
    /// The scale table contains Scale * 2^(i/16) with i taken from the bits above 48 (<see cref="PowerLaw.Scales"/>).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ScaledExp2(T a, T b, T c, T scaleLow, T scaleHigh, ref double scales)
    {
        var shifted = T.MultiplyAdd(a, b, c) + T.Of(C.RoundToSixteenth);
        var f = T.MultiplyAdd(a, b, T.Of(C.RoundToSixteenth) - shifted) + c;
        var f2 = f * f;
        var scale = T.AddBits(T.Lookup(scaleLow, scaleHigh, ref scales, shifted), T.ShiftLeft48(shifted));
        var low = T.MultiplyAdd(T.Of(C.E1), f, T.Of(C.E0));
        var high = T.MultiplyAdd(T.MultiplyAdd(T.Of(C.E5), f, T.Of(C.E4)), f2, T.MultiplyAdd(T.Of(C.E3), f, T.Of(C.E2)));
        return T.MultiplyAdd(T.MultiplyAdd(high, f2, low) * f, scale, scale);
    }

    /// <summary>The mantissa of x in the pieces of <see cref="PowerTable.Of"/>, by its offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T CentredMantissa(T offset) => T.AddBits(T.AndBits(offset, T.OfBits(~C.TopTwelve)), T.OfBits(C.MantissaStart));

    /// <summary>One power of x by its <see cref="PowerTable"/>, whose halves may be in registers: what is returned,
    /// times the scale. Callers add to this product with one rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Power(
        T offset, T mantissa, T inverseLow, T inverseHigh, T pieceLow, T pieceHigh, T stepLow, T stepHigh, T leapLow, T leapHigh,
        ref double table, out T scale)
    {
        T.LookupPower(
            offset, inverseLow, inverseHigh, pieceLow, pieceHigh, stepLow, stepHigh, leapLow, leapHigh, ref table, out var inverse,
            out scale);
        var r = T.MultiplyAdd(mantissa, inverse, T.Of(-1));
        ref double c = ref Unsafe.Add(ref table, PowerTable.Series);
        var r2 = r * r;
        var sum = T.MultiplyAdd(Of(ref c, 7), r2, T.MultiplyAdd(Of(ref c, 6), r, Of(ref c, 5)));
        sum = T.MultiplyAdd(sum, r2, T.MultiplyAdd(Of(ref c, 4), r, Of(ref c, 3)));
        sum = T.MultiplyAdd(sum, r2, T.MultiplyAdd(Of(ref c, 2), r, Of(ref c, 1)));
        return T.MultiplyAdd(sum, r2, T.MultiplyAdd(Of(ref c, 0), r, T.Of(1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Of(ref double coefficients, int index) => T.Of(Unsafe.Add(ref coefficients, index));
}
#endif
