#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScalingAnalyzers.Numerics;

/// <summary>A power of the sum of two power laws over pairs: destination[i] = (first(x[i]) + second(y[i]))^outer +
/// constant.</summary>
internal static class CoupledLossKernel
{
    // The sums of a block stay in the nearest cache for their power. One loop for all three powers is slower: their
    // tables fill the registers.
    private const int Block = 512;

    /// <summary>The spans have one length, and are the same memory or none in common.</summary>
    public static void Pairs(
        double constant, in PowerLaw outer, in PowerLaw first, in PowerLaw second, CoupledTables? tables, ReadOnlySpan<double> x,
        ReadOnlySpan<double> y, Span<double> destination, InstructionPath path)
    {
        if (tables is not null && path == InstructionPath.Vector512)
            Pairs<Lanes512>(constant, outer, first, second, tables, x, y, destination, path);
        else if (tables is not null && path == InstructionPath.Vector256)
            Pairs<Lanes256>(constant, outer, first, second, tables, x, y, destination, path);
        else
            PairsInSteps(constant, outer, first, second, x, y, destination, path);
    }

    // A block with a number out of the ordinary, and the last few numbers, go in steps.
    private static void Pairs<T>(
        double constant, in PowerLaw outer, in PowerLaw first, in PowerLaw second, CoupledTables tables, ReadOnlySpan<double> x,
        ReadOnlySpan<double> y, Span<double> destination, InstructionPath path)
        where T : struct, ILanes<T>
    {
        Span<double> sums = stackalloc double[Block];
        for (int start = 0; start < x.Length; start += Block)
        {
            int count = Math.Min(Block, x.Length - start), ordinary = count / T.Count * T.Count;
            ReadOnlySpan<double> blockX = x.Slice(start, count), blockY = y.Slice(start, count);
            var block = destination.Slice(start, count);
            if (Sums<T>(tables, blockX[..ordinary], blockY, sums, block)) Powers<T>(constant, tables.Outer, sums[..ordinary], block);
            else ordinary = 0;
            PairsInSteps(constant, outer, first, second, blockX[ordinary..], blockY[ordinary..], block[ordinary..], path);
        }
    }

    private static void PairsInSteps(
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

    /// <summary>The scaled sums of whole sets of lanes; false where one has no place in the tables. The destination is
    /// only asked for ahead.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe bool Sums<T>(
        CoupledTables tables, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> sums, Span<double> destination)
        where T : struct, ILanes<T>
    {
        ref double a = ref MemoryMarshal.GetArrayDataReference(tables.First);
        ref double b = ref MemoryMarshal.GetArrayDataReference(tables.Second);
        T i0 = PowerLawKernel.Half<T>(ref a, 0), i1 = PowerLawKernel.Half<T>(ref a, 8);
        T a0 = PowerLawKernel.Half<T>(ref a, 16), a1 = PowerLawKernel.Half<T>(ref a, 24), a2 = PowerLawKernel.Half<T>(ref a, 32),
            a3 = PowerLawKernel.Half<T>(ref a, 40), a4 = PowerLawKernel.Half<T>(ref a, 48), a5 = PowerLawKernel.Half<T>(ref a, 56);
        T b0 = PowerLawKernel.Half<T>(ref b, 16), b1 = PowerLawKernel.Half<T>(ref b, 24), b2 = PowerLawKernel.Half<T>(ref b, 32),
            b3 = PowerLawKernel.Half<T>(ref b, 40), b4 = PowerLawKernel.Half<T>(ref b, 48), b5 = PowerLawKernel.Half<T>(ref b, 56);
        ref double sourceX = ref MemoryMarshal.GetReference(x);
        ref double sourceY = ref MemoryMarshal.GetReference(y);
        ref double target = ref MemoryMarshal.GetReference(sums);
        double* behindX = Prefetch.Behind(ref sourceX), behindY = Prefetch.Behind(ref sourceY);
        double* behind = Prefetch.Behind(ref MemoryMarshal.GetReference(destination));
        var seen = T.Of(0);
        nuint step = (nuint)T.Count, end = (nuint)x.Length;
        for (nuint i = 0; i < end; i += step)
        {
            Prefetch.At(behindX, i);
            Prefetch.At(behindY, i);
            Prefetch.At(behind, i);
            T u = T.SubtractBits(T.Load(ref sourceX, i), T.OfBits(CoupledTables.LowBits)),
                v = T.SubtractBits(T.Load(ref sourceY, i), T.OfBits(CoupledTables.LowBits));
            seen = T.OrBits(seen, u, v);

            // Tables in memory are read at these bits.
            if (T.Count < 8 && T.AnyBits(seen, T.OfBits(PowerTable.Outside))) return false;
            var p = PowerLanes<T>.Power(u, T.Mantissa(u), i0, i1, a0, a1, a2, a3, a4, a5, ref a, out var scaleU);
            var q = PowerLanes<T>.Power(v, T.Mantissa(v), i0, i1, b0, b1, b2, b3, b4, b5, ref b, out var scaleV);
            var sum = T.MultiplyAdd(p, scaleU, q * scaleV);
            seen = T.OrBits(seen, seen, sum);
            T.Store(sum, ref target, i);
        }

        return !T.AnyBits(seen, T.OfBits(PowerTable.Outside));
    }

    // The seven coefficients have room in registers, and steps one after the other are the fewest.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Powers<T>(double constant, double[] outer, ReadOnlySpan<double> sums, Span<double> destination)
        where T : struct, ILanes<T>
    {
        ref double table = ref MemoryMarshal.GetArrayDataReference(outer);
        T i0 = PowerLawKernel.Half<T>(ref table, 0), i1 = PowerLawKernel.Half<T>(ref table, 8);
        T a0 = PowerLawKernel.Half<T>(ref table, 16), a1 = PowerLawKernel.Half<T>(ref table, 24);
        T a2 = PowerLawKernel.Half<T>(ref table, 32), a3 = PowerLawKernel.Half<T>(ref table, 40);
        T a4 = PowerLawKernel.Half<T>(ref table, 48), a5 = PowerLawKernel.Half<T>(ref table, 56);
        ref double c = ref Unsafe.Add(ref table, PowerTable.Series);
        T c0 = T.Of(c), c1 = T.Of(Unsafe.Add(ref c, 1)), c2 = T.Of(Unsafe.Add(ref c, 2)), c3 = T.Of(Unsafe.Add(ref c, 3)),
            c4 = T.Of(Unsafe.Add(ref c, 4)), c5 = T.Of(Unsafe.Add(ref c, 5)), c6 = T.Of(Unsafe.Add(ref c, 6));
        T added = T.Of(constant), one = T.Of(1);
        ref double source = ref MemoryMarshal.GetReference(sums);
        ref double target = ref MemoryMarshal.GetReference(destination);
        nuint step = (nuint)T.Count, end = (nuint)sums.Length;
        for (nuint i = 0; i < end; i += step)
        {
            var sum = T.Load(ref source, i);
            T.LookupPower(sum, i0, i1, a0, a1, a2, a3, a4, a5, ref table, out var inverse, out var scale);
            var r = T.MultiplyAdd(T.Mantissa(sum), inverse, T.Of(-1));
            var power = T.MultiplyAdd(T.MultiplyAdd(T.MultiplyAdd(c6, r, c5), r, c4), r, c3);
            power = T.MultiplyAdd(T.MultiplyAdd(T.MultiplyAdd(T.MultiplyAdd(power, r, c2), r, c1), r, c0), r, one);
            T.Store(T.MultiplyAdd(power, scale, added), ref target, i);
        }
    }
}
#endif
