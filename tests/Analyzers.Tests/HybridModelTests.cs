using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>Hybrids as C# members: sizes of their family alone, and layers as an interval, an array or a text. Counts
/// as in CheckpointTests.</summary>
public class HybridModelTests
{
    private const string Sizes = """
            public const int HiddenSize = 2048, NumHiddenLayers = 48, NumAttentionHeads = 16, NumKeyValueHeads = 2,
                HeadDim = 256, VocabSize = 151936;
            public const int NumExperts = 512, NumExpertsPerTok = 10, MoeIntermediateSize = 512, NumSharedExperts = 1;
            public const int LinearNumKeyHeads = 16, LinearNumValueHeads = 32, LinearKeyHeadDim = 128, LinearValueHeadDim = 128;
        """;

    [Theory]
    [InlineData("public const int FullAttentionInterval = 4;")]
    [InlineData("public static readonly string[] LayerTypes = { LAYERS };")]
    [InlineData("public static string[] LayerTypes { get; } = new[] { LAYERS };")]
    [InlineData("""
        private const string L = "linear_attention", F = "full_attention";
        public static readonly string[] LayerTypes = { WORDS };
        """)]
    public async Task Qwen3_Next_is_counted_from_its_members(string layers)
    {
        string words = string.Join(", ", Enumerable.Repeat("L, L, L, F", 12));
        string pattern = layers.Replace("WORDS", words, StringComparison.Ordinal)
            .Replace("LAYERS", words.Replace("L", "\"linear_attention\"", StringComparison.Ordinal)
                .Replace("F", "\"full_attention\"", StringComparison.Ordinal), StringComparison.Ordinal);
        var code = await Config.Of(Run("qwen3_next", Sizes + pattern)).Load();

        Assert.Equal(79_674_391_296, code.TypeOf("Run.Estimates").GetField("Parameters")?.GetRawConstantValue());
    }

    [Fact]
    public async Task Nemotron_H_is_counted_from_its_pattern_and_told_that_laws_are_extrapolated()
    {
        var config = Config.Of(Run("nemotron_h", """
            public const int HiddenSize = 4096, IntermediateSize = 21504, NumAttentionHeads = 32, NumKeyValueHeads = 8,
                VocabSize = 131072, MambaNumHeads = 128, MambaHeadDim = 64, SsmStateSize = 128, NGroups = 8;
            public const string HybridOverridePattern = "M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M-";
            """));
        var code = await config.Load();
        var reported = (await config.Diagnostics()).Where(d => d.Id == "SCALE003").Select(d => d.GetMessage(CultureInfo.InvariantCulture));

        Assert.Equal(8_100_852_736, code.TypeOf("Run.Estimates").GetField("Parameters")?.GetRawConstantValue());
        Assert.Contains(reported, message => message.StartsWith("'Run' is a hybrid (24 of 52 layers", StringComparison.Ordinal));
    }

    // 6 * 8.1e9 * 3e14 = 1.5e25 FLOPs, a thousand times the 1.3e22 that the law was fitted on.
    [Fact]
    public async Task A_hybrid_outside_the_fitted_range_has_one_report_with_both()
    {
        string config = Run("nemotron_h", """
            public const int HiddenSize = 4096, IntermediateSize = 21504, NumAttentionHeads = 32, NumKeyValueHeads = 8,
                VocabSize = 131072, MambaNumHeads = 128, MambaHeadDim = 64, SsmStateSize = 128, NGroups = 8;
            public const string HybridOverridePattern = "M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M-";
            """).Replace("500_000_000_000", "300_000_000_000_000", StringComparison.Ordinal);
        var reported = Assert.Single(await Config.Of(config).Only("SCALE003").Diagnostics());

        string message = reported.GetMessage(CultureInfo.InvariantCulture);
        Assert.Contains("and is a hybrid (24 of 52 layers mix tokens by a recurrence without attention)",
            message, StringComparison.Ordinal);
        Assert.EndsWith("orders of magnitude and to another architecture", message, StringComparison.Ordinal);
        Assert.Contains(FindingKeys.OrdersOutsideFit, reported.Properties.Keys);
    }

    // A list that is known only at run time is not replaced by the family's rule.
    [Theory]
    [InlineData("public static readonly string[] LayerTypes = System.IO.File.ReadAllLines(\"layers\");")]
    [InlineData("public static readonly string[] LayerTypes = { \"full_attention\" };")]
    public async Task Layers_that_cannot_be_read_are_no_default(string layers)
    {
        var code = await Config.Of(Run("qwen3_next", Sizes + layers)).Load();

        Assert.Null(code.TypeOf("Run.Estimates").GetField("Parameters"));
    }

    private static string Run(string family, string members) =>
        $$"""
        [ModelConfig(Family = "{{family}}")]
        public static class Model { {{members}} }
        [TrainingConfig(Model = typeof(Model))]
        public static partial class Run
        {
            public const long Tokens = 500_000_000_000;
        }
        """;
}
