#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;

namespace ScalingAnalyzers.Numerics;

/// <summary>A few doubles worked on together. One kernel, written once over this, runs on every instruction
/// set.</summary>
/// <typeparam name="TSelf">The width: <see cref="Lanes512"/>, <see cref="Lanes256"/>, <see cref="Lanes128"/> or
/// <see cref="Lanes64"/>.</typeparam>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>How many doubles.</summary>
    static abstract int Count { get; }

    static abstract TSelf Of(double value);

    static abstract TSelf OfBits(long bits);

    static abstract TSelf Load(ref double source, nuint offset);

    static abstract void Store(TSelf value, ref double destination, nuint offset);

    /// <summary>Stores past the caches, to an address that is a multiple of the width; the memory must be
    /// pinned.</summary>
    static abstract void Stream(TSelf value, ref double destination, nuint offset);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    /// <summary>a * b + c, rounded once on every path: the kernels' error bound rests on it.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Min(TSelf a, TSelf b);

    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>One where |a| is at most the limit, else zero.</summary>
    static abstract TSelf OneWithin(TSelf a, TSelf limit);

    /// <summary>The sum over the lanes.</summary>
    static abstract double Sum(TSelf a);

    static abstract TSelf AddBits(TSelf a, TSelf b);

    static abstract TSelf SubtractBits(TSelf a, TSelf b);

    static abstract TSelf AndBits(TSelf a, TSelf b);

    /// <summary>The bits of any of the three.</summary>
    static abstract TSelf OrBits(TSelf a, TSelf b, TSelf c);

    /// <summary>The low 52 bits as the mantissa of a number in [1, 2).</summary>
    static abstract TSelf Mantissa(TSelf a);

    /// <summary>The bits shifted left by 48.</summary>
    static abstract TSelf ShiftLeft48(TSelf a);

    /// <summary>The bits shifted right, zeros coming in.</summary>
    static abstract TSelf ShiftRight(TSelf a, [ConstantExpected] byte bits);

    /// <summary>The top twelve bits as a signed integer, as a double.</summary>
    static abstract TSelf TopTwelveBits(TSelf a);

    /// <summary>Whether any lane's bits, as unsigned integers, lie outside [low, low + width].</summary>
    static abstract bool AnyOutside(TSelf a, TSelf low, TSelf width);

    /// <summary>Whether any lane has one of the mask's bits.</summary>
    static abstract bool AnyBits(TSelf a, TSelf mask);

    /// <summary>Entries of a table of 16 by the low four bits of each lane; low and high are its halves in registers,
    /// where a width can use them.</summary>
    static abstract TSelf Lookup(TSelf low, TSelf high, ref double table, TSelf index);

    /// <summary>The entries of a <see cref="PowerTable"/> for the offsets of x, which must be in its range: the inverse
    /// of the middle of the mantissa's piece, and Coefficient * (2^k * middle)^p. The halves are in registers, where a
    /// width can use them; else the table's pairs and its powers of all exponents are read.</summary>
    static abstract void LookupPower(
        TSelf offset, TSelf inverseLow, TSelf inverseHigh, TSelf pieceLow, TSelf pieceHigh, TSelf stepLow, TSelf stepHigh, TSelf leapLow,
        TSelf leapHigh, ref double table, out TSelf inverse, out TSelf scale);
}
#endif
