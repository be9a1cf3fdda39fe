using System.Numerics;

namespace ScalingAnalyzers.Numerics;

/// <summary>Products and sums of counts, exact in integers and rounded once: 6 * 280e9 * 300e9 is 5.04e23.</summary>
internal static class ExactProduct
{
    /// <summary>The product of integers as the nearest double (ties to even).</summary>
    public static double Of(long a, long b, long c) => Round(new BigInteger(a) * b * c);

    /// <summary>The product of integers as the nearest double (ties to even).</summary>
    public static double Of(long a, long b) => Round(new BigInteger(a) * b);

    /// <summary>The nearest double of an integer (ties to even). BigInteger's own conversion truncates.</summary>
    public static double Round(BigInteger value)
    {
        if (value.Sign < 0) return -Round(-value);
        int excess = BitLength(value) - 62;
        if (excess <= 0) return (long)value;

        // 62 leading bits and a sticky bit decide the rounding just as the whole number would.
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
