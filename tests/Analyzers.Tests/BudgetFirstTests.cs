using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>Configs that begin with a budget or a loss instead of a model.</summary>
public class BudgetFirstTests
{
    private const string Hardware = "Accelerator = \"H100-SXM\", AcceleratorCount = 1024, Utilization = 0.4, PricePerAcceleratorHour = 2";

    [Theory]
    [InlineData("MaxCost = 1_000_000")]
    [InlineData("MaxFlops = 1e22")]
    [InlineData("MaxDays = 20")]
    [InlineData("MaxAcceleratorHours = 1e5")]
    [InlineData("TargetLoss = 2")]
    public async Task A_budget_alone_has_an_effect(string budget) =>
        Assert.Empty(await Config.Run("", Hardware + ", " + budget).Diagnostics());

    [Fact]
    public async Task Hardware_alone_has_none() => Assert.Equal("SCALE908", (await Config.Run("", Hardware).Diagnostics()).Single().Id);

    [Theory]
    [InlineData("MaxCost = 1_000_000",
        "'Run' is not planned within the 1M that 'MaxCost' allows: declare Accelerator and Utilization and PricePerAcceleratorHour")]
    [InlineData("MaxDays = 3, Accelerator = \"H100-SXM\", Utilization = 0.4",
        "within the 3 days that 'MaxDays' allows: declare AcceleratorCount")]
    public async Task What_a_plan_lacks_is_named(string budget, string words)
    {
        var reported = (await Config.Run("", budget).Diagnostics()).Single();
        Assert.Equal(("SCALE101", DiagnosticSeverity.Info), (reported.Id, reported.Severity));
        Assert.Contains(words, reported.GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    // Besiroglu et al. 2024: E = 1.8172, and 1.95 takes more than a million dollars of H100 time (7.12e23 FLOPs).
    [Theory]
    [InlineData("MaxCost = 1_000_000, TargetLoss = 1.95", "",
        "FLOPs for the loss of 1.95 of 'TargetLoss' by besiroglu-2024 (Chinchilla, corrected fit), ")]
    [InlineData("TargetLoss = 1.8", "", "'Run' does not reach the loss of 1.8 of 'TargetLoss' with any compute by besiroglu-2024")]
    [InlineData("TargetLoss = 1.9", "public const long Parameters = 1_000_000_000;", "with any number of tokens by")]
    [InlineData("TargetLoss = 1.9", "public const long Tokens = 10_000_000_000;", "with any size of the model by")]
    [InlineData("MaxCost = 1_000_000, TargetLoss = 2", "", null)]
    public async Task A_loss_beyond_the_budget_is_flagged(string arguments, string members, string? words)
    {
        var reported = await Config.Run(members, Hardware + ", " + arguments).Only("SCALE101").Diagnostics();
        if (words is null) Assert.Empty(reported);
        else Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MaxCost = 1_000_000", "", "PlannedParameters", true)]
    [InlineData("MaxCost = 1_000_000", "public static long Parameters => System.Environment.TickCount;", "Planned", false)] // known later
    [InlineData("MaxCost = 1_000_000", "public static long Tokens { get; set; }", "Planned", false)] // set later
    [InlineData("MaxCost = 1_000_000", "public static double MaxFlops => System.Environment.TickCount;", "Planned", false)]
    [InlineData("MaxCost = 1_000_000", "public const long Parameters = 0;", "Planned", false)] // impossible
    [InlineData("MaxCost = 1_000_000", "public const string Checkpoint = \"base\";", "PlannedParameters", false)] // not from scratch
    [InlineData("MaxCost = 1_000_000, Law = \"no-law\"", "", "PlannedParameters", false)]
    [InlineData("MaxCost = 1_000_000", "public const long Parameters = 8_000_000_000;", "PlannedTokens", true)]
    [InlineData("MaxCost = 1_000_000", "public const long Tokens = 1_000_000_000_000;", "PlannedParameters", true)]
    [InlineData("AcceleratorCount = 8", "public const long Tokens = 1_000_000_000_000;", "PlannedParameters", true)]
    [InlineData("MaxCost = 1_000_000", "public const long Parameters = 8_000_000_000; public const long Tokens = 1_000_000_000;", "Planned",
        false)]
    public async Task Only_what_is_not_declared_is_planned(string arguments, string members, string constant, bool isThere)
    {
        string hardware = arguments.StartsWith("MaxCost", System.StringComparison.Ordinal) ? Hardware + ", " : "";
        var generated = await Config.Run(members, hardware + arguments).Generate();
        string source = string.Concat(generated.Sources.Values);
        Assert.Equal(isThere, source.Contains(" " + constant, System.StringComparison.Ordinal));
    }
}
