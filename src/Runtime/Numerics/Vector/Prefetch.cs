#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ScalingAnalyzers.Numerics;

/// <summary>Asks for memory ahead of a loop: hardware stops at each page of 4 KB and would wait at the next.</summary>
internal static class Prefetch
{
    private const int Values = 128;

    /// <summary>A hint for the values 1 KB behind a place of a source; where there are none it is without
    /// effect.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Ahead(ref double source, nuint offset)
    {
        if (Sse.IsSupported) Sse.Prefetch0((double*)Unsafe.AsPointer(ref source) + offset + Values);
    }
}
#endif
