using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class PlannerFixTests
{
    [Fact]
    public Task A_run_is_fitted_into_its_budget_with_the_best_model_for_it() => Run(
        """
        Parameters = 70_000_000_000;
        public const long Tokens = 1_400_000_000_000
        """,
        """
        Parameters = 67_100_000_000;
        public const long Tokens = 1_240_000_000_000
        """,
        "fit-budget", "MaxFlops = 5e23");

    [Fact]
    public Task The_tightest_of_several_budgets_decides() => Run(
        """
        Parameters = 70_000_000_000;
        public const long Tokens = 1_400_000_000_000
        """,
        """
        Parameters = 67_100_000_000;
        public const long Tokens = 1_240_000_000_000
        """,
        "fit-budget", "MaxFlops = 5e23, MaxCost = 800_000, Accelerator = \"H100-SXM\", Utilization = 0.4, PricePerAcceleratorHour = 2");

    [Fact]
    public Task A_model_that_cannot_move_gets_fewer_tokens() => Run(
        """
        Parameters = 35_000_000_000 + 35_000_000_000;
        public const long Tokens = 1_400_000_000_000
        """,
        """
        Parameters = 35_000_000_000 + 35_000_000_000;
        public const long Tokens = 1_190_000_000_000
        """,
        "fit-budget", "MaxFlops = 5e23");

    [Fact]
    public Task But_not_where_that_leaves_it_under_trained() => Config.Run(
        """
        public const long Parameters = 35_000_000_000 + 35_000_000_000;
        public const long Tokens = 1_400_000_000_000;
        """, "MaxFlops = 1e23").Fix("fit-budget").IsNotOffered();

    [Fact]
    public async Task A_run_over_trained_on_purpose_stays_so()
    {
        var offers = await Config.Run("""
            public const long Parameters = 8_030_261_248;
            public const long Tokens = 15_000_000_000_000;
            """, "MaxFlops = 1e23, Intent = TrainingIntent.InferenceOptimal").Offers();
        Assert.Equal("Train 2.91B parameters on 5.72T tokens: within the budget", offers.Single().Title);
    }

    [Theory]
    [InlineData("40", "0.40")]
    [InlineData("40.0", "0.400")]
    [InlineData("38.5", "0.385")]
    [InlineData("45d", "0.45d")]
    public Task Percent_becomes_a_fraction(string before, string after) =>
        Config.Of(Utilized("double", before)).Only("SCALE102").Fix("as-fraction").AndNothingWarns().Becomes($$"""
        using ScalingAnalyzers;
        {{Utilized("double", after)}}
        """);

    [Theory]
    [InlineData("int", "40")] // holds no fraction
    [InlineData("float", "40")] // 0.40 is a double
    [InlineData("double", "80")] // 0.80 would be flagged too
    [InlineData("double", "1.2")]
    public Task But_only_where_it_can_stand(string type, string value) =>
        Config.Of(Utilized(type, value)).Only("SCALE102").Fix("as-fraction").IsNotOffered();

    [Theory]
    [InlineData("""
        UniqueTokens = 1_000_000_000_000;
        public const long Tokens = 5_000_000_000_000
        """, """
        UniqueTokens = 1_000_000_000_000;
        public const long Tokens = 4_000_000_000_000
        """)]
    [InlineData("""
        UniqueTokens = 1_000_000_000_000;
        public const int Epochs = 6
        """, """
        UniqueTokens = 1_000_000_000_000;
        public const int Epochs = 4
        """)]
    public Task Repeats_are_limited_to_the_accepted_epochs(string before, string after) => Run(
        $$"""
        Parameters = 150_000_000_000;
        public const long {{before}}
        """, $$"""
            Parameters = 150_000_000_000;
            public const long {{after}}
            """, "limit-epochs", "");

    [Theory]
    [InlineData("""
        Tokens = 2_000_000_000_000;
        public const long BatchTokens = 200_000_000
        """, """
        Tokens = 2_000_000_000_000;
        public const long BatchTokens = 15_800_000
        """)]
    [InlineData("""
        MaxSteps = 10_000;
        public const long BatchTokens = 200_000_000
        """, """
        MaxSteps = 127_000;
        public const long BatchTokens = 15_800_000
        """)]
    public Task The_batch_becomes_what_a_law_gives_and_the_tokens_stay(string before, string after) => Run(
        $$"""
        Parameters = 6_910_365_696;
        public const long {{before}}
        """, $$"""
            Parameters = 6_910_365_696;
            public const long {{after}}
            """, "use-suggested-batch", "Justification = \"as published\"");

    [Theory]
    [InlineData("0.03", "0.00103")]
    [InlineData("3e-2", "1.03e-3")]
    [InlineData("1e-6", "4.25e-4")]
    public Task The_learning_rate_becomes_that_of_the_nearer_law(string before, string after)
    {
        const string Members =
            "Parameters = 6_910_365_696; public const long Tokens = 2_000_000_000_000; public const double LearningRate = ";
        return Run(Members + before, Members + after, "use-suggested-learning-rate", "Justification = \"as published\"");
    }

    // The plan of InferencePlan (checked against a grid in Runtime.Tests), rounded up to three digits.
    [Theory]
    [InlineData("""
        Parameters = 70_000_000_000;
        public const long Tokens = 1_400_000_000_000
        """, """
        Parameters = 29_300_000_000;
        public const long Tokens = 5_270_000_000_000
        """)]
    [InlineData("""
        Parameters = 70 * Quantity.Billion;
        public const long Tokens = 1_400_000_000_000
        """, """
        Parameters = 30 * Quantity.Billion;
        public const long Tokens = 5_270_000_000_000
        """)]
    public Task A_model_that_serves_much_becomes_smaller_and_trains_longer(string before, string after) => Run(
        before + """
            ;
            public const long InferenceTokens = 20_000_000_000_000
            """, after + """
            ;
            public const long InferenceTokens = 20_000_000_000_000
            """, "same-loss", "");

    [Fact]
    public async Task Its_title_gives_result_and_price() => Assert.Equal(
        "Train 29.3B parameters on 5.27T tokens: same loss, training compute x1.57, 38% less with inference",
        (await Config.Run(Served()).Offers()).Single().Title);

    // 23.3B on 997B of equal loss: 6ND is 1.39e23, the over-trained run's 7.23e23.
    [Fact]
    public async Task Over_training_that_its_inference_does_not_pay_for_can_take_the_run_that_it_would_pay_for() => Assert.Equal(
        "Train 23.3B parameters on 997B tokens: same loss, training compute x0.193, 75% less with inference",
        (await Config.Run("""
            public const long Parameters = 8_030_261_248;
            public const long Tokens = 15_000_000_000_000;
            public const long InferenceTokens = 1_000_000_000_000;
            """).Offers()).Single(o => o.Key == "same-loss").Title);

    // A checkpoint cannot change its size, and its tokens are spent: 4.82T suit 280B, 200B are spent.
    [Theory]
    [InlineData("280_000_000_000", "100_000_000_000", "200_000_000_000", "", "Train on 4.62T tokens: compute x46.2")]
    // fewer tokens would leave it more under-trained, more would break the budget
    [InlineData("280_000_000_000", "100_000_000_000", "200_000_000_000", "MaxFlops = 1e23", "")]
    // 15T are too many already
    [InlineData("8_000_000_000", "100_000_000_000", "15_000_000_000_000", "Intent = TrainingIntent.ComputeOptimal", "")]
    public async Task A_run_from_a_checkpoint_changes_only_its_own_tokens(
        string parameters, string tokens, string prior, string arguments, string expected)
    {
        var offers = await Config.Run($$"""
            public const long Parameters = {{parameters}};
            public const long Tokens = {{tokens}};
            public const long PriorTokens = {{prior}};
            public const TrainingStage Stage = TrainingStage.ContinuedPretraining;
            """, arguments).Offers();
        Assert.Equal(expected, string.Join("; ", offers.Where(o => o.Key is not ("declare-intent" or "fit-budget")).Select(o => o.Title)));
    }

    [Theory]
    [InlineData("35_000_000_000 + 35_000_000_000", "", "")] // no literal of a model
    [InlineData("70_000_000_000", "", "MaxFlops = 6e23")] // the budget
    [InlineData("70_000_000_000", "", "Intent = TrainingIntent.ComputeOptimal")] // declared optimal
    [InlineData("70_000_000_000", "public const long UniqueTokens = 700_000_000_000;", "")] // the data would repeat
    public async Task But_not_where_another_rule_would_report_the_result(string parameters, string more, string arguments)
    {
        var code = Config.Run(Served(parameters) + more, arguments);
        Assert.Single(await code.Only("SCALE501").Diagnostics());
        await code.Only("SCALE501").Fix("same-loss").IsNotOffered();
    }

    [Fact]
    public Task And_over_a_whole_solution()
    {
        static string Text(string name, string numbers) => "using ScalingAnalyzers;\n[TrainingConfig] public static partial class " + name
            + " { public const long " + numbers + ", InferenceTokens = 20_000_000_000_000; }\n";
        const string Before = "Parameters = 70_000_000_000, Tokens = 1_400_000_000_000";
        const string After = "Parameters = 29_300_000_000, Tokens = 5_270_000_000_000";
        return Config.Willing.File("A.cs", Text("A", Before))
            .File("B.cs", Text("B", Before))
            .FixAll("same-loss", FixAllScope.Solution)
            .Becomes(("A.cs", Text("A", After)), ("B.cs", Text("B", After)));
    }

    private static string Served(string parameters = "70_000_000_000") =>
        $$"""
        public const long Parameters = {{parameters}};
        public const long Tokens = 1_400_000_000_000;
        public const long InferenceTokens = 20_000_000_000_000;
        """;

    private static Task Run(string before, string after, string fix, string arguments) =>
        Config.Run("public const long " + before + ";", arguments).Fix(fix).AndNothingWarns()
        .Becomes("using ScalingAnalyzers;\n[TrainingConfig(" + arguments + ")]\npublic static partial class Run\n{\npublic const long "
            + after + ";\n}\n");

    private static string Utilized(string type, string value) =>
        $$"""
        [TrainingConfig]
        public static partial class Run
        {
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            public const {{type}} Utilization = {{value}};
        }
        """;
}
