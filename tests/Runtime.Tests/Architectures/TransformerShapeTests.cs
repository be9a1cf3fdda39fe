using System;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

public class TransformerShapeTests
{
    [Fact]
    public void The_parts_sum_to_the_whole()
    {
        foreach (TransformerShape shape in new[] { Shapes.Llama31_8B, Shapes.Mixtral8x7B, Shapes.DeepSeekV3, Shapes.Gpt2 })
        {
            ParameterBreakdown parts = shape.ParameterBreakdown;
            Assert.Equal(shape.Parameters,
                parts.Embedding + parts.Attention + parts.FeedForward + parts.Experts + parts.Norms + parts.Head + parts.Other);
            Assert.Equal(shape.ActiveParameters, shape.ActiveParameterBreakdown.Total);
            Assert.Equal(shape.NonEmbeddingParameters, shape.NonEmbeddingParameterBreakdown.Total);
        }
    }

    // By hand from the model cards: embedding and head 128256 * 4096; attention 2 * 4096^2 + 2 * 4096 * 1024;
    // feed-forward 3 * 4096 * 14336.
    [Fact]
    public void Llama_3_1_8B_breaks_down_as_its_card_says()
    {
        var expected = new ParameterBreakdown
        {
            Embedding = 525_336_576,
            Attention = 32L * 41_943_040,
            FeedForward = 32L * 176_160_768,
            Norms = 65 * 4096,
            Head = 525_336_576,
        };

        Assert.Equal(expected, Shapes.Llama31_8B.ParameterBreakdown);
        Assert.Equal(8_030_261_248, expected.Total);
    }

    // GPT-2 "124M" is 124,439,808 with positions; nanoGPT's log has 123.65M without (science/laws.md, section 26).
    [Fact]
    public void GPT_2_counts_its_positions()
    {
        Assert.Equal(124_439_808, Shapes.Gpt2.Parameters);
        Assert.Equal(123_653_376, Shapes.Gpt2.Parameters - (1024 * 768));
        Assert.Equal(85_056_000, Shapes.Gpt2.NonEmbeddingParameters);
    }

    // A peer returns 70,000,000,000 whenever hidden = 8192 and layers = 80 (references/peers.md, defect 3).
    [Fact]
    public void Shapes_of_the_same_depth_and_width_are_counted_one_by_one()
    {
        var llama2 = new TransformerShape
        {
            Layers = 80,
            HiddenSize = 8192,
            Heads = 64,
            KeyValueHeads = 8,
            FeedForwardSize = 28672,
            VocabularySize = 32000
        };
        var qwen = llama2 with { FeedForwardSize = 29568, VocabularySize = 152064, Biases = Biases.QueryKeyValue };

        Assert.Equal(68_976_648_192, llama2.Parameters);
        Assert.Equal(72_706_203_648, qwen.Parameters);
    }

    // A peer assumes a tied head and heads of hidden / heads, and forgets the experts that a token does not use (defect
    // 2).
    [Fact]
    public void Nothing_is_taken_for_granted_of_heads_tying_and_experts()
    {
        Assert.Equal(Shapes.Llama31_8B.Parameters - (128256L * 4096), (Shapes.Llama31_8B with { TiedEmbeddings = true }).Parameters);
        Assert.Equal(2L * 32 * 64 * 4096 * (32 + 8), (Shapes.Llama31_8B with { HeadSize = 192 }).Parameters - Shapes.Llama31_8B.Parameters);
        Assert.Equal(12_879_925_248, Shapes.Mixtral8x7B.ActiveParameters);
    }

    // huggingface/transformers#46082: an explicit head size makes a hidden size legal that the heads do not divide.
    [Fact]
    public void An_explicit_head_size_makes_any_hidden_size_legal()
    {
        TransformerShape shape = Shapes.Llama31_8B with { HiddenSize = 4100, HeadSize = 128 };

        Assert.Null(shape.Validate());
        Assert.NotNull((shape with { HeadSize = null }).Validate());
    }

    [Theory]
    [InlineData(nameof(TransformerShape.Layers), 0)]
    [InlineData(nameof(TransformerShape.HiddenSize), -1)]
    [InlineData(nameof(TransformerShape.Heads), 33)]
    [InlineData(nameof(TransformerShape.Heads), 0)]
    [InlineData(nameof(TransformerShape.KeyValueHeads), 5)]
    [InlineData(nameof(TransformerShape.KeyValueHeads), 0)]
    [InlineData(nameof(TransformerShape.HeadSize), 0)]
    [InlineData(nameof(TransformerShape.FeedForwardSize), 0)]
    [InlineData(nameof(TransformerShape.VocabularySize), 0)]
    [InlineData(nameof(TransformerShape.LearnedPositions), 1024)]
    public void An_impossible_dimension_is_named(string dimension, int value)
    {
        TransformerShape llama = Shapes.Llama31_8B;
        TransformerShape shape = dimension switch
        {
            nameof(TransformerShape.Layers) => llama with { Layers = value },
            nameof(TransformerShape.HiddenSize) => llama with { HiddenSize = value },
            nameof(TransformerShape.Heads) => llama with { Heads = value },
            nameof(TransformerShape.KeyValueHeads) => llama with { KeyValueHeads = value },
            nameof(TransformerShape.HeadSize) => llama with { HeadSize = value },
            nameof(TransformerShape.FeedForwardSize) => llama with { FeedForwardSize = value },
            nameof(TransformerShape.VocabularySize) => llama with { VocabularySize = value },
            _ => llama with { LearnedPositions = value },
        };

        Assert.Equal((dimension, (long)value), (shape.Validate()?.Dimension, shape.Validate()?.Value));
        Assert.Equal(dimension, Assert.Throws<ArgumentOutOfRangeException>(() => shape.Parameters).ParamName);
    }

    [Theory]
    [InlineData(9, 8, 2, "Experts.PerToken", 9)]
    [InlineData(0, 8, 2, "Experts.PerToken", 0)]
    [InlineData(2, 0, 2, "Experts.Count", 0)]
    [InlineData(2, 8, 33, "Experts.Layers", 33)]
    public void An_impossible_mixture_is_named(int perToken, int count, int layers, string dimension, int value)
    {
        TransformerShape shape =
            Shapes.Llama31_8B with { Experts = new ExpertShape { Count = count, PerToken = perToken, Size = 1024, Layers = layers } };

        Assert.Equal((dimension, (long)value), (shape.Validate()?.Dimension, shape.Validate()?.Value));
    }

    [Fact]
    public void More_parameters_than_a_long_holds_are_an_overflow_and_no_number()
    {
        const int Most = int.MaxValue;
        var shape = new TransformerShape
        {
            Layers = Most,
            HiddenSize = Most,
            Heads = 4,
            HeadSize = Most,
            FeedForwardSize = Most,
            VocabularySize = Most
        };

        Assert.Throws<OverflowException>(() => shape.Parameters);
        Assert.Throws<OverflowException>(() => shape.AttentionWidth);
        Assert.Throws<OverflowException>(() => shape.FlopsPerToken());
    }

    // Meta's params.json of Llama 2 7B (dim 4096, multiple_of 256), 70B (1.3, 4096) and Llama 3 8B (1.3, 1024), and the
    // widths of their checkpoints.
    [Theory]
    [InlineData(4096, 256, null, 11008)]
    [InlineData(8192, 4096, 1.3, 28672)]
    [InlineData(4096, 1024, 1.3, 14336)]
    public void Metas_feed_forward_width_follows_from_its_params(int hidden, int multipleOf, double? multiplier, int width) =>
        Assert.Equal(width, MetaFeedForward.Size(hidden, multipleOf, multiplier));
}
