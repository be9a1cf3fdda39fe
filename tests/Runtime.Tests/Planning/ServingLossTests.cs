using System;

namespace ScalingAnalyzers.Tests;

/// <summary>What serving in few bits adds to the loss.</summary>
public class ServingLossTests
{
    private static readonly TrainingRun Llama = new() { Parameters = 8_000_000_000, TrainingTokens = 15_000_000_000_000 };

    // Kumar et al. 2024, table 2: 0.0598 D^0.5068 / N^0.3439 e^(-P/0.5907).
    [Theory]
    [InlineData(NumericFormat.FP4, 4.0)]
    [InlineData(NumericFormat.INT8, 8.0)]
    [InlineData(NumericFormat.FP8, 8.0)]
    public void Few_bits_add_to_the_loss_of_a_model(NumericFormat format, double bits)
    {
        double expected = 0.0598 * Math.Pow(15e12, 0.5068) / Math.Pow(8e9, 0.3439) * Math.Exp(-bits / 0.5907);
        Assert.Equal(1, (Llama with { ServingPrecision = format }).Estimate().ServingLossAdded!.Value / expected, 9);
    }

    [Fact]
    public void The_small_model_trained_longer_loses_more()
    {
        var served = Llama with { ServingPrecision = NumericFormat.FP4 };
        double small = served.Estimate().ServingLossAdded!.Value;
        double large = (served with { Parameters = 70_000_000_000 }).Estimate().ServingLossAdded!.Value;
        Assert.InRange(small, 0.12, 0.14); // the facts' own figure: about 0.13
        Assert.True(large < small);
    }

    // Ouyang et al. 2024, figure 6: 0.017 D^0.5251 / (N^0.2261 P^5.4967); fitted in 2 to 4 bits.
    [Fact]
    public void Four_bits_have_a_band_of_both_laws()
    {
        var estimate = (Llama with { ServingPrecision = NumericFormat.FP4 }).Estimate();
        double ouyang = 0.017 * Math.Pow(15e12, 0.5251) / (Math.Pow(8e9, 0.2261) * Math.Pow(4, 5.4967));
        double kumar = estimate.ServingLossAdded!.Value;
        Assert.Equal(Math.Min(ouyang, kumar), estimate.ServingLossBand!.Value.Low, 9);
        Assert.Equal(Math.Max(ouyang, kumar), estimate.ServingLossBand!.Value.High, 9);
        Assert.InRange(ouyang, 0.3, 0.5);
        Assert.Null((Llama with { ServingPrecision = NumericFormat.INT8 }).Estimate().ServingLossBand);
        Assert.Null(Llama.Estimate().ServingLossBand);
    }

    [Theory]
    [InlineData(NumericFormat.BF16)]
    [InlineData(NumericFormat.Unspecified)]
    [InlineData(null)]
    public void Sixteen_bits_or_an_unknown_format_add_nothing(NumericFormat? format) =>
        Assert.Null((Llama with { ServingPrecision = format }).Estimate().ServingLossAdded);

    [Fact]
    public void Where_no_law_applies_nothing_is_added()
    {
        Assert.Null((Llama with { ServingPrecision = NumericFormat.FP4, ActiveParameters = 1_000_000_000 }).Estimate().ServingLossAdded);
        Assert.Null((Llama with { ServingPrecision = NumericFormat.FP4, Stage = TrainingStage.FineTuning }).Estimate().ServingLossAdded);
    }
}
