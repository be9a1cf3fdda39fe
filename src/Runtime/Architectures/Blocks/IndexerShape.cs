namespace ScalingAnalyzers.Architectures;

/// <summary>What an indexer picks.</summary>
public enum IndexerKind
{
    /// <summary>Tokens, by heads whose scores are weighed (DeepSeek-V3.2, GLM-5).</summary>
    Tokens,

    /// <summary>Blocks of tokens; queries and keys have norms (MiniMax-M3).</summary>
    Blocks,

    /// <summary>Entries that pool tokens; the indexer pools its own keys (DeepSeek-V4).</summary>
    Entries,
}

/// <summary>The small attention that picks the tokens which sparse attention sees. Its keys are cached beside the
/// latents.</summary>
/// <remarks>DeepSeek-AI 2025, "DeepSeek-V3.2"; huggingface/transformers, modeling_deepseek_v32.py: class
/// DeepseekV32Indexer; modeling_minimax_m3_vl.py and modeling_deepseek_v4.py.</remarks>
public sealed record IndexerShape
{
    /// <summary>What it picks, which settles its weights.</summary>
    public IndexerKind Kind { get; init; }

    /// <summary>Index heads.</summary>
    public int Heads { get; init; }

    /// <summary>Width of one index head; its key is shared by all heads.</summary>
    public int HeadSize { get; init; }

    /// <summary>Tokens, blocks or entries that are kept.</summary>
    public int KeptTokens { get; init; }
}
