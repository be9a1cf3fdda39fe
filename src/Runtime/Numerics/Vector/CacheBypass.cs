#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics.X86;

namespace ScalingAnalyzers.Numerics;

/// <summary>Stores past the caches: a result that no cache holds is written without being read first.</summary>
internal static class CacheBypass
{
    // 32 MB: below, the next reader may find the result in a cache.
    private const long LeastValues = 1L << 22;

    /// <summary>Whether a result of so many values is bound by memory.</summary>
    public static bool Pays(long values) => values >= LeastValues;

    /// <summary>The values before the first whose address is a multiple of the width.</summary>
    public static unsafe int Lead<T>(double* destination)
        where T : struct, ILanes<T>
    {
        ulong width = (ulong)T.Count * sizeof(double), past = (ulong)destination % width;
        return past == 0 ? 0 : (int)((width - past) / sizeof(double));
    }

    /// <summary>Makes what was stored visible to other threads before what follows.</summary>
    public static void Finish()
    {
        if (Sse.IsSupported) Sse.StoreFence();
    }
}
#endif
