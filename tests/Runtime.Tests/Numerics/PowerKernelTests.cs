using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Tests;

public class PowerKernelTests
{
    private const double Bound = 2e-15;

    public static TheoryData<string> Paths => new(Enum.GetNames<InstructionPath>());

    [Theory]
    [InlineData(2.0, 0.5, 1.4142135623730951)]   // sqrt 2 to the nearest double
    [InlineData(10.0, 2.0, 100.0)]
    [InlineData(8.0, -1.0, 0.125)]
    public void The_exact_arithmetic_of_these_tests_reproduces_elementary_values(double x, double y, double expected) =>
        Assert.True(Exact.RelativeError(expected, Exact.Power(1, x, y)) < 1.2e-16);

    [Theory]
    [MemberData(nameof(Paths))]
    public void Powers_are_within_the_bound_of_exact_arithmetic(string name)
    {
        var path = Forced(name);
        foreach (double exponent in new[]
            { 0, 0.05, 0.3473105, 0.5, 0.9, 1, 1.25, 1.37, 2, -0.05, -0.28, -0.3671724, -0.5, -1, -1.25, -1.2500001, -1.61803, -2 })
        {
            double[] x = Samples(60, 1e20).ToArray(), power = new double[x.Length];
            PowerLawKernel.Evaluate(new PowerLaw(477.826, exponent), x, power, path);
            for (int i = 0; i < x.Length; i++)
            {
                double error = Exact.RelativeError(power[i], Exact.Power(477.826, x[i], exponent));
                Assert.True(error <= Bound, $"{x[i]:R}^{exponent:R}: {error:E2}");
            }
        }
    }

    // Tables end at 0.734375 * 2^-128 and 0.734375 * 2^128: beyond, and on both sides of each edge, the digits are as
    // good. Each number fills the lanes alone, because one beyond the tables takes its neighbours out of them.
    [Theory]
    [MemberData(nameof(Paths))]
    public void Powers_beyond_the_tables_are_within_the_bound(string name)
    {
        var path = Forced(name);
        double[] x = [.. new[] { -1000, -300, -128, -127, -126, -64, -17, -16, -15, -1, 15, 16, 17, 64, 126, 127, 128, 300, 1000 }
            .SelectMany(k => new[] { -1, 0, 1 }.Select(by => Math.ScaleB(1, k) * (1 + (by * 2e-16)))), 3e-30, 7e-12, 0.03, 5e33,
            .. new[] { -129, -128, -112, -96, 0, 96, 112, 127, 128 }.SelectMany(k => new[] { -1, 0, 1 }.Select(
                by => Math.ScaleB(0.734375, k) * (1 + (by * 2.3e-16))))];
        x = x.SelectMany(value => Enumerable.Repeat(value, 8)).ToArray();
        foreach (double exponent in new[] { 0.3, 0.9, 1.25, -0.3473105, -1.25 })
        {
            double[] power = new double[x.Length];
            PowerLawKernel.Evaluate(new PowerLaw(2.5e-7, exponent), x, power, path);
            for (int i = 0; i < x.Length; i++)
            {
                double expected = 2.5e-7 * Math.Pow(x[i], exponent);
                if (Math.Abs(Math.Log2(expected)) < 1000) AssertClose(expected, power[i], Bound);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Losses_are_within_the_bound_of_exact_arithmetic(string name)
    {
        var path = Forced(name);
        (double E, double A, double Alpha, double B, double Beta)[] laws =
        [
            (1.8172, 482.01, 0.3478, 2085.43, 0.3658),  // Besiroglu et al. 2024
            (1.69, 406.4, 0.34, 410.7, 0.28),           // Hoffmann et al. 2022
            (0, 3e4, 0, 1e-3, 2),
            (0, 1, 2, 7e11, 2),
            (1e-9, 5e15, 1.1, 1, 0.01),
        ];
        foreach (var law in laws)
        {
            double[] n = Samples(120, 1e18).ToArray(), d = Samples(120, 1e20).Reverse().ToArray(), loss = new double[n.Length];
            LossKernel.Pairs(law.E, new PowerLaw(law.A, -law.Alpha), new PowerLaw(law.B, -law.Beta), n, d, loss, path);
            for (int i = 0; i < n.Length; i++)
            {
                var exact = Exact.Of(law.E) + Exact.Power(law.A, n[i], -law.Alpha) + Exact.Power(law.B, d[i], -law.Beta);
                double error = Exact.RelativeError(loss[i], exact);
                Assert.True(error <= Bound, $"L({n[i]:R}, {d[i]:R}): {error:E2}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void One_to_any_power_is_exactly_the_coefficient(string name)
    {
        double[] ones = Enumerable.Repeat(1.0, 17).ToArray(), power = new double[17];
        PowerLawKernel.Evaluate(new PowerLaw(482.01, -0.3478), ones, power, Forced(name));
        Assert.All(power, p => Assert.Equal(482.01, p));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Values_out_of_the_ordinary_answer_as_Math_Pow_does(string name)
    {
        double[] odd = [0, -0.0, -1, -2.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, 1e-310, -1e-310,
            1e308, 2.2250738585072014e-308];
        foreach (double exponent in new[] { 0, 0.34, -0.34, 1, -1, 2, -2, 20, -20, 0.5 })
        {
            // Each odd value in every lane, among ordinary ones.
            foreach (double value in odd)
            {
                for (int lane = 0; lane < 19; lane++)
                {
                    double[] x = Enumerable.Range(1, 19).Select(i => i * 1e9).ToArray(), power = new double[19];
                    x[lane] = value;
                    PowerLawKernel.Evaluate(new PowerLaw(3, exponent), x, power, Forced(name));
                    for (int i = 0; i < x.Length; i++) AssertClose(3 * Math.Pow(x[i], exponent), power[i], 4e-15);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void An_odd_value_disturbs_no_neighbour(string name)
    {
        double[] n = Samples(400, 1e18).ToArray(), d = Samples(400, 1e20).ToArray();
        double[] clean = new double[n.Length], mixed = new double[n.Length];
        PowerLaw first = new(482.01, -0.3478), second = new(2085.43, -0.3658);
        LossKernel.Pairs(1.8172, first, second, n, d, clean, Forced(name));
        var random = new Random(5);
        var odd = new HashSet<int>();
        for (int k = 0; k < 60; k++) odd.Add(random.Next(n.Length));
        foreach (int i in odd) (random.Next(2) == 0 ? n : d)[i] = double.NaN;
        LossKernel.Pairs(1.8172, first, second, n, d, mixed, Forced(name));
        for (int i = 0; i < n.Length; i++)
        {
            if (odd.Contains(i)) Assert.True(double.IsNaN(mixed[i]));
            else AssertClose(clean[i], mixed[i], Bound);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_length_is_done_to_its_end_and_no_further(string name)
    {
        PowerLaw first = new(482.01, -0.3478), second = new(2085.43, -0.3658);
        for (int length = 0; length < 40; length++)
        {
            double[] n = Samples(0, 1e18).Take(length).ToArray(), d = n.Select(v => 20 * v).ToArray(), loss = new double[length + 1];
            loss[length] = -7;
            LossKernel.Pairs(1.8172, first, second, n, d, loss.AsSpan(0, length), Forced(name));
            for (int i = 0; i < length; i++) AssertClose(1.8172 + first.At(n[i]) + second.At(d[i]), loss[i], Bound);
            Assert.Equal(-7, loss[length]);
        }
    }

    [Theory]
    [InlineData(1e300, 1.0)]
    [InlineData(1e-320, 0.3)]
    [InlineData(0.0, 0.3)]
    [InlineData(-5.0, 0.3)]
    [InlineData(double.NaN, 0.3)]
    [InlineData(double.PositiveInfinity, 0.3)]
    [InlineData(2.0, 100.0)]
    [InlineData(2.0, double.NaN)]
    [InlineData(2.0, double.NegativeInfinity)]
    public void Any_coefficient_and_exponent_answer_as_the_product_with_Math_Pow(double coefficient, double exponent)
    {
        double[] x = [1, 2, 3, 1e3, 1e9, 0.5, 1e-9, 0, 7, 1e18], power = new double[10];
        PowerLawKernel.Evaluate(new PowerLaw(coefficient, exponent), x, power, InstructionPaths.Best);
        for (int i = 0; i < x.Length; i++) AssertClose(coefficient * Math.Pow(x[i], exponent), power[i], 1e-13);
    }

    // Ordinary sizes, powers of two and their neighbours, edges of the mantissa's pieces, and log-uniform ones.
    private static IEnumerable<double> Samples(int random, double largest)
    {
        double[] plain = [1, 2, 3, 10, 1e3, 1e6, 7e10, 1.4e12, 1e15, largest];
        foreach (double x in plain) yield return x;
        for (int k = 1; k < 60; k += 7)
        {
            yield return Math.ScaleB(1, k);
            yield return Math.BitIncrement(Math.ScaleB(1, k));
            yield return Math.BitDecrement(Math.ScaleB(1, k));
        }

        for (int piece = 1; piece < 16; piece++)
            yield return 1024 * BitConverter.Int64BitsToDouble(0x3FE7800000000000L + ((long)piece << 48));
        yield return Math.BitIncrement(1);
        var generator = new Random(2024);
        for (int i = 0; i < random; i++) yield return Math.Exp(generator.NextDouble() * Math.Log(largest));
    }

    private static InstructionPath Forced(string name)
    {
        var path = Enum.Parse<InstructionPath>(name);
        Assert.SkipUnless(InstructionPaths.IsSupported(path), name + " is not on this machine");
        return path;
    }

    private static void AssertClose(double expected, double actual, double relative)
    {
        if (double.IsNaN(expected) || double.IsInfinity(expected) || expected == 0) Assert.Equal(expected, actual);
        else if (Math.Abs(expected) < 1e-300) Assert.Equal(expected, actual, 4 * double.Epsilon + Math.Abs(expected) * relative);
        else Assert.True(Math.Abs((actual / expected) - 1) <= relative, $"{actual:R} instead of {expected:R}");
    }
}
