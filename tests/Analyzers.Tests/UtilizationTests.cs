using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class UtilizationTests
{
    private const string Chinchilla = """
        public const long Parameters = 70_000_000_000;
        public const long Tokens = 1_400_000_000_000;
        """;

    [Theory]
    [InlineData(
        "40", "'Run' declares a utilization of 40, but it is a share of the peak in (0, 1]; 0.40 was likely meant. No hours are computed")]
    [InlineData("1.2", "'Run' declares a utilization of 1.2, but it is a share of the peak in (0, 1]. No hours are computed")]
    [InlineData("0.75", "'Run' declares a utilization of 0.75, above 0.70")]
    [InlineData("0.70", null)]
    [InlineData("0.462", null)] // PaLM with attention, Chowdhery et al. 2022
    [InlineData("0.051", null)] // Llama 3.2 1B, by its card's hours
    public async Task A_utilization_beyond_what_training_reaches_is_flagged(string utilization, string? words)
    {
        var reported = await Config.Run(Chinchilla, "Utilization = " + utilization).Only("SCALE102").Diagnostics();
        if (words is null) Assert.Empty(reported);
        else Assert.StartsWith(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    // 5.88e23 / (hours * 3600 * 989.4e12): 412,709 hours are 0.40, 300,000 are 0.55, 600,000 are 0.275.
    [Theory]
    [InlineData("Utilization = 0.40", "412_709", false)]
    [InlineData("Utilization = 0.40", "340_000", false)] // 0.486
    [InlineData("Utilization = 0.40", "300_000", true)]
    [InlineData("Utilization = 0.40", "600_000", true)]
    [InlineData("", "600_000", false)]
    [InlineData("", "230_000", true)] // 0.72
    [InlineData("", "100_000", true)] // 1.65
    public async Task A_utilization_must_agree_with_the_declared_hours(string utilization, string hours, bool flagged)
    {
        var reported = await Config.Run($$"""
            {{Chinchilla}}
            public const double GpuHours = {{hours}};
            """, (utilization.Length > 0 ? utilization + ", " : "") + "Accelerator = \"H100-SXM\"").Only("SCALE102").Diagnostics();
        Assert.Equal(flagged ? 1 : 0, reported.Length);
    }
}
