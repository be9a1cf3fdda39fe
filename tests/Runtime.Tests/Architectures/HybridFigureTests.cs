using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// FLOPs, caches and states of hybrids, by hand from the layers of their model cards. A token's forward pass costs 2 a
/// weight that it is multiplied with, 2 * heads * (key + value) a token of causal context on average, and 4 (8 with the
/// delta rule) a number of a state.
/// </summary>
public class HybridFigureTests
{
    private const FlopsConvention Causal = FlopsConvention.MatrixMultiplicationsWithCausalAttention;

    // 36 layers of Gated DeltaNet (16 key and 32 value heads of 128), 12 of gated attention (16 heads of 256, 2
    // groups), 10 of 512 experts and one shared.
    [Theory]
    [InlineData(4096)]
    [InlineData(262144)]
    public void Qwen3_Next(long tokens)
    {
        const long Delta = (2048 * (2 * 2048 + 2 * 4096)) + (2048 * 64) + (8192 * 4) + (4096 * 2048);
        const long Attention = (2048 * 8192) + (2 * 2048 * 512) + (4096 * 2048);
        const long Experts = (2048 * 512) + (11 * 3 * 2048 * 512) + 2048;
        const long Multiplied = (36 * Delta) + (12 * Attention) + (48 * Experts) + (151936L * 2048);

        Assert.Equal((2 * Multiplied) + (36 * 8 * 32 * 128 * 128) + (12 * 2 * 16 * 256 * tokens),
            Shape("Qwen3-Next 80B-A3B").ForwardFlopsPerToken(Causal, tokens));
    }

    // 24 layers of Mamba-2 (128 heads of 64, 8 groups, state 128), 4 of attention (32 heads of 128, 8 groups), 24 of a
    // plain feed-forward.
    [Theory]
    [InlineData(4096)]
    [InlineData(262144)]
    public void Nemotron_H_8B(long tokens)
    {
        const long Mamba = (4096L * (8192 + 8192 + 2048 + 128)) + (10240 * 4) + (8192L * 4096);
        const long Attention = (2L * 4096 * 4096) + (2 * 4096 * 1024);
        const long Multiplied = (24 * Mamba) + (4 * Attention) + (24 * 2L * 4096 * 21504) + (131072L * 4096);

        Assert.Equal((2 * Multiplied) + (24 * 4 * 128L * 64 * 128) + (4 * 2 * 32 * 128 * tokens),
            Shape("Nemotron-H 8B").ForwardFlopsPerToken(Causal, tokens));
    }

    // 36 layers of Mamba-2 (64 heads of 64, state 128), 4 of attention (32 heads of 64, 8 groups), a gated feed-forward
    // in each; a shared table.
    [Theory]
    [InlineData(4096)]
    [InlineData(131072)]
    public void Granite_4_H_Micro(long tokens)
    {
        const long Mamba = (2048L * (4096 + 4096 + 256 + 64)) + (4352 * 4) + (4096 * 2048);
        const long Attention = (2L * 2048 * 2048) + (2 * 2048 * 512);
        const long Multiplied = (36 * Mamba) + (4 * Attention) + (40 * 3L * 2048 * 8192) + (100352L * 2048);

        Assert.Equal((2 * Multiplied) + (36 * 4 * 64L * 64 * 128) + (4 * 2 * 32 * 64 * tokens),
            Shape("Granite 4.0 H Micro").ForwardFlopsPerToken(Causal, tokens));
    }

    // 36 layers with both: Mamba-2 (24 heads of 64, state 128) and attention (8 heads of 64, 2 groups).
    [Theory]
    [InlineData(2048)]
    [InlineData(16384)]
    public void Falcon_H1(long tokens)
    {
        const long Mamba = (1024L * (1536 + 1536 + 256 + 24)) + (1792 * 4) + (1536 * 1024);
        const long Attention = (2L * 1024 * 512) + (2 * 1024 * 128);
        const long Multiplied = (36 * (Mamba + Attention + (3L * 1024 * 2048))) + (32784L * 1024);

        Assert.Equal((2 * Multiplied) + (36 * 4 * 24L * 64 * 128) + (36 * 2 * 8 * 64 * tokens),
            Shape("Falcon-H1 0.5B").ForwardFlopsPerToken(Causal, tokens));
    }

    // 10 layers of short convolutions of three tokens, 6 of attention (32 heads of 64, 8 groups), a feed-forward
    // of 8192.
    [Theory]
    [InlineData(4096)]
    [InlineData(32768)]
    public void Lfm2_1B(long tokens)
    {
        const long Convolution = (4L * 2048 * 2048) + (3 * 2048);
        const long Attention = (2L * 2048 * 2048) + (2 * 2048 * 512);
        const long Multiplied = (10 * Convolution) + (6 * Attention) + (16 * 3L * 2048 * 8192) + (65536L * 2048);

        Assert.Equal((2 * Multiplied) + (6 * 2 * 32 * 64 * tokens), Shape("LFM2 1.2B").ForwardFlopsPerToken(Causal, tokens));
    }

    // Twenty layers of Kimi Delta Attention (32 heads of 128 by 128), seven of latent attention of 192 by 128.
    [Fact]
    public void Kimi_Linear_grows_with_its_seven_layers_only()
    {
        TransformerShape shape = Shape("Kimi Linear 48B-A3B");

        Assert.Equal(7L * 2 * 32 * (192 + 128) / 2 * 1000,
            shape.ForwardFlopsPerToken(Causal, 5000) - shape.ForwardFlopsPerToken(Causal, 4000));
        Assert.Equal(20 * 8 * 32L * 128 * 128, shape.RecurrenceFlopsPerToken);
        Assert.Equal(7 * (512 + 64), shape.KeyValueCacheValuesPerToken);
        Assert.Equal(3 * shape.ForwardFlopsPerToken(Causal, 4096), shape.FlopsPerToken(Causal, 4096));
    }

    // heads * key * value in the state's own format, (kernel - 1) * channels in that of the activations.
    [Theory]
    [InlineData("Qwen3-Next 80B-A3B", 36 * 2 * ((32L * 128 * 128) + (3 * 8192)))]
    [InlineData("Qwen3.5 27B", 48 * ((4 * 48L * 128 * 128) + (2 * 3 * 10240)))] // its config says float32
    [InlineData("Kimi Linear 48B-A3B", 20 * 2 * ((32L * 128 * 128) + (3 * 3 * 4096)))]
    [InlineData("Nemotron-H 8B", 24 * 2 * ((128L * 64 * 128) + (3 * 10240)))]
    [InlineData("Granite 4.0 H Micro", 36 * 2 * ((64L * 64 * 128) + (3 * 4352)))]
    [InlineData("Jamba 1.5 Mini", 28 * 2 * ((8192L * 16) + (3 * 8192)))]
    [InlineData("LFM2 1.2B", 10 * 2 * 2 * 2048L)]
    [InlineData("MiniMax-Text-01", 70 * 2 * 64L * 128 * 128)]
    [InlineData("RecurrentGemma 2B", 18 * 2 * (2560L + (3 * 2560)))]
    [InlineData("Mamba 130M", 24 * 2 * ((1536L * 16) + (3 * 1536)))]
    [InlineData("Zamba2 1.2B", 38 * 2 * ((64L * 64 * 128) + (3 * 4352)))]
    [InlineData("Qwen3-VL 2B", 0)]
    public void A_state_is_the_same_for_any_sequence(string name, long bytes) => Assert.Equal(bytes, Shape(name).RecurrentStateBytes());

    [Fact]
    public void States_without_a_stated_format_have_that_of_the_activations()
    {
        Assert.Equal(2 * Shape("Granite 4.0 H Micro").RecurrentStateBytes(),
            Shape("Granite 4.0 H Micro").RecurrentStateBytes(NumericFormat.FP32));
        Assert.Equal(48 * 4 * ((48L * 128 * 128) + (3 * 10240)), Shape("Qwen3.5 27B").RecurrentStateBytes(NumericFormat.FP32));
    }

    // Growing layers cache every token, windowed ones the window, those that read an earlier layer's cache nothing.
    [Fact]
    public void A_cache_is_what_the_layers_with_attention_keep()
    {
        Assert.Equal(12L * 2 * 2 * 256 * 2 * 5000, Shape("Qwen3-Next 80B-A3B").KeyValueCacheBytes(5000));
        Assert.Equal(8L * 1 * 2 * 256 * 2 * 2048, Shape("RecurrentGemma 2B").KeyValueCacheBytes(100_000));
        Assert.Equal(2L * 2 * 2 * 256 * ((4 * 100_000) + (16 * 512)), Shape("Gemma 3n E4B").KeyValueCacheBytes(100_000));
        Assert.Equal(6L * 2 * 32 * 128 * 2 * 100, Shape("Zamba2 1.2B").KeyValueCacheBytes(100)); // one shared block, called six times
        Assert.Equal(61L * (576 + 128) * 2 * 100, Shape("DeepSeek-V3.2").KeyValueCacheBytes(100)); // latents, and the indexer's keys
        Assert.Equal(0, Shape("Mamba 130M").KeyValueCacheBytes(100));
    }

    // Zamba 2 stores its shared block once and multiplies with it six times: queries, keys and values from twice the
    // width, and the way out.
    [Fact]
    public void A_shared_block_is_stored_once_and_works_as_often_as_it_is_called()
    {
        const long Block = (3L * 4096 * 4096) + (4096 * 2048) + (3L * 2048 * 8192);
        TransformerShape shape = Shape("Zamba2 1.2B");
        BlockShape shared = shape.Blocks!.Single(block => block.SharedUses is not null);
        TransformerShape once = shape with
        {
            Blocks = shape.Blocks!.Select(block => ReferenceEquals(block, shared) ? block with { SharedUses = 1 } : block).ToArray()
        };

        Assert.Equal(6, shared.SharedUses);
        Assert.Equal(shape.Parameters, once.Parameters);
        Assert.Equal(2 * 5 * Block, shape.ForwardFlopsPerToken(FlopsConvention.MatrixMultiplications)
            - once.ForwardFlopsPerToken(FlopsConvention.MatrixMultiplications));
    }

    // The input of each of 52 blocks in 16 bit; what else a block keeps is known of GPT's only.
    [Fact]
    public void Activations_with_full_recomputation_are_the_inputs_of_the_blocks()
    {
        Assert.Equal(52L * 2 * 8192 * 4096, ActivationMemory.Bytes(Shape("Nemotron-H 8B"), 8192, 1, Recomputation.Full));
        Assert.Null(ActivationMemory.Bytes(Shape("Nemotron-H 8B"), 8192, 1));
    }

    [Fact]
    public void Blocks_that_do_not_make_up_the_layers_are_refused()
    {
        TransformerShape shape = Shape("LFM2 1.2B");

        Assert.Equal(nameof(TransformerShape.Blocks), (shape with { Layers = 17 }).Validate()?.Dimension);
        Assert.Equal("Blocks[0].Recurrent.Kernel",
            (shape with
            {
                Blocks = shape.Blocks!
                .Select(block => block with { Recurrent = block.Recurrent is null ? null : new ShortConvolutionShape { Channels = 8 } })
                .ToArray()
            }).Validate()?.Dimension);
        Assert.Equal("Blocks[1].Attention.KeyValueHeads",
            (shape with
            {
                Blocks = shape.Blocks!
                .Select(block => block with { Attention = block.Attention is null ? null : block.Attention with { KeyValueHeads = 5 } })
                .ToArray()
            }).Validate()?.Dimension);
    }

    [Fact]
    public void A_hybrid_says_that_it_is_one()
    {
        Assert.True(Shape("Granite 4.0 H Micro").IsHybrid);
        Assert.False(Shape("Granite 4.0 Micro").IsHybrid);
        Assert.False(Shape("Trinity Nano").IsHybrid);
    }

    private static TransformerShape Shape(string name) =>
        HuggingFaceConfig.Parse(HybridCheckpoints.All.Concat(AttentionCheckpoints.All).Single(row => row.Name == name).Config).Shape!;
}
