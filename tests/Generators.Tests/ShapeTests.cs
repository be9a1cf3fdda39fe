using System;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class ShapeTests
{
    private const string Llama = """
        [ModelConfig(Family = "llama")]
        public static partial class Llama31
        {
            public const int HiddenSize = 4096, Layers = 32, NumAttentionHeads = 32, NumKeyValueHeads = 8,
                IntermediateSize = 14336, VocabSize = 128256;
        }

        """;

    // 8,030,261,248 is the published total of Llama 3.1 8B (weights index).
    [Theory]
    [InlineData("static class", "[TrainingConfig(Model = typeof(Llama31))]", "")]
    [InlineData("class", "[TrainingConfig]", "public Shape Model { get; } = new() { Layers = 32 };")]
    [InlineData("class", "[TrainingConfig]", "public Shape Model { get; init; } = new Shape { Layers = 32 };")]
    [InlineData("class", "[TrainingConfig]", ": Shape { public Run() => Layers = 32;")]
    [InlineData("class", "[TrainingConfig, ModelConfig(Family = \"llama\")]", """
        public int dim = 4096, n_layers = 32, n_heads = 32, n_kv_heads = 8, vocab_size = 128256, multiple_of = 1024;
        public double ffn_dim_multiplier = 1.3;
        """)]
    public async Task A_model_is_counted_wherever_it_is_declared(string kind, string attributes, string members)
    {
        string body = members.StartsWith(':') ? members : "{" + members;
        string modifiers = kind == "static class" ? "static partial class" : "partial class";
        var code = await Config.Of(Llama + $$"""
            [ModelConfig(Family = "llama")]
            public class Shape
            {
                public int HiddenSize = 4096, Layers, NumAttentionHeads = 32, NumKeyValueHeads = 8,
                    IntermediateSize = 14336, VocabSize = 128256;
            }
            {{attributes}} public {{modifiers}} Run {{body}}
                public const long Tokens = 15_000_000_000_000;
                public const int SequenceLength = 8192;
            }
            """).Load();
        Assert.Equal(8_030_261_248L, code.Value<long>("Run.Estimates.Parameters"));
        Assert.Equal(131_072L, code.Value<long>("Run.Estimates.KeyValueCacheBytesPerToken")); // 2 x 32 layers x 8 heads x 128 x 2 bytes

        // PaLM, appendix B: 6N + 12 x layers x heads x head size x sequence, per token.
        Assert.Equal(15e12 * ((6.0 * 8_030_261_248) + (12.0 * 32 * 4096 * 8192)),
            code.Value<double>("Run.Estimates.TrainingFlopsWithAttention"), 1e9);
    }

    [Fact]
    public async Task A_model_alone_gets_its_counts()
    {
        var code = await Config.Of(Llama).Load();
        Assert.Equal(8_030_261_248L, code.Value<long>("Llama31.Estimates.Parameters"));
        Assert.Equal(16_060_522_496L, code.Value<long>("Llama31.Estimates.WeightBytes"));
    }

    [Theory]
    [InlineData("[ModelConfig]")]
    [InlineData("[ModelConfig(Family = \"lama\")]")]
    public async Task Without_a_family_nothing_is_counted(string attribute)
    {
        var driver = await Config.Of(Llama.Replace("[ModelConfig(Family = \"llama\")]", attribute, StringComparison.Ordinal)).Generate();
        Assert.DoesNotContain("Parameters", driver.Sources.Values.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dimensions_beyond_all_bounds_are_not_counted()
    {
        var driver =
            await Config.Of(Llama.Replace("4096", "2_000_000_000", StringComparison.Ordinal)
                .Replace("Layers = 32", "Layers = 2_000_000_000", StringComparison.Ordinal)).Generate();
        Assert.DoesNotContain("Parameters", driver.Sources.Values.Single(), StringComparison.Ordinal);
    }
}
