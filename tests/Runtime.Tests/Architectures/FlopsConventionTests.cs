using System;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

public class FlopsConventionTests
{
    // The same run in seven peers, GFLOP per token to three decimals: references/peers.md, section 1.
    [Theory]
    [InlineData(FlopsConvention.MatrixMultiplications, 45.028)]
    [InlineData(FlopsConvention.SixNWithoutEmbedding, 45.030)]
    [InlineData(FlopsConvention.SixN, 48.182)]
    [InlineData(FlopsConvention.MatrixMultiplicationsWithCausalAttention, 51.470)]
    [InlineData(FlopsConvention.SixNWithoutEmbeddingWithCausalAttention, 51.472)]
    [InlineData(FlopsConvention.MatrixMultiplicationsWithFullAttention, 57.913)]
    [InlineData(FlopsConvention.SixNWithFullAttention, 61.066)]
    public void Llama_3_1_8B_at_8192_has_the_figure_of_each_peer(FlopsConvention convention, double gigaflops) =>
        Assert.Equal(gigaflops, Math.Round(Shapes.Llama31_8B.FlopsPerToken(convention, 8192) / 1e9, 3));

    [Fact]
    public void Forward_is_a_third_of_training_in_every_convention()
    {
        foreach (FlopsConvention convention in Enum.GetValues<FlopsConvention>())
        {
            Assert.Equal(Shapes.Llama31_8B.FlopsPerToken(convention, 8192), 3 * Shapes.Llama31_8B.ForwardFlopsPerToken(convention, 8192));
        }
    }

    // Kaplan et al. 2020, table 1: with d_attn = d_model and d_ff = 4 d_model, N = 12 layers d^2 without biases and
    // norms.
    [Fact]
    public void Kaplan_counts_the_weights_of_the_blocks_and_the_context()
    {
        var shape = new TransformerShape
        {
            Layers = 10,
            HiddenSize = 640,
            Heads = 10,
            FeedForwardSize = 2560,
            VocabularySize = 50257,
            TiedEmbeddings = true,
            GatedFeedForward = false,
            Norm = NormKind.ParameterFree,
            Positions = PositionEncoding.Learned,
            LearnedPositions = 1024,
        };
        const long N = 12L * 10 * 640 * 640;

        Assert.Equal(N, shape.NonEmbeddingParameters);
        Assert.Equal((2 * N) + (2 * 10 * 1024 * 640), shape.ForwardFlopsPerToken(FlopsConvention.Kaplan2020, 1024));
    }

    // DeepSeek LLM, arXiv:2401.02954, eq. 2, with the layers and width of its 7B model at 4096.
    [Fact]
    public void DeepSeek_counts_by_layers_and_width()
    {
        var shape = new TransformerShape { Layers = 30, HiddenSize = 4096, Heads = 32, FeedForwardSize = 11008, VocabularySize = 102400 };

        Assert.Equal((72L * 30 * 4096 * 4096) + (12L * 30 * 4096 * 4096), shape.FlopsPerToken(FlopsConvention.DeepSeek2024, 4096));
    }

    [Fact]
    public void A_shared_table_is_multiplied_with_though_it_is_stored_once()
    {
        TransformerShape tied = Shapes.Llama31_8B with { TiedEmbeddings = true };

        Assert.Equal(
            Shapes.Llama31_8B.FlopsPerToken(FlopsConvention.MatrixMultiplications),
            tied.FlopsPerToken(FlopsConvention.MatrixMultiplications));
        Assert.Equal(Shapes.Llama31_8B.Parameters - (128256L * 4096), tied.Parameters);
    }

    [Fact]
    public void A_mixture_spends_what_is_active()
    {
        Assert.Equal(6 * 12_879_925_248, Shapes.Mixtral8x7B.FlopsPerToken());
    }

    [Fact]
    public void Latent_attention_has_its_own_width() =>
        Assert.Equal(61L * 128 * (192 + 128) / 2, Shapes.DeepSeekV3.AttentionWidth);

    [Fact]
    public void Attention_needs_a_sequence()
    {
        var error =
            Assert.Throws<ArgumentOutOfRangeException>(() => Shapes.Llama31_8B.FlopsPerToken(FlopsConvention.SixNWithFullAttention));
        Assert.Contains("tokens", error.Message, StringComparison.Ordinal);
        Assert.Equal(6 * 8_030_261_248, Shapes.Llama31_8B.FlopsPerToken());
    }
}
