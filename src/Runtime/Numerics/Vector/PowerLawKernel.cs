#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScalingAnalyzers.Numerics;

/// <summary>One power law over an array: destination[i] = Coefficient * x[i]^Exponent.</summary>
internal static class PowerLawKernel
{
    /// <summary>The spans have one length, and are the same memory or none in common.</summary>
    public static void Evaluate(in PowerLaw law, ReadOnlySpan<double> x, Span<double> destination, InstructionPath path)
    {
        if (!law.IsVectorisable) EvaluateOneByOne(law, x, destination);
        else if (path == InstructionPath.Vector512) Evaluate<Lanes512>(law, x, destination);
        else if (path == InstructionPath.Vector256) Evaluate<Lanes256>(law, x, destination);
        else if (path == InstructionPath.Vector128) Evaluate<Lanes128>(law, x, destination);
        else Evaluate<Lanes64>(law, x, destination);
    }

    private static void EvaluateOneByOne(in PowerLaw law, ReadOnlySpan<double> x, Span<double> destination)
    {
        for (int i = 0; i < x.Length; i++) destination[i] = law.At(x[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Evaluate<T>(in PowerLaw law, ReadOnlySpan<double> x, Span<double> destination)
        where T : struct, ILanes<T>
    {
        ref double inverses = ref MemoryMarshal.GetReference(PowerConstants.Inverses);
        ref double logarithms = ref MemoryMarshal.GetReference(PowerConstants.Logarithms);
        ref double scales = ref MemoryMarshal.GetReference(law.Scales);
        T inverseLow = Half<T>(ref inverses, 0), inverseHigh = Half<T>(ref inverses, 8);
        T logLow = Half<T>(ref logarithms, 0), logHigh = Half<T>(ref logarithms, 8);
        T scaleLow = Half<T>(ref scales, 0), scaleHigh = Half<T>(ref scales, 8);
        T low = T.OfBits(law.LowBits), width = T.OfBits(law.WidthBits), exponent = T.Of(law.Exponent);
        ref double source = ref MemoryMarshal.GetReference(x);
        ref double target = ref MemoryMarshal.GetReference(destination);

        int i = 0;
        for (; i <= x.Length - T.Count; i += T.Count)
        {
            var v = T.Load(ref source, (nuint)i);
            if (T.AnyOutside(v, low, width))
            {
                EvaluateOneByOne(law, x.Slice(i, T.Count), destination.Slice(i, T.Count));
                continue;
            }

            var fraction =
                PowerLanes<T>.SplitLog2(v, inverseLow, inverseHigh, logLow, logHigh, ref inverses, ref logarithms, out var whole);
            T.Store(PowerLanes<T>.ScaledExp2(exponent, whole, exponent * fraction, scaleLow, scaleHigh, ref scales), ref target, (nuint)i);
        }

        if (i < x.Length) EvaluateRest<T>(law, x[i..], destination[i..]);
    }

    // The last few, padded with ones to a whole set of lanes.
    private static void EvaluateRest<T>(in PowerLaw law, ReadOnlySpan<double> x, Span<double> destination)
        where T : struct, ILanes<T>
    {
        Span<double> padded = stackalloc double[T.Count];
        padded.Fill(1);
        x.CopyTo(padded);
        Evaluate<T>(law, padded, padded);
        padded[..x.Length].CopyTo(destination);
    }

    /// <summary>Half a table in registers, where the width is a half; else nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Half<T>(ref double table, nuint offset)
        where T : struct, ILanes<T> => T.Count == 8 ? T.Load(ref table, offset) : default;
}
#endif
