#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScalingAnalyzers.Numerics;

/// <summary>One power law over an array: destination[i] = constant + Coefficient * x[i]^Exponent.</summary>
internal static class PowerLawKernel
{
    /// <summary>The spans have one length, and are the same memory or none in common.</summary>
    public static void Evaluate(
        in PowerLaw law, ReadOnlySpan<double> x, Span<double> destination, InstructionPath path, double constant = 0)
    {
        if (!law.IsVectorisable) EvaluateOneByOne(constant, law, x, destination);
        else if (path == InstructionPath.Vector512) Evaluate<Lanes512>(constant, law, x, destination);
        else if (path == InstructionPath.Vector256) Evaluate<Lanes256>(constant, law, x, destination);
        else if (path == InstructionPath.Vector128) Evaluate<Lanes128>(constant, law, x, destination);
        else Evaluate<Lanes64>(constant, law, x, destination);
    }

    // Runs of ordinary numbers at full speed, the rest a few at a time. The fast loop contains no call, because a call
    // would cost it its registers.
    private static void Evaluate<T>(double constant, in PowerLaw law, ReadOnlySpan<double> x, Span<double> destination)
        where T : struct, ILanes<T>
    {
        int i = 0;
        while (true)
        {
            i += law.HasTable
                ? ByTable<T>(constant, law, x[i..], destination[i..])
                : ByLogarithm<T>(constant, law, x[i..], destination[i..]);
            if (i > x.Length - T.Count) break;
            EvaluateOneByOne(constant, law, x.Slice(i, T.Count), destination.Slice(i, T.Count));
            i += T.Count;
        }

        if (i == x.Length) return;

        // The last few, padded with ones to a whole set of lanes.
        Span<double> padded = stackalloc double[T.Count];
        padded.Fill(1);
        x[i..].CopyTo(padded);
        Evaluate<T>(constant, law, padded, padded);
        padded[..(x.Length - i)].CopyTo(destination[i..]);
    }

    private static void EvaluateOneByOne(double constant, in PowerLaw law, ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = constant + law.At(x[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ByTable<T>(double constant, in PowerLaw law, ReadOnlySpan<double> x, Span<double> destination)
        where T : struct, ILanes<T>
    {
        ref double table = ref MemoryMarshal.GetReference(law.Table);
        T i0 = Half<T>(ref table, 0), i1 = Half<T>(ref table, 8), a0 = Half<T>(ref table, 16), a1 = Half<T>(ref table, 24),
            a2 = Half<T>(ref table, 32), a3 = Half<T>(ref table, 40), a4 = Half<T>(ref table, 48), a5 = Half<T>(ref table, 56);
        var added = T.Of(constant);
        ref double source = ref MemoryMarshal.GetReference(x);
        ref double target = ref MemoryMarshal.GetReference(destination);
        nuint step = (nuint)T.Count, end = (nuint)x.Length / step * step;
        for (nuint i = 0; i < end; i += step)
        {
            var v = T.SubtractBits(T.Load(ref source, i), T.OfBits(PowerTable.LowBits));
            if (T.AnyBits(v, T.OfBits(PowerTable.Outside))) return (int)i;
            var power = PowerLanes<T>.Power(
                v, PowerLanes<T>.CentredMantissa(v), i0, i1, a0, a1, a2, a3, a4, a5, ref table, out var scale);
            T.Store(T.MultiplyAdd(power, scale, added), ref target, i);
        }

        return (int)end;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ByLogarithm<T>(double constant, in PowerLaw law, ReadOnlySpan<double> x, Span<double> destination)
        where T : struct, ILanes<T>
    {
        ref double inverses = ref MemoryMarshal.GetReference(PowerConstants.Inverses);
        ref double logarithms = ref MemoryMarshal.GetReference(PowerConstants.Logarithms);
        ref double scales = ref MemoryMarshal.GetReference(law.Scales);
        T inverseLow = Half<T>(ref inverses, 0), inverseHigh = Half<T>(ref inverses, 8);
        T logLow = Half<T>(ref logarithms, 0), logHigh = Half<T>(ref logarithms, 8);
        T scaleLow = Half<T>(ref scales, 0), scaleHigh = Half<T>(ref scales, 8);
        T low = T.OfBits(law.LowBits), width = T.OfBits(law.WidthBits), exponent = T.Of(law.Exponent), added = T.Of(constant);
        ref double source = ref MemoryMarshal.GetReference(x);
        ref double target = ref MemoryMarshal.GetReference(destination);
        nuint step = (nuint)T.Count, end = (nuint)x.Length / step * step;

        for (nuint i = 0; i < end; i += step)
        {
            var v = T.Load(ref source, i);
            if (T.AnyOutside(v, low, width)) return (int)i;
            var fraction =
                PowerLanes<T>.SplitLog2(v, inverseLow, inverseHigh, logLow, logHigh, ref inverses, ref logarithms, out var whole);
            var power = PowerLanes<T>.ScaledExp2(exponent, whole, exponent * fraction, scaleLow, scaleHigh, ref scales);
            T.Store(added + power, ref target, i);
        }

        return (int)end;
    }

    /// <summary>Half a table in registers, where the width is a half; else nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Half<T>(ref double table, nuint offset)
        where T : struct, ILanes<T> => T.Count == 8 ? T.Load(ref table, offset) : default;
}
#endif
