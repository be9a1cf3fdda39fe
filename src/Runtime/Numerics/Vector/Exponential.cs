#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScalingAnalyzers.Numerics;

/// <summary>Exponentials and logarithms of one set of lanes, for fitting: no special values, arguments held within
/// bounds.</summary>
internal static class Exponential
{
    private const double Ln2 = 0.6931471805599453;

    /// <summary>2^y, y held within [-1000, 1000]; relative error at most 3e-16 and half a unit in the last place of
    /// y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp2<T>(T y)
        where T : struct, ILanes<T>
    {
        ref double scales = ref MemoryMarshal.GetReference(PowerConstants.ExponentFreePowers);
        var held = T.Min(T.Max(y, T.Of(-1000)), T.Of(1000));
        return PowerLanes<T>.ScaledExp2(
            held, T.Of(1), T.Of(0), PowerLawKernel.Half<T>(ref scales, 0), PowerLawKernel.Half<T>(ref scales, 8), ref scales);
    }

    /// <summary>The natural logarithm of positive normal numbers; absolute error 2e-16 plus half a unit in the last
    /// place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log<T>(T x)
        where T : struct, ILanes<T>
    {
        ref double inverses = ref MemoryMarshal.GetReference(PowerConstants.Inverses);
        ref double logarithms = ref MemoryMarshal.GetReference(PowerConstants.Logarithms);
        var fraction = PowerLanes<T>.SplitLog2(
            x,
            PowerLawKernel.Half<T>(ref inverses, 0),
            PowerLawKernel.Half<T>(ref inverses, 8),
            PowerLawKernel.Half<T>(ref logarithms, 0),
            PowerLawKernel.Half<T>(ref logarithms, 8),
            ref inverses,
            ref logarithms,
            out var whole);
        return (fraction + whole) * T.Of(Ln2);
    }
}
#endif
