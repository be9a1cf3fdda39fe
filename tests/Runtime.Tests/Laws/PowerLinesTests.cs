using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

public class PowerLinesTests
{
    // Bergsma et al. 2025 as two secondary sources quote it: 1.084 (D/N)^-0.527; about 1.0 at one token per parameter
    // and 0.03 at a thousand.
    [Theory]
    [InlineData(1, 1.084)]
    [InlineData(20, 0.22356)]
    [InlineData(1000, 0.02845)]
    public void The_timescale_falls_with_the_tokens_per_parameter(double ratio, double timescale) =>
        Assert.Equal(timescale, PowerLinesLaw.Published.Timescale(1e9, ratio * 1e9), 5);

    // Linear in the batch, inverse in the rate.
    [Theory]
    [InlineData(4e6, 3e-4, 0.12354)]
    [InlineData(8e6, 3e-4, 0.24709)]
    [InlineData(4e6, 6e-4, 0.06177)]
    public void The_decay_follows_the_batch_and_the_rate(double batch, double rate, double decay)
    {
        // Llama 2 7B: 2T tokens, 296.7 a parameter.
        double found = PowerLinesLaw.Published.WeightDecay(6.74e9, 2e12, batch, rate);
        Assert.Equal(decay, found, 5);
        Assert.Equal(PowerLinesLaw.Published.Timescale(6.74e9, 2e12), PowerLinesLaw.TimescaleOf(batch, rate, found, 2e12), 12);
    }

    [Theory]
    [InlineData(0, 1e-4)]
    [InlineData(1e6, double.NaN)]
    [InlineData(1e6, double.PositiveInfinity)]
    public void Impossible_numbers_are_refused(double batch, double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerLinesLaw.Published.WeightDecay(1e9, 1e10, batch, rate));
}
