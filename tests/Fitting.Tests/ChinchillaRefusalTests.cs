using System;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

public class ChinchillaRefusalTests
{
    private static readonly double[] Sizes = [1e8, 3e8, 1e9, 3e9, 1e10];

    [Fact]
    public void Runs_of_a_known_law_give_that_law_back()
    {
        var (n, d) = Grid();
        var law = Fit(n, d, (x, y) => 1.7 + (400 * Math.Pow(x, -0.34)) + (1000 * Math.Pow(y, -0.31))).Law;
        Assert.Equal(1.7, law.Irreducible, 1e-9);
        Assert.Equal(0.34, law.Parameters.Exponent, 1e-9);
        Assert.Equal(0.31, law.Tokens.Exponent, 1e-9);
        Assert.Equal(400, law.Parameters.Coefficient, 1e-5);
        Assert.Equal(1000, law.Tokens.Coefficient, 1e-5);
        Assert.Equal(new Interval(1e8, 1e10), law.FittedRange.Parameters);
    }

    [Fact]
    public void A_fit_without_noise_is_certified_though_only_rounding_is_left()
    {
        var (n, d) = Grid();
        Assert.True(Fit(n, d, Plain).Certificate.IsCertified);
    }

    [Fact]
    public void A_slow_power_that_could_as_well_be_a_floor_is_refused()
    {
        // Nearly a logarithm in tokens: no runs of this range distinguish its exponent from zero.
        var (n, d) = Grid();
        AssertRefused(FitRefusal.OptimumOnBoundary, n, d, (x, y) => 1 + (400 * Math.Pow(x, -0.34)) - (0.05 * Math.Log(y / 1e12)),
            "FixedIrreducible");
    }

    [Fact]
    public void Six_runs_are_too_few() =>
        AssertRefused(FitRefusal.TooFewRuns, [1e8, 2e8, 4e8, 8e8, 1e9, 2e9], [1e9, 3e9, 1e9, 5e9, 2e10, 1e10], Plain, "6 distinct runs");

    [Fact]
    public void Repeating_a_run_does_not_make_it_two() =>
        AssertRefused(FitRefusal.TooFewRuns, Repeat(Sizes, 4), Repeat([1e9, 9e9, 2e9, 8e9, 3e9], 4), Plain, "5 distinct runs");

    [Fact]
    public void One_model_size_does_not_determine_the_effect_of_size() => AssertRefused(
        FitRefusal.NoSpreadInParameters, Enumerable.Repeat(1e9, 12).ToArray(), Enumerable.Range(1, 12).Select(i => i * 1e9).ToArray(),
        Plain, "1 distinct model sizes");

    [Fact]
    public void One_token_count_does_not_determine_the_effect_of_data() => AssertRefused(
        FitRefusal.NoSpreadInTokens, Enumerable.Range(1, 12).Select(i => i * 1e8).ToArray(), Enumerable.Repeat(1e10, 12).ToArray(), Plain,
        "1 distinct token counts");

    [Fact]
    public void One_budget_does_not_determine_the_movement_of_the_optimum()
    {
        double[] n = Enumerable.Range(0, 12).Select(i => 1e8 * Math.Pow(1.5, i)).ToArray();
        AssertRefused(FitRefusal.OneBudgetOnly, n, n.Select(x => 1e20 / (6 * x)).ToArray(), Plain, "1E+20 FLOPs");
    }

    [Fact]
    public void One_ratio_cannot_tell_the_terms_apart()
    {
        double[] n = Enumerable.Range(0, 12).Select(i => 1e8 * Math.Pow(1.5, i)).ToArray();
        AssertRefused(FitRefusal.OneRatioOnly, n, n.Select(x => 20 * x).ToArray(), Plain, "20 tokens per parameter");
    }

    [Fact]
    public void Losses_that_rise_with_size_have_no_optimum_inside()
    {
        var (n, d) = Grid();
        AssertRefused(FitRefusal.OptimumOnBoundary, n, d, (x, y) => 3 + (0.05 * Math.Log(x)) + (1000 * Math.Pow(y, -0.31)), "boundary");
    }

    [Fact]
    public void Losses_without_a_floor_are_refused_until_the_floor_is_held()
    {
        var (n, d) = Grid();
        Func<double, double, double> noFloor = (x, y) => (30 * Math.Pow(x, -0.12)) + (40 * Math.Pow(y, -0.11));
        AssertRefused(FitRefusal.OptimumOnBoundary, n, d, noFloor, "FixedIrreducible");
        var law = Fit(n, d, noFloor, new() { FixedIrreducible = 0 }).Law;
        Assert.Equal(0, law.Irreducible);
        Assert.Equal(0.12, law.Parameters.Exponent, 1e-8);
        Assert.Equal(0.11, law.Tokens.Exponent, 1e-8);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_cannot_be_is_named(double bad)
    {
        var (n, d) = Grid();
        double[] losses = n.Zip(d, Plain).ToArray();
        losses[3] = bad;
        var refused = Assert.Throws<FitRefusedException>(() => ChinchillaFit.Fit(n, d, losses));
        Assert.Equal(FitRefusal.BadInput, refused.Reason);
        Assert.Contains("losses[3] is in nats per token", refused.Message);
    }

    [Fact]
    public void A_held_floor_above_the_best_run_is_refused()
    {
        var (n, d) = Grid();
        var refused = Assert.Throws<FitRefusedException>(() => Fit(n, d, Plain, new() { FixedIrreducible = 5 }));
        Assert.Equal(FitRefusal.BadInput, refused.Reason);
    }

    private static double Plain(double n, double d) => 1.7 + (400 * Math.Pow(n, -0.34)) + (1000 * Math.Pow(d, -0.31));

    private static (double[] Parameters, double[] Tokens) Grid()
    {
        var pairs = from n in Sizes from d in new[] { 2e9, 8e9, 3e10, 1e11 } select (n, d);
        return (pairs.Select(p => p.n).ToArray(), pairs.Select(p => p.d).ToArray());
    }

    private static double[] Repeat(double[] values, int times) => Enumerable.Range(0, times).SelectMany(_ => values).ToArray();

    private static ChinchillaFit Fit(double[] n, double[] d, Func<double, double, double> loss, ChinchillaFitOptions? options = null) =>
        ChinchillaFit.Fit(n, d, n.Zip(d, loss).ToArray(), options);

    private static void AssertRefused(FitRefusal reason, double[] n, double[] d, Func<double, double, double> loss, string says)
    {
        var refused = Assert.Throws<FitRefusedException>(() => Fit(n, d, loss));
        Assert.True(reason == refused.Reason, refused.Reason + ": " + refused.Message);
        Assert.Contains(says, refused.Message);
    }
}
