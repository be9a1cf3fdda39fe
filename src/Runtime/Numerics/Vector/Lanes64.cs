#if NET8_0_OR_GREATER
using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScalingAnalyzers.Numerics;

/// <summary>One double: the path of last resort.</summary>
internal readonly struct Lanes64 : ILanes<Lanes64>
{
    private readonly double _v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes64(double v) => _v = v;

    public static int Count => 1;

    private long Bits => BitConverter.DoubleToInt64Bits(_v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Of(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 OfBits(long bits) => new(BitConverter.Int64BitsToDouble(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Load(ref double source, nuint offset) => new(Unsafe.Add(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes64 value, ref double destination, nuint offset) => Unsafe.Add(ref destination, offset) = value._v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stream(Lanes64 value, ref double destination, nuint offset) => Store(value, ref destination, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator +(Lanes64 a, Lanes64 b) => new(a._v + b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator -(Lanes64 a, Lanes64 b) => new(a._v - b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator *(Lanes64 a, Lanes64 b) => new(a._v * b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator /(Lanes64 a, Lanes64 b) => new(a._v / b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 MultiplyAdd(Lanes64 a, Lanes64 b, Lanes64 c) => new(Math.FusedMultiplyAdd(a._v, b._v, c._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Min(Lanes64 a, Lanes64 b) => new(Math.Min(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Max(Lanes64 a, Lanes64 b) => new(Math.Max(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 OneWithin(Lanes64 a, Lanes64 limit) => new(Math.Abs(a._v) <= limit._v ? 1 : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes64 a) => a._v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 AddBits(Lanes64 a, Lanes64 b) => OfBits(a.Bits + b.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 SubtractBits(Lanes64 a, Lanes64 b) => OfBits(a.Bits - b.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 AndBits(Lanes64 a, Lanes64 b) => OfBits(a.Bits & b.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 OrBits(Lanes64 a, Lanes64 b, Lanes64 c) => OfBits(a.Bits | b.Bits | c.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Mantissa(Lanes64 a) => OfBits((a.Bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyBits(Lanes64 a, Lanes64 mask) => (a.Bits & mask.Bits) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 ShiftLeft48(Lanes64 a) => OfBits(a.Bits << 48);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 ShiftRight(Lanes64 a, [ConstantExpected] byte bits) => OfBits(a.Bits >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 TopTwelveBits(Lanes64 a) => new(a.Bits >> 52);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Lanes64 a, Lanes64 low, Lanes64 width) => (ulong)(a.Bits - low.Bits) > (ulong)width.Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Lookup(Lanes64 low, Lanes64 high, ref double table, Lanes64 index) =>
        new(Unsafe.Add(ref table, (nint)(index.Bits & 15)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LookupPower(
        Lanes64 offset, Lanes64 inverseLow, Lanes64 inverseHigh, Lanes64 pieceLow, Lanes64 pieceHigh, Lanes64 stepLow,
        Lanes64 stepHigh, Lanes64 leapLow, Lanes64 leapHigh, ref double table, out Lanes64 inverse, out Lanes64 scale)
    {
        var pair = PowerTable.Pair(ref table, offset.Bits);
        inverse = new(pair.GetElement(0));
        scale = new(pair.GetElement(1) * PowerTable.Power(ref table, offset.Bits));
    }
}
#endif
