using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>SCALE003, SCALE105, SCALE501, and what declared inference adds to SCALE002.</summary>
public class LifetimeRuleTests
{
    [Theory]
    [InlineData("Gopher, 5.04e23: 1.6 orders", 280e9, 300e9, "2", null)]
    [InlineData("PaLM, 2.5e24: 2.3 orders", 540.35e9, 780e9, "2", "2.53e24 FLOPs, 195 times the most that besiroglu-2024 (Chinchilla, "
        + "corrected fit) was fitted on (1.4e18 to 1.3e22): its prediction is extrapolated over 2.3 orders of magnitude")]
    [InlineData("PaLM, three orders allowed", 540.35e9, 780e9, "3", null)]
    [InlineData("Gopher, one order allowed", 280e9, 300e9, "1", "5.04e23 FLOPs, 38.8 times the most")]
    public async Task A_law_used_far_outside_its_fit_is_reported(string run, double parameters, double tokens, string orders, string? text)
    {
        var reported = await Config.Run($$"""
            public const long Parameters = {{(long)parameters}};
            public const long Tokens = {{(long)tokens}};
            """).Option("scaling_analyzers.max_extrapolation", orders).Only("SCALE003").Diagnostics();
        if (text is null) Assert.Empty(reported);
        else Assert.Contains(text, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
        Assert.NotEmpty(run);
    }

    [Theory]
    [InlineData("Llama 3 70B: 6.35e24", 70553706496, 15_000_000_000_000, "", 0)]
    [InlineData("Llama 3.1 405B: 3.8e25", 405853388800, 15_600_000_000_000, "", 1)]
    [InlineData("below by itself, above with what came before", 200_000_000_000, 5_000_000_000_000, """
        public const long PriorTokens = 5_000_000_000_000;
        public const TrainingStage Stage = TrainingStage.ContinuedPretraining;
        """, 2)] // the sum above 1e25, and as much of its own as the original
    [InlineData("and with what comes after", 200_000_000_000, 8_000_000_000_000,
        "public const long ReinforcementTokens = 500_000_000_000;", 1)]
    [InlineData("not quite", 200_000_000_000, 8_000_000_000_000, "public const long ReinforcementTokens = 100_000_000_000;", 0)]
    public async Task Cumulative_compute_above_a_threshold_is_noted(string run, long parameters, long tokens, string more, int notes)
    {
        var reported = await Config.Run($$"""
            public const long Parameters = {{parameters}};
            public const long Tokens = {{tokens}};
            {{more}}
            """).Only("SCALE105").Diagnostics();
        Assert.Equal(notes, reported.Length);
        Assert.NotEmpty(run);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("public const long InferenceTokens = 100_000_000_000;", 0)]
    [InlineData("public const long InferenceTokens = 20_000_000_000_000;", 1)]
    public async Task Inference_for_which_a_smaller_model_is_cheaper_is_reported(string inference, int notes)
    {
        // Chinchilla, Hoffmann et al. 2022: optimal to train, not to serve (Sardana et al. 2023).
        var reported = await Config.Run($$"""
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            {{inference}}
            """).Diagnostics();
        Assert.Equal(Enumerable.Repeat("SCALE501", notes), reported.Select(d => d.Id));
    }

    // Llama 3 70B, 6.35e24 FLOPs.
    [Theory]
    [InlineData("1e24 review board",
        "6.35e24 FLOPs until it is ready, 6.35 times the 1e24 of the review board: declared in scaling_analyzers.compute_thresholds")]
    [InlineData("1e26 far away | 5e24 near", "1.27 times the 5e24 of the near")]
    [InlineData("7e24 above", null)]
    public async Task A_project_can_have_thresholds_of_its_own(string option, string? words)
    {
        var reported = await Config.Run("""
            public const long Parameters = 70_553_706_496;
            public const long Tokens = 15_000_000_000_000;
            """).Option("scaling_analyzers.compute_thresholds", option).Only("SCALE105", "SCALE905").Diagnostics();
        Assert.Equal(words is null ? 0 : 1, reported.Length);
        if (words is not null)
            Assert.Contains(words, reported[0].GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("1e24")] // of what?
    [InlineData("-1 nothing")]
    [InlineData("1e24 a | b")]
    public async Task Unreadable_thresholds_are_reported_and_the_known_ones_stay(string option) => Assert.Equal(
        ["SCALE105", "SCALE905"],
        (await Config.Run("""
            public const long Parameters = 405_853_388_800;
            public const long Tokens = 15_600_000_000_000;
            """).Option("scaling_analyzers.compute_thresholds", option).Only("SCALE105", "SCALE905").Diagnostics())
                .Select(d => d.Id)
                .Order());

    // Where the unique tokens are declared the plan counts repeats, and names the epochs.
    [Theory]
    [InlineData("""
        Parameters = 7_000_000_000;
        public const long Tokens = 140_000_000_000;
        public const long UniqueTokens = 50_000_000_000;
        public const long InferenceTokens = 1_000_000_000_000
        """, "besiroglu-2024 (Chinchilla, corrected fit, 50B unique tokens) reaches this loss with",
        " epochs): training and inference together")]
    [InlineData("""
        Parameters = 70_000_000_000;
        public const long Tokens = 1_400_000_000_000;
        public const long UniqueTokens = 9_000_000_000_000;
        public const long InferenceTokens = 20_000_000_000_000
        """, "9T unique tokens) reaches this loss with", "T: training and inference together")]
    public async Task Repeated_data_is_planned_on_its_own_surface(string members, string law, string plan)
    {
        var reported = (await Config.Run("public const long " + members + ";").Only("SCALE501").Diagnostics())
            .Single()
            .GetMessage(CultureInfo.InvariantCulture);
        Assert.Contains(law, reported, System.StringComparison.Ordinal);
        Assert.Contains(plan, reported, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""
        public const long PriorTokens = 100_000_000_000;
        public const TrainingStage Stage = TrainingStage.ContinuedPretraining;
        """)] // a checkpoint has the size it has
    [InlineData("public const long UniqueTokens = 3_500_000_000;")] // of 429 epochs nobody would train
    [InlineData("public const long UniqueTokens = 200_000_000_000;")] // more epochs than the 16 that SCALE201 warns of
    [InlineData("public const string Justification = \"the size that fits the phone\";")] // meant
    public async Task Nothing_is_reported_where_no_other_run_is_possible(string more) =>
        Assert.Empty(await Config.Run($$"""
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            public const long InferenceTokens = 20_000_000_000_000;
            {{more}}
            """).Only("SCALE501").Diagnostics());

    [Fact]
    public async Task Tokens_of_a_checkpoint_are_distinguished_from_those_of_the_run()
    {
        var reported = await Config.Run("""
            public const long Parameters = 280_000_000_000;
            public const long Tokens = 100_000_000_000;
            public const long PriorTokens = 200_000_000_000;
            """, "Stage = TrainingStage.ContinuedPretraining, MaxFlops = 1e23").Diagnostics();
        // 1.68e23 of its own beside 3.36e23: also more than a third of the original.
        Assert.Equal(["SCALE101", "SCALE001", "SCALE105"], reported.Select(d => d.Id));
        // no other model: its size is given
        Assert.EndsWith("'MaxFlops' allows", reported[0].GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
        Assert.Contains("280B parameters on 300B (200B of them before this run) tokens",
            reported[1].GetMessage(CultureInfo.InvariantCulture),
            System.StringComparison.Ordinal);
        Assert.Equal("200000000000", reported[1].Properties["priorTokens"]);
    }

    [Fact]
    public async Task The_saving_is_given_in_flops_and_in_money_where_the_price_is_known()
    {
        const string Members = """
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            public const long InferenceTokens = 20_000_000_000_000;
            """;
        var dry = (await Config.Run(Members).Diagnostics()).Single().GetMessage(CultureInfo.InvariantCulture);
        Assert.Contains("instead of 3.39e24", dry, System.StringComparison.Ordinal); // 5.88e23 + 2 * 70e9 * 2e13
        var priced = (await Config.Run(Members, "Accelerator = \"H100-SXM\", Utilization = 0.4, PricePerAcceleratorHour = 2").Diagnostics())
            .Single();
        Assert.Contains("at the price of a training FLOP", priced.GetMessage(CultureInfo.InvariantCulture),
            System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_training_beyond_what_inference_pays_for_names_the_run_that_it_would_pay_for()
    {
        var reported = await Config.Run("""
            public const long Parameters = 8_030_261_248;
            public const long Tokens = 15_000_000_000_000;
            public const long InferenceTokens = 5_000_000_000_000;
            """).Diagnostics();
        Assert.Contains("for 5T served tokens, but pays back only after 11.4T", reported.Single().GetMessage(CultureInfo.InvariantCulture),
            System.StringComparison.Ordinal);
        Assert.Contains("With so much inference the cheapest run of this loss is",
            reported.Single().GetMessage(CultureInfo.InvariantCulture),
            System.StringComparison.Ordinal);
    }
}
