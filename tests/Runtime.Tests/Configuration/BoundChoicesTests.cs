using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>Choices of bound objects, as their sources are read: by truth where trainers write one, by name.</summary>
public class BoundChoicesTests
{
    // A property that nobody sets is false, too.
    [Theory]
    [InlineData(true, Recomputation.Full)]
    [InlineData(false, null)]
    public void A_switch_of_recomputation_is_read(bool isOn, Recomputation? expected) =>
        Assert.Equal(expected, ConfigReader.Read(new { Parameters = 8_000_000_000, gradient_checkpointing = isOn }).Declared.Recomputation);

    // Megatron-LM: --accumulate-allreduce-grads-in-fp32.
    [Fact]
    public void A_switch_of_gradients_is_read() => Assert.Equal(NumericFormat.FP32,
        ConfigReader.Read(new { Parameters = 8_000_000_000, accumulate_allreduce_grads_in_fp32 = true }).Declared.GradientPrecision);

    // A llama has no table of positions.
    [Theory]
    [InlineData(PositionKind.Rotary, 6_738_415_616)]
    [InlineData(PositionKind.Learned, null)]
    public void An_enum_of_a_model_is_read_by_its_name(PositionKind positions, long? expected) =>
        Assert.Equal(expected, ConfigReader.Read(new Llama { PositionEmbedding = positions }).Estimate.Counted.Parameters);

    public enum PositionKind
    {
        Rotary,
        Learned,
    }

    [ModelConfig(Family = "llama")]
    public sealed class Llama
    {
        public int HiddenSize { get; init; } = 4096;

        public int NumHiddenLayers { get; init; } = 32;

        public int NumAttentionHeads { get; init; } = 32;

        public int NumKeyValueHeads { get; init; } = 32;

        public int IntermediateSize { get; init; } = 11008;

        public int VocabSize { get; init; } = 32000;

        public PositionKind PositionEmbedding { get; init; }
    }
}
