using System;
using System.Globalization;

namespace ScalingAnalyzers.Tests;

public sealed class ThreeDigitsTests
{
    [Fact]
    public void Counts_and_ratios_are_rounded_as_decimals_are()
    {
        var random = new Random(7);
        for (int i = 0; i < 60_000; i++)
        {
            double value = (i % 4) switch
            {
                0 => Math.Pow(10, (random.NextDouble() * 18) - 3),
                1 => Math.Round(Math.Pow(10, random.NextDouble() * 14.9)),
                2 => (random.Next(1, 10_000) + 0.5) * Math.Pow(10, random.Next(-6, 11)),
                _ => Math.BitIncrement((random.Next(1, 1_000) + 0.5) * Math.Pow(10, random.Next(-5, 11))),
            };
            if (value is < 0.0009995 or >= 9.995e14) continue;
            Assert.Equal(ByDecimals(value), Quantity.Format(value));
        }
    }

    [Fact]
    public void Scientific_notation_has_the_three_digits_of_the_number()
    {
        var random = new Random(8);
        for (int i = 0; i < 20_000; i++)
        {
            double value = Math.Pow(10, (random.NextDouble() * 42) - 18.5);
            string[] parts = value.ToString("E2", CultureInfo.InvariantCulture).Split('E');
            string mantissa = parts[0].TrimEnd('0').TrimEnd('.');
            Assert.Equal($"{mantissa}e{int.Parse(parts[1], CultureInfo.InvariantCulture)}", Quantity.Scientific(value));
        }
    }

    [Theory]
    [InlineData(999.5, "1,000")]
    [InlineData(999.4, "999")]
    [InlineData(0.001, "0.001")]
    [InlineData(12.345, "12.3")]
    [InlineData(12.35, "12.4")]
    [InlineData(9_994, "9,994")]
    [InlineData(9_996, "10K")]
    [InlineData(999_500, "1M")]
    [InlineData(2.5e9, "2.5B")]
    public void A_count_has_three_digits_and_a_unit(double value, string text) => Assert.Equal(text, Quantity.Format(value));

    // To three digits in decimals, halves away from zero.
    private static string ByDecimals(double value)
    {
        decimal unit = 1, exact = (decimal)value;
        while (exact >= 1000 * unit) unit *= 10;
        while (exact < 100 * unit) unit /= 10;
        decimal rounded = Math.Round(exact / unit, 0, MidpointRounding.AwayFromZero) * unit;
        var (scale, name) = rounded >= 1e12m ? (1e12m, "T") : rounded >= 1e9m ? (1e9m, "B") : rounded >= 1e6m ? (1e6m, "M")
            : rounded >= 1e4m ? (1e3m, "K") : (1m, "");
        if (name.Length > 0 || value < 999.5) return (rounded / scale).ToString("0.##########", CultureInfo.InvariantCulture) + name;
        return Math.Round(exact, 0, MidpointRounding.AwayFromZero).ToString("#,##0", CultureInfo.InvariantCulture);
    }
}
