#if NET8_0_OR_GREATER
using System;
using System.Diagnostics;
using System.Runtime.Intrinsics.X86;

namespace ScalingAnalyzers.Numerics;

/// <summary>
/// The width for long arrays of the additive loss. Some processors of AMD execute 512 bits in two halves (Zen 4, and
/// Zen 5 in notebooks), and no flag tells which: there both widths are timed once, and the better is taken. Both have
/// the same digits.
/// </summary>
internal static class MeasuredPath
{
    /// <summary>From how many pairs on the widths are timed: to compile and time the other one takes as long as some
    /// millions.</summary>
    public const int FewestPairs = 1_000_000;

    private const int Pairs = 4_096, Rounds = 12;

    // What two runs of one width can differ by.
    private const double Scatter = 0.95;

    private const int Authentic = 0x68747541; // "Auth" of AuthenticAMD

    private static readonly Lazy<InstructionPath> OfLongArrays = new(() =>
        IsTimed ? Chosen(Least(InstructionPath.Vector512), Least(InstructionPath.Vector256)) : InstructionPaths.Best);

    /// <summary>The width for a loss of so many pairs.</summary>
    public static InstructionPath For(int pairs) => pairs < FewestPairs ? InstructionPaths.Best : OfLongArrays.Value;

    /// <summary>The better of two widths by the least times of both: the narrow one only where it is clearly
    /// faster.</summary>
    /// <param name="wide">Ticks of 512 bits.</param>
    /// <param name="narrow">Ticks of 256 bits.</param>
    internal static InstructionPath Chosen(long wide, long narrow) =>
        narrow < Scatter * wide ? InstructionPath.Vector256 : InstructionPath.Vector512;

    private static bool IsTimed => Lanes512.IsSupported && Lanes256.IsSupported && X86Base.IsSupported
        && X86Base.CpuId(0, 0).Ebx == Authentic;

    // In cache, so that memory does not hide the arithmetic.
    private static long Least(InstructionPath path)
    {
        double[] x = new double[Pairs], y = new double[Pairs], losses = new double[Pairs];
        for (int i = 0; i < Pairs; i++) (x[i], y[i]) = (1e7 * (i + 1), 2e8 * (Pairs - i));
        PowerLaw first = new(482.01, -0.3478), second = new(2085.43, -0.3658);
        long least = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            LossKernel.Pairs(1.8172, first, second, x, y, losses, path);
            least = Math.Min(least, Stopwatch.GetTimestamp() - start);
        }

        return least;
    }
}
#endif
