namespace ScalingAnalyzers.Architectures;

/// <summary>How a model encodes the position of a token. Only learned positions have parameters.</summary>
public enum PositionEncoding
{
    /// <summary>Rotary embeddings, on some or all layers.</summary>
    Rotary,

    /// <summary>A learned vector per position.</summary>
    Learned,

    /// <summary>A linear bias on attention scores (ALiBi).</summary>
    Alibi,

    /// <summary>None.</summary>
    None,
}
