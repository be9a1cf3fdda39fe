using System;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

public class CacheAndActivationTests
{
    // Zhao et al. 2025, "Insights into DeepSeek-V3", arXiv:2505.09343, table 1: KB of 1e3 bytes a token in BF16.
    [Fact]
    public void The_cache_of_a_token_is_what_DeepSeek_published_for_three_models()
    {
        var qwen = new TransformerShape
        {
            Layers = 80,
            HiddenSize = 8192,
            Heads = 64,
            KeyValueHeads = 8,
            FeedForwardSize = 29568,
            VocabularySize = 152064
        };
        var llama = new TransformerShape
        {
            Layers = 126,
            HiddenSize = 16384,
            Heads = 128,
            KeyValueHeads = 8,
            FeedForwardSize = 53248,
            VocabularySize = 128256
        };

        Assert.Equal(70_272, Shapes.DeepSeekV3.KeyValueCacheBytesPerToken());
        Assert.Equal(327_680, qwen.KeyValueCacheBytesPerToken());
        Assert.Equal(516_096, llama.KeyValueCacheBytesPerToken());
    }

    // A peer forgets the factor 2 for keys and values, and the groups (references/peers.md, defect 1).
    [Theory]
    [InlineData(null, 2L * 32 * 32 * 128 * 2)]
    [InlineData(8, 2L * 32 * 8 * 128 * 2)]
    [InlineData(1, 2L * 32 * 1 * 128 * 2)]
    public void The_cache_has_keys_and_values_of_each_group(int? groups, long bytes) =>
        Assert.Equal(bytes, (Shapes.Llama31_8B with { KeyValueHeads = groups }).KeyValueCacheBytesPerToken());

    // Jiang et al. 2023, arXiv:2310.06825, section 2: with a window of 4096, 32k tokens need an eighth of the cache.
    [Fact]
    public void A_sliding_window_caps_the_cache_of_a_sequence()
    {
        TransformerShape mistral = Shapes.Llama31_8B with { VocabularySize = 32000, SlidingWindow = 4096 };

        Assert.Equal(mistral.KeyValueCacheBytesPerToken() * 4096, mistral.KeyValueCacheBytes(32768));
        Assert.Equal(mistral.KeyValueCacheBytesPerToken() * 100, mistral.KeyValueCacheBytes(100));
        Assert.Equal(
            mistral.KeyValueCacheBytesPerToken() / 32 * ((8 * 32768) + (24 * 4096)),
            (mistral with { SlidingLayers = 24 }).KeyValueCacheBytes(32768));
    }

    // Korthikanti et al. 2022, arXiv:2205.05198, section 5: 5as/h is 80 for GPT-3 and 64 for MT-NLG, beside 34 for the
    // rest.
    [Theory]
    [InlineData(96, 12288, 80)]
    [InlineData(128, 20480, 64)]
    public void Activations_of_a_block_follow_equation_1(int heads, int hidden, int softmax)
    {
        TransformerShape shape = Gpt(heads, hidden);
        long sbh = 2048L * hidden;

        Assert.Equal(sbh * (34 + softmax), ActivationMemory.BytesPerLayer(shape, 2048, 1));
        Assert.Equal(sbh * 34, ActivationMemory.BytesPerLayer(shape, 2048, 1, Recomputation.Selective));
        Assert.Equal(sbh * 2, ActivationMemory.BytesPerLayer(shape, 2048, 1, Recomputation.Full));
        Assert.Equal(sbh * (10 + 3 + (softmax / 8)), ActivationMemory.BytesPerLayer(shape, 2048, 1, tensorParallel: 8));
        Assert.Equal(sbh * (34 + softmax) / 8, ActivationMemory.BytesPerLayer(shape, 2048, 1, tensorParallel: 8, sequenceParallel: true));
        Assert.Equal(96 * sbh * 34 / 8, ActivationMemory.Bytes(shape, 2048, 1, Recomputation.Selective, 8, sequenceParallel: true));
    }

    [Fact]
    public void Blocks_that_the_equations_do_not_speak_of_have_no_figure_unless_all_is_computed_again()
    {
        Assert.Null(ActivationMemory.BytesPerLayer(Shapes.Llama31_8B, 8192, 1));
        Assert.Equal(2L * 8192 * 4096 * 32, ActivationMemory.Bytes(Shapes.Llama31_8B, 8192, 1, Recomputation.Full));
    }

    [Fact]
    public void Activations_need_a_sequence()
    {
        Assert.Equal("sequenceLength",
            Assert.Throws<ArgumentOutOfRangeException>(() => ActivationMemory.Bytes(Shapes.Gpt2, 0, 1)).ParamName);
        Assert.Equal("sequenceLength", Assert.Throws<ArgumentOutOfRangeException>(() => Shapes.Gpt2.KeyValueCacheBytes(-1)).ParamName);
    }

    private static TransformerShape Gpt(int heads, int hidden) => Shapes.Gpt2 with
    {
        Layers = 96,
        Heads = heads,
        HiddenSize = hidden,
        FeedForwardSize = 4 * hidden,
        LearnedPositions = 2048,
    };
}
