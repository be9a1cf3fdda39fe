using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>Public shapes that several tests use (science/shapes.csv).</summary>
internal static class Shapes
{
    public static TransformerShape Llama31_8B { get; } = new()
    {
        Layers = 32,
        HiddenSize = 4096,
        Heads = 32,
        KeyValueHeads = 8,
        FeedForwardSize = 14336,
        VocabularySize = 128256,
    };

    public static TransformerShape Mixtral8x7B { get; } = new()
    {
        Layers = 32,
        HiddenSize = 4096,
        Heads = 32,
        KeyValueHeads = 8,
        VocabularySize = 32000,
        Experts = new ExpertShape { Count = 8, PerToken = 2, Size = 14336 },
    };

    public static TransformerShape DeepSeekV3 { get; } = new()
    {
        Layers = 61,
        HiddenSize = 7168,
        Heads = 128,
        FeedForwardSize = 18432,
        VocabularySize = 129280,
        LatentAttention = new LatentAttentionShape
        {
            QueryRank = 1536,
            KeyValueRank = 512,
            ContentHeadSize = 128,
            RotaryHeadSize = 64,
            ValueHeadSize = 128
        },
        Experts = new ExpertShape { Count = 256, PerToken = 8, Size = 2048, SharedSize = 2048, Layers = 58, CorrectionBias = true },
    };

    public static TransformerShape Gpt2 { get; } = new()
    {
        Layers = 12,
        HiddenSize = 768,
        Heads = 12,
        FeedForwardSize = 3072,
        VocabularySize = 50257,
        TiedEmbeddings = true,
        GatedFeedForward = false,
        Norm = NormKind.Layer,
        Biases = Biases.Block,
        Positions = PositionEncoding.Learned,
        LearnedPositions = 1024,
    };
}
