using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class PlanRefactoringTests
{
    private const string Hardware =
        "Accelerator = KnownAccelerators.H100Sxm, Utilization = 0.40, PricePerAcceleratorHour = 2, ";

    // The figures of samples/PlanningABudget, 1M dollars, 7.12e23 FLOPs, 80.6B on 1.47T, rounded down.
    [Fact]
    public async Task The_offer_has_the_plan_and_its_price() => Assert.Equal(
        new[] { new Offer("Write down the plan: 80.5B parameters on 1.47T tokens, cost 1M (besiroglu-2024)", "write-plan") },
        await Planned("MaxCost = 1_000_000", "").OfferedRefactorings());

    [Fact]
    public Task Both_halves_are_written_into_an_empty_body() => Planned("MaxCost = 1_000_000", "").Refactor("write-plan").Becomes(
        Text("MaxCost = 1_000_000", """

                public const long Parameters = 80_500_000_000;
                public const long Tokens = 1_470_000_000_000;
            """));

    [Fact]
    public Task A_body_on_one_line_is_opened() => Config.Of("""
        [TrainingConfig(MaxFlops = 6e22)] public static partial class $$Run { public const long Parameters = 8_000_000_000; }
        """).Refactor("write-plan").Becomes("""
        using ScalingAnalyzers;
        [TrainingConfig(MaxFlops = 6e22)] public static partial class Run {
            public const long Tokens = 1_250_000_000_000;
            public const long Parameters = 8_000_000_000; }
        """);

    // What is written down is within the budget and at the optimum, so that nothing is reported.
    [Theory]
    [InlineData("MaxCost = 1_000_000", "")]
    [InlineData("MaxFlops = 3e21", "")]
    [InlineData("TargetLoss = 2.1", "")]
    [InlineData("TargetLoss = 2.1", "\n    public const double Utilization = 0.3;")]
    public async Task Nothing_warns_of_the_written_plan(string limit, string members)
    {
        var offer = Assert.Single(await Planned(limit, members).OfferedRefactorings());
        Assert.StartsWith("Write down the plan: ", offer.Title, System.StringComparison.Ordinal);
        Assert.Empty(await (await Planned(limit, members).Refactor("write-plan").Applied()).Diagnostics());
    }

    [Theory]
    [InlineData("[TrainingConfig(MaxFlops = 1e22)] public static partial class $$Run { public static void Tokens() { } }")]
    [InlineData("[TrainingConfig(MaxCost = 1)] public static partial class $$Run { }")] // no price
    [InlineData("[TrainingConfig(MaxFlops = 1e22)] public class $$Run { public long Tokens { get; set; } }")] // set later
    public async Task Nothing_is_offered_where_nothing_can_be_written(string code) =>
        Assert.DoesNotContain(await Config.Of(code).OfferedRefactorings(), offer => offer.Key == "write-plan");

    private static Code Planned(string limit, string members) =>
        Config.Code.With(Text(limit, members).Replace("class Run", "class $$Run", System.StringComparison.Ordinal));

    private static string Text(string limit, string members) =>
        "using ScalingAnalyzers;\n[TrainingConfig(" + Hardware + limit + ")]\npublic static partial class Run\n{" + members + "\n}\n";
}
