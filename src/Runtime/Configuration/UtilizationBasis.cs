namespace ScalingAnalyzers;

/// <summary>Which FLOPs per token a utilization counts over the peak.</summary>
public enum UtilizationBasis
{
    /// <summary>Nothing is declared: attention is counted where the shape and the sequence are known.</summary>
    Unspecified,

    /// <summary>6 * active parameters (Kaplan et al. 2020).</summary>
    SixN,

    /// <summary>6 * active parameters + 12 * layers * heads * head size * sequence (PaLM, appendix B); a window counts
    /// where it is shorter than the sequence.</summary>
    Attention12,

    /// <summary>The same with half of the attention, for a causal mask needs no more (Megatron-LM; MaxText since July
    /// 2025).</summary>
    AttentionCausal,
}
