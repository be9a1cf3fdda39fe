using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>SCALE104: names, precisions and peaks of accelerators.</summary>
public class AcceleratorRuleTests
{
    private const string Chinchilla = """
        public const long Parameters = 70_000_000_000;
        public const long Tokens = 1_400_000_000_000;
        """;

    // Dense figures of the table's sources; the sparse ones are the headlines of the same data sheets.
    [Theory]
    [InlineData("H100-SXM", "BF16", "1979e12", "1,979 TFLOP/s, twice the dense BF16 peak of H100-SXM (989.4 TFLOP/s): the figure for "
        + "sparse matrices, or the dense peak in FP8. No hours, days, energy or cost are computed from it")]
    [InlineData("H100-SXM", "", "1979e12", "twice the dense BF16 peak")]
    [InlineData("H100-SXM", "BF16", "989.4e12", null)]
    [InlineData("H100-SXM", "BF16", "989.5e12", null)] // the data sheet's own rounding
    [InlineData("H100-SXM", "BF16", "1000e12", null)]
    [InlineData("H100-SXM", "BF16", "1050e12", "1.06 times the dense BF16 peak of H100-SXM (989.4 TFLOP/s). No")]
    [InlineData("H100-SXM", "BF16", "800e12", null)] // a power cap
    [InlineData("H100-SXM", "FP8", "1979e12", null)]
    [InlineData("H100-SXM", "FP8", "3958e12",
        "3,958 TFLOP/s, twice the dense FP8 peak of H100-SXM (1,978.9 TFLOP/s): the figure for sparse matrices. No")]
    [InlineData("H100-SXM", "BF16", "3958e12",
        "4 times the dense BF16 peak of H100-SXM (989.4 TFLOP/s): the figure for sparse matrices in FP8. No")]
    [InlineData("H100-SXM", "TF32", "989e12",
        "twice the dense TF32 peak of H100-SXM (494.7 TFLOP/s): the figure for sparse matrices, or the dense peak in FP16. No")]
    [InlineData("A100-SXM-80GB", "BF16", "624e12",
        "624 TFLOP/s, twice the dense BF16 peak of A100-SXM-80GB (312 TFLOP/s): the figure for sparse matrices. No")]
    [InlineData("A100-SXM-80GB", "BF16", "312e12", null)]
    [InlineData("A100-SXM-80GB", "FP8", "624e12",
        "624 TFLOP/s in FP8, for which no dense peak of A100-SXM-80GB is known; it cannot be above its FP16 peak of 312 TFLOP/s. No")]
    [InlineData("V100-SXM2-32GB", "", "125e12", null)]
    [InlineData("V100-SXM2-32GB", "BF16", "125e12", null)] // reported by the user, and possible
    [InlineData("H100-SXM", "FP32", "67e12", null)]
    [InlineData("H100-SXM", "FP32", "989.4e12",
        "989.4 TFLOP/s in FP32, for which no dense peak of H100-SXM is known; it cannot be above its TF32 peak of 494.7 TFLOP/s. No")]
    [InlineData("B200-SXM", "BF16", "4500e12",
        "twice the dense BF16 peak of B200-SXM (2,250 TFLOP/s): the figure for sparse matrices, or the dense peak in FP8. No")]
    [InlineData("B200-SXM", "BF16", "2250e12", null)]
    [InlineData("MI300X", "BF16", "2614.9e12",
        "twice the dense BF16 peak of MI300X (1,307.4 TFLOP/s): the figure for sparse matrices, or the dense peak in FP8. No")]
    [InlineData("MI300X", "BF16", "1307.4e12", null)]
    [InlineData("H100-SXM", "BF16", "989", "989 FLOP/s, and no accelerator has so little: 989 TFLOP/s was likely meant. No")]
    [InlineData("H100-SXM", "BF16", "989.4e24", "9.89e26 FLOP/s, and no accelerator has so much: 989.4 TFLOP/s was likely meant. No")]
    [InlineData("H100-SXM", "BF16", "989.4e6", "989,400,000 FLOP/s, and no accelerator has so little. No")]
    public async Task A_declared_peak_is_held_against_the_chips_dense_one(string chip, string precision, string peak, string? words)
    {
        string format = precision.Length > 0 ? ", Precision = NumericFormat." + precision : "";
        foreach (var code in new[]
        {
            Config.Run(Chinchilla, $"Accelerator = \"{chip}\"{format}, PeakFlopsPerSecond = {peak}"),
            Config.Run(Chinchilla + $"public const double PeakFlops = {peak};", $"Accelerator = \"{chip}\"{format}"),
        })
        {
            var reported = await code.Diagnostics();
            Assert.Equal(words is null ? [] : ["SCALE104"], reported.Select(d => d.Id));
            if (words is not null) Assert.Contains(words, reported[0].GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("PeakFlopsPerSecond", "double", "1979e12", 1)]
    [InlineData("PeakTflops", "double", "1979", 1)]
    [InlineData("gpu_peak_tflops", "int", "989", 0)]
    [InlineData("PeakTeraflops", "float", "989.4f", 0)]
    [InlineData("PeakPetaflops", "double", "1.979", 1)]
    [InlineData("PeakFlopsPerGpu", "long", "989_400_000_000_000", 0)]
    [InlineData("PeakFlopsPerSecond", "string", "\"1979T\"", 1)]
    public async Task A_member_wins_over_the_argument_and_carries_its_unit(
        string member, string type, string value, int notes) => Assert.Equal(
        Enumerable.Repeat("SCALE104", notes),
        (await Config.Run(Chinchilla + $"public const {type} {member} = {value};",
            "Accelerator = \"H100-SXM\", PeakFlopsPerSecond = 624e12").Diagnostics()).Select(d => d.Id));

    [Theory]
    [InlineData("64", "63.3e15")]
    [InlineData("4,096", "4.05e18")]
    public async Task The_peak_of_all_chips_together_is_distinguished_from_that_of_one(string count, string peak)
    {
        var reported =
            await Config.Run(Chinchilla,
                "Accelerator = \"H100-SXM\", AcceleratorCount = "
                    + $"{count.Replace(",", "_", StringComparison.Ordinal)}, PeakFlopsPerSecond = {peak}").Diagnostics();
        Assert.Contains(": the peak of all " + count + " accelerators together. No", reported.Single().GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-989e12")]
    [InlineData("double.NaN")]
    [InlineData("double.PositiveInfinity")]
    public async Task An_impossible_peak_is_no_peak(string peak) => Assert.Equal(
        ["SCALE902"],
        (await Config.Run(Chinchilla, "Accelerator = \"H100-SXM\", PeakFlopsPerSecond = " + peak).Diagnostics()).Select(d => d.Id));

    [Theory]
    [InlineData("Accelerator = \"Borealis 2\"", 1)]
    [InlineData("Accelerator = \"Borealis 2\", PeakFlopsPerSecond = 700e12", 0)] // a chip of one's own, with its peak
    [InlineData("PeakFlopsPerSecond = 700e12", 0)]
    [InlineData("Accelerator = \"H100-SMX\", PeakFlopsPerSecond = 989.4e12", 1)] // a slip, and memory and energy with it
    public async Task A_chip_of_ones_own_needs_its_peak_alone(string arguments, int notes) =>
        Assert.Equal(Enumerable.Repeat("SCALE104", notes), (await Config.Run(Chinchilla, arguments).Diagnostics()).Select(d => d.Id));

    [Fact]
    public async Task The_utilization_is_held_against_hours_with_the_declared_peak()
    {
        // 5.88e23 / (412,709 h * 3600 * 494.7e12) is 0.80, for a chip with 0.40 in the table.
        var reported = await Config.Run($$"""
            {{Chinchilla}}
            public const double GpuHours = 412_709;
            """, "Accelerator = \"H100-SXM\", PeakFlopsPerSecond = 494.7e12, Utilization = 0.4").Diagnostics();
        Assert.Contains("imply 0.80", reported.Single().GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_is_assessed_with_the_peak_at_its_creation() => Assert.Equal(["SCALE104"], (await Config.Of("""
        [TrainingConfig]
        public sealed partial record Run
        {
            public long Parameters { get; init; } = 70_000_000_000;
            public long Tokens { get; init; } = 1_400_000_000_000;
            public double PeakFlops { get; init; } = 1979e12;
            public string? Accelerator { get; init; }
        }

        public static class Runs
        {
            public static Run InHouse() => new() { Tokens = 1_500_000_000_000 };
            public static Run Known() => new() { Accelerator = "H100-SXM" };
        }
        """).Diagnostics()).Select(d => d.Id));

    [Fact]
    public async Task The_numbers_travel_with_the_diagnostic()
    {
        var reported = (await Config.Run(Chinchilla, "Accelerator = \"H100-SXM\", PeakFlopsPerSecond = 1979e12").Diagnostics()).Single();
        Assert.Equal("1979000000000000", reported.Properties["declaredPeakFlopsPerSecond"]);
        Assert.Equal("989400000000000", reported.Properties["densePeakFlopsPerSecond"]);
    }

    [Theory]
    [InlineData("PeakFlopsPerSecond=1979e12", "'Model' declares a peak of 1,979 TFLOP/s, twice")]
    [InlineData("PeakFlopsPerSecond=1979T", "twice")]
    [InlineData("PeakFlopsPerSecond=989.4e12", null)]
    [InlineData("PeakFlopsPerSecond=-1", "'Model.PeakFlopsPerSecond' is -1: it must be positive")]
    public async Task The_project_file_can_declare_the_peak_of_a_JSON_config(string item, string? words)
    {
        const string Llama = "{ \"model_type\": \"llama\", \"hidden_size\": 4096, \"num_hidden_layers\": 32, \"num_attention_heads\": 32, "
            + "\"num_key_value_heads\": 8, \"intermediate_size\": 14336, \"vocab_size\": 128256 }";
        var reported = await Config.Code.Json("model.json", Llama, "Tokens=200B; Accelerator=H100-SXM; " + item).Diagnostics();
        Assert.Equal(words is null ? 0 : 1, reported.Length);
        if (words is not null) Assert.Contains(words, reported[0].GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
