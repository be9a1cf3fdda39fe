namespace ScalingAnalyzers.Architectures;

/// <summary>What a normalisation learns.</summary>
public enum NormKind
{
    /// <summary>RMSNorm: one weight per channel.</summary>
    RootMeanSquare,

    /// <summary>LayerNorm: a weight and a bias per channel.</summary>
    Layer,

    /// <summary>LayerNorm without bias: one weight per channel.</summary>
    LayerWithoutBias,

    /// <summary>Nothing is learned (OLMo 1, the L2 norm of Llama 4).</summary>
    ParameterFree,
}
