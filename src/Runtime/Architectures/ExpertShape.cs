namespace ScalingAnalyzers.Architectures;

/// <summary>The mixture of experts that replaces the feed-forward layer in some or all blocks.</summary>
public sealed record ExpertShape
{
    /// <summary>Routed experts of one layer.</summary>
    public int Count { get; init; }

    /// <summary>Routed experts that one token visits.</summary>
    public int PerToken { get; init; }

    /// <summary>Width of one routed expert.</summary>
    public int Size { get; init; }

    /// <summary>Layers that have experts; the other layers have the dense feed-forward of the shape. Null: all
    /// layers.</summary>
    public int? Layers { get; init; }

    /// <summary>Width of what every token visits besides its routed experts: all shared experts together. 0:
    /// none.</summary>
    public int SharedSize { get; init; }

    /// <summary>Whether a learned gate, one weight per channel, scales the shared experts (Qwen 1.5 and 2
    /// MoE).</summary>
    public bool SharedGate { get; init; }

    /// <summary>Width that routed experts read and write, between two projections that all share (Nemotron 3 Super); 0:
    /// the hidden size.</summary>
    public int LatentSize { get; init; }

    /// <summary>Whether what the experts return has a norm over <see cref="LatentSize"/>, before the projection back
    /// (Kimi K3).</summary>
    public bool LatentNorm { get; init; }

    /// <summary>Choices of the router that are no computation at all (LongCat-Flash); a token may visit them
    /// instead of experts.</summary>
    public int ZeroCount { get; init; }

    /// <summary>Whether the router learns a correction per expert to balance the load (DeepSeek-V3).</summary>
    public bool CorrectionBias { get; init; }
}
