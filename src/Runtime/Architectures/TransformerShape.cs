using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// The shape of a decoder language model: what its parameters, FLOPs and memory follow from. Counting is exact in
/// integers; an impossible shape is refused by naming the dimension.
/// </summary>
/// <remarks>
/// The dimensions alone do not determine a model's parameters: the defaults here are those of Llama (gated
/// feed-forward, RMSNorm twice per block and once at the end, no biases, separate output layer).
/// <see cref="ModelFamilies"/> sets the rest by model family.
/// </remarks>
public sealed partial record TransformerShape
{
    private readonly BlockList? _blocks;

    /// <summary>Layers.</summary>
    public int Layers { get; init; }

    /// <summary>Width of the residual stream.</summary>
    public int HiddenSize { get; init; }

    /// <summary>Query heads of a block.</summary>
    public int Heads { get; init; }

    /// <summary>Key and value heads of a block (grouped-query attention); null: as many as
    /// <see cref="Heads"/>.</summary>
    public int? KeyValueHeads { get; init; }

    /// <summary>Width of one head; null: <see cref="HiddenSize"/> / <see cref="Heads"/>, which must then
    /// divide.</summary>
    public int? HeadSize { get; init; }

    /// <summary>Width of the dense feed-forward layer; 0 only where every layer has experts.</summary>
    public int FeedForwardSize { get; init; }

    /// <summary>Rows of the token table, padding included.</summary>
    public int VocabularySize { get; init; }

    /// <summary>Whether the output layer shares the token table.</summary>
    public bool TiedEmbeddings { get; init; }

    /// <summary>
    /// Outputs of a head that is no language model's: a reward model or classifier has as many as labels, a bare
    /// decoder 0. Null: the vocabulary.
    /// </summary>
    public int? HeadOutputs { get; init; }

    /// <summary>Whether the feed-forward has three matrices (SwiGLU, GeGLU) rather than two. Experts are
    /// alike.</summary>
    public bool GatedFeedForward { get; init; } = true;

    /// <summary>Which linear layers have a bias.</summary>
    public Biases Biases { get; init; }

    /// <summary>What the norms of blocks, of the embedding and at the end learn.</summary>
    public NormKind Norm { get; init; }

    /// <summary>Norms of one block over the hidden size: 2; 1 for parallel blocks that share it, 4 for sandwich norms
    /// (Gemma 2).</summary>
    public int NormsPerLayer { get; init; } = 2;

    /// <summary>Whether a norm follows the last block.</summary>
    public bool FinalNorm { get; init; } = true;

    /// <summary>Whether a norm follows the embedding (BLOOM).</summary>
    public bool EmbeddingNorm { get; init; }

    /// <summary>Norms on queries and keys.</summary>
    public QueryKeyNorm QueryKeyNorm { get; init; }

    /// <summary>What the norms on queries and keys learn.</summary>
    public NormKind QueryKeyNormKind { get; init; }

    /// <summary>How positions are known.</summary>
    public PositionEncoding Positions { get; init; }

    /// <summary>Rows of the position table; more than 0 exactly where <see cref="Positions"/> is Learned. OPT has two
    /// more than positions.</summary>
    public int LearnedPositions { get; init; }

    /// <summary>Width of the token table; null: the hidden size. Another width brings a projection in and one out
    /// (OPT-350M).</summary>
    public int? EmbeddingSize { get; init; }

    /// <summary>Whether each head learns a sink, one number (gpt-oss).</summary>
    public bool AttentionSinks { get; init; }

    /// <summary>
    /// Whether attention and feed-forward are parallel in a block. It changes no count; declare the norms separately.
    /// </summary>
    public bool ParallelBlock { get; init; }

    /// <summary>Tokens in the window of a sliding or chunked layer; null: every layer sees all tokens.</summary>
    public int? SlidingWindow { get; init; }

    /// <summary>Layers with the sliding window; null: all, where there is a window.</summary>
    public int? SlidingLayers { get; init; }

    /// <summary>Multi-head latent attention; then <see cref="KeyValueHeads"/> and <see cref="HeadSize"/> play no
    /// part.</summary>
    public LatentAttentionShape? LatentAttention { get; init; }

    /// <summary>The mixture of experts; null for a dense model.</summary>
    public ExpertShape? Experts { get; init; }

    /// <summary>
    /// The kinds of blocks where layers differ in more than a window or experts: each kind once, with how many layers
    /// are of it. Null: all layers are as the other properties describe. Where blocks are given, they hold all of a
    /// layer; heads, widths and experts above play no part.
    /// </summary>
    public IReadOnlyList<BlockShape>? Blocks
    {
        get => _blocks;
        init => _blocks = value is null ? null : new BlockList(value);
    }

    /// <summary>Parameters of token tables besides the one above (Gemma 3n's per-layer embeddings); looked
    /// up.</summary>
    public long ExtraEmbeddingParameters { get; init; }

    /// <summary>Parameters in matrices outside of blocks that no other property describes; multiplied.</summary>
    public long ExtraMatrixParameters { get; init; }

    /// <summary>Parameters that no other property describes (a pooler, segment embeddings); counted as non-embedding,
    /// active, not multiplied.</summary>
    public long ExtraParameters { get; init; }

    /// <summary>Whether a layer mixes tokens in constant time, or has no attention at all.</summary>
    public bool IsHybrid
    {
        get
        {
            if (_blocks is null) return false;
            foreach (BlockShape block in _blocks)
            {
                if (block.Recurrent is not null) return true;
            }

            return false;
        }
    }

    internal BlockList? BlockKinds => _blocks;

    /// <summary>Whether a layer has experts.</summary>
    internal bool HasExperts
    {
        get
        {
            if (Experts is not null) return true;
            if (_blocks is null) return false;
            foreach (BlockShape block in _blocks)
            {
                if (block.Experts is not null) return true;
            }

            return false;
        }
    }

    /// <summary>The attention of a shape whose layers are alike.</summary>
    internal AttentionShape AttentionOfEveryLayer() => new()
    {
        Heads = Heads,
        KeyValueHeads = KeyValueHeads,
        HeadSize = HeadSize,
        Latent = LatentAttention,
        Biases = Biases,
        QueryKeyNorm = QueryKeyNorm,
        QueryKeyNormKind = QueryKeyNormKind,
        Sinks = AttentionSinks,
        Window = SlidingWindow,
    };

    /// <summary>Whether the token table is multiplied with at the end.</summary>
    internal bool SharesHead => TiedEmbeddings && HeadOutputs is null;

    /// <summary>Key and value heads, given or not.</summary>
    internal int KeyValueHeadCount => KeyValueHeads ?? Heads;

    /// <summary>Width of one head's query and key.</summary>
    internal long QueryHeadSize =>
        LatentAttention is { } latent ? (long)latent.ContentHeadSize + latent.RotaryHeadSize : HeadSize ?? HiddenSize / Heads;

    /// <summary>Width of one head's value.</summary>
    internal int ValueHeadSize => LatentAttention is { } latent ? latent.ValueHeadSize : HeadSize ?? HiddenSize / Heads;

    /// <summary>Blocks with experts.</summary>
    internal int ExpertLayers => Experts is null ? 0 : Experts.Layers ?? Layers;

    /// <summary>Blocks whose window slides.</summary>
    internal int SlidingLayerCount => SlidingWindow is null ? 0 : SlidingLayers ?? Layers;
}
