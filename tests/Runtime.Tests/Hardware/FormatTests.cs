using System;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Hardware;

namespace ScalingAnalyzers.Tests;

/// <summary>FP4 and INT8, and the power beyond the chips.</summary>
public class FormatTests
{
    private static readonly TrainingRun Run = new()
    {
        Parameters = 70_000_000_001,
        TrainingTokens = 1_400_000_000_000,
        Accelerator = Accelerators.Get("H100-SXM"),
        Utilization = 0.4,
    };

    // Dense figures of the table's sources.
    [Theory]
    [InlineData("B200-SXM", NumericFormat.FP4, 9000e12)]
    [InlineData("GB300", NumericFormat.FP4, 15_000e12)]
    [InlineData("Trainium3", NumericFormat.FP4, 2517e12)]
    [InlineData("NVIDIA RTX PRO 6000 Blackwell Workstation Edition", NumericFormat.FP4, 2015e12)] // half of the advertised 4,030
    [InlineData("Ascend 910", NumericFormat.INT8, 512e12)]
    [InlineData("Ascend 910C", NumericFormat.BF16, 752e12)] // two dies of 376
    [InlineData("Trainium3", NumericFormat.BF16, 671e12)]
    [InlineData("TPU-v5e", NumericFormat.INT8, 394e12)]
    [InlineData("TPU-v5p", NumericFormat.INT8, 918e12)]
    [InlineData("TPU-v6e", NumericFormat.INT8, 1836e12)]
    [InlineData("H100-SXM", NumericFormat.FP4, null)]
    [InlineData("H100", NumericFormat.INT8, null)]
    public void A_chip_has_the_peaks_that_a_source_gives(string chip, NumericFormat format, double? peak) =>
        Assert.Equal(peak, Accelerators.Get(chip).PeakFlopsPerSecond(format));

    [Fact]
    public void No_chip_is_slower_in_FP4_than_in_FP8() =>
        Assert.All(Accelerators.All.Where(chip => chip.PeakFlopsPerSecond(NumericFormat.FP4) is not null),
            chip => Assert.True(chip.PeakFlopsPerSecond(NumericFormat.FP4) >= chip.PeakFlopsPerSecond(NumericFormat.FP8)));

    [Theory]
    [InlineData(NumericFormat.FP32, 280_000_000_004)]
    [InlineData(NumericFormat.BF16, 140_000_000_002)]
    [InlineData(NumericFormat.INT8, 70_000_000_001)]
    [InlineData(NumericFormat.FP4, 35_000_000_001)] // two values a byte, without the scales of blocks
    public void Weights_take_the_bytes_of_their_format(NumericFormat format, long bytes) =>
        Assert.Equal(bytes, (Run with { Precision = format }).Estimate().WeightBytes);

    [Fact]
    public void A_cache_in_FP4_takes_a_quarter_of_one_in_BF16()
    {
        var shape = new TransformerShape
        {
            Layers = 32,
            HiddenSize = 4096,
            Heads = 32,
            KeyValueHeads = 8,
            FeedForwardSize = 14_336,
            VocabularySize = 128_256,
        };
        Assert.Equal(shape.KeyValueCacheBytes(1000) / 4, shape.KeyValueCacheBytes(1000, NumericFormat.FP4));
    }

    // Hours times 700 W, as Patterson et al. 2021 count: chips x hosts x PUE.
    [Theory]
    [InlineData(null, null, 1)]
    [InlineData(1.5, null, 1.5)]
    [InlineData(null, 1.1, 1.1)]
    [InlineData(1.5, 1.1, 1.65)]
    public void Declared_power_beyond_the_chips_is_counted(double? host, double? pue, double factor) => Assert.Equal(
        Run.Estimate().EnergyKilowattHours!.Value * factor,
        (Run with { HostPowerFactor = host, PowerUsageEffectiveness = pue }).Estimate().EnergyKilowattHours!.Value, 1);

    [Theory]
    [InlineData(0.9)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_factor_below_one_is_refused(double factor)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => (Run with { HostPowerFactor = factor }).Estimate());
        Assert.Throws<ArgumentOutOfRangeException>(() => (Run with { PowerUsageEffectiveness = factor }).Estimate());
    }
}
