using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// FLOPs at two contexts, caches and states of three more hybrids, by hand from the layers of their modelling classes:
/// 2 a weight, 2 * heads * (key + value) a token of causal context on average, 4 (8 with the delta rule) a number of a
/// state.
/// </summary>
public class RecurrenceFigureTests
{
    private const FlopsConvention Causal = FlopsConvention.MatrixMultiplicationsWithCausalAttention;

    // modeling_bamba.py: 29 layers of Mamba-2 (128 heads of 64, one group, state 128), 3 of attention (32 heads of 128,
    // 8 groups), a gated feed-forward of 14,336 in each.
    [Theory]
    [InlineData(4096)]
    [InlineData(131_072)]
    public void Bamba_9B(long tokens)
    {
        const long Mamba = (4096L * (8192 + 8192 + 256 + 128)) + (8448 * 4) + (8192L * 4096);
        const long Attention = (2L * 4096 * 4096) + (2 * 4096 * 1024);
        const long Multiplied = (29 * Mamba) + (3 * Attention) + (32 * 3L * 4096 * 14336) + (128256L * 4096);
        TransformerShape shape = Shape("Bamba 9B v1");

        Assert.Equal((2 * Multiplied) + (29 * 4 * 128L * 64 * 128) + (3 * 2 * 32 * 128 * tokens),
            shape.ForwardFlopsPerToken(Causal, tokens));
        Assert.Equal(3 * 2 * 8 * 128 * 2 * tokens, shape.KeyValueCacheBytes(tokens));
        Assert.Equal(29 * 2 * ((128L * 64 * 128) + (3 * 8448)), shape.RecurrentStateBytes());
    }

    // modeling_minimax.py: 70 layers of lightning attention (64 heads of 128 by 128, a gate as wide), 10 of attention
    // (64 heads of 128, 8 groups), two of 32 experts of 9,216 in each.
    [Theory]
    [InlineData(8192)]
    [InlineData(1_000_000)]
    public void MiniMax_Text_01(long tokens)
    {
        const long Lightning = 5L * 6144 * 8192;
        const long Attention = (2L * 6144 * 8192) + (2 * 6144 * 1024);
        const long Experts = (6144 * 32) + (2 * 3L * 6144 * 9216);
        const long Multiplied = (70 * Lightning) + (10 * Attention) + (80 * Experts) + (200064L * 6144);
        TransformerShape shape = Shape("MiniMax-Text-01");

        Assert.Equal((2 * Multiplied) + (70 * 4 * 64L * 128 * 128) + (10 * 2 * 64 * 128 * tokens),
            shape.ForwardFlopsPerToken(Causal, tokens));
        Assert.Equal(10 * 2 * 8 * 128 * 2 * tokens, shape.KeyValueCacheBytes(tokens));
        Assert.Equal(70 * 2 * 64L * 128 * 128, shape.RecurrentStateBytes());
    }

    // modeling_olmo_hybrid.py: 24 layers of Gated DeltaNet (30 heads of 96 by 192), 8 of attention (30 heads of 128), a
    // gated feed-forward of 11,008 in each.
    [Theory]
    [InlineData(4096)]
    [InlineData(65_536)]
    public void Olmo_Hybrid_7B(long tokens)
    {
        const long Delta = (3840L * (2880 + 2880 + 5760 + 5760 + 30 + 30)) + (11520 * 4) + (5760L * 3840);
        const long Multiplied = (24 * Delta) + (8 * 4L * 3840 * 3840) + (32 * 3L * 3840 * 11008) + (100352L * 3840);
        TransformerShape shape = Shape("Olmo Hybrid 7B");

        Assert.Equal((2 * Multiplied) + (24 * 8 * 30L * 96 * 192) + (8 * 2 * 30 * 128 * tokens),
            shape.ForwardFlopsPerToken(Causal, tokens));
        Assert.Equal(8 * 2 * 30 * 128 * 2 * tokens, shape.KeyValueCacheBytes(tokens));
        Assert.Equal(24 * 2 * ((30L * 96 * 192) + (3 * 11520)), shape.RecurrentStateBytes());
    }

    private static TransformerShape Shape(string name) =>
        HuggingFaceConfig.Parse(HybridCheckpoints.All.Single(row => row.Name == name).Config).Shape!;
}
