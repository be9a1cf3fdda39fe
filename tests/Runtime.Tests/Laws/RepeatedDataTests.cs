using System;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Tests;

/// <summary>What repeats cost under the law in use: our composition, by the formula of issue 14.</summary>
public class RepeatedDataTests
{
    private static readonly ILossFrontier Plain = (ILossFrontier)LawCatalog.Get("besiroglu-2024");

    private static ILossFrontier With(double unique) => (ILossFrontier)RepeatedDataLaw.Of(LawCatalog.Get("besiroglu-2024"), unique);

    // Brown et al. 2020 (2.0085), Hoffmann et al. 2022, Llama 3.1 8B.
    [Theory]
    [InlineData(175e9, 300e9, 300e9)]
    [InlineData(175e9, 300e9, 499e9)]
    [InlineData(70e9, 1.4e12, 2.35e12)]
    [InlineData(8e9, 15e12, 15e12)]
    public void Without_repeats_the_loss_is_the_laws_own_to_the_bit(double parameters, double tokens, double unique) =>
        Assert.Equal(Plain.Loss(parameters, tokens), With(unique).Loss(parameters, tokens));

    [Theory]
    [InlineData(175e9, 300e9)]
    [InlineData(1e9, 20e9)]
    [InlineData(8e9, 15e12)]
    public void It_is_continuous_where_repeats_begin(double parameters, double tokens)
    {
        var law = With(tokens);
        Assert.Equal(law.Loss(parameters, tokens), law.Loss(parameters, tokens * (1 + 1e-9)), 1e-8);
        Assert.True(law.Loss(parameters, tokens * 4) > Plain.Loss(parameters, tokens * 4));
    }

    // The formula by hand, in System.Math: 8.7B on 178B tokens of which 44B are unique (Muennighoff et al. 2023, figure 1).
    [Fact]
    public void It_is_the_formula_of_the_page()
    {
        const double N = 8.7e9, D = 178e9, U = 44e9, RepeatedTokens = 15.387756, ExcessParameters = 5.309743;
        static double S(double x, double b, double r) => x <= b ? x : b * (1 + (r * (1 - Math.Exp(-((x / b) - 1) / r))));
        double rho = S(N, Plain.ParametersFor(U), ExcessParameters) / S(N, Plain.ParametersFor(D), ExcessParameters);
        Assert.Equal(Plain.Loss(rho * N, S(D, U, RepeatedTokens)), With(U).Loss(N, D), 1e-12);
    }

    [Theory]
    [InlineData(1e21, 10e9)]
    [InlineData(1e23, 100e9)]
    [InlineData(1e24, 10e9)]
    [InlineData(5.76e23, 1.4e12)]
    [InlineData(1e26, 1e12)]
    public void The_optimum_is_the_least_loss_of_its_compute(double flops, double unique)
    {
        var law = With(unique);
        var best = law.Allocate(flops);
        double least = Enumerable.Range(-400, 801).Select(i => best.Tokens * Math.Exp(i / 100.0))
            .Min(tokens => law.Loss(flops / 6 / tokens, tokens));
        Assert.InRange(law.Loss(best.Parameters, best.Tokens) - least, -1e-9, 1e-9);
        Assert.Equal(flops, law.TrainingFlopsFor(law.OptimalLoss(flops)), flops * 1e-6);
        Assert.Equal(best.Parameters, law.ParametersFor(best.Tokens), best.Parameters * 1e-6);
        Assert.Equal(best.Tokens, law.TokensFor(best.Parameters), best.Tokens * 1e-6);
    }

    // One optimum a compute: along every compute the loss falls and then rises, never falls again.
    [Fact]
    public void Every_compute_has_one_optimum()
    {
        foreach (double unique in new[] { 1e8, 1e10, 1e12, 1e14 })
        {
            var law = With(unique);
            for (double flops = 1e17; flops < 1e29; flops *= 3)
            {
                bool rises = false;
                double last = double.PositiveInfinity;
                for (double tokens = unique / 8; tokens < unique * 2000; tokens *= 1.02)
                {
                    double loss = law.Loss(flops / 6 / tokens, tokens);
                    if (loss > last + 1e-12) rises = true;
                    Assert.False(rises && loss < last - 1e-12, FormattableString.Invariant($"{unique} {flops} {tokens}"));
                    last = loss;
                }
            }
        }
    }

    [Fact]
    public void Muennighoffs_law_stays_as_published() => Assert.Equal(
        MuennighoffLaw.C4.Loss(8.7e9, 178e9, 44e9),
        ((ILossLaw)RepeatedDataLaw.Of(LawCatalog.Get(KnownLaws.Muennighoff2023), 44e9)).Loss(8.7e9, 178e9));

    [Fact]
    public void A_plan_that_serves_much_trains_longer_on_the_same_data()
    {
        var law = RepeatedDataLaw.Of(LawCatalog.Default, 1e12);
        var baseline = InferencePlan.ForLoss(2.0, 0, law);
        var served = InferencePlan.ForLoss(2.0, 1e13, law);
        Assert.True(served.Parameters < baseline.Parameters && served.Tokens > baseline.Tokens);
        Assert.Equal(2.0, ((ILossLaw)law).Loss(served.Parameters, served.Tokens), 1e-9);
        double Bill(double n, double d) => (6 * n * d) + (2 * n * 1e13);
        Assert.True(Bill(served.Parameters, served.Tokens) < Bill(baseline.Parameters, baseline.Tokens));
    }
}
