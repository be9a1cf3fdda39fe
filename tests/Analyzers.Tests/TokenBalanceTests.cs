using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class TokenBalanceTests
{
    [Theory]
    [InlineData("GPT-3 175B, Brown et al. 2020, table D.1", 174.6e9, 300e9, "SCALE001")]
    [InlineData("Gopher, Rae et al. 2021", 280e9, 300e9, "SCALE001")]
    [InlineData("MT-NLG, Smith et al. 2022", 530e9, 270e9, "SCALE001")]
    [InlineData("PaLM 540B, Chowdhery et al. 2022", 540.35e9, 780e9, "SCALE001")]
    [InlineData("OPT-175B, Zhang et al. 2022", 175e9, 300e9, "SCALE001")]
    [InlineData("BLOOM, Le Scao et al. 2022", 176247271424.0, 366e9, "SCALE001")]
    [InlineData("Chinchilla, Hoffmann et al. 2022", 70e9, 1.4e12, null)]
    [InlineData("Cerebras-GPT 13B, Dey et al. 2023", 12853386240.0, 257e9, null)]
    [InlineData("LLaMA 65B, Touvron et al. 2023", 65.2e9, 1.4e12, null)]
    [InlineData("Llama 2 70B, Touvron et al. 2023", 68976648192.0, 2e12, null)]
    [InlineData("Llama 3.1 405B, Grattafiori et al. 2024", 405853388800.0, 15.6e12, null)]
    [InlineData("Falcon-180B, Almazrouei et al. 2023", 179522565120.0, 3.5e12, null)]
    [InlineData("Pythia 12B, Biderman et al. 2023", 11846072320.0, 299892736000.0, null)]
    [InlineData("Llama 3.1 8B, Grattafiori et al. 2024", 8030261248.0, 15e12, "SCALE004")]
    [InlineData("Llama 3.1 70B, Grattafiori et al. 2024", 70553706496.0, 15e12, "SCALE004")]
    public async Task A_run_far_from_the_frontier_is_flagged(string run, double parameters, double tokens, string? rule)
    {
        var reported = await Run($$"""
            public const long Parameters = {{Long(parameters)}};
            public const long Tokens = {{Long(tokens)}};
            """).Diagnostics();
        Assert.Equal(rule is null ? [] : new[] { rule }, reported.Select(d => d.Id));
        Assert.NotEmpty(run);
    }

    [Theory]
    [InlineData("", "SCALE004")]
    [InlineData("Intent = TrainingIntent.ComputeOptimal", "SCALE002")]
    [InlineData("Intent = TrainingIntent.InferenceOptimal", null)]
    [InlineData("Justification = \"served a billion times a day\"", null)]
    [InlineData("Stage = TrainingStage.FineTuning", null)]
    [InlineData("Stage = TrainingStage.Distillation", null)]
    [InlineData("Stage = TrainingStage.ContinuedPretraining", null)]
    [InlineData("Stage = TrainingStage.Pretraining", "SCALE004")]
    public async Task Over_training_is_assessed_by_the_declarations(string arguments, string? rule)
    {
        var reported = await Run("""
            public const long Parameters = 8_030_261_248;
            public const long Tokens = 15_000_000_000_000;
            """, arguments).Diagnostics();
        Assert.Equal(rule is null ? [] : new[] { rule }, reported.Select(d => d.Id));
    }

    [Theory]
    [InlineData("public const long InferenceTokens = 20_000_000_000_000;", null)] // pays back after 11.4T
    [InlineData("public const long InferenceTokens = 5_000_000_000_000;", "SCALE002")]
    [InlineData("public static readonly string BaseModel = \"llama-2-7b\";", null)]
    [InlineData("public static int LoraRank { get; } = 16;", null)]
    [InlineData("public static int LoraRank { get; } = 0;", "SCALE004")]
    [InlineData("public static string? Checkpoint => null;", "SCALE004")]
    [InlineData("""
        public const long PriorTokens = 1;
        public const TrainingStage Stage = TrainingStage.ContinuedPretraining;
        """, "SCALE004")]
    public async Task Members_declare_the_purpose_of_the_run(string members, string? rule)
    {
        var reported = await Run($$"""
            public const long Parameters = 8_030_261_248;
            public const long Tokens = 15_000_000_000_000;
            {{members}}
            """).Diagnostics();
        Assert.Equal(rule is null ? [] : new[] { rule }, reported.Select(d => d.Id));
    }

    [Fact]
    public Task A_mixture_is_flagged_only_where_both_counts_agree() => Config.Of("""
        // DeepSeek-V3, DeepSeek-AI 2024: 37B active of 671B on 14.8T: 22 per parameter by all, 400 by the active ones.
        [TrainingConfig] public static partial class DeepSeekV3
        {
            public const long Parameters = 671_026_419_200;
            public const long ActiveParameters = 37_000_000_000;
            public const long Tokens = 14_800_000_000_000;
        }

        [TrainingConfig] public static partial class TooShortEvenForItsActiveParameters
        {
            public const long Parameters = 671_026_419_200;
            public const long ActiveParameters = 37_000_000_000;
            public const long Tokens = {|SCALE001:100_000_000_000|};
        }

        [TrainingConfig] public static partial class TooLongEvenForAllParameters
        {
            public const long Parameters = 6_700_000_000;
            public const long ActiveParameters = 1_000_000_000;
            public const long Tokens = {|SCALE004:15_000_000_000_000|};
        }
        """).Only(Balance).ReportsAsMarked();

    [Theory]
    [InlineData("UniqueTokens = 25_000_000_000, Tokens = 25_000_000_000", "SCALE001")] // one pass over too little data
    [InlineData("UniqueTokens = 25_000_000_000, Tokens = 240_000_000_000", null)] // Muennighoff et al. 2023: 9.5 epochs are best at 1e22
    public async Task With_unique_tokens_known_repeats_are_weighed(string tokens, string? rule)
    {
        var reported = await Run("public const long Parameters = 7_000_000_000, " + tokens + ";").Diagnostics();
        Assert.Equal(rule is null ? [] : new[] { rule }, reported.Select(d => d.Id));
        Assert.All(
            reported,
            d => Assert.Contains(
                "besiroglu-2024 (Chinchilla, corrected fit, 25B unique tokens)",
                d.GetMessage(CultureInfo.InvariantCulture),
                System.StringComparison.Ordinal));
    }

    [Fact]
    public Task Below_an_accelerator_hour_nothing_is_assessed() =>
        Run("""
            public const long Parameters = 124_000_000;
            public const long Tokens = 100_000_000;
            """).ReportsNothing();

    [Fact]
    public Task A_type_without_our_attribute_is_never_flagged() => Config.Of("""
        public static class Gopher
        {
            public const long Parameters = 280_000_000_000;
            public const long Tokens = 300_000_000_000;
            public const string Law = "nonsense";
        }
        """).ReportsNothing();

    [Fact]
    public async Task The_message_gives_the_problem_the_optimum_and_its_cost()
    {
        var reported = await Run("""
            public const long Parameters = 280_000_000_000;
            public const long Tokens = 300_000_000_000;
            """).Diagnostics();
        Assert.Equal(
            "'Run' trains 280B parameters on 300B tokens (1.07 per parameter). At equal compute (5.04e23 FLOPs) besiroglu-2024 " +
            "(Chinchilla, corrected fit) puts the optimum at 67.5B on 1.25T (18.5 per parameter): this loss is reachable with 50% of the "
                + "compute",
            reported.Single().GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal("1.0714285714285714", reported[0].Properties["tokensPerParameter"]);
        Assert.Equal("besiroglu-2024", reported[0].Properties["law"]);
        Assert.EndsWith("/docs/rules/SCALE001.md", reported[0].Descriptor.HelpLinkUri, System.StringComparison.Ordinal);
        Assert.Equal("300_000_000_000",
            reported[0].AdditionalLocations[0].SourceTree!.GetText().ToString(reported[0].AdditionalLocations[0].SourceSpan));
    }

    [Fact]
    public async Task Over_training_is_priced_in_served_tokens()
    {
        var reported = await Run("""
            public const long Parameters = 8_030_261_248;
            public const long Tokens = 15_000_000_000_000;
            """).Diagnostics();
        Assert.Equal(
            "'Run' trains 8.03B on 15T tokens (1,868 each): declare Intent or InferenceTokens. By besiroglu-2024 33.9B on 647B reaches its "
                +
            "loss for 18% of the compute; this run pays back after 11.4T served tokens",
            reported.Single().GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("hoffmann-2022-approach1",
        "hoffmann-2022-approach1 (Chinchilla, envelope of training curves) puts the optimum at 63.5B on 1.32T (20.8 per parameter)")]
    [InlineData("tokens-per-parameter",
        "tokens-per-parameter (the ratio rule, 20 tokens per parameter) puts the optimum at 64.8B on 1.3T (20 per parameter)")]
    public async Task Laws_without_a_loss_surface_have_a_form_without_loss(string law, string end)
    {
        var reported = await Run("""
            public const long Parameters = 280_000_000_000;
            public const long Tokens = 300_000_000_000;
            """, $"Law = \"{law}\"").Diagnostics();
        Assert.EndsWith(end, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scaling_analyzers.token_ratio_tolerance", "20", null)]
    [InlineData("scaling_analyzers.token_ratio_tolerance", "2", "SCALE001")]
    [InlineData("scaling_analyzers.max_excess_compute", "2", null)]
    [InlineData("scaling_analyzers.max_excess_compute", "0.5", "SCALE001")]
    [InlineData("scaling_analyzers.min_flops", "1e24", null)]
    [InlineData("scaling_analyzers.law", "hoffmann-2022-approach2", "SCALE001")]
    public async Task Options_of_the_tree_move_the_line(string key, string value, string? rule)
    {
        var reported = await Run("""
            public const long Parameters = 280_000_000_000;
            public const long Tokens = 300_000_000_000;
            """).Option(key, value).Diagnostics();
        Assert.Equal(rule is null ? [] : new[] { rule }, reported.Select(d => d.Id));
    }

    [Fact]
    public async Task Editorconfig_wins_over_globalconfig_and_that_over_the_project()
    {
        var gopher = Run("""
            public const long Parameters = 280_000_000_000;
            public const long Tokens = 300_000_000_000;
            """);
        Assert.Empty(await gopher.Property("ScalingTokenRatioTolerance", "100").Diagnostics());
        var global = gopher.Property("ScalingTokenRatioTolerance", "100")
            .Config(".globalconfig", "is_global = true\nscaling_analyzers.token_ratio_tolerance = 2\n");
        Assert.Single(await global.Diagnostics());
        Assert.Empty(await global.Option("scaling_analyzers.token_ratio_tolerance", "200").Diagnostics());
    }

    [Fact]
    public Task The_diagnostic_sits_on_the_tokens_or_on_the_name() => Config.Of("""
        [TrainingConfig]
        public partial class Declared
        {
            public long Parameters { get; } = 280_000_000_000;
            public long Tokens { get; init; } = {|SCALE001:300 * Quantity.Billion|};
        }
        [TrainingConfig]
        public partial class Stepped
        {
            public long Parameters => 280_000_000_000;
            public int MaxSteps { get; } = {|SCALE001:143_000|};
            public int GlobalBatchSize = 1024;
            public int SequenceLength = 2048;
        }
        public class Base { public long Tokens => 300_000_000_000; }
        [TrainingConfig]
        public partial class {|SCALE001:Inherited|} : Base
        {
            public long Parameters => 280_000_000_000;
        }
        [TrainingConfig]
        public partial record {|SCALE001:Other|}
        {
            public const long Parameters = 280_000_000_000;
        }
        """).File("Second.cs", """
            public partial record Other
            {
                public const long Tokens = 300_000_000_000;
            }
            """).ReportsAsMarked();

    private static readonly string[] Balance = ["SCALE001", "SCALE002", "SCALE004"];

    private static Code Run(string members, string arguments = "") => Config.Run(members, arguments).Only(Balance);

    private static string Long(double value) => ((long)value).ToString(CultureInfo.InvariantCulture);
}
