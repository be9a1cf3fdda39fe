namespace ScalingAnalyzers.Architectures;

/// <summary>The small attention that picks the tokens which sparse attention sees. Its keys are cached beside the
/// latents.</summary>
/// <remarks>DeepSeek-AI 2025, "DeepSeek-V3.2"; huggingface/transformers, modeling_deepseek_v32.py: class
/// DeepseekV32Indexer.</remarks>
public sealed record IndexerShape
{
    /// <summary>Index heads.</summary>
    public int Heads { get; init; }

    /// <summary>Width of one index head; its key is shared by all heads.</summary>
    public int HeadSize { get; init; }

    /// <summary>Tokens that are kept.</summary>
    public int KeptTokens { get; init; }
}
