namespace ScalingAnalyzers.Architectures;

/// <summary>
/// What a training step stores of its forward pass on the fullest device, bytes, in 16 bit. Communication buffers,
/// fragmentation and what the backward pass itself allocates are additional.
/// </summary>
/// <remarks>
/// A sum over the tensors that each operation keeps for its backward pass (docs/architectures.md lists them); checked
/// against Korthikanti et al. 2022, arXiv:2205.05198, where blocks agree.
/// </remarks>
public readonly record struct TrainingActivations
{
    internal TrainingActivations(long largestLayer, long layers, long logits)
    {
        LargestLayer = largestLayer;
        Layers = layers;
        Logits = logits;
    }

    /// <summary>One micro-batch in the layer that stores most.</summary>
    public long LargestLayer { get; }

    /// <summary>All layers of the device, for as many micro-batches as are under way.</summary>
    public long Layers { get; }

    /// <summary>The last norm and the logits; 0 where they are on another device.</summary>
    public long Logits { get; }

    /// <summary>The sum, bytes.</summary>
    public long Total => checked(Layers + Logits);
}
