#if NET8_0_OR_GREATER
namespace ScalingAnalyzers.Numerics;

/// <summary>The widths a vector kernel can run at. Passed as an argument, so that tests can force each in
/// turn.</summary>
internal enum InstructionPath
{
    /// <summary>One double at a time.</summary>
    Scalar,

    /// <summary>Two doubles: NEON, SSE2 and later.</summary>
    Vector128,

    /// <summary>Four doubles: AVX2 with FMA.</summary>
    Vector256,

    /// <summary>Eight doubles: AVX-512F and DQ.</summary>
    Vector512,
}

/// <summary>Which widths this machine has.</summary>
internal static class InstructionPaths
{
    /// <summary>The widest path of this machine. .NET's own switches (DOTNET_EnableAVX512F=0 on .NET 8,
    /// DOTNET_EnableAVX512=0 from .NET 10, and the like) narrow it.</summary>
    public static InstructionPath Best =>
        Lanes512.IsSupported ? InstructionPath.Vector512
        : Lanes256.IsSupported ? InstructionPath.Vector256
        : Lanes128.IsSupported ? InstructionPath.Vector128
        : InstructionPath.Scalar;

    /// <summary>Whether this machine can run a path.</summary>
    public static bool IsSupported(InstructionPath path) => path switch
    {
        InstructionPath.Vector512 => Lanes512.IsSupported,
        InstructionPath.Vector256 => Lanes256.IsSupported,
        InstructionPath.Vector128 => Lanes128.IsSupported,
        _ => true,
    };
}
#endif
