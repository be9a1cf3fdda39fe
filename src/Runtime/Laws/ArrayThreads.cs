#if NET8_0_OR_GREATER
namespace ScalingAnalyzers.Laws;

/// <summary>The threads that a kernel over an array may use.</summary>
public enum ArrayThreads
{
    /// <summary>The calling thread only.</summary>
    One,

    /// <summary>All processors, where the array is long enough for them to pay.</summary>
    AllProcessors,
}
#endif
