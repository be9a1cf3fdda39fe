#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScalingAnalyzers.Numerics;

/// <summary>A sum of two power laws over pairs: destination[i] = constant + first(x[i]) + second(y[i]).</summary>
internal static class LossKernel
{
    private const int Block = 512;

    /// <summary>The spans have one length, and are the same memory or none in common.</summary>
    public static void Pairs(
        double constant, in PowerLaw first, in PowerLaw second, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination,
        InstructionPath path)
    {
        if (!first.HasTable || !second.HasTable) PairsInSteps(constant, first, second, x, y, destination, path);
        else if (path == InstructionPath.Vector512) Pairs<Lanes512>(constant, first, second, x, y, destination);
        else if (path == InstructionPath.Vector256) Pairs<Lanes256>(constant, first, second, x, y, destination);
        else if (path == InstructionPath.Vector128) Pairs<Lanes128>(constant, first, second, x, y, destination);
        else Pairs<Lanes64>(constant, first, second, x, y, destination);
    }

    private static void PairsInSteps(
        double constant, in PowerLaw first, in PowerLaw second, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination,
        InstructionPath path)
    {
        Span<double> seconds = stackalloc double[Block];
        for (int start = 0; start < x.Length; start += Block)
        {
            int count = Math.Min(Block, x.Length - start);
            var part = destination.Slice(start, count);
            PowerLawKernel.Evaluate(second, y.Slice(start, count), seconds[..count], path);
            PowerLawKernel.Evaluate(first, x.Slice(start, count), part, path);
            for (int i = 0; i < count; i++) part[i] = constant + (part[i] + seconds[i]);
        }
    }

    // Runs of ordinary numbers at full speed, the rest a few at a time. The fast loop contains no call, because a call
    // would cost it its registers.
    private static void Pairs<T>(
        double constant, in PowerLaw first, in PowerLaw second, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
        where T : struct, ILanes<T>
    {
        int i = 0;
        while (true)
        {
            i += OrdinaryPairs<T>(constant, first, second, x[i..], y[i..], destination[i..]);
            if (i > x.Length - T.Count) break;
            for (int end = i + T.Count; i < end; i++) destination[i] = constant + (first.At(x[i]) + second.At(y[i]));
        }

        if (i == x.Length) return;

        // The last few, padded with ones to a whole set of lanes.
        Span<double> padded = stackalloc double[2 * T.Count];
        padded.Fill(1);
        x[i..].CopyTo(padded);
        y[i..].CopyTo(padded[T.Count..]);
        Pairs<T>(constant, first, second, padded[..T.Count], padded[T.Count..], padded[..T.Count]);
        padded[..(x.Length - i)].CopyTo(destination[i..]);
    }

    /// <summary>Whole sets of lanes up to the first with a number out of the ordinary; how many values it
    /// did.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int OrdinaryPairs<T>(
        double constant, in PowerLaw first, in PowerLaw second, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
        where T : struct, ILanes<T>
    {
        ref double inverses = ref MemoryMarshal.GetReference(PowerConstants.Inverses);
        ref double a = ref MemoryMarshal.GetReference(first.Table);
        ref double b = ref MemoryMarshal.GetReference(second.Table);
        T inverseLow = PowerLawKernel.Half<T>(ref inverses, 0), inverseHigh = PowerLawKernel.Half<T>(ref inverses, 8);
        T a0 = PowerLawKernel.Half<T>(ref a, 0), a1 = PowerLawKernel.Half<T>(ref a, 8), a2 = PowerLawKernel.Half<T>(ref a, 16),
            a3 = PowerLawKernel.Half<T>(ref a, 24), a4 = PowerLawKernel.Half<T>(ref a, 32), a5 = PowerLawKernel.Half<T>(ref a, 40);
        T b0 = PowerLawKernel.Half<T>(ref b, 0), b1 = PowerLawKernel.Half<T>(ref b, 8), b2 = PowerLawKernel.Half<T>(ref b, 16),
            b3 = PowerLawKernel.Half<T>(ref b, 24), b4 = PowerLawKernel.Half<T>(ref b, 32), b5 = PowerLawKernel.Half<T>(ref b, 40);
        T least = T.OfBits(PowerTable.LowBits), width = T.OfBits(PowerTable.WidthBits), added = T.Of(constant);
        ref double sourceX = ref MemoryMarshal.GetReference(x);
        ref double sourceY = ref MemoryMarshal.GetReference(y);
        ref double target = ref MemoryMarshal.GetReference(destination);
        nuint step = (nuint)T.Count, end = (nuint)x.Length / step * step;
        for (nuint i = 0; i < end; i += step)
        {
            Prefetch.Ahead(ref sourceX, i);
            Prefetch.Ahead(ref sourceY, i);
            Prefetch.Ahead(ref target, i);
            T u = T.Load(ref sourceX, i), v = T.Load(ref sourceY, i);
            if (T.AnyOutside(u, least, width) || T.AnyOutside(v, least, width)) return (int)i;
            var sum = PowerLanes<T>.Power(u, inverseLow, inverseHigh, a0, a1, a2, a3, a4, a5, ref inverses, ref a)
                + PowerLanes<T>.Power(v, inverseLow, inverseHigh, b0, b1, b2, b3, b4, b5, ref inverses, ref b);
            T.Store(added + sum, ref target, i);
        }

        return (int)end;
    }
}
#endif
