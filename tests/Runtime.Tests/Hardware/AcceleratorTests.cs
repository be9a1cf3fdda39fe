using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using ScalingAnalyzers.Hardware;

namespace ScalingAnalyzers.Tests;

public class AcceleratorTests
{
    [Fact]
    public void Every_row_of_the_facts_is_in_the_table_with_its_dense_peaks()
    {
        var rows = Facts.Csv("science", "accelerators.csv");
        foreach (var row in rows)
        {
            string name = row["name"].Split('(')[0].Trim();
            var chip = Accelerators.Get(name);
            Assert.Equal("", chip.Assumption);
            double? dense = Tera(row["peak_dense_fp16_bf16_tflops"]);
            // one column for both
            Assert.Equal(
                dense, Math.Max(chip.PeakFlopsPerSecond(NumericFormat.FP16) ?? 0, chip.PeakFlopsPerSecond(NumericFormat.BF16) ?? 0));
            Assert.Equal(Tera(row["fp8_dense_tflops"]), chip.PeakFlopsPerSecond(NumericFormat.FP8));
            Assert.Equal(Tera(row["tf32_dense_tflops"]), chip.PeakFlopsPerSecond(NumericFormat.TF32));
            Assert.Equal(row["memory_gb"], (chip.MemoryBytes / Quantity.Billion)?.ToString(CultureInfo.InvariantCulture) ?? "");
            Assert.Equal(0, (chip.MemoryBytes ?? 0) % Quantity.Billion);
            Assert.Equal(row["bandwidth_gb_s"].Length > 0, chip.BandwidthBytesPerSecond is not null);
            if (chip.BandwidthBytesPerSecond is { } bandwidth)
                Assert.Equal(double.Parse(row["bandwidth_gb_s"], CultureInfo.InvariantCulture) * 1e9, bandwidth, 1e3);
            if (!row["verified"].Contains("no published TDP", StringComparison.Ordinal))
                Assert.Equal(row["tdp_w"], chip.TdpWatts?.ToString(CultureInfo.InvariantCulture) ?? "");
            else Assert.Null(chip.TdpWatts);
            Assert.Equal(row["verified"], chip.Verified);
        }

        Assert.Equal(rows.Count, Accelerators.All.Count);
    }

    [Theory]
    [InlineData("H100-SXM", "H100-SXM", 989.4e12, "")]
    [InlineData("h100 sxm 80gb", "H100-SXM", 989.4e12, "")]
    [InlineData("H100", "H100-SXM", 989.4e12, "H100 taken as H100-SXM")]
    [InlineData("A100", "A100-SXM-80GB", 312e12, "A100 taken as A100-SXM-80GB, memory unknown")]
    [InlineData("TPUv4", "TPU-v4", 275e12, "")]
    [InlineData("Trillium", "TPU-v6e", 918e12, "")]
    [InlineData("V100", "V100-SXM2-32GB", 125e12, "V100 taken as V100-SXM2-32GB, memory unknown")]
    public void A_chip_is_found_by_the_names_people_use(string name, string chip, double peak, string assumption)
    {
        var found = Accelerators.Get(name);
        Assert.Equal(chip, found.Name);
        Assert.Equal(peak, found.PeakFlopsPerSecond(NumericFormat.Unspecified));
        Assert.Equal(assumption, found.Assumption);
        Assert.Equal(assumption.EndsWith("unknown", StringComparison.Ordinal), found.MemoryBytes is null);
    }

    [Theory]
    [InlineData("H100-SXM-Turbo")]
    [InlineData("")]
    [InlineData(null)]
    public void A_name_that_no_accelerator_has_gives_none(string? name) => Assert.False(Accelerators.TryGet(name!, out _));

    [Fact]
    public void An_unknown_name_lists_near_ones() =>
        Assert.Contains("H100-SXM", Assert.Throws<KeyNotFoundException>(() => Accelerators.Get("H100-SXM-Turbo")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Chips_without_bf16_are_counted_in_fp16()
    {
        var v100 = Accelerators.Get("V100-SXM2-32GB");
        Assert.Null(v100.PeakFlopsPerSecond(NumericFormat.BF16));
        Assert.Equal(NumericFormat.FP16, v100.DefaultPrecision);
        Assert.Null(Accelerators.Get("A100-SXM-80GB").PeakFlopsPerSecond(NumericFormat.FP8));
    }

    [Fact]
    public void Every_known_name_finds_its_chip_and_every_chip_has_one() => Assert.Equal(
        Accelerators.All.Select(a => a.Name).Order(StringComparer.Ordinal),
        typeof(KnownAccelerators)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => Accelerators.Get((string)f.GetValue(null)!).Name)
            .Order(StringComparer.Ordinal));

    // 40 for 0.40 would make a run a hundred times cheaper.
    [Theory]
    [InlineData(40)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void A_utilization_that_is_no_share_is_refused(double utilization) => Assert.Equal(
        "utilization",
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ScalingAnalyzers.Hardware.Compute.AcceleratorHours(1e21, 1e15, utilization)).ParamName);

    [Theory]
    [InlineData(-1, 1, 1, 1, "activeParameters")]
    [InlineData(1, -1, 1, 1, "attentionWidth")]
    [InlineData(1, 1, -1, 1, "sequenceLength")]
    [InlineData(1, 1, 1, -1, "tokens")]
    public void Negative_counts_have_no_flops(long parameters, long width, long length, long tokens, string name) => Assert.Equal(
        name, Assert.Throws<ArgumentOutOfRangeException>(
            () => ScalingAnalyzers.Hardware.Compute.TrainingFlopsWithAttention(parameters, width, length, tokens)).ParamName);

    private static double? Tera(string text) => text.Length == 0 ? null : double.Parse(text + "e12", CultureInfo.InvariantCulture);

    // stas00/ml-engineering, as the facts have it: "FP16 matmul is 459", the TF32 figure, not BF16's.
    [Fact]
    public void Gaudi_3_multiplies_slower_in_FP16() =>
        Assert.Equal(459e12, Accelerators.Get("Gaudi-3").PeakFlopsPerSecond(NumericFormat.FP16));
}
