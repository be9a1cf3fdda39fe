using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Laws.Literature;
using ScalingAnalyzers.Tests;

namespace Runtime.Tests.Laws;

/// <summary>Printed tables and claims that are not among the law vectors.</summary>
public class PublishedTableTests
{
    // Tao et al. 2024, the authors' predictions by approaches 1 and 2 for their widths.
    [Theory]
    [InlineData(3e9, 3200, 39367, 42538)]
    [InlineData(7e9, 4096, 62280, 67450)]
    [InlineData(13e9, 5120, 83429, 90503)]
    [InlineData(30e9, 6048, 141711, 154071)]
    [InlineData(70e9, 8192, 211860, 230861)]
    [InlineData(300e9, 16384, 355894, 389324)]
    public void Taos_vocabularies_come_out(double parameters, double width, int first, int second)
    {
        Assert.Equal(first, (int)TaoLaw.Published.VocabularyByIsoFlop(parameters, width));
        Assert.Equal(second, (int)TaoLaw.Published.VocabularyByDerivative(parameters, width));
    }

    // Hoffmann et al. 2022, table 3's ratios: 20.0 to 22.4 tokens per parameter.
    [Fact]
    public void The_folk_rule_of_20_is_the_low_end_of_table_3()
    {
        double[] ratios = [.. HoffmannTable.Approach1.Select(row => row.D / row.N)];
        Assert.Equal(20.0, ratios.Min(), 0.05);
        Assert.Equal(22.4, ratios.Max(), 0.05);
    }

    // Gao et al. 2022: KL of best-of-n.
    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 0.63629)]
    [InlineData(16, 1.83509)]
    [InlineData(64, 3.17451)]
    public void Best_of_n_divergence(double samples, double nats) =>
        Assert.Equal(nats, RewardOveroptimization.BestOfNDivergence(samples), 1e-5);

    [Fact]
    public void Over_optimisation_is_fitted_back_from_its_own_curve_and_peaks_where_its_slope_is_zero()
    {
        var curve = new RewardOveroptimization(1.2, 0.15);
        double[] nats = [0.5, 1, 2, 4, 8];
        var best = RewardOveroptimization.FitBestOfN(nats, [.. nats.Select(curve.BestOfN)]);
        var reinforced = RewardOveroptimization.FitReinforcementLearning(nats, [.. nats.Select(curve.ReinforcementLearning)]);

        Assert.Equal((1.2, 0.15), (Math.Round(best.Alpha, 10), Math.Round(best.Beta, 10)));
        Assert.Equal((1.2, 0.15), (Math.Round(reinforced.Alpha, 10), Math.Round(reinforced.Beta, 10)));
        Assert.True(curve.BestOfN(curve.BestOfNPeak) > curve.BestOfN(curve.BestOfNPeak * 1.01)
            && curve.BestOfN(curve.BestOfNPeak) > curve.BestOfN(curve.BestOfNPeak * 0.99));
        double peak = curve.ReinforcementLearningPeak;
        Assert.True(curve.ReinforcementLearning(peak) > curve.ReinforcementLearning(peak * 1.01)
            && curve.ReinforcementLearning(peak) > curve.ReinforcementLearning(peak * 0.99));
        Assert.Equal(0, curve.ReinforcementLearning(0));
        Assert.Throws<ArgumentException>(() => RewardOveroptimization.FitBestOfN([1, 1], [1, 1]));
    }

    [Fact]
    public void Coverage_is_fitted_back_from_its_own_curve()
    {
        var curve = new CoverageCurve(-1.8, -0.21);
        double[] samples = [1, 10, 100, 1000];
        var fitted = CoverageCurve.Fit(samples, [.. samples.Select(curve.At)]);

        Assert.Equal((-1.8, -0.21), (Math.Round(fitted.A, 10), Math.Round(fitted.B, 10)));
        Assert.Throws<ArgumentException>(() => CoverageCurve.Fit([10, 10], [0.4, 0.5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoverageCurve.Fit([1, 10], [0.4, 1]));
    }

    // 1 - C(n-c, k)/C(n, k) by hand: n = 5, c = 2, k = 2: 1 - 3/10.
    [Theory]
    [InlineData(5, 2, 2, 0.7)]
    [InlineData(5, 0, 3, 0)]
    [InlineData(5, 3, 3, 1)]
    [InlineData(10, 1, 1, 0.1)]
    public void Pass_at_k_is_unbiased(int drawn, int correct, int k, double expected) =>
        Assert.Equal(expected, CoverageCurve.PassAt(drawn, correct, k), 1e-12);

    // McCandlish et al. 2018: at the critical batch twice the steps and twice the examples; (S/Smin - 1)(E/Emin - 1) =
    // 1 everywhere.
    [Theory]
    [InlineData(1e6, 1e6)]
    [InlineData(1e5, 3e6)]
    [InlineData(4e7, 3e6)]
    public void Steps_trade_against_examples(double batch, double critical)
    {
        double steps = CriticalBatch.StepFactor(batch, critical);
        double examples = CriticalBatch.ExampleFactor(batch, critical);
        Assert.Equal(1, (steps - 1) * (examples - 1), 1e-12);
        if (batch == critical) Assert.Equal((2, 2), (steps, examples));
        Assert.Equal(1e5 / steps, CriticalBatch.MinimalSteps(1e5, batch, critical), 1e-9);
        Assert.Equal(1e21 / examples, CriticalBatch.MinimalFlops(1e21, batch, critical), 1e9);
    }

    // Busbridge et al. 2025: a 546M student of a 546M teacher after 128B tokens is worse off than by plain training
    // (2.3103).
    [Fact]
    public void A_teacher_can_be_worse_than_none()
    {
        var law = BusbridgeLaw.Published;
        double plain = law.Loss(5.46e8, 1.28e11);
        Assert.Equal(2.3103, plain, 5e-5);
        Assert.True(law.StudentLoss(law.Loss(5.46e8, 1.09e10), 5.46e8, 1.28e11) > plain);
        Assert.Equal(0.513, Math.Log10(law.Allocate(1e23).Parameters / law.Allocate(1e22).Parameters), 1e-3); // table 6
    }

    // Clark et al. 2022: with E = 1 the effective count is N itself only at E_start; more experts correspond to a
    // larger dense model.
    [Fact]
    public void Routing_corresponds_to_a_larger_dense_model()
    {
        Assert.All(new[] { ClarkLaw.SinkhornBase, ClarkLaw.ReinforcementLearning, ClarkLaw.Hash }, law =>
        {
            double dense = law.EffectiveParameters(1e8, 1);
            Assert.Equal(1e8, dense, 1e2);
            double routed = law.EffectiveParameters(1e8, 64);
            Assert.True(routed > 2e8);
            Assert.Equal(law.Loss(1e8, 64), law.Loss(routed, 1), 1e-9);
        });
    }

    // Schaeffer et al. 2023: p = e^-loss; five tokens right together p^5, wrong ones 5 (1 - p).
    [Fact]
    public void Exact_match_jumps_where_token_errors_do_not()
    {
        Assert.Equal(Math.Pow(0.8, 5), Emergence.ExactMatch(-Math.Log(0.8), 5), 1e-12);
        Assert.Equal(1.0, Emergence.TokenEditDistance(-Math.Log(0.8), 5), 1e-12);

        // Nearly solved: 1 - e^-x is x - x^2/2 + ..., though e^-x has too few digits to show it.
        Assert.Equal(1, Emergence.TokenEditDistance(1e-12, 1) / (1e-12 - 5e-25), 1e-15);
        Assert.Equal(
            1, Emergence.TokenEditDistance(0.000999, 1) / Emergence.TokenEditDistance(0.001001, 1) * (0.001001 / 0.000999), 1.1e-6);
    }

    // Wei et al. 2022, table 1: 3-digit sums at 2.3e22 FLOPs and 13B, instruction following at 1.3e23 and 68B.
    [Fact]
    public void Abilities_are_listed_by_compute()
    {
        Assert.Equal(Wei2022.Abilities.OrderBy(a => a.TrainingFlops).Select(a => a.TrainingFlops),
            Wei2022.Abilities.Select(a => a.TrainingFlops));
        Assert.Contains(new EmergentAbility("instruction following", 1.3e23, 6.8e10), Wei2022.Abilities);
        Assert.Contains(Wei2022.Abilities, a => a is { TrainingFlops: 2.3e22, Parameters: 1.3e10 });
    }

    // Kaplan et al. 2020: 13 % less loss doubles the critical batch; the laws cross near 1e12 parameters (section 6.3).
    [Fact]
    public void Kaplans_asides_follow_from_his_laws()
    {
        var law = KaplanLaw.Published;
        Assert.InRange(law.CriticalBatchTokens(0.87 * 3) / law.CriticalBatchTokens(3), 1.9, 2.0);
        Assert.InRange(law.ComputeLimitedLoss(1e4 * Compute.FlopsPerPetaflopDay), 1.65, 1.7);
        Assert.Equal(1e12, KaplanLaw.BreakdownPoint.Parameters);
        Assert.True(law.EarliestStopStep(1e8, 1e9) < law.EarliestStopStep(1e8, 1e10));
        Assert.Throws<ArgumentOutOfRangeException>(() => law.LearningRate(1.1e10, 1e12));
    }

    // Pearce and Song 2024: over Kaplan's sizes Chinchilla's law, counted without embeddings, grows nearly as Kaplan's
    // C^0.73 (0.7805 and 0.7388 in their simulation; ours is the exact frontier, evenly over log compute), though
    // counted in full as C^0.51 and C^0.45.
    [Theory]
    [InlineData("besiroglu-2024", 0.7805)]
    [InlineData("hoffmann-2022-approach3", 0.7388)]
    public void Kaplans_exponent_comes_of_leaving_out_the_embeddings(string id, double simulated)
    {
        var law = (ChinchillaLaw)LawCatalog.Get(id);
        var runs = Enumerable.Range(0, 501)
            .Select(i => EmbeddingConvention.NonEmbeddingOptimum(law, 768 * Math.Pow(1.5e9 / 768, i / 500.0)))
            .ToList();
        var steps = runs.Zip(runs.Skip(1), (low, high) => (
            X: Math.Log(low.TrainingFlops * high.TrainingFlops) / 2,
            Y: Math.Log(low.Parameters * high.Parameters) / 2,
            Weight: Math.Log(high.TrainingFlops / low.TrainingFlops))).ToList();
        double all = steps.Sum(s => s.Weight);
        double x = steps.Sum(s => s.Weight * s.X) / all;
        double y = steps.Sum(s => s.Weight * s.Y) / all;
        double exponent = steps.Sum(s => s.Weight * (s.X - x) * (s.Y - y)) / steps.Sum(s => s.Weight * (s.X - x) * (s.X - x));

        Assert.Equal(simulated, exponent, 0.01);
        foreach (double step in new[] { 0.9, 1.1 })
        {
            double other = law.Loss(EmbeddingConvention.TotalParameters(1.5e9 * step), runs[^1].Tokens / step);
            Assert.True(other > law.Loss(EmbeddingConvention.TotalParameters(1.5e9), runs[^1].Tokens));
        }
    }

    // Snell et al. 2024: total FLOPs equal, 6ND + 2N k T = 6 m N D + 2 m N T.
    [Fact]
    public void A_small_model_may_spend_what_the_large_one_cost()
    {
        const double M = 14;
        const double Share = 0.5;
        double k = TestTimeExchange.EqualTotalSamples(M, Share);
        Assert.Equal((6 * M) + (2 * M * Share), 6 + (2 * k * Share), 1e-12);
        Assert.Equal(2 * 7e9 * 1000 * 10, TestTimeExchange.AnswerFlops(7e9, 1000, 10));
    }

    // The authors publish 1000 bootstrap fits; the band is the plateau times the 95 % interval of the law's logarithm
    // over them.
    [Theory]
    [InlineData(1e9, 2e10)]
    [InlineData(7e9, 1.4e12)]
    [InlineData(70e9, 15e12)]
    public void Step_laws_sampling_error_is_that_of_its_authors_bootstrap(double parameters, double tokens)
    {
        var fits = Facts.Csv("step-law-bootstrap.csv")
            .Select(row => row.ToDictionary(cell => cell.Key, cell => double.Parse(cell.Value, CultureInfo.InvariantCulture))).ToList();
        double rate =
            Deviation(fits.Select(f => f["lr_intercept"] + (f["lr_coefN"] * Math.Log(parameters)) + (f["lr_coefD"] * Math.Log(tokens))));
        double batch = Deviation(fits.Select(f => f["bs_intercept"] + (f["bs_coefD"] * Math.Log(tokens))));
        var rates = StepLaw.Published.LearningRate(parameters, tokens);
        var batches = StepLaw.Published.BatchTokens(parameters, tokens);

        Assert.Equal(1.96 * rate, Math.Log(rates.Band.High / rates.Value / 2.3), 0.01);
        Assert.Equal(1.96 * rate, -Math.Log(rates.Band.Low / rates.Value / 0.40), 0.01);
        Assert.Equal(1.96 * batch, Math.Log(batches.Band.High / batches.Value / 2.15), 0.01);
        Assert.Equal(1.96 * batch, -Math.Log(batches.Band.Low / batches.Value / 0.44), 0.01);
    }

    // In the authors' dense sweeps with at least 40 runs, every run within 0.25 % of the setting's least loss is inside
    // the plateau.
    [Fact]
    public void Step_laws_plateau_holds_every_near_optimal_run_of_its_authors()
    {
        var settings = Facts.Csv("step-law-runs.csv")
            .Select(row => (N: Read(row, "parameters"), D: Read(row, "tokens"), Rate: Read(row, "rate"), Batch: 2048 * Read(row, "batch"),
                Loss: Read(row, "loss"), Shape: row["shape"]))
            .GroupBy(run => (run.N, run.D, run.Shape)).Where(group => group.Count() >= 40).ToList();

        Assert.Equal(17, settings.Count);
        foreach (var run in settings.SelectMany(group => group.Where(r => r.Loss <= group.Min(other => other.Loss) * 1.0025)))
        {
            Assert.True(StepLaw.Published.LearningRate(run.N, run.D).Band.Contains(run.Rate), run.ToString());
            Assert.True(StepLaw.Published.BatchTokens(run.N, run.D).Band.Contains(run.Batch), run.ToString());
        }

        static double Read(IReadOnlyDictionary<string, string> row, string name) => double.Parse(row[name], CultureInfo.InvariantCulture);
    }

    // Step Law: 95 % of the authors' bootstrap gives the exponents (-0.774, -0.655), (0.271, 0.345), (0.534, 0.606);
    // the band grows with distance from the data.
    [Fact]
    public void Step_laws_band_holds_its_released_optima_and_widens_with_distance()
    {
        var near = StepLaw.Published.LearningRate(4.29e8, 8e9);
        var far = StepLaw.Published.LearningRate(70e9, 15e12);
        Assert.True(near.Band.Contains(1.95e-3)); // the best of the authors' sweep at 429M on 8B
        Assert.True(far.Band.High / far.Band.Low > 1.5 * near.Band.High / near.Band.Low);
        Assert.True(StepLaw.Published.BatchTokens(4.29e8, 8e9).Band.Contains(2.62e5));
    }

    private static double Deviation(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Average();
        return Math.Sqrt(all.Average(value => (value - mean) * (value - mean)));
    }
}
