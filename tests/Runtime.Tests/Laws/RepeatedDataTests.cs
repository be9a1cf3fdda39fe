using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Tests;

/// <summary>What repeats cost under the law in use: our composition with the constants of Muennighoff et al.
/// 2023.</summary>
public class RepeatedDataTests
{
    private static readonly ILossFrontier Plain = (ILossFrontier)LawCatalog.Default;

    public static TheoryData<string> Laws =>
        new(LawCatalog.All.Where(law => RepeatedDataLaw.Of(law, 1) is RepeatedDataLaw).Select(law => law.Id));

    // Brown et al. 2020, Hoffmann et al. 2022, Grattafiori et al. 2024.
    [Theory]
    [InlineData(175e9, 300e9, 300e9)]
    [InlineData(175e9, 300e9, 499e9)]
    [InlineData(70e9, 1.4e12, 2.35e12)]
    [InlineData(8e9, 15e12, 15e12)]
    public void Without_repeats_the_loss_is_the_laws_own_to_the_bit(double parameters, double tokens, double unique)
    {
        Assert.Equal(Plain.Loss(parameters, tokens), With(unique).Loss(parameters, tokens));
        var run = new TrainingRun { Parameters = (long)parameters, TrainingTokens = (long)tokens };
        Assert.Equal(run.Estimate().PredictedLoss, (run with { UniqueTokens = (long)unique }).Estimate().PredictedLoss);
    }

    // The naive composition moved it from 2.0085 to 2.0257.
    [Fact]
    public void Gpt3_which_repeats_nothing_keeps_its_loss() =>
        Assert.Equal(2.0085, With(300e9).Loss(175e9, 300e9), 5e-5);

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

    // The formula by hand, in System.Math.
    [Theory]
    [InlineData(8.7e9, 178e9, 44e9)] // Muennighoff et al. 2023, figure 1
    [InlineData(2.8e9, 55e9, 13.75e9)]
    [InlineData(1e12, 55e9, 13.75e9)]
    public void It_is_the_formula_of_the_page(double parameters, double tokens, double unique)
    {
        const double RepeatedTokens = 15.387756, ExcessParameters = 5.309743;
        static double S(double x, double b, double r) => x <= b ? x : b * (1 + (r * (1 - Math.Exp(-((x / b) - 1) / r))));
        double rho = S(parameters, Plain.ParametersFor(unique), ExcessParameters)
            / S(parameters, Plain.ParametersFor(tokens), ExcessParameters);
        double expected = Plain.Loss(rho * parameters, S(tokens, unique, RepeatedTokens));
        Assert.Equal(expected, With(unique).Loss(parameters, tokens), 1e-12);
    }

    // Pythia-12B on the deduplicated Pile (Biderman et al. 2023): 207B tokens, 1.45 times. To change the surface, as
    // 0.1.0 did, moved such a loss by 0.05.
    [Fact]
    public void A_second_pass_over_part_of_the_data_costs_a_thousandth()
    {
        double plain = Plain.Loss(11.85e9, 299.9e9);
        Assert.InRange(With(207e9).Loss(11.85e9, 299.9e9) - plain, 1e-5, 0.0015);
        Assert.InRange(MuennighoffLaw.C4.Loss(11.85e9, 299.9e9, 207e9) - plain, 0.04, 0.06);
    }

    // Brute force over five decades of tokens. At 1e22 on 10B two optima lie at 3.3 and 29.8 epochs; at 1e23 the first
    // is the lower one.
    [Theory]
    [InlineData(1e21, 10e9)]
    [InlineData(1e22, 10e9)]
    [InlineData(1.5e22, 10e9)]
    [InlineData(1e23, 10e9)]
    [InlineData(1e24, 10e9)]
    [InlineData(1e23, 100e9)]
    [InlineData(5.76e23, 1.4e12)]
    [InlineData(1e26, 1e12)]
    [InlineData(1e19, 1e7)]
    public void The_optimum_is_the_least_loss_of_its_compute(double flops, double unique)
    {
        var law = With(unique);
        var best = law.Allocate(flops);
        double least = Tokens(unique).Min(tokens => law.Loss(flops / 6 / tokens, tokens));
        double loss = law.Loss(best.Parameters, best.Tokens);
        Assert.InRange(loss, least - 1e-5, least + 1e-12);
        Assert.Equal(flops, best.TrainingFlops, flops * 1e-12);
        Assert.Equal(flops, law.TrainingFlopsFor(loss), flops * 1e-6);
    }

    [Theory]
    [InlineData(1e22, 29.8)]
    [InlineData(1e23, 6.4)]
    public void Of_two_optima_the_lower_one_is_taken(double flops, double epochs) =>
        Assert.Equal(epochs, With(10e9).Allocate(flops).Tokens / 10e9, 0.1);

    // Docs: at most one optimum up to N_opt(D), at most one beyond.
    [Theory]
    [MemberData(nameof(Laws))]
    public void A_compute_has_at_most_one_optimum_on_either_side(string id)
    {
        var plain = (ILossFrontier)LawCatalog.Get(id);
        const double Unique = 1e10;
        var law = (ILossFrontier)RepeatedDataLaw.Of(LawCatalog.Get(id), Unique);
        int most = 0;
        for (double flops = 6 * Unique * plain.ParametersFor(Unique); flops < 1e26; flops *= 3)
        {
            double[] tokens = Tokens(Unique).Where(d => d >= Unique && d < Unique * 300).ToArray();
            double[] losses = tokens.Select(d => law.Loss(flops / 6 / d, d)).ToArray();
            int small = 0, large = 0;
            for (int i = 1; i < tokens.Length - 1; i++)
            {
                if (!(losses[i] < losses[i - 1] - 1e-13 && losses[i] < losses[i + 1] - 1e-13)) continue;
                if (flops / 6 / tokens[i] <= plain.ParametersFor(tokens[i])) small++;
                else large++;
            }

            Assert.True(small <= 1 && large <= 1, FormattableString.Invariant($"{flops} {small} {large}"));
            most = Math.Max(most, small + large);
        }

        Assert.InRange(most, 1, 2);
    }

    // Docs: estimates keep to models up to N_opt(D), and take the best of those. Where the law's own optimum would have
    // more than some 400 epochs, a law with beta below alpha has no optimum there.
    [Trait("Category", "Slow")]
    [Theory]
    [MemberData(nameof(Laws))]
    public void An_estimate_advises_the_best_of_the_models_up_to_the_optimum_of_the_law(string id)
    {
        var plain = (ILossFrontier)LawCatalog.Get(id);
        foreach (double unique in new[] { 1e9, 1e10, 3e11 })
        {
            var law = (ILossFrontier)RepeatedDataLaw.ForEstimate(LawCatalog.Get(id), unique);
            for (double flops = 1e19; plain.Allocate(flops).Tokens < 100 * unique; flops *= 7)
            {
                var advised = new TrainingRun
                {
                    Parameters = 1_000_000_000,
                    TrainingTokens = (long)(flops / 6e9),
                    UniqueTokens = (long)unique,
                }.Estimate(LawCatalog.Get(id));
                double least = Enumerable.Range(0, 40_000).Select(i => unique * 1e-5 * Math.Pow(1e11, i / 40_000.0))
                    .Where(d => flops / 6 / d <= plain.ParametersFor(d)).Min(d => law.Loss(flops / 6 / d, d));

                long parameters = advised.OptimalParameters!.Value, tokens = advised.OptimalTokens!.Value;
                Assert.InRange(parameters, 1, plain.ParametersFor(tokens) * (1 + 1e-6));
                Assert.Equal(least, law.Loss(parameters, tokens), 1e-5);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void The_optimal_loss_falls_with_compute(string id)
    {
        var law = (ILossFrontier)RepeatedDataLaw.Of(LawCatalog.Get(id), 1e10);
        double last = double.PositiveInfinity;
        for (double flops = 1e20; flops < 1e26; flops *= 1.5)
        {
            double loss = law.OptimalLoss(flops);
            Assert.True(loss < last);
            last = loss;
        }
    }

    [Theory]
    [InlineData(1e21, 10e9)]
    [InlineData(5e21, 10e9)]
    [InlineData(5.76e23, 300e9)]
    public void Size_and_tokens_of_an_optimum_find_each_other(double flops, double unique)
    {
        var law = With(unique);
        var best = law.Allocate(flops);
        Assert.Equal(best.Parameters, law.ParametersFor(best.Tokens), best.Parameters * 1e-6);
        Assert.Equal(best.Tokens, law.TokensFor(best.Parameters), best.Tokens * 1e-6);
    }

    // 7B on 200 epochs of 10B: the lowest loss of its compute has 6 epochs of a model 80 times too large for them.
    [Fact]
    public void An_estimate_advises_no_model_far_above_its_tokens()
    {
        var run = new TrainingRun { Parameters = 7_000_000_000, TrainingTokens = 2_000_000_000_000, UniqueTokens = 10_000_000_000 };
        var optimum = run.Estimate().Balance!.Optimum;
        Assert.InRange(optimum.Parameters, 7e9, Plain.ParametersFor(optimum.Tokens));
        Assert.True(run.Estimate().ExcessCompute is null or > 0);
        Assert.True(With(10e9).Allocate(run.Estimate().TrainingFlops!.Value).Parameters > 1e11);
    }

    // Beyond the jump the tokens of a very large model are the few epochs of the optimum at its compute.
    [Fact]
    public void A_size_beyond_the_jump_has_the_tokens_of_its_optimum()
    {
        var best = With(10e9).Allocate(1e23);
        Assert.Equal(best.Tokens, With(10e9).TokensFor(best.Parameters), best.Tokens * 1e-6);
    }

    [Fact]
    public void Muennighoffs_law_stays_as_published()
    {
        var run = new TrainingRun { Parameters = 8_670_000_000, TrainingTokens = 178_000_000_000, UniqueTokens = 25_000_000_000 };
        double expected = 2.2269634075087867; // the authors' code
        Assert.Equal(expected, run.Estimate(LawCatalog.Get(KnownLaws.Muennighoff2023)).PredictedLoss!.Value, 1e-12);
    }

    [Fact]
    public void The_law_of_a_run_stays_its_law() =>
        Assert.Equal(KnownLaws.Besiroglu2024, (new TrainingRun { Parameters = 1, TrainingTokens = 2, UniqueTokens = 1 }).Estimate().Law.Id);

    [Fact]
    public void A_law_without_a_surface_of_two_terms_predicts_no_loss_of_repeats()
    {
        var run = new TrainingRun { Parameters = 1_000_000_000, TrainingTokens = 20_000_000_000, UniqueTokens = 20_000_000_000 };
        var kaplan = LawCatalog.Get(KnownLaws.Kaplan2020);
        Assert.NotNull(run.Estimate(kaplan).PredictedLoss);
        Assert.Null((run with { UniqueTokens = 10_000_000_000 }).Estimate(kaplan).PredictedLoss);
    }

    [Fact]
    public void Tokens_before_the_run_are_no_repeats()
    {
        var run = new TrainingRun
        {
            Parameters = 8_000_000_000,
            PriorTokens = 1_000_000_000_000,
            TrainingTokens = 100_000_000_000,
            Stage = TrainingStage.ContinuedPretraining,
        };
        Assert.Equal(run.Estimate().PredictedLoss, (run with { UniqueTokens = 100_000_000_000 }).Estimate().PredictedLoss);
    }

    [Theory]
    [InlineData(2.0, 1e12, 1e13)]
    [InlineData(2.2, 30e9, 1e12)]
    public void A_plan_that_serves_much_trains_longer_on_the_same_data(double loss, double unique, double served)
    {
        var law = RepeatedDataLaw.Of(LawCatalog.Default, unique);
        var trained = InferencePlan.ForLoss(loss, 0, law);
        var plan = InferencePlan.ForLoss(loss, served, law);
        Assert.True(plan.Parameters < trained.Parameters && plan.Tokens > trained.Tokens);
        Assert.Equal(loss, ((ILossLaw)law).Loss(plan.Parameters, plan.Tokens), 1e-9);
        double least = Enumerable.Range(0, 4000).Select(i => trained.Tokens * Math.Pow(1e3, i / 4000.0)).Min(tokens =>
        {
            double parameters = Isoloss.ParametersFor((ILossLaw)law, loss, tokens);
            return (6 * parameters * tokens) + (2 * parameters * served);
        });
        Assert.InRange(plan.TotalFlops, least * 0.99999, least * (1 + 1e-12));
    }

    [Theory]
    [InlineData(2.3, 2e9)]
    [InlineData(2.2, 20e9)]
    public void A_curve_of_equal_loss_has_that_loss(double loss, double unique)
    {
        var law = RepeatedDataLaw.Of(LawCatalog.Default, unique);
        var curve = Isoloss.Curve(loss, law, points: 15, factor: 4);
        Assert.NotEmpty(curve);
        Assert.All(curve, run => Assert.Equal(loss, ((ILossLaw)law).Loss(run.Parameters, run.Tokens), 1e-9));
    }

#if !RUNTIME_NETSTANDARD
    [Fact]
    public void Arrays_have_the_losses_of_single_runs()
    {
        var law = With(10e9);
        double[] sizes = [1e8, 1e9, 1e10, 1e12, 1e9, 0, double.NaN], tokens = [1e10, 2e10, 5e11, 3e10, 1e9, 1e12, 1e12];
        double[] losses = new double[sizes.Length];
        law.Loss(sizes, tokens, losses);
        for (int i = 0; i < 5; i++) Assert.Equal(law.Loss(sizes[i], tokens[i]), losses[i], losses[i] * 2e-15);
        Assert.True(double.IsInfinity(losses[5]) && double.IsNaN(losses[6]));
        double[] grid = new double[4];
        law.LossGrid(sizes.AsSpan(0, 2), tokens.AsSpan(0, 2), grid);
        Assert.Equal(law.Loss(1e9, 1e10), grid[2], grid[2] * 2e-15);
    }
#endif

    private static RepeatedDataLaw With(double unique) => (RepeatedDataLaw)RepeatedDataLaw.Of(LawCatalog.Default, unique);

    private static IEnumerable<double> Tokens(double unique) =>
        Enumerable.Range(0, 8000).Select(i => unique / 10 * Math.Pow(1e5, i / 8000.0));
}
