using System.Numerics;

namespace ScalingAnalyzers.Numerics;

/// <summary>Products and sums of counts, exact in integers and rounded once: 6 * 280e9 * 300e9 is 5.04e23.</summary>
internal static class ExactProduct
{
    private const int HeadBits = 62;

    /// <summary>The product of integers as the nearest double (ties to even).</summary>
    public static double Of(long a, long b, long c)
    {
        if (a < 0 || b < 0 || c < 0) return Round(new BigInteger(a) * b * c);
        Multiply((ulong)a, (ulong)b, out ulong high, out ulong low);
        if (high > 0) return Round(new BigInteger(a) * b * c);
        Multiply(low, (ulong)c, out high, out low);
        return Round(high, low);
    }

    /// <summary>The product of integers as the nearest double (ties to even).</summary>
    public static double Of(long a, long b)
    {
        if (a < 0 || b < 0) return Round(new BigInteger(a) * b);
        Multiply((ulong)a, (ulong)b, out ulong high, out ulong low);
        return Round(high, low);
    }

    // 128 bits of a product, by halves of 32: a BigInteger is several arrays.
    private static void Multiply(ulong a, ulong b, out ulong high, out ulong low)
    {
        ulong a0 = (uint)a, a1 = a >> 32, b0 = (uint)b, b1 = b >> 32;
        ulong middle = (a1 * b0) + ((a0 * b0) >> 32), other = (a0 * b1) + (uint)middle;
        high = (a1 * b1) + (middle >> 32) + (other >> 32);
        low = unchecked(a * b);
    }

    // As of the BigInteger below.
    private static double Round(ulong high, ulong low)
    {
        if (high == 0 && low <= long.MaxValue) return (long)low;
        int excess = (high == 0 ? BitLength(low) : 64 + BitLength(high)) - HeadBits;
        ulong head = excess < 64 ? (high << (64 - excess)) | (low >> excess) : high >> (excess - 64);
        ulong rest = excess < 64 ? low << (64 - excess) : low | (excess == 64 ? 0 : high << (128 - excess));
        return ((long)(head << 1) | (rest == 0 ? 0L : 1L)) * ScalarMath.Exp2(excess - 1);
    }

    private static int BitLength(ulong value)
    {
        int bits = 0;
        for (; value > 0; value >>= 1) bits++;
        return bits;
    }

    /// <summary>The nearest double of an integer (ties to even). BigInteger's own conversion truncates.</summary>
    public static double Round(BigInteger value)
    {
        if (value.Sign < 0) return -Round(-value);
        int excess = BitLength(value) - HeadBits;
        if (excess <= 0) return (long)value;

        // The leading bits and a sticky bit decide the rounding just as the whole number would.
        var head = value >> excess;
        long leading = (long)head << 1;
        if (head << excess != value) leading |= 1;
        return leading * ScalarMath.Exp2(excess - 1);
    }

    private static int BitLength(BigInteger value)
    {
        byte[] bytes = value.ToByteArray();
        int last = bytes.Length - 1;
        while (last > 0 && bytes[last] == 0) last--;
        int bits = 0;
        for (int top = bytes[last]; top > 0; top >>= 1) bits++;
        return (last * 8) + bits;
    }
}
