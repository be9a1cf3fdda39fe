using System;
using System.Globalization;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Tests;

public sealed class LossTextTests
{
    [Fact]
    public void A_loss_has_the_three_decimals_of_the_format()
    {
        var random = new Random(5);
        for (int i = 0; i < 60_000; i++)
        {
            double tie = (random.Next(12_000) + 0.5) / 1000;
            double loss = (i % 4) switch
            {
                0 => random.NextDouble() * 12,
                1 => tie,
                2 => Math.BitIncrement(tie),
                _ => Math.BitDecrement(tie),
            };
            Assert.Equal(loss.ToString("0.000", CultureInfo.InvariantCulture), LossBands.Show(loss));
        }
    }

    [Theory]
    [InlineData(0, "0.000")]
    [InlineData(0.0004, "0.000")]
    [InlineData(9.9999, "10.000")]
    [InlineData(-1.25, "-1.250")]
    [InlineData(double.NaN, "NaN")]
    public void Other_numbers_are_written_too(double loss, string text) => Assert.Equal(text, LossBands.Show(loss));
}
