using System;
using System.Linq;
using System.Numerics;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Tests;

public class ScalarMathTests
{
    [Fact]
    public void Powers_agree_with_exact_arithmetic_to_the_last_place()
    {
        var random = new Random(20260101);
        for (int i = 0; i < 300; i++)
        {
            double x = Math.Exp(random.NextDouble() * 80 - 20);
            double y = random.NextDouble() * 4 - 2;
            double error = Exact.RelativeError(ScalarMath.Pow(x, y), Exact.Power(1, x, y));
            Assert.True(error <= 1.2e-16, $"{x:R}^{y:R} is {error:E2} off"); // half a unit in the last place is 1.11e-16
        }
    }

    [Theory]
    [InlineData(2, 10, 1024)]
    [InlineData(10, 23, 1e23)]
    [InlineData(4, 0.5, 2)]
    [InlineData(1e300, 1.0, 1e300)]
    [InlineData(5e-324, 1.0, 5e-324)]
    [InlineData(2, -1074, 5e-324)]
    [InlineData(2, 1024, double.PositiveInfinity)]
    [InlineData(2, -1080, 0)]
    [InlineData(0, 2, 0)]
    [InlineData(0, -2, double.PositiveInfinity)]
    [InlineData(-8, 0.5, double.NaN)]
    [InlineData(double.PositiveInfinity, -1, 0)]
    [InlineData(double.NaN, 0, 1)]
    [InlineData(2, 1e305, double.PositiveInfinity)]
    [InlineData(0.5, 1e305, 0)]
    [InlineData(2, -double.MaxValue, 0)]
    [InlineData(double.MaxValue, double.MaxValue, double.PositiveInfinity)]
    [InlineData(1.0000000000000002, 1e305, double.PositiveInfinity)]
    [InlineData(0.9999999999999999, 1e305, 0)]
    public void Special_cases_answer_as_Math_Pow_does(double x, double y, double expected)
    {
        Assert.Equal(expected, ScalarMath.Pow(x, y));
        if (x != 10) Assert.Equal(Math.Pow(x, y), ScalarMath.Pow(x, y)); // Math.Pow(10, 23) is a unit in the last place off here
    }

    [Theory]
    [InlineData(1e300, double.PositiveInfinity)]
    [InlineData(-1e300, 0)]
    [InlineData(double.MaxValue, double.PositiveInfinity)]
    [InlineData(-double.MaxValue, 0)]
    [InlineData(4096, double.PositiveInfinity)]
    [InlineData(-4096, 0)]
    public void Exponentials_beyond_the_doubles_are_infinite_or_zero(double x, double expected)
    {
        Assert.Equal(expected, ScalarMath.Exp(x));
        Assert.Equal(expected, ScalarMath.Exp2(x));
    }

    [Theory]
    [InlineData(280_000_000_000, 300_000_000_000, 5.04e23)] // not 5.0399999999999995e23
    [InlineData(long.MaxValue, long.MaxValue, 5.104235503814077e38)]
    [InlineData(1, 1, 6)]
    public void Products_of_counts_are_exact_and_rounded_once(long parameters, long tokens, double expected)
    {
        double product = Compute.TrainingFlops(parameters, tokens);
        Assert.Equal(expected, product);
        Assert.Equal(double.Parse((new BigInteger(6) * parameters * tokens).ToString(System.Globalization.CultureInfo.InvariantCulture),
            System.Globalization.CultureInfo.InvariantCulture), product);
    }

    [Fact]
    public void Rounding_is_to_nearest_even_for_any_integer()
    {
        var random = new Random(7);
        byte[] bytes = new byte[24];
        for (int i = 0; i < 2000; i++)
        {
            random.NextBytes(bytes);
            bytes[^1] &= 0x7F;
            var value = new BigInteger(bytes.AsSpan(random.Next(1, 16)));
            value = BigInteger.Abs(value);
            Assert.Equal(double.Parse(value.ToString(System.Globalization.CultureInfo.InvariantCulture),
                System.Globalization.CultureInfo.InvariantCulture), ExactProduct.Round(value));
        }
    }

    [Fact]
    public void Products_of_counts_are_rounded_as_integers_are()
    {
        var random = new Random(13);
        long[] counts = [0, 1, 2, 3, 6, 8, uint.MaxValue, 1L << 32, (1L << 53) + 1, long.MaxValue - 1, long.MaxValue, -1, long.MinValue];
        for (int i = 0; i < 40_000; i++)
        {
            long a = Count(), b = Count(), c = Count();
            Assert.Equal(ExactProduct.Round(new BigInteger(a) * b), ExactProduct.Of(a, b));
            Assert.Equal(ExactProduct.Round(new BigInteger(a) * b * c), ExactProduct.Of(a, b, c));
        }

        long Count() => random.Next(3) == 0 ? counts[random.Next(counts.Length)] : random.NextInt64() >> random.Next(63);
    }

    [Fact]
    public void The_exponential_of_draws_is_within_two_units_in_the_last_place()
    {
        var random = new Random(11);
        for (int i = 0; i < 100_000; i++)
        {
            double x = (random.NextDouble() - 0.5) * (i % 2 == 0 ? 1_398 : 4), exact = ScalarMath.Exp(x);
            Assert.InRange(Math.Abs(ScalarMath.NearExp(x) - exact), 0, 2 * (Math.BitIncrement(exact) - exact));
            Assert.Equal(ScalarMath.NearExp(x), ScalarMath.NearExp(x, ScalarMath.Roots));
        }

        Assert.Equal([double.PositiveInfinity, 0, ScalarMath.Exp(-720)], new[] { 1e3, -1e3, -720 }.Select(ScalarMath.NearExp));
        Assert.True(double.IsNaN(ScalarMath.NearExp(double.NaN)));
    }
}
