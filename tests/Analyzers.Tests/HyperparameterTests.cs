using System;
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

    // Under muP 0.03 of a base of 256 channels is 0.03 / 16 = 1.9e-3 in hidden layers of 4,096, within three times
    // DeepSeek's band (to 8.51e-4).
    [Theory]
    [InlineData(0.03, "MupBaseWidth = 256, HiddenSize = 4096", false)]
    [InlineData(0.03, "MupBaseWidth = 4096, HiddenSize = 4096", true)]
    [InlineData(0.3, "MupBaseWidth = 256, HiddenSize = 4096", true)]
    [InlineData(0.03, "MupBaseHiddenSize = 256, HiddenSize = 4096", false)]
    [InlineData(1e-6, "MupBaseWidth = 256, HiddenSize = 4096", true)]
    [InlineData(0.03, "MupBaseWidth = 256", false)] // the width is not known
    public async Task A_rate_of_muP_is_compared_as_both_layers_see_it(double rate, string widths, bool flagged) =>
        Assert.Equal(flagged ? 1 : 0, (await Config.Run(FormattableString.Invariant($$"""
            {{DeepSeek}}
            public const double LearningRate = {{rate}};
            public const int {{widths}};
            """)).Only("SCALE402").Diagnostics()).Length);

    // Step Law: 1.79 N^-0.713 D^0.307 and 0.58 D^0.571; Power Lines: B / (lr tau D), tau = 1.084 (D/N)^-0.527.
    [Theory]
    [InlineData("")]
    [InlineData("MaxFlops = 1e22")]
    public async Task Rate_batch_and_decay_of_the_laws_are_constants(string budget)
    {
        var code = await Config.Run(budget.Length == 0 ? DeepSeek : "", budget).Load();
        var constants = code.TypeOf("Run.Estimates");
        double n = Convert.ToDouble(Value(budget.Length == 0 ? "Parameters" : "PlannedParameters"), CultureInfo.InvariantCulture);
        double d = Convert.ToDouble(Value(budget.Length == 0 ? "TrainingTokens" : "PlannedTokens"), CultureInfo.InvariantCulture);
        double rate = 1.79 * Math.Pow(n, -0.713) * Math.Pow(d, 0.307), batch = 0.58 * Math.Pow(d, 0.571);
        Assert.Equal(1, (double)Value("SuggestedLearningRate")! / rate, 9);
        Assert.Equal(1, (long)Value("SuggestedTokensPerBatch")! / batch, 6);
        Assert.Equal(1, (double)Value("SuggestedWeightDecay")! / (batch / (rate * 1.084 * Math.Pow(d / n, -0.527) * d)), 6);

        object? Value(string name) => constants.GetField(name)?.GetRawConstantValue();
    }

    [Theory]
    [InlineData("public const NumericFormat ServingPrecision = NumericFormat.FP4;", "; served in FP4 its loss rises by 0.")]
    [InlineData("public const NumericFormat ServingPrecision = NumericFormat.FP8;",
        "; served in FP8 its loss rises by less than 0.001 nats")]
    [InlineData("public const NumericFormat ServingPrecision = NumericFormat.BF16;", null)]
    public async Task Over_training_states_what_serving_in_few_bits_costs(string member, string? words)
    {
        string message = (await Config.Run(DeepSeek.Replace("2_000_000", "15_000_000", StringComparison.Ordinal) + member)
            .Only("SCALE004").Diagnostics())[0].GetMessage(CultureInfo.InvariantCulture);
        if (words is null) Assert.DoesNotContain("served in", message, StringComparison.Ordinal);
        else Assert.Contains(words, message, StringComparison.Ordinal);
    }

    // Hyperparameters recalled from the papers: all with AdamW and 0.1 but Pythia.
    [Theory]
    [InlineData("Llama 3.1 405B", 405e9, 15.6e12, 16e6, 8e-5, 0.1, 0)]
    [InlineData("Llama 2 7B", 6.74e9, 2e12, 4e6, 3e-4, 0.1, 0)]
    [InlineData("GPT-3", 175e9, 300e9, 3.2e6, 6e-5, 0.1, 0)]
    [InlineData("OPT-175B", 175e9, 180e9, 2e6, 1.2e-4, 0.1, 0)]
    [InlineData("BLOOM", 176e9, 366e9, 4.2e6, 6e-5, 0.1, 0)]
    [InlineData("Falcon-180B", 180e9, 3.5e12, 4.2e6, 1.25e-4, 0.1, 0)]
    [InlineData("OLMo 7B", 6.9e9, 2.46e12, 4e6, 3e-4, 0.1, 0)]
    [InlineData("Pythia 12B", 11.8e9, 300e9, 2.1e6, 1.2e-4, 0.01, 1)]
    [InlineData("a slip", 6.9e9, 2e12, 9.4e6, 4.2e-4, 50, 1)]
    [InlineData("no decay", 6.9e9, 2e12, 9.4e6, 4.2e-4, 0, 0)]
    public async Task A_weight_decay_ten_times_off_is_noted(
        string run, double parameters, double tokens, double batch, double rate, double decay, int notes)
    {
        var reported = await Config.Run(FormattableString.Invariant($$"""
            public const long Parameters = {{(long)parameters}};
            public const long Tokens = {{(long)tokens}};
            public const long BatchTokens = {{(long)batch}};
            public const double LearningRate = {{rate}};
            public const double WeightDecay = {{decay}};
            """)).Only("SCALE403").Diagnostics();
        Assert.Equal(notes, reported.Length);
        Assert.NotEmpty(run);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("public const string Optimizer = \"adamw_torch_fused\";", 1)]
    [InlineData("public const string Optimizer = \"adam\";", 0)] // adds the decay to the gradient
    [InlineData("public const string Optimizer = \"SGD\";", 0)]
    [InlineData("public static string Optimizer => System.Environment.MachineName;", 0)]
    [InlineData("public const long ActiveParameters = 1_000_000_000;", 0)] // fitted on dense models
    public async Task Only_the_decay_of_AdamW_on_dense_models_is_assessed(string member, int notes) =>
        Assert.Equal(notes, (await Config.Run($$"""
            {{DeepSeek}}
            public const long BatchTokens = 9_437_184;
            public const double LearningRate = 4.2e-4;
            public const double WeightDecay = 50;
            {{member}}
            """).Only("SCALE403").Diagnostics()).Length);

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
        Config.Run(DeepSeek + "public const double LearningRate = 1e-6;", "Stage = TrainingStage.FineTuning")
            .Only("SCALE401", "SCALE402", "SCALE403").ReportsNothing();
}
