namespace ScalingAnalyzers.Architectures;

/// <summary>Entries that each pool a few tokens, which attention sees instead of all tokens, beside a window of tokens
/// as they are.</summary>
/// <remarks>
/// DeepSeek-AI 2026, "DeepSeek-V4", sections 2.3.1 and 2.3.2; huggingface/transformers, modeling_deepseek_v4.py. An
/// entry is a mean with learned weights; tokens of an entry that is not complete are not counted in the cache.
/// </remarks>
public sealed record CompressionShape
{
    /// <summary>Tokens from one entry to the next; 0: there are no entries, and the block sees its window
    /// only.</summary>
    public int Rate { get; init; }

    /// <summary>Entries to which each token contributes: 2 where neighbours overlap.</summary>
    public int Series { get; init; } = 1;
}
