namespace ScalingAnalyzers.Architectures;

/// <summary>
/// How FLOPs per token are counted. Published tools differ by a third on the same run, so every figure names its
/// convention. The formulas are for training (forward and backward); forward alone is a third of it (Kaplan et al.
/// 2020, section 2.1).
/// </summary>
/// <remarks>
/// N: active parameters. T: sequence length. W = layers * heads * head size,
/// <see cref="TransformerShape.AttentionWidth"/>. Windows and sparse masks are not taken into account: these are the
/// formulas as people use them.
/// </remarks>
public enum FlopsConvention
{
    /// <summary>6N: what scaling laws are fitted on (Kaplan et al. 2020; Hoffmann et al. 2022). No attention.</summary>
    SixN,

    /// <summary>
    /// 6 * (N without the tables that are only looked up). A shared token table is included, as the output layer.
    /// </summary>
    SixNWithoutEmbedding,

    /// <summary>6 * (weights of matrix multiplications: no biases, no norms, no tables; the output layer in any case).
    /// No attention.</summary>
    MatrixMultiplications,

    /// <summary>Matrix multiplications + 6WT: attention over the half of the sequence that a causal mask leaves
    /// (Megatron-LM).</summary>
    MatrixMultiplicationsWithCausalAttention,

    /// <summary>Matrix multiplications + 12WT: attention over the whole sequence (nanochat, nanotron).</summary>
    MatrixMultiplicationsWithFullAttention,

    /// <summary>6 * (N without tables) + 6WT (Porian et al. 2024, arXiv:2406.19146).</summary>
    SixNWithoutEmbeddingWithCausalAttention,

    /// <summary>6N + 12WT (PaLM, Chowdhery et al. 2022, arXiv:2204.02311, appendix B; nanoGPT, picotron).</summary>
    SixNWithFullAttention,

    /// <summary>3 * (2 * N without any embedding + 2WT) (Kaplan et al. 2020, arXiv:2001.08361, section 2.1,
    /// C_forward).</summary>
    Kaplan2020,

    /// <summary>M = 72 * layers * d^2 + 12 * layers * d * T, d the hidden size (DeepSeek LLM 2024, arXiv:2401.02954,
    /// eq. 2); for dense blocks of 12 d^2 parameters.</summary>
    DeepSeek2024,
}
