using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>FLOPs, caches and states of DeepSeek-V4, MiniMax-M3 and Kimi K3, by hand from the layers of their modelling
/// classes.</summary>
public class CompressedAttentionTests
{
    private const FlopsConvention Causal = FlopsConvention.MatrixMultiplicationsWithCausalAttention;

    // 43 layers of 64 heads of 512 behind a query latent of 1024, a window of 128 tokens in each; 21 with an entry for
    // 4 tokens and an indexer of 64 heads of 128, 20 with an entry for 128. Six of 256 experts and a shared one; two
    // mixes of four streams a layer.
    [Theory]
    [InlineData(8192)]
    [InlineData(1_048_576)]
    public void DeepSeek_V4_Flash(long tokens)
    {
        const long Attention = (4096L * 1024) + (1024 * 32768) + (4096 * 512) + (32768 * 1024) + (8192 * 4096);
        const long Pool = (4096L * 2 * 1024) + (1024 * 8192) + (4096 * 2 * 256) + (4096 * 64);
        const long Experts = (4096L * 256) + (7 * 3 * 4096 * 2048);
        const long Streams = 2L * 24 * 4 * 4096;
        const long Multiplied = (43 * (Attention + Experts + Streams)) + (21 * Pool) + (20 * 4096L * 2 * 512)
            + (129280L * 4096) + (16 * 4096);
        const long Window = 43L * 128 * 2 * 64 * (512 + 512);
        long growing = tokens * ((21L * ((64 * 1024) + (64 * 128)) / 4) + (20L * 64 * 1024 / 128));

        Assert.Equal((2 * Multiplied) + Window + growing, Shape("DeepSeek-V4 Flash").ForwardFlopsPerToken(Causal, tokens));
    }

    // One key of 512 a token of the window; one a complete entry, with the indexer's key of 128 beside those for 4
    // tokens.
    [Theory]
    [InlineData(100, 43L * 100 * 512, 25, 0)]
    [InlineData(8192, 43L * 128 * 512, 2048, 64)]
    [InlineData(1_048_577, 43L * 128 * 512, 262_144, 8192)]
    public void A_cache_of_entries_grows_by_an_entry_at_a_time(long tokens, long window, long sparse, long heavy) => Assert.Equal(
        2 * (window + (21 * sparse * (512 + 128)) + (20 * heavy * 512)), Shape("DeepSeek-V4 Flash").KeyValueCacheBytes(tokens));

    // The paper's figure 1: at a million tokens, V4-Flash caches 7 % of what V3.2 does and V4-Pro 10 %, both in mixed
    // formats; in one format it is a little more.
    [Theory]
    [InlineData("DeepSeek-V4 Flash", 0.07, 0.09)]
    [InlineData("DeepSeek-V4 Pro", 0.10, 0.12)]
    public void A_cache_of_entries_is_a_fraction_of_that_of_latents(string name, double least, double most) => Assert.InRange(
        Shape(name).KeyValueCacheBytes(1_000_000) / (double)Shape("DeepSeek-V3.2").KeyValueCacheBytes(1_000_000), least, most);

    // Two per token and group of 128, and the indexer's key of 128 in 57 of 60 layers.
    [Fact]
    public void An_indexer_over_blocks_caches_its_key_of_each_token() =>
        Assert.Equal(2 * 1000L * ((60 * 2 * 4 * 128) + (57 * 128)), Shape("MiniMax-M3").KeyValueCacheBytes(1000));

    [Fact]
    public void A_layer_that_uses_another_layers_choice_caches_no_key_for_it() =>
        Assert.Equal(2 * 1000L * ((78 * 576) + (21 * 128)), Shape("GLM-5.2").KeyValueCacheBytes(1000));

    // 69 layers of Kimi Delta Attention with 96 heads of 128 by 128, 24 of latent attention.
    [Fact]
    public void Kimi_K3_grows_with_its_24_layers_only()
    {
        TransformerShape shape = Shape("Kimi K3");

        Assert.Equal(24L * 96 * (192 + 128) * 1000, shape.ForwardFlopsPerToken(Causal, 5000) - shape.ForwardFlopsPerToken(Causal, 4000));
        Assert.Equal(69 * 8 * 96L * 128 * 128, shape.RecurrenceFlopsPerToken);
        Assert.Equal(69 * 2 * ((96L * 128 * 128) + (3 * 3 * 12288)), shape.RecurrentStateBytes());
        Assert.Equal(2 * 24L * (512 + 64) * 1000, shape.KeyValueCacheBytes(1000));
    }

    // What several streams or attention over blocks keep for the backward pass is not known.
    [Theory]
    [InlineData("DeepSeek-V4 Flash")]
    [InlineData("Kimi K3")]
    public void Residuals_of_another_kind_have_no_activation_memory(string name) =>
        Assert.Null(Shape(name).TrainingActivations(new TrainingActivationOptions { SequenceLength = 4096 }));

    [Theory]
    [InlineData("\"compress_ratios\": [0, 4]", "compress_ratios")]
    [InlineData("\"compress_ratios\": [0, 8, 4]", "compress_ratios")]
    [InlineData("\"layer_types\": [\"full_attention\", \"sliding_attention\", \"sliding_attention\"]", "layer_types")]
    [InlineData("\"num_key_value_heads\": 8", "num_key_value_heads")]
    [InlineData("\"n_shared_experts\": 2", "n_shared_experts")]
    [InlineData("\"hc_mult\": 0", "hc_mult")]
    [InlineData("\"o_groups\": 7", "model_type")]
    public void What_DeepSeek_V4_does_not_have_is_refused_at_its_field(string field, string at) => Assert.Equal(at,
        HuggingFaceConfig.Parse("{\"model_type\": \"deepseek_v4\", \"num_hidden_layers\": 3, " + field + "}").Problem?.Field
            .Replace("Blocks[0].Attention.OutputGroups", "model_type", System.StringComparison.Ordinal));

    private static TransformerShape Shape(string name) =>
        HuggingFaceConfig.Parse(HybridCheckpoints.All.Concat(AttentionCheckpoints.All).Single(row => row.Name == name).Config).Shape!;
}
