#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ScalingAnalyzers.Numerics;

/// <summary>Asks for memory ahead of a loop: hardware stops at each page of 4 KB and would wait at the next.</summary>
internal static unsafe class Prefetch
{
    private const int Values = 128;

    /// <summary>The place 1 KB behind a source, for hints only: nothing pins the memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double* Behind(ref double source) => (double*)Unsafe.AsPointer(ref source) + Values;

    /// <summary>A hint for the value at an offset of <see cref="Behind"/>; where there are none it is without
    /// effect.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void At(double* behind, nuint offset)
    {
        if (Sse.IsSupported) Sse.Prefetch0(behind + offset);
    }
}
#endif
