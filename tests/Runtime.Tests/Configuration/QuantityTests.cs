using System;
using System.Globalization;

namespace ScalingAnalyzers.Tests;

public class QuantityTests
{
    [Theory]
    [InlineData(280e9, "280B")]
    [InlineData(1.245e12, "1.25T")]
    [InlineData(1.24e12, "1.24T")]
    [InlineData(8_030_261_248, "8.03B")]
    [InlineData(124_439_808, "124M")]
    [InlineData(999_950_000_000, "1T")]
    [InlineData(999_400_000_000, "999B")]
    [InlineData(12_500, "12.5K")]
    [InlineData(2048, "2,048")]
    [InlineData(300, "300")]
    [InlineData(18.45, "18.5")]
    [InlineData(0.5, "0.5")]
    [InlineData(0, "0")]
    [InlineData(-70e9, "-70B")]
    [InlineData(5.04e23, "5.04e23")]
    [InlineData(1e15, "1e15")]
    [InlineData(0.0001, "1e-4")]
    public void A_quantity_is_shown_in_the_usual_notation(double value, string text) => Assert.Equal(text, Quantity.Format(value));

    [Theory]
    [InlineData("70B", 70_000_000_000)]
    [InlineData("1.4T", 1_400_000_000_000)]
    [InlineData("15e12", 15_000_000_000_000)]
    [InlineData(" 300 b ", 300_000_000_000)]
    [InlineData("1_000_000", 1_000_000)]
    [InlineData("1,048,576", 1_048_576)]
    [InlineData("2048", 2048)]
    [InlineData("0.5K", 500)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-1", -1)]
    public void A_quantity_is_read_exactly(string text, long value)
    {
        Assert.True(Quantity.TryParse(text, out long read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("many")]
    [InlineData("1.5")] // not a whole count
    [InlineData("1,4T")] // a decimal comma must not become a thousandfold
    [InlineData("1,04,8576")]
    [InlineData("70 billions")]
    [InlineData("9223372036854775808")]
    [InlineData("1e40")]
    [InlineData("1e-30")] // nothing of it is left in a decimal, but it is not zero
    [InlineData("NaN")]
    [InlineData("B")]
    public void What_is_no_count_is_refused(string? text)
    {
        Assert.False(Quantity.TryParse(text, out _));
        if (text is not null)
            Assert.Contains(text, Assert.Throws<FormatException>(() => Quantity.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, "50%")]
    [InlineData(-0.3, "-30%")]
    [InlineData(1e14, "1e16%")]
    [InlineData(double.NaN, "NaN%")]
    [InlineData(double.NegativeInfinity, "-Infinity%")]
    public void A_share_is_shown_in_percent_whatever_it_is(double share, string text) => Assert.Equal(text, Quantity.Percent(share));

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void No_culture_changes_a_quantity(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("-1.25T 1,868 5.04e23 1e-4 4.2%", string.Join(" ", Quantity.Format(-1.245e12), Quantity.Ratio(1868),
                Quantity.Scientific(5.04e23), Quantity.Format(0.0001), Quantity.Percent(0.042)));
            Assert.Equal(1_400_000_000_000, Quantity.Parse("1.4T"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0.5, "50%")]
    [InlineData(1.01, "101%")]
    [InlineData(0.0423, "4.2%")]
    [InlineData(0.00311, "0.31%")]
    [InlineData(12.5, "1,250%")]
    public void A_share_is_shown_in_percent(double share, string text) => Assert.Equal(text, Quantity.Percent(share));
}
