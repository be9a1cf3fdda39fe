using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class BudgetTests
{
    // Chinchilla, Hoffmann et al. 2022: 6 * 70e9 * 1.4e12 = 5.88e23 FLOPs; on H100 at 0.4 of 989.4e12 FLOP/s 412,709
    // hours, on 1,024 of them 16.79 days, at 2 an hour 825,417.
    private const string Members = """
        public const long Parameters = 70_000_000_000;
        public const long Tokens = 1_400_000_000_000;
        """;
    private const string Hardware = "Accelerator = \"H100-SXM\", AcceleratorCount = 1024, Utilization = 0.4, PricePerAcceleratorHour = 2";

    [Theory]
    [InlineData("MaxFlops = 5.8e23", "5.88e23 FLOPs: 1.01 times the 5.8e23 FLOPs that 'MaxFlops' allows")]
    [InlineData("MaxFlops = 5.9e23", null)]
    [InlineData("MaxAcceleratorHours = 412_000",
        "413K accelerator-hours: 1 times the 412K accelerator-hours that 'MaxAcceleratorHours' allows")]
    [InlineData("MaxAcceleratorHours = 413_000", null)]
    [InlineData("MaxCost = 400_000", "costs 825K: 2.06 times the 400K that 'MaxCost' allows")]
    [InlineData("MaxCost = 826_000", null)]
    [InlineData("MaxDays = 10", "16.8 days: 1.68 times the 10 days that 'MaxDays' allows")]
    [InlineData("MaxDays = 16.8", null)]
    public async Task A_run_beyond_its_budget_is_flagged(string budget, string? words)
    {
        var reported = await Config.Run(Members, Hardware + ", " + budget).Only("SCALE101").Diagnostics();
        if (words is null) Assert.Empty(reported);
        else Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    // Nothing is compared with the limit; the info lists what the hours, days or cost follow from.
    [Theory]
    [InlineData("MaxCost = 1", "", "the 1 that 'MaxCost' allows: declare Accelerator and Utilization and PricePerAcceleratorHour")]
    [InlineData("MaxCost = 1, Accelerator = \"H100-SXM\", Utilization = 0.4", "", "'MaxCost' allows: declare PricePerAcceleratorHour")]
    [InlineData("MaxCost = 1, PricePerAcceleratorHour = 2", "public const double TokensPerSecondPerAccelerator = 900;", null)] // known
    [InlineData(
        "MaxAcceleratorHours = 1",
        "",
        "the 1 accelerator-hours that 'MaxAcceleratorHours' allows: declare Accelerator and Utilization")]
    [InlineData("MaxAcceleratorHours = 1, PeakFlopsPerSecond = 1e15", "", "'MaxAcceleratorHours' allows: declare Utilization")]
    [InlineData("MaxDays = 1, Accelerator = \"H100-SXM\", Utilization = 0.4", "", "'MaxDays' allows: declare AcceleratorCount")]
    [InlineData("MaxCost = 1, Accelerator = \"H100-SXM\", Utilization = 0.4", "public static double HourlyPrice { get; set; }", null)]
    [InlineData("MaxFlops = 1e30", "", null)]
    public async Task What_a_budget_cannot_be_compared_with_is_named(string budget, string members, string? words)
    {
        var reported = (await Config.Run(Members + members, budget).Only("SCALE101").Diagnostics())
            .Where(found => found.Severity == DiagnosticSeverity.Info).ToArray();
        if (words is null) Assert.Empty(reported);
        else Assert.EndsWith(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_exceeded_budget_is_reported_at_its_place() => await Config.Of("""
        [TrainingConfig(Accelerator = "H100-SXM", Utilization = 0.4, PricePerAcceleratorHour = 2, MaxCost = {|SCALE101:400_000|})]
        public static partial class Run
        {
            public const long Parameters = 70_000_000_000, Tokens = 1_400_000_000_000;
            public const double MaxFlops = {|SCALE101:1e23|};
        }
        """).ReportsAsMarked();
}
