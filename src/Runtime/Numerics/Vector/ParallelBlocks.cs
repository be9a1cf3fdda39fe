#if NET8_0_OR_GREATER
using System;
using System.Threading.Tasks;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Numerics;

/// <summary>Splits work over an index range among the processors where it is long enough to pay.</summary>
internal static class ParallelBlocks
{
    /// <summary>From about 30 microseconds of work on, a second core pays for its start.</summary>
    public const int WorthIt = 32768;

    /// <summary>Work on [start, start + count).</summary>
    public delegate void Body(int start, int count);

    /// <summary>
    /// Whether to split; call this before creating the delegate, so that short work allocates nothing.
    /// </summary>
    public static bool Pays(long work, ArrayThreads threads) =>
        threads == ArrayThreads.AllProcessors && work >= WorthIt && Environment.ProcessorCount > 1;

    /// <summary>Runs the body over [0, count) in blocks of a multiple of 64, a few a processor.</summary>
    public static void Run(int count, int leastBlock, Body body)
    {
        int blocks = Math.Max(1, Math.Min(4 * Environment.ProcessorCount, count / Math.Max(1, leastBlock)));
        int size = ((count / blocks) + 63) / 64 * 64;
        if (leastBlock < 64) size = (count + blocks - 1) / blocks;
        Parallel.For(0, (count + size - 1) / size, block =>
        {
            int start = block * size;
            body(start, Math.Min(size, count - start));
        });
    }
}
#endif
