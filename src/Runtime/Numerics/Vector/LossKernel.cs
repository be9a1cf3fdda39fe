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

            // Each by itself: a number out of the ordinary changes no digit of its neighbours.
            for (int end = i + T.Count; i < end; i++)
            {
                if (OrdinaryPairs<Lanes64>(constant, first, second, x.Slice(i, 1), y.Slice(i, 1), destination.Slice(i, 1)) == 0)
                    destination[i] = constant + (first.At(x[i]) + second.At(y[i]));
            }
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
    private static unsafe int OrdinaryPairs<T>(
        double constant, in PowerLaw first, in PowerLaw second, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
        where T : struct, ILanes<T>
    {
        ref double a = ref MemoryMarshal.GetReference(first.Table);
        ref double b = ref MemoryMarshal.GetReference(second.Table);
        T i0 = PowerLawKernel.Half<T>(ref a, 0), i1 = PowerLawKernel.Half<T>(ref a, 8);
        T a0 = PowerLawKernel.Half<T>(ref a, 16), a1 = PowerLawKernel.Half<T>(ref a, 24), a2 = PowerLawKernel.Half<T>(ref a, 32),
            a3 = PowerLawKernel.Half<T>(ref a, 40), a4 = PowerLawKernel.Half<T>(ref a, 48), a5 = PowerLawKernel.Half<T>(ref a, 56);
        T b0 = PowerLawKernel.Half<T>(ref b, 16), b1 = PowerLawKernel.Half<T>(ref b, 24), b2 = PowerLawKernel.Half<T>(ref b, 32),
            b3 = PowerLawKernel.Half<T>(ref b, 40), b4 = PowerLawKernel.Half<T>(ref b, 48), b5 = PowerLawKernel.Half<T>(ref b, 56);
        var added = T.Of(constant);
        ref double sourceX = ref MemoryMarshal.GetReference(x);
        ref double sourceY = ref MemoryMarshal.GetReference(y);
        ref double target = ref MemoryMarshal.GetReference(destination);
        nuint step = (nuint)T.Count, end = (nuint)x.Length / step * step;
        double* behindX = Prefetch.Behind(ref sourceX), behindY = Prefetch.Behind(ref sourceY), behind = Prefetch.Behind(ref target);
        for (nuint i = 0; i < end; i += step)
        {
            Prefetch.At(behindX, i);
            Prefetch.At(behindY, i);
            Prefetch.At(behind, i);
            T u = T.SubtractBits(T.Load(ref sourceX, i), T.OfBits(PowerTable.LowBits)),
                v = T.SubtractBits(T.Load(ref sourceY, i), T.OfBits(PowerTable.LowBits));
            if (T.AnyBits(T.OrBits(u, u, v), T.OfBits(PowerTable.Outside))) return (int)i;
            var p = PowerLanes<T>.Power(
                u, PowerLanes<T>.CentredMantissa(u), i0, i1, a0, a1, a2, a3, a4, a5, ref a, out var scaleU);
            var q = PowerLanes<T>.Power(
                v, PowerLanes<T>.CentredMantissa(v), i0, i1, b0, b1, b2, b3, b4, b5, ref b, out var scaleV);
            T.Store(T.MultiplyAdd(p, scaleU, T.MultiplyAdd(q, scaleV, added)), ref target, i);
        }

        return (int)end;
    }
}
#endif
