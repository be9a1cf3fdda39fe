using System.Runtime.CompilerServices;

namespace ScalingAnalyzers.Numerics;

/// <summary>How loops of arithmetic are compiled.</summary>
internal static class Compiled
{
    /// <summary>
    /// Optimised at the first call in the assembly that a compiler loads: a build ends before the runtime has replaced
    /// what it compiled quickly, and double-double arithmetic takes ten times as long until then. Elsewhere as the
    /// runtime decides, since an image that was compiled ahead has no such methods.
    /// </summary>
#if NETSTANDARD2_0
    public const MethodImplOptions AtOnce = (MethodImplOptions)512;
#else
    public const MethodImplOptions AtOnce = default;
#endif
}
