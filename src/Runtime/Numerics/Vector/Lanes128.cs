#if NET8_0_OR_GREATER
using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ScalingAnalyzers.Numerics;

/// <summary>Two doubles: NEON, or SSE2 and later.</summary>
internal readonly struct Lanes128 : ILanes<Lanes128>
{
    private readonly Vector128<double> _v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes128(Vector128<double> v) => _v = v;

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    public static int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Of(double value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 OfBits(long bits) => new(Vector128.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Load(ref double source, nuint offset) => new(Vector128.LoadUnsafe(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128 value, ref double destination, nuint offset) => value._v.StoreUnsafe(ref destination, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Stream(Lanes128 value, ref double destination, nuint offset) =>
        value._v.StoreAlignedNonTemporal((double*)Unsafe.AsPointer(ref destination) + offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(Lanes128 a, Lanes128 b) => new(a._v + b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 a, Lanes128 b) => new(a._v - b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator *(Lanes128 a, Lanes128 b) => new(a._v * b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator /(Lanes128 a, Lanes128 b) => new(a._v / b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 MultiplyAdd(Lanes128 a, Lanes128 b, Lanes128 c)
    {
        if (Fma.IsSupported) return new(Fma.MultiplyAdd(a._v, b._v, c._v));
        if (AdvSimd.Arm64.IsSupported) return new(AdvSimd.Arm64.FusedMultiplyAdd(c._v, a._v, b._v));

        // Processors before 2013: right, and slow.
        return new(Vector128.Create(
            Math.FusedMultiplyAdd(a._v.GetElement(0), b._v.GetElement(0), c._v.GetElement(0)),
            Math.FusedMultiplyAdd(a._v.GetElement(1), b._v.GetElement(1), c._v.GetElement(1))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Min(Lanes128 a, Lanes128 b) => new(Vector128.Min(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Max(Lanes128 a, Lanes128 b) => new(Vector128.Max(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 OneWithin(Lanes128 a, Lanes128 limit) =>
        new(Vector128.LessThanOrEqual(Vector128.Abs(a._v), limit._v) & Vector128.Create(1.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes128 a) => Vector128.Sum(a._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 AddBits(Lanes128 a, Lanes128 b) => new((a._v.AsInt64() + b._v.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 SubtractBits(Lanes128 a, Lanes128 b) => new((a._v.AsInt64() - b._v.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 AndBits(Lanes128 a, Lanes128 b) => new(a._v & b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 OrBits(Lanes128 a, Lanes128 b, Lanes128 c) => new(a._v | b._v | c._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Mantissa(Lanes128 a) => new(
        ((a._v.AsInt64() & Vector128.Create(0x000FFFFFFFFFFFFFL)) | Vector128.Create(0x3FF0000000000000L)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyBits(Lanes128 a, Lanes128 mask) => (a._v.AsInt64() & mask._v.AsInt64()) != Vector128<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 ShiftLeft48(Lanes128 a) => new((a._v.AsInt64() << 48).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 ShiftRight(Lanes128 a, [ConstantExpected] byte bits) => new((a._v.AsInt64() >>> bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 TopTwelveBits(Lanes128 a)
    {
        // As Lanes256 does.
        var biased = (a._v.AsInt64() + Vector128.Create(1023L << 52)) >>> 52;
        return new((biased | Vector128.Create(0x4330000000000000L)).AsDouble() - Vector128.Create(4503599627370496.0 + 1023));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Lanes128 a, Lanes128 low, Lanes128 width) =>
        Vector128.GreaterThanAny((a._v.AsInt64() - low._v.AsInt64()).AsUInt64(), width._v.AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Lookup(Lanes128 low, Lanes128 high, ref double table, Lanes128 index)
    {
        var i = index._v.AsInt64() & Vector128.Create(15L);
        return new(Vector128.Create(
            Unsafe.Add(ref table, (nint)i.GetElement(0)),
            Unsafe.Add(ref table, (nint)i.GetElement(1))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LookupPower(
        Lanes128 offset, Lanes128 inverseLow, Lanes128 inverseHigh, Lanes128 pieceLow, Lanes128 pieceHigh, Lanes128 stepLow,
        Lanes128 stepHigh, Lanes128 leapLow, Lanes128 leapHigh, ref double table, out Lanes128 inverse, out Lanes128 scale)
    {
        long i = offset._v.AsInt64().GetElement(0), j = offset._v.AsInt64().GetElement(1);
        Vector128<double> first = PowerTable.Pair(ref table, i), second = PowerTable.Pair(ref table, j);
        inverse = new(Vector128.Create(first.GetElement(0), second.GetElement(0)));
        scale = new(Vector128.Create(first.GetElement(1), second.GetElement(1))
            * Vector128.Create(PowerTable.Power(ref table, i), PowerTable.Power(ref table, j)));
    }
}
#endif
