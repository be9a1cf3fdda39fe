#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScalingAnalyzers.Numerics;

/// <summary>Four doubles: AVX2 with FMA.</summary>
internal readonly struct Lanes256 : ILanes<Lanes256>
{
    private readonly Vector256<double> _v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes256(Vector256<double> v) => _v = v;

    public static bool IsSupported => Vector256.IsHardwareAccelerated && Avx2.IsSupported && Fma.IsSupported;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Of(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 OfBits(long bits) => new(Vector256.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(ref double source, nuint offset) => new(Vector256.LoadUnsafe(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256 value, ref double destination, nuint offset) => value._v.StoreUnsafe(ref destination, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Stream(Lanes256 value, ref double destination, nuint offset) =>
        value._v.StoreAlignedNonTemporal((double*)Unsafe.AsPointer(ref destination) + offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 a, Lanes256 b) => new(a._v + b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 a, Lanes256 b) => new(a._v - b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(Lanes256 a, Lanes256 b) => new(a._v * b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator /(Lanes256 a, Lanes256 b) => new(a._v / b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 MultiplyAdd(Lanes256 a, Lanes256 b, Lanes256 c) => new(Fma.MultiplyAdd(a._v, b._v, c._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Min(Lanes256 a, Lanes256 b) => new(Avx.Min(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Max(Lanes256 a, Lanes256 b) => new(Avx.Max(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 OneWithin(Lanes256 a, Lanes256 limit) =>
        new(Vector256.LessThanOrEqual(Vector256.Abs(a._v), limit._v) & Vector256.Create(1.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes256 a) => Vector256.Sum(a._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 AddBits(Lanes256 a, Lanes256 b) => new((a._v.AsInt64() + b._v.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 SubtractBits(Lanes256 a, Lanes256 b) => new((a._v.AsInt64() - b._v.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 AndBits(Lanes256 a, Lanes256 b) => new(a._v & b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 OrBits(Lanes256 a, Lanes256 b, Lanes256 c) => new(a._v | b._v | c._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Mantissa(Lanes256 a) => new(
        ((a._v.AsInt64() & Vector256.Create(0x000FFFFFFFFFFFFFL)) | Vector256.Create(0x3FF0000000000000L)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyBits(Lanes256 a, Lanes256 mask) => (a._v.AsInt64() & mask._v.AsInt64()) != Vector256<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 ShiftLeft48(Lanes256 a) => new((a._v.AsInt64() << 48).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 ShiftRight(Lanes256 a, [ConstantExpected] byte bits) => new((a._v.AsInt64() >>> bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 TopTwelveBits(Lanes256 a)
    {
        // AVX2 has neither a 64-bit arithmetic shift nor a conversion: bias, shift, and read the integer as the end of
        // 2^52's mantissa.
        var biased = (a._v.AsInt64() + Vector256.Create(1023L << 52)) >>> 52;
        return new((biased | Vector256.Create(0x4330000000000000L)).AsDouble() - Vector256.Create(4503599627370496.0 + 1023));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Lanes256 a, Lanes256 low, Lanes256 width) =>
        Vector256.GreaterThanAny((a._v.AsInt64() - low._v.AsInt64()).AsUInt64(), width._v.AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Lookup(Lanes256 low, Lanes256 high, ref double table, Lanes256 index)
    {
        var i = index._v.AsInt64() & Vector256.Create(15L);
        return new(Vector256.Create(
            Unsafe.Add(ref table, (nint)i.GetElement(0)),
            Unsafe.Add(ref table, (nint)i.GetElement(1)),
            Unsafe.Add(ref table, (nint)i.GetElement(2)),
            Unsafe.Add(ref table, (nint)i.GetElement(3))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LookupPower(
        Lanes256 offset, Lanes256 inverseLow, Lanes256 inverseHigh, Lanes256 pieceLow, Lanes256 pieceHigh, Lanes256 stepLow,
        Lanes256 stepHigh, Lanes256 leapLow, Lanes256 leapHigh, ref double table, out Lanes256 inverse, out Lanes256 scale)
    {
        var bits = offset._v.AsInt64();
        long i = bits.GetElement(0), j = bits.GetElement(1), k = bits.GetElement(2), l = bits.GetElement(3);
        var even = Vector256.Create(PowerTable.Pair(ref table, i), PowerTable.Pair(ref table, k));
        var odd = Vector256.Create(PowerTable.Pair(ref table, j), PowerTable.Pair(ref table, l));
        inverse = new(Avx.UnpackLow(even, odd));
        scale = new(Avx.UnpackHigh(even, odd) * Vector256.Create(
            PowerTable.Power(ref table, i),
            PowerTable.Power(ref table, j),
            PowerTable.Power(ref table, k),
            PowerTable.Power(ref table, l)));
    }
}
#endif
