#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScalingAnalyzers.Numerics;

/// <summary>A power of the sum of two power laws over pairs: destination[i] = (first(x[i]) + second(y[i]))^outer +
/// constant.</summary>
/// <remarks>
/// The sum stays a logarithm: log2(2^l + 2^m) = l + log2(1 + 2^(m - l)) with l the larger, which saves an exponential
/// and leaves each number between -1000 and 1000.
/// </remarks>
internal static class CoupledLossKernel
{
    /// <summary>The spans have one length, and are the same memory or none in common.</summary>
    public static void Pairs(
        double constant, in PowerLaw outer, in PowerLaw first, in PowerLaw second, ReadOnlySpan<double> x, ReadOnlySpan<double> y,
        Span<double> destination, InstructionPath path)
    {
        if (!IsVectorisable(outer, first, second)) PairsInSteps(constant, outer, first, second, x, y, destination, path);
        else if (path == InstructionPath.Vector512) Pairs<Lanes512>(constant, outer, first, second, x, y, destination);
        else if (path == InstructionPath.Vector256) Pairs<Lanes256>(constant, outer, first, second, x, y, destination);
        else if (path == InstructionPath.Vector128) Pairs<Lanes128>(constant, outer, first, second, x, y, destination);
        else Pairs<Lanes64>(constant, outer, first, second, x, y, destination);
    }

    // A power above 1 may leave the range of the exponential.
    private static bool IsVectorisable(in PowerLaw outer, in PowerLaw first, in PowerLaw second) =>
        outer.Coefficient == 1 && outer.Exponent is > 0 and <= 1 && first.Coefficient > 0 && second.Coefficient > 0
        && first.IsVectorisable && second.IsVectorisable;

    private static void PairsInSteps(
        double constant, in PowerLaw outer, in PowerLaw first, in PowerLaw second, ReadOnlySpan<double> x, ReadOnlySpan<double> y,
        Span<double> destination, InstructionPath path)
    {
        LossKernel.Pairs(0, first, second, x, y, destination, path);
        PowerLawKernel.Evaluate(outer, destination, destination, path);
        OuterSum.Fill(constant, [0], destination, destination, path);
    }

    private static void Pairs<T>(
        double constant, in PowerLaw outer, in PowerLaw first, in PowerLaw second, ReadOnlySpan<double> x, ReadOnlySpan<double> y,
        Span<double> destination)
        where T : struct, ILanes<T>
    {
        int i = 0;
        while (true)
        {
            i += OrdinaryPairs<T>(constant, outer.Exponent, first, second, x[i..], y[i..], destination[i..]);
            if (i > x.Length - T.Count) break;
            for (int end = i + T.Count; i < end; i++) destination[i] = outer.At(first.At(x[i]) + second.At(y[i])) + constant;
        }

        if (i == x.Length) return;
        Span<double> padded = stackalloc double[2 * T.Count];
        padded.Fill(1);
        x[i..].CopyTo(padded);
        y[i..].CopyTo(padded[T.Count..]);
        Pairs<T>(constant, outer, first, second, padded[..T.Count], padded[T.Count..], padded[..T.Count]);
        padded[..(x.Length - i)].CopyTo(destination[i..]);
    }

    /// <summary>Whole sets of lanes up to the first with a number out of the ordinary; how many values it
    /// did.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int OrdinaryPairs<T>(
        double constant, double outer, in PowerLaw first, in PowerLaw second, ReadOnlySpan<double> x, ReadOnlySpan<double> y,
        Span<double> destination)
        where T : struct, ILanes<T>
    {
        ref double inverses = ref MemoryMarshal.GetReference(PowerConstants.Inverses);
        ref double logarithms = ref MemoryMarshal.GetReference(PowerConstants.Logarithms);
        ref double unitInverses = ref MemoryMarshal.GetReference(PowerConstants.UnitInverses);
        ref double unitLogarithms = ref MemoryMarshal.GetReference(PowerConstants.UnitLogarithms);
        ref double scales = ref MemoryMarshal.GetReference(PowerConstants.ExponentFreePowers);
        T inverseLow = PowerLawKernel.Half<T>(ref inverses, 0), inverseHigh = PowerLawKernel.Half<T>(ref inverses, 8);
        T logLow = PowerLawKernel.Half<T>(ref logarithms, 0), logHigh = PowerLawKernel.Half<T>(ref logarithms, 8);
        T unitLow = PowerLawKernel.Half<T>(ref unitInverses, 0), unitHigh = PowerLawKernel.Half<T>(ref unitInverses, 8);
        T unitLogLow = PowerLawKernel.Half<T>(ref unitLogarithms, 0), unitLogHigh = PowerLawKernel.Half<T>(ref unitLogarithms, 8);
        T scaleLow = PowerLawKernel.Half<T>(ref scales, 0), scaleHigh = PowerLawKernel.Half<T>(ref scales, 8);
        T leastX = T.OfBits(first.LowBits), widthX = T.OfBits(first.WidthBits), exponentX = T.Of(first.Exponent);
        T leastY = T.OfBits(second.LowBits), widthY = T.OfBits(second.WidthBits), exponentY = T.Of(second.Exponent);
        T logX = T.Of(Math.Log2(first.Coefficient)), logY = T.Of(Math.Log2(second.Coefficient));
        T power = T.Of(outer), added = T.Of(constant), one = T.Of(1), lowest = T.Of(-1000);

        // Keeps 1 and the ratio of the terms below 2, where both are equal.
        T most = T.Of(1 - 2.220446049250313e-16);
        ref double sourceX = ref MemoryMarshal.GetReference(x);
        ref double sourceY = ref MemoryMarshal.GetReference(y);
        ref double target = ref MemoryMarshal.GetReference(destination);
        nuint step = (nuint)T.Count, two = 2 * step, limit = (nuint)x.Length / step * step;
        if (limit == 0) return 0;

        // Three stages overlap, so that no chain of dependent instructions is long: the logarithms of both terms, that
        // of their sum two sets behind, and its power. What the stages compute beyond the last set is without use.
        T larger = added, gap = lowest, summed = added;
        for (nuint at = 0; ; at += step)
        {
            nuint ahead = at < limit ? at : 0;
            Prefetch.Ahead(ref sourceX, ahead);
            Prefetch.Ahead(ref sourceY, ahead);
            Prefetch.Ahead(ref target, ahead);
            T u = T.Load(ref sourceX, ahead), v = T.Load(ref sourceY, ahead);
            if (at < limit && (T.AnyOutside(u, leastX, widthX) || T.AnyOutside(v, leastY, widthY)))
            {
                if (at == 0) return 0;
                limit = at;
            }

            var fractionU =
                PowerLanes<T>.SplitLog2(u, inverseLow, inverseHigh, logLow, logHigh, ref inverses, ref logarithms, out var wholeU);
            var fractionV =
                PowerLanes<T>.SplitLog2(v, inverseLow, inverseHigh, logLow, logHigh, ref inverses, ref logarithms, out var wholeV);
            var l = T.MultiplyAdd(exponentX, wholeU, T.MultiplyAdd(exponentX, fractionU, logX));
            var m = T.MultiplyAdd(exponentY, wholeV, T.MultiplyAdd(exponentY, fractionV, logY));
            var log = PowerLanes<T>.UnitLog2(T.MultiplyAdd(PowerLanes<T>.Exp2(gap, scaleLow, scaleHigh, ref scales), most, one),
                unitLow, unitHigh, unitLogLow, unitLogHigh, ref unitInverses, ref unitLogarithms);
            if (at >= two)
            {
                T.Store(added + PowerLanes<T>.Exp2(power * summed, scaleLow, scaleHigh, ref scales), ref target, at - two);
                if (at - step >= limit) return (int)limit;
            }

            summed = larger + log;
            larger = T.Max(l, m);
            gap = T.Max(T.Min(l, m) - larger, lowest);
        }
    }
}
#endif
