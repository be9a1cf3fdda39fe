namespace ScalingAnalyzers.Architectures;

/// <summary>Multi-head latent attention: keys and values pass through a narrow latent, which is all that is
/// cached.</summary>
/// <remarks>DeepSeek-AI 2024, "DeepSeek-V2", arXiv:2405.04434, section 2.1 and appendix C.</remarks>
public sealed record LatentAttentionShape
{
    /// <summary>Width of the query latent; 0 where queries are projected at once (V2-Lite).</summary>
    public int QueryRank { get; init; }

    /// <summary>Width of the key and value latent.</summary>
    public int KeyValueRank { get; init; }

    /// <summary>The part of a head's query and key without position.</summary>
    public int ContentHeadSize { get; init; }

    /// <summary>The part of a head's query and key that is rotated; its key is shared by all heads.</summary>
    public int RotaryHeadSize { get; init; }

    /// <summary>Width of a head's value.</summary>
    public int ValueHeadSize { get; init; }
}
