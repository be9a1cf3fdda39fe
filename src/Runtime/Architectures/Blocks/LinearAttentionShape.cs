namespace ScalingAnalyzers.Architectures;

/// <summary>Kinds of linear attention, by what their published models are built of.</summary>
public enum LinearAttentionKind
{
    /// <summary>Gated DeltaNet: delta rule, one decay a head, a gate a channel (Yang et al. 2024, arXiv:2412.06464;
    /// Qwen3-Next, Olmo Hybrid).</summary>
    GatedDelta,

    /// <summary>Kimi Delta Attention: delta rule, one decay a channel through a low rank, a low-rank gate (Kimi Team
    /// 2025, arXiv:2510.26692).</summary>
    KimiDelta,

    /// <summary>Lightning attention: a fixed decay a head, a full gate, no convolution (MiniMax 2025,
    /// arXiv:2501.08313).</summary>
    Lightning,
}

/// <summary>Linear attention: the state of a head is its key size times its value size.</summary>
/// <remarks>
/// Weights as in huggingface/transformers: modeling_qwen3_next.py and modeling_minimax.py; of Kimi Delta Attention as
/// in the model's repository and in fla-org/flash-linear-attention.
/// </remarks>
public sealed record LinearAttentionShape : RecurrentShape
{
    /// <summary>Which kind.</summary>
    public LinearAttentionKind Kind { get; init; }

    /// <summary>Query and key heads.</summary>
    public int KeyHeads { get; init; }

    /// <summary>Value heads, which share key heads where there are more of them.</summary>
    public int ValueHeads { get; init; }

    /// <summary>Width of one head's query and key.</summary>
    public int KeyHeadSize { get; init; }

    /// <summary>Width of one head's value.</summary>
    public int ValueHeadSize { get; init; }

    /// <summary>Tokens that the short convolution of queries, keys and values sees; 0 where there is none.</summary>
    public int ConvolutionKernel { get; init; }

    /// <summary>Whether queries, keys and values are projected with a bias.</summary>
    public bool QueryKeyValueBias { get; init; }

    /// <summary>Whether queries and keys have a norm over one head.</summary>
    public bool QueryKeyNorm { get; init; }

    /// <summary>Whether Kimi Delta Attention's output gate has full rank.</summary>
    public bool FullRankGate { get; init; }

    /// <summary>Whether the scale of Kimi Delta Attention's decay is one number a channel, the same for all heads (Kimi
    /// K3), rather than one a head.</summary>
    public bool ScalePerChannel { get; init; }

    /// <inheritdoc/>
    public override long StateValues => checked((long)ValueHeads * KeyHeadSize * ValueHeadSize);

    /// <inheritdoc/>
    public override long ConvolutionStateValues => ConvolutionKernel == 0 ? 0 : checked((ConvolutionKernel - 1L) * Channels);

    /// <inheritdoc/>
    public override long ForwardFlopsPerToken => checked((Kind == LinearAttentionKind.Lightning ? 4 : 8) * StateValues);

    // Tokens of a chunk in the published kernels.
    private const long Chunk = 64;

    private long Keys => checked((long)KeyHeads * KeyHeadSize);

    private long Values => checked((long)ValueHeads * ValueHeadSize);

    private long Channels => checked((2 * Keys) + Values);

    internal override int SplitHeads => ValueHeads;

    internal override (string Name, long Value)? Impossible() => FirstBelowOne(
        (nameof(KeyHeads), KeyHeads), (nameof(ValueHeads), ValueHeads), (nameof(KeyHeadSize), KeyHeadSize),
        (nameof(ValueHeadSize), ValueHeadSize),
        (nameof(ConvolutionKernel), ConvolutionKernel + 1L));

    // What the convolution reads, queries and keys after their norm, values; the recurrence's output, the gate and
    // their product.
    internal override bool TryAddSaved(SavedForBackward saved)
    {
        long queries = checked((long)ValueHeads * KeyHeadSize);
        saved.Divided(checked(Channels + (2 * queries) + (4 * Values)));
        switch (Kind)
        {
            // fla-org/flash-linear-attention, gated_delta_rule/chunk.py: decays (32 bit), write strengths, and one
            // matrix of 64 tokens a head.
            case LinearAttentionKind.GatedDelta:
                saved.Divided(ValueHeads, bytes: 4);
                saved.Divided((1 + Chunk) * (long)ValueHeads);
                break;

            // kda/chunk.py: decays of each channel, write strengths before and after their sigmoid, two matrices a
            // head; the latents of decay and gate.
            case LinearAttentionKind.KimiDelta:
                saved.Divided(checked(queries + ((2 + (2 * Chunk)) * (long)ValueHeads)));
                saved.Whole(KeyHeadSize + (FullRankGate ? 0L : ValueHeadSize));
                break;

            // simple_gla/chunk.py saves queries, keys and values; the output is normalised before the gate.
            default:
                saved.Divided(Values);
                break;
        }

        return true;
    }

    internal override void AddTo(PartWeights weights, long hidden)
    {
        weights.Matrix(hidden, Channels);
        weights.VectorIf(QueryKeyValueBias, Channels);
        if (ConvolutionKernel > 0) weights.Matrix(Channels, ConvolutionKernel);
        if (QueryKeyNorm)
        {
            weights.Vector(KeyHeadSize, split: false);
            weights.Vector(KeyHeadSize, split: false);
        }

        switch (Kind)
        {
            case LinearAttentionKind.GatedDelta: Gated(weights, hidden); break;
            case LinearAttentionKind.KimiDelta: Kimi(weights, hidden); break;
            default: Lightning(weights, hidden); break;
        }

        weights.Matrix(Values, hidden);
    }

    // The gate; the write strength and the decay of each head; a norm over one head.
    private void Gated(PartWeights weights, long hidden)
    {
        weights.Matrix(hidden, Values);
        weights.Matrix(hidden, 2L * ValueHeads);
        weights.Vector(ValueHeads);
        weights.Vector(ValueHeads);
        weights.Vector(ValueHeadSize, split: false);
    }

    // The decay of each channel through the width of a head, its scale and bias; the write strength; the gate; a norm
    // over one head.
    private void Kimi(PartWeights weights, long hidden)
    {
        weights.Matrix(hidden, KeyHeadSize, split: false);
        weights.Matrix(KeyHeadSize, Keys);
        weights.Vector(Keys);
        weights.Vector(ScalePerChannel ? KeyHeadSize : KeyHeads, split: !ScalePerChannel);
        weights.Matrix(hidden, ValueHeads);
        if (FullRankGate)
        {
            weights.Matrix(hidden, Values);
        }
        else
        {
            weights.Matrix(hidden, ValueHeadSize, split: false);
            weights.Matrix(ValueHeadSize, Values);
        }

        weights.Vector(ValueHeadSize, split: false);
    }

    private void Lightning(PartWeights weights, long hidden)
    {
        weights.Matrix(hidden, Values);
        weights.Vector(Values);
    }
}
