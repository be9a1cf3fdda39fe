using System.Globalization;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class HyperparameterTests
{
    // DeepSeek LLM 7B, Bi et al. 2024: the law gives 9.2M tokens (2,252 sequences) and 4.2e-4; trained with 2,304 and
    // 4.2e-4.
    private const string DeepSeek = """
        public const long Parameters = 6_910_365_696;
        public const long Tokens = 2_000_000_000_000;
        """;

    [Theory]
    [InlineData("public const int GlobalBatchSize = 2304, SequenceLength = 4096;", false)]
    [InlineData("public const long BatchTokens = 24_000_000;", false)]
    [InlineData("public const long BatchTokens = 200_000_000;", true)]
    [InlineData("public const int GlobalBatchSize = 50_000, SequenceLength = 4096;", true)]
    [InlineData("public const int BatchSize = 50_000;", false)] // of unknown length
    public async Task A_batch_beyond_three_times_what_any_law_gives_is_noted(string batch, bool flagged) =>
        Assert.Equal(flagged ? 1 : 0, (await Config.Run(DeepSeek + batch).Only("SCALE401").Diagnostics()).Length);

    [Theory]
    [InlineData("LearningRate = 4.2e-4", false)]
    [InlineData("LearningRate = 0.03", true)]
    [InlineData("LearningRate = 1e-6", true)]
    [InlineData("""
        LearningRate = 0.03;
        public const string Optimizer = "AdamW"
        """, true)]
    [InlineData("""
        LearningRate = 0.03;
        public const string Optimizer = "adamw_torch_fused"
        """, true)]
    [InlineData("""
        LearningRate = 0.03;
        public const string Optimizer = "Adafactor"
        """, false)]
    [InlineData("""
        LearningRate = 0.03;
        public static string Optimizer => System.Environment.MachineName
        """, false)] // not known
    public async Task A_learning_rate_far_outside_both_laws_is_noted(string rate, bool flagged) =>
        Assert.Equal(flagged ? 1 : 0, (await Config.Run($$"""
            {{DeepSeek}}
            public const double {{rate}};
            """).Only("SCALE402").Diagnostics()).Length);

    [Fact]
    public async Task The_laws_and_their_bands_are_named()
    {
        var reported = await Config.Run($$"""
            {{DeepSeek}}
            public const double LearningRate = 0.03;
            public const long BatchTokens = 200_000_000;
            """).Only("SCALE401", "SCALE402").Diagnostics();
        Assert.Contains("above the bands of both deepseek-2024 (2.13e-4 to 8.51e-4) and step-law-2025",
            reported[0].GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
        Assert.Contains("200M tokens per step (10K steps)", reported[1].GetMessage(CultureInfo.InvariantCulture),
            System.StringComparison.Ordinal);
    }

    [Fact]
    public Task Fine_tuning_has_other_rates() =>
        Config.Run(DeepSeek + "public const double LearningRate = 1e-6;", "Stage = TrainingStage.FineTuning").ReportsNothing();
}
