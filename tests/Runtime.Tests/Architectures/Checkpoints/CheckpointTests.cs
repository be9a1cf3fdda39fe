using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>Public checkpoints since 2024, each to its last parameter.</summary>
public class CheckpointTests
{
    public static IEnumerable<object[]> Names => Rows.Keys.Select(name => new object[] { name });

    private static Dictionary<string, Checkpoint> Rows { get; } =
        HybridCheckpoints.All.Concat(AttentionCheckpoints.All).ToDictionary(row => row.Name);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_checkpoint_counts_to_its_last_parameter(string name)
    {
        HuggingFaceConfig config = HuggingFaceConfig.Parse(Rows[name].Config);

        Assert.Null(config.Problem?.Message);
        Assert.Equal(Rows[name].Parameters, config.Shape!.Parameters);
    }

    [Fact]
    public void At_least_sixty_are_exact_and_forty_by_an_index_or_a_card()
    {
        Assert.True(Rows.Count >= 75, $"{Rows.Count} rows");
        Assert.True(Rows.Values.Count(row => row.Source != CountSource.Arithmetic) >= 55,
            $"{Rows.Values.Count(row => row.Source != CountSource.Arithmetic)} by an index or a card");
    }

    // What is stored for training and cached for a sequence follows from the same blocks, whatever they are.
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_follows_from_the_blocks(string name)
    {
        TransformerShape shape = HuggingFaceConfig.Parse(Rows[name].Config).Shape!;
        ParameterBreakdown parts = shape.ParameterBreakdown;

        Assert.Equal(shape.Parameters, parts.Embedding + parts.Attention + parts.Recurrent + parts.FeedForward + parts.Experts + parts.Norms
            + parts.Head + parts.Other);
        Assert.InRange(shape.ActiveParameters, 1, shape.Parameters);
        Assert.Equal(shape.Parameters, shape.TrainingMemory().ParametersPerDevice);
        Assert.True(shape.KeyValueCacheBytes(4096) + shape.RecurrentStateBytes() > 0);
        Assert.Equal(
            3 * 2 * shape.AttentionWidth * 1000,
            shape.FlopsPerToken(FlopsConvention.MatrixMultiplicationsWithCausalAttention, 2000)
                - shape.FlopsPerToken(FlopsConvention.MatrixMultiplicationsWithCausalAttention, 1000));
        Assert.Equal(shape, shape with { Blocks = shape.Blocks?.ToArray() });
    }
}
