#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScalingAnalyzers.Numerics;

/// <summary>Eight doubles: AVX-512F and DQ.</summary>
internal readonly struct Lanes512 : ILanes<Lanes512>
{
    private readonly Vector512<double> _v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes512(Vector512<double> v) => _v = v;

    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512F.IsSupported && Avx512DQ.IsSupported;

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Of(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 OfBits(long bits) => new(Vector512.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(ref double source, nuint offset) => new(Vector512.LoadUnsafe(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512 value, ref double destination, nuint offset) => value._v.StoreUnsafe(ref destination, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Stream(Lanes512 value, ref double destination, nuint offset) =>
        value._v.StoreAlignedNonTemporal((double*)Unsafe.AsPointer(ref destination) + offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 a, Lanes512 b) => new(a._v + b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 a, Lanes512 b) => new(a._v - b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator *(Lanes512 a, Lanes512 b) => new(a._v * b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator /(Lanes512 a, Lanes512 b) => new(a._v / b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 MultiplyAdd(Lanes512 a, Lanes512 b, Lanes512 c) => new(Avx512F.FusedMultiplyAdd(a._v, b._v, c._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Min(Lanes512 a, Lanes512 b) => new(Avx512F.Min(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Max(Lanes512 a, Lanes512 b) => new(Avx512F.Max(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 OneWithin(Lanes512 a, Lanes512 limit) =>
        new(Vector512.LessThanOrEqual(Vector512.Abs(a._v), limit._v) & Vector512.Create(1.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes512 a) => Vector512.Sum(a._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 AddBits(Lanes512 a, Lanes512 b) => new((a._v.AsInt64() + b._v.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 SubtractBits(Lanes512 a, Lanes512 b) => new((a._v.AsInt64() - b._v.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 AndBits(Lanes512 a, Lanes512 b) => new(a._v & b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 OrBits(Lanes512 a, Lanes512 b, Lanes512 c) => new(Avx512F.TernaryLogic(a._v, b._v, c._v, 0xFE));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Mantissa(Lanes512 a) => new(Avx512F.TernaryLogic(
        a._v.AsInt64(), Vector512.Create(0x000FFFFFFFFFFFFFL), Vector512.Create(0x3FF0000000000000L), 0xEA).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyBits(Lanes512 a, Lanes512 mask) => (a._v.AsInt64() & mask._v.AsInt64()) != Vector512<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 ShiftLeft48(Lanes512 a) => new((a._v.AsInt64() << 48).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 ShiftRight(Lanes512 a, [ConstantExpected] byte bits) => new((a._v.AsInt64() >>> bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 TopTwelveBits(Lanes512 a) => new(Avx512DQ.ConvertToVector512Double(a._v.AsInt64() >> 52));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Lanes512 a, Lanes512 low, Lanes512 width) =>
        Vector512.GreaterThanAny((a._v.AsInt64() - low._v.AsInt64()).AsUInt64(), width._v.AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Lookup(Lanes512 low, Lanes512 high, ref double table, Lanes512 index) =>
        new(Avx512F.PermuteVar8x64x2(low._v, index._v.AsInt64(), high._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LookupPower(
        Lanes512 offset, Lanes512 inverseLow, Lanes512 inverseHigh, Lanes512 pieceLow, Lanes512 pieceHigh, Lanes512 stepLow,
        Lanes512 stepHigh, Lanes512 leapLow, Lanes512 leapHigh, ref double table, out Lanes512 inverse, out Lanes512 scale)
    {
        var bits = offset._v.AsInt64();
        var piece = bits >>> 48;
        inverse = new(Avx512F.PermuteVar8x64x2(inverseLow._v, piece, inverseHigh._v));

        // Narrow widths read this product from a table: in this order all widths have the same digits.
        var power = Avx512F.PermuteVar8x64x2(stepLow._v, bits >>> 52, stepHigh._v)
            * Avx512F.PermuteVar8x64x2(leapLow._v, bits >>> 56, leapHigh._v);
        scale = new(Avx512F.PermuteVar8x64x2(pieceLow._v, piece, pieceHigh._v) * power);
    }
}
#endif
