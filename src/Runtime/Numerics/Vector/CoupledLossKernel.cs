#if NET8_0_OR_GREATER
using System;

namespace ScalingAnalyzers.Numerics;

/// <summary>A power of the sum of two power laws over pairs: destination[i] = (first(x[i]) + second(y[i]))^outer +
/// constant.</summary>
internal static class CoupledLossKernel
{
    // The sums of a block stay in the nearest cache for their power. One loop for all three powers is slower: its
    // instructions depend on each other too far.
    private const int Block = 1024;

    /// <summary>The spans have one length, and are the same memory or none in common.</summary>
    public static void Pairs(
        double constant, in PowerLaw outer, in PowerLaw first, in PowerLaw second, ReadOnlySpan<double> x, ReadOnlySpan<double> y,
        Span<double> destination, InstructionPath path)
    {
        for (int start = 0; start < x.Length; start += Block)
        {
            int count = Math.Min(Block, x.Length - start);
            var block = destination.Slice(start, count);
            LossKernel.Pairs(0, first, second, x.Slice(start, count), y.Slice(start, count), block, path);
            PowerLawKernel.Evaluate(outer, block, block, path, constant);
        }
    }
}
#endif
