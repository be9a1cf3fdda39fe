using ScalingAnalyzers.CodeFixes;

namespace ScalingAnalyzers.Tests;

public class LiteralTextTests
{
    [Theory]
    [InlineData("300_000_000_000", 4.8175e12, true, "4_820_000_000_000")]
    [InlineData("300_000_000_000", 4.8175e12, false, "4_810_000_000_000")]
    [InlineData("3e11", 4.8175e12, true, "4.82e12")]
    [InlineData("300e9", 4.8175e12, true, "4820e9")]
    [InlineData("3E+11", 4.8175e12, true, "4.82E+12")]
    [InlineData("1.4", 4.8175, true, "4.82")]
    [InlineData("1.4f", 4.8175, false, "4.81f")]
    [InlineData("0xFF", 255, true, "0xFF")]
    [InlineData("0b1010", 12, true, "0b1100")]
    [InlineData("15", 16.2, true, "17")]
    [InlineData("2", 1.2, true, null)] // a whole literal cannot hold it
    [InlineData("7", 0.4, false, null)]
    [InlineData("\"70B\"", 67.4687e9, false, "\"67.4B\"")]
    [InlineData("\"1.4T\"", 1.2450e12, true, "\"1.25T\"")]
    [InlineData("\"some text\"", 5, true, null)]
    [InlineData("300", double.NaN, true, null)]
    [InlineData("300", 1e300, true, null)]
    public void A_literal_is_rewritten_in_its_own_form(string text, double value, bool up, string? expected) =>
        Assert.Equal(expected, LiteralText.Rewrite(text, value, up));

    [Theory]
    [InlineData("1979e12", "989400000000000", "989.4e12")]
    [InlineData("1.979e15", "989400000000000", "9.894e14")]
    [InlineData("1.979E+15", "989400000000000", "9.894E+14")]
    [InlineData("1_979_000_000_000_000", "989400000000000", "989_400_000_000_000")]
    [InlineData("1979", "989.4", "989.4")]
    [InlineData("1979.0", "312", "312.0")]
    [InlineData("1979f", "989.4", "989.4f")]
    [InlineData("1979L", "989.4", null)] // a long holds no fraction
    [InlineData("\"1979T\"", "989400000000000", "\"989.4T\"")]
    [InlineData("\"1979e12\"", "989400000000000", "\"989.4e12\"")]
    [InlineData("1979", "0", null)]
    [InlineData("1e-20", "989400000000000", "9.894e14")] // however far the value was off
    [InlineData("1e40", "989.4", "9.894e2")]
    [InlineData("1e30", "0.046", "4.6e-2")]
    [InlineData("1979e25", "989.4", null)]
    [InlineData("1979e-20", "989400000000000", null)]
    public void An_exact_value_keeps_all_its_digits(string text, string value, string? expected) =>
        Assert.Equal(expected, LiteralText.Exact(text, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));
}
