using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using ScalingAnalyzers.Generators;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>The text of the generated constants: its language, and its numbers.</summary>
public class GeneratedTextTests
{
    [Fact]
    public async Task Generated_code_is_plain_enough_for_the_oldest_language()
    {
        var driver = await Config.Of("""
            namespace Old
            {
                [TrainingConfig]
                public partial class Run
                {
                    public const long Parameters = 280000000000;
                    public const long Tokens = 300000000000;
                }
            }
            """).In(LanguageVersion.CSharp7_3).Generate();
        driver.CompilesCleanly();
    }

    [Theory]
    [InlineData(5.04e23, "5.04E23D")]
    [InlineData(1.0714285714285714, "1.0714285714285714D")]
    [InlineData(1680000000000, "1680000000000D")]
    [InlineData(0.1, "0.1D")]
    [InlineData(0.00012345, "0.00012345D")]
    [InlineData(1e-7, "1E-7D")]
    [InlineData(123456.789, "123456.789D")]
    [InlineData(1e15, "1E15D")]
    [InlineData(5e-324, "5E-324D")]
    [InlineData(double.MaxValue, "1.7976931348623157E308D")]
    [InlineData(-2.5, "-2.5D")]
    public void A_double_is_written_shortest_and_reads_back(double value, string text)
    {
        Assert.Equal(text, NumberText.Of(value));
        Assert.Equal(value, double.Parse(text.TrimEnd('D'), CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_shortest_of_this_runtime_is_the_shortest_of_any()
    {
        var random = new Random(20);
        var values = Enumerable.Range(0, 5_000).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64()))
            .Concat(Enumerable.Range(-1074, 2098).Select(exponent => Math.ScaleB(1, exponent)))
            .Concat(Enumerable.Range(0, 5_000).Select(_ => Math.Round(random.NextDouble() * 1e6, random.Next(0, 6))))
            .Concat(Enumerable.Range(0, 2_000).Select(i => (double)i))
            .Where(value => double.IsFinite(value) && value != 0);
        Assert.All(values, value => Assert.Equal(NumberText.Literal(value, NumberText.ShortestOfAll(value)), NumberText.Of(value)));
    }
}
