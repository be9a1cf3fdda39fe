#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScalingAnalyzers.Numerics;

/// <summary>A sum of two power laws over pairs: destination[i] = constant + first(x[i]) + second(y[i]).</summary>
internal static class LossKernel
{
    /// <summary>The spans have one length, and are the same memory or none in common.</summary>
    public static void Pairs(
        double constant, in PowerLaw first, in PowerLaw second, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination,
        InstructionPath path)
    {
        if (!first.IsVectorisable || !second.IsVectorisable) PairsOneByOne(constant, first, second, x, y, destination);
        else if (path == InstructionPath.Vector512) Pairs<Lanes512>(constant, first, second, x, y, destination);
        else if (path == InstructionPath.Vector256) Pairs<Lanes256>(constant, first, second, x, y, destination);
        else if (path == InstructionPath.Vector128) Pairs<Lanes128>(constant, first, second, x, y, destination);
        else Pairs<Lanes64>(constant, first, second, x, y, destination);
    }

    private static void PairsOneByOne(
        double constant, in PowerLaw first, in PowerLaw second, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = constant + (first.At(x[i]) + second.At(y[i]));
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
            PairsOneByOne(constant, first, second, x.Slice(i, T.Count), y.Slice(i, T.Count), destination.Slice(i, T.Count));
            i += T.Count;
        }

        if (i < x.Length) PairsRest<T>(constant, first, second, x[i..], y[i..], destination[i..]);
    }

    /// <summary>Whole sets of lanes up to the first with a number out of the ordinary; how many values it
    /// did.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int OrdinaryPairs<T>(
        double constant, in PowerLaw first, in PowerLaw second, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
        where T : struct, ILanes<T>
    {
        ref double inverses = ref MemoryMarshal.GetReference(PowerConstants.Inverses);
        ref double logarithms = ref MemoryMarshal.GetReference(PowerConstants.Logarithms);
        ref double firstScales = ref MemoryMarshal.GetReference(first.Scales);
        ref double secondScales = ref MemoryMarshal.GetReference(second.Scales);
        T inverseLow = PowerLawKernel.Half<T>(ref inverses, 0), inverseHigh = PowerLawKernel.Half<T>(ref inverses, 8);
        T logLow = PowerLawKernel.Half<T>(ref logarithms, 0), logHigh = PowerLawKernel.Half<T>(ref logarithms, 8);
        T firstLow = PowerLawKernel.Half<T>(ref firstScales, 0), firstHigh = PowerLawKernel.Half<T>(ref firstScales, 8);
        T secondLow = PowerLawKernel.Half<T>(ref secondScales, 0), secondHigh = PowerLawKernel.Half<T>(ref secondScales, 8);
        T leastX = T.OfBits(first.LowBits), widthX = T.OfBits(first.WidthBits), exponentX = T.Of(first.Exponent);
        T leastY = T.OfBits(second.LowBits), widthY = T.OfBits(second.WidthBits), exponentY = T.Of(second.Exponent);
        var added = T.Of(constant);
        ref double sourceX = ref MemoryMarshal.GetReference(x);
        ref double sourceY = ref MemoryMarshal.GetReference(y);
        ref double target = ref MemoryMarshal.GetReference(destination);
        nuint step = (nuint)T.Count, end = (nuint)x.Length / step * step;
        if (end == 0) return 0;

        var u = T.Load(ref sourceX, 0);
        var v = T.Load(ref sourceY, 0);
        if (T.AnyOutside(u, leastX, widthX) || T.AnyOutside(v, leastY, widthY)) return 0;
        var fractionU = exponentX
            * PowerLanes<T>.SplitLog2(u, inverseLow, inverseHigh, logLow, logHigh, ref inverses, ref logarithms, out var wholeU);
        var fractionV = exponentY
            * PowerLanes<T>.SplitLog2(v, inverseLow, inverseHigh, logLow, logHigh, ref inverses, ref logarithms, out var wholeV);

        // Two stages overlap: the exponentials of one set of lanes are computed with the logarithms of the next, which
        // halves the longest chain of dependent instructions. The logarithms of the last set are computed twice,
        // without use.
        nuint i = 0;
        while (true)
        {
            nuint next = i + step;
            bool more = next < end;
            nuint ahead = more ? next : i;
            Prefetch.Ahead(ref sourceX, ahead);
            Prefetch.Ahead(ref sourceY, ahead);
            Prefetch.Ahead(ref target, ahead);
            u = T.Load(ref sourceX, ahead);
            v = T.Load(ref sourceY, ahead);
            if (T.AnyOutside(u, leastX, widthX) || T.AnyOutside(v, leastY, widthY)) more = false;
            var nextFractionU = exponentX
                * PowerLanes<T>.SplitLog2(u, inverseLow, inverseHigh, logLow, logHigh, ref inverses, ref logarithms, out var nextWholeU);
            var nextFractionV = exponentY
                * PowerLanes<T>.SplitLog2(v, inverseLow, inverseHigh, logLow, logHigh, ref inverses, ref logarithms, out var nextWholeV);
            var sum = PowerLanes<T>.ScaledExp2(exponentX, wholeU, fractionU, firstLow, firstHigh, ref firstScales)
                + PowerLanes<T>.ScaledExp2(exponentY, wholeV, fractionV, secondLow, secondHigh, ref secondScales);
            T.Store(added + sum, ref target, i);
            i = next;
            if (!more) return (int)i;
            (wholeU, fractionU, wholeV, fractionV) = (nextWholeU, nextFractionU, nextWholeV, nextFractionV);
        }
    }

    // The last few, padded with ones to a whole set of lanes.
    private static void PairsRest<T>(
        double constant, in PowerLaw first, in PowerLaw second, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
        where T : struct, ILanes<T>
    {
        Span<double> padded = stackalloc double[2 * T.Count];
        padded.Fill(1);
        x.CopyTo(padded);
        y.CopyTo(padded[T.Count..]);
        Pairs<T>(constant, first, second, padded[..T.Count], padded[T.Count..], padded[..T.Count]);
        padded[..x.Length].CopyTo(destination);
    }
}
#endif
