namespace ScalingAnalyzers.Architectures;

/// <summary>
/// One kind of block of a model whose layers differ: what mixes tokens (attention, a recurrence, or both side by side),
/// and the feed-forward that follows. A part that is absent is not there: Nemotron-H's blocks have one part each.
/// </summary>
public sealed record BlockShape
{
    /// <summary>Layers of this kind; of shared blocks, how many there are.</summary>
    public int Count { get; init; } = 1;

    /// <summary>
    /// How often a token passes through shared blocks of this kind, all layers together (Zamba 2: one block, called
    /// from nine layers). Null: the block is a layer of its own.
    /// </summary>
    public int? SharedUses { get; init; }

    /// <summary>Attention; null: none.</summary>
    public AttentionShape? Attention { get; init; }

    /// <summary>Linear attention, a state space, a short convolution or a gated recurrence; null: none.</summary>
    public RecurrentShape? Recurrent { get; init; }

    /// <summary>Width of the dense feed-forward; 0: none.</summary>
    public int FeedForwardSize { get; init; }

    /// <summary>Whether the feed-forward has three matrices rather than two; experts are alike.</summary>
    public bool GatedFeedForward { get; init; } = true;

    /// <summary>Whether the feed-forward's matrices have biases.</summary>
    public bool FeedForwardBias { get; init; }

    /// <summary>Experts, beside or instead of the dense feed-forward; their <see cref="ExpertShape.Layers"/> play no
    /// part. Null: none.</summary>
    public ExpertShape? Experts { get; init; }

    /// <summary>Norms over the hidden size.</summary>
    public int Norms { get; init; } = 2;

    /// <summary>Parameters of one block in matrices that no other property describes (adapters, augmented residuals);
    /// multiplied.</summary>
    public long ExtraMatrixParameters { get; init; }

    /// <summary>Parameters of one block in vectors that no other property describes; not multiplied.</summary>
    public long ExtraVectorParameters { get; init; }

    /// <summary>Whether the residual is more than an addition (several streams, attention over earlier blocks): what
    /// that keeps for the backward pass is not known.</summary>
    internal bool HasOwnResidual { get; init; }

    /// <summary>How often a token passes through blocks of this kind.</summary>
    internal int Uses => SharedUses ?? Count;
}
