using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>Runs in plain values: what is impossible in them is a finding, never an exception.</summary>
public class TrainingRunCheckTests
{
    private static readonly TrainingRun Chinchilla = new()
    {
        Name = "Chinchilla",
        Parameters = 70_000_000_000,
        TrainingTokens = 1_400_000_000_000
    };

    public static TheoryData<string, TrainingRun, string> Runs { get; } = new()
    {
        { "as published", Chinchilla, "" },
        { "a percentage", Chinchilla with { Utilization = 40 }, "SCALE102" },
        { "no utilization at all", Chinchilla with { Utilization = -1 }, "SCALE902" },
        { "not a number", Chinchilla with { PeakFlopsPerSecond = double.NaN }, "SCALE902" },
        { "more active than there are", Chinchilla with { ActiveParameters = 80_000_000_000 }, "SCALE902" },
        { "less than no tokens", Chinchilla with { TrainingTokens = -5 }, "SCALE902" },
        {
            "heads that do not divide",
            new() { TrainingTokens = 1_400_000_000_000, Shape = new TransformerShape { Layers = 2, HiddenSize = 128, Heads = 7,
                FeedForwardSize = 512, VocabularySize = 640 } },
            "SCALE301"
        },
        {
            "no layers",
            new() { TrainingTokens = 1_400_000_000_000, Shape = new TransformerShape { Layers = 0, HiddenSize = 128, Heads = 8,
                FeedForwardSize = 512, VocabularySize = 640 } },
            "SCALE902"
        },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void What_is_impossible_is_a_finding(string what, TrainingRun run, string rule)
    {
        string found = string.Join(" ", run.Check().Select(finding => finding.Rule.Id));
        Assert.True(rule == found, what + ": " + found);
    }

    [Fact]
    public void A_getter_that_throws_makes_its_value_unknown_and_no_more()
    {
        var read = ConfigReader.Read(new Throwing());
        Assert.Null(read.Declared.TrainingTokens);
        Assert.Equal(70_000_000_000, read.Declared.Parameters);
    }

    // nvidia/Nemotron-H-8B-Base-8K: the total of its weights; the same sizes and the same total as C# at design time
    // (HybridModelTests).
    [Theory]
    [InlineData("M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M-", 8_100_852_736)]
    [InlineData("M-M-X", null)] // no such layer
    public void The_pattern_of_a_hybrid_is_read_from_the_object(string pattern, long? parameters) =>
        Assert.Equal(parameters, ConfigReader.Read(new NemotronH { HybridOverridePattern = pattern }).Estimate.Counted.Parameters);

    private sealed class Throwing
    {
        public long Parameters => 70_000_000_000;

        public long Tokens => throw new System.InvalidOperationException("not yet");

        public object Model => throw new System.InvalidOperationException("not yet");
    }

    [ModelConfig(Family = "nemotron_h")]
    private sealed class NemotronH
    {
        public int HiddenSize => 4096;

        public int IntermediateSize => 21504;

        public int NumAttentionHeads => 32;

        public int NumKeyValueHeads => 8;

        public int VocabSize => 131072;

        public int MambaNumHeads => 128;

        public int MambaHeadDim => 64;

        public int SsmStateSize => 128;

        public int NGroups => 8;

        public string HybridOverridePattern { get; init; } = "";
    }
}
