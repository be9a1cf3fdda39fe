using System;
using System.Linq;
using ScalingAnalyzers;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Laws.Literature;
using ScalingAnalyzers.Planning;

namespace Runtime.Tests.Planning;

public class PlanTests
{
    // 1000 bootstrap fits of Besiroglu's 240 points: the standard deviation of ln N at the optimum.
    [Theory]
    [InlineData(1e17, 0.1014)]
    [InlineData(1e18, 0.0590)]
    [InlineData(1e19, 0.0246)]
    [InlineData(3e19, 0.0248)]
    [InlineData(1e21, 0.0815)]
    [InlineData(1e23, 0.1684)]
    [InlineData(5.76e23, 0.2019)]
    [InlineData(3.8e25, 0.2822)]
    public void The_optimum_carries_its_own_uncertainty(double flops, double bootstrapped)
    {
        var plan = ComputeOptimalPlan.ForCompute(flops);
        double factor = plan.OptimumBand!.Parameters.High / plan.Parameters;

        Assert.Equal("besiroglu-2024", plan.Law.Id);
        Assert.Equal(1.96 * bootstrapped, Math.Log(factor), 1.96 * bootstrapped * 0.05);
        Assert.Equal(factor, plan.Parameters / plan.OptimumBand.Parameters.Low, 1e-9);
        Assert.Equal(factor * factor, plan.OptimumBand.TokensPerParameter.High / plan.TokensPerParameter, 1e-9);
        Assert.Equal(factor * factor, plan.TokensPerParameter / plan.OptimumBand.TokensPerParameter.Low, 1e-9);
    }

    // About a factor of 2 in tokens per parameter at Gopher's compute, 1.65 orders beyond the largest fitted run
    // (1.3e22).
    [Fact]
    public void At_Gophers_compute_the_best_ratio_is_known_to_a_factor_of_about_two()
    {
        var plan = ComputeOptimalPlan.ForCompute(5.76e23);

        Assert.InRange(plan.OptimumBand!.TokensPerParameter.High / plan.TokensPerParameter, 1.8, 2.4);
        Assert.Equal(Math.Log10(5.76e23 / 1.3e22), plan.OrdersOutsideFit, 1e-6);
        Assert.True(plan.Extrapolates);
    }

    [Theory]
    [InlineData("besiroglu-2024", 70e9)]
    [InlineData("kaplan-2020", 1e9)]
    [InlineData("tokens-per-parameter", 7e9)]
    public void Size_tokens_and_compute_lead_to_one_run(string id, double parameters)
    {
        var law = LawCatalog.Get(id);
        var bySize = ComputeOptimalPlan.ForParameters(parameters, law);

        Assert.Equal(parameters, ComputeOptimalPlan.ForTokens(bySize.Tokens, law).Parameters, parameters * 1e-11);
        Assert.Equal(parameters, ComputeOptimalPlan.ForCompute(bySize.TrainingFlops, law).Parameters, parameters * 1e-11);
    }

    [Fact]
    public void A_loss_below_the_irreducible_one_is_refused()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => ComputeOptimalPlan.ForLoss(1.8));
        Assert.Contains("irreducible loss of besiroglu-2024", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_without_an_allocation_is_named()
    {
        var refusal = Assert.Throws<ArgumentException>(() => ComputeOptimalPlan.ForCompute(1e21, Gadre2024.C4));
        Assert.Contains("gadre-2024-c4", refusal.Message, StringComparison.Ordinal);
    }

    // 1024 H100-SXM at 989.4 TFLOP/s dense BF16 and 40 % for 30 days: 1024 * 30 * 86400 * 9.894e14 * 0.4 = 1.0504e24
    // FLOPs.
    [Fact]
    public void Time_and_money_buy_compute()
    {
        var h100 = Accelerators.Get("H100-SXM");
        double flops = ComputeBudget.FlopsOfTime(h100, 1024, 30, 0.40);

        Assert.Equal(1.0504e24, flops, 1e20);
        Assert.Equal(flops, ComputeBudget.FlopsOfMoney(1024 * 30 * 24 * 2.5, 2.5, h100, 0.40), flops * 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => ComputeBudget.FlopsOfTime(h100, 1024, 30, 40));
    }

    [Fact]
    public void Every_point_of_an_isoloss_curve_has_the_loss_and_none_is_cheaper_than_the_optimum()
    {
        var curve = Isoloss.Curve(2.0);
        var law = LawCatalog.Default;
        double least = LawCatalog.Default.TrainingFlopsFor(2.0);

        Assert.True(curve.Count > 10);
        Assert.All(curve, point => Assert.Equal(2.0, law.Loss(point.Parameters, point.Tokens), 1e-12));
        Assert.All(curve, point => Assert.True(point.TrainingFlops >= least * (1 - 1e-9)));
        Assert.All(curve.Zip(curve.Skip(1)), pair => Assert.True(pair.First.Tokens > pair.Second.Tokens));
    }

    // The README of datablations: at 1e22 FLOPs and 25B unique tokens about 9.5 epochs.
    [Fact]
    public void Scarce_data_means_a_smaller_model_and_more_epochs()
    {
        var plan = RepeatedDataPlan.ForCompute(1e22, 25e9);

        Assert.InRange(plan.Epochs, 9.4, 9.6);
        Assert.True(plan.Parameters < plan.Unlimited.Parameters);
        Assert.True(plan.Loss > plan.UnlimitedLoss);
        Assert.Equal(plan.Tokens, RepeatedDataPlan.ForLoss(plan.Loss!.Value, 25e9).Tokens, plan.Tokens * 1e-6);
        Assert.Equal(1, RepeatedDataPlan.ForCompute(1e22, 1e15).Epochs);
        Assert.Throws<ArgumentOutOfRangeException>(() => RepeatedDataPlan.ForLoss(1.9, 1e9));
    }

    // Ludziejewski et al. 2025, table 1 at 1e21 FLOPs: more experts, fewer active parameters, more tokens, lower loss.
    [Fact]
    public void More_experts_win_until_memory_stops_them()
    {
        var free = MixturePlan.ForCompute(1e21);
        Assert.Equal(32, free.Best.Experts);
        Assert.All(free.Options, option => Assert.False(option.IsMemoryBound));

        var bound = MixturePlan.ForCompute(1e21, memoryBytes: 24e9, bytesPerParameter: 2);
        Assert.All(bound.Options, option => Assert.True(option.TotalParameters <= 12e9 * (1 + 1e-12)));
        Assert.All(bound.Options, option => Assert.Equal(1e21, option.TrainingFlops, 1e9));
        Assert.Contains(bound.Options, option => option.IsMemoryBound);
        Assert.Equal(bound.Options.Min(option => option.Loss), bound.Best.Loss);
        Assert.True(bound.Best.Loss > free.Best.Loss);
    }

    // Brown et al. 2024: SWE-bench Lite 15.9 % with one sample of DeepSeek-Coder-V2, 56 % with 250.
    [Fact]
    public void Many_samples_of_a_small_model_are_weighed_against_one_of_a_large()
    {
        var curve = CoverageCurve.Through(0.159, 250, 0.56);
        Assert.Equal(0.159, curve.At(1), 1e-12);
        Assert.Equal(0.56, curve.At(250), 1e-12);

        var plan = TestTimePlan.Compare(7e9, curve, 250, 70e9, 0.30);
        Assert.Equal(10, plan.EqualCostSamples, 1e-12);
        Assert.True(curve.At(plan.SamplesNeeded) >= 0.30 && curve.At(plan.SamplesNeeded - 1) < 0.30);
        Assert.Equal(plan.SamplesNeeded / 10, plan.CostRatio, 1e-12);
        Assert.Equal(0, plan.OrdersOutsideFit);
        Assert.True(TestTimePlan.Compare(7e9, curve, 250, 70e9, 0.9).OrdersOutsideFit > 0);
    }

    // Released: DeepSeek 7B used 4.2e-4 on 2T tokens; Llama 2 7B 3.0e-4 on 2T.
    [Theory]
    [InlineData(6.5e9, 2e12, 4.2e-4, BandSide.Inside)]
    [InlineData(6.5e9, 2e12, 3.0e-4, BandSide.Inside)]
    [InlineData(6.5e9, 2e12, 3e-2, BandSide.Above)]
    [InlineData(6.5e9, 2e12, 1e-5, BandSide.Below)]
    public void A_learning_rate_is_odd_only_outside_both_bands(double parameters, double tokens, double rate, BandSide side) =>
        Assert.Equal(side, HyperparameterPlan.For(parameters, tokens).SideOfLearningRateBands(rate));

    [Fact]
    public void The_largest_batch_is_the_largest_of_every_law()
    {
        var plan = HyperparameterPlan.For(7e9, 2e12);
        var all = plan.BatchTokens.Concat(plan.CriticalBatchTokens).ToList();

        Assert.Equal(6, all.Count);
        Assert.Equal(all.Max(s => s.Suggestion.Value), plan.LargestBatch.Suggestion.Value);
        Assert.All(plan.LearningRates.Concat(all), s => Assert.True(s.Suggestion.Band.Contains(s.Suggestion.Value)));
        Assert.True(plan.LearningRates.Single(s => s.Law is DeepSeekLaw).OrdersOutsideFit > 3);
        Assert.Equal(2e12 / 4e6, plan.StepsAt(4e6));
        Assert.DoesNotContain(HyperparameterPlan.For(70e9, 2e12).LearningRates, s => s.Law is KaplanLaw);
    }

    // Bergsma et al. 2025: tau = 1.084 (D/N)^-0.527 and wd = B / (lr tau D), for each rate that comes with a batch.
    [Fact]
    public void A_weight_decay_belongs_to_the_rate_and_the_batch_of_one_law()
    {
        var plan = HyperparameterPlan.For(7e9, 2e12);

        var decays = plan.WeightDecays(7.3e9);

        Assert.Equal(plan.BatchTokens.Select(batch => batch.Law), decays.Select(decay => decay.BatchTokens.Law));
        Assert.All(decays, decay =>
        {
            double timescale = 1.084 * Math.Pow(2e12 / 7.3e9, -0.527);
            double expected = decay.BatchTokens.Suggestion.Value / (decay.LearningRate.Suggestion.Value * timescale * 2e12);
            Assert.Same(decay.LearningRate.Law, decay.BatchTokens.Law);
            Assert.Equal(expected, decay.Suggestion.Value, 1e-9 * expected);
            Assert.True(decay.Suggestion.Band.Low <= expected && expected <= decay.Suggestion.Band.High);
            Assert.Equal("bergsma-2025-weight-decay", decay.Law.Id);
        });
    }

    [Fact]
    public void What_if_shows_the_neighbours_with_their_bill()
    {
        var run = new TrainingRun
        {
            Name = "x",
            Parameters = 7_000_000_000,
            TrainingTokens = 2_000_000_000_000,
            Accelerator = Accelerators.Get("A100-SXM-80GB"),
            Utilization = 0.4,
            PricePerAcceleratorHour = 2
        };
        var rows = WhatIf.Neighbours(run);

        Assert.Equal(new[] { "as planned", "half the parameters", "twice the parameters", "half the tokens", "twice the tokens" },
            rows.Select(r => r.Change));
        Assert.Equal(rows[0].Estimate.Cost!.Value * 2, rows[4].Estimate.Cost!.Value, 1e-3);
        Assert.True(rows[2].Estimate.PredictedLoss < rows[0].Estimate.PredictedLoss
            && rows[3].Estimate.PredictedLoss > rows[0].Estimate.PredictedLoss);
    }

    // Llama 3 8B: 32 layers of 32 heads of 128. Half of it at the same aspect ratio is 2^(2/3) times narrower over all
    // layers.
    [Fact]
    public void What_if_resizes_a_shape_with_its_attention()
    {
        var shape = new TransformerShape
        {
            Layers = 32,
            HiddenSize = 4096,
            Heads = 32,
            KeyValueHeads = 8,
            FeedForwardSize = 14336,
            VocabularySize = 128256
        };
        var rows = WhatIf.Neighbours(new TrainingRun { Shape = shape, TrainingTokens = 15_000_000_000_000, SequenceLength = 8192 });

        Assert.Equal(new[] { 8_030_261_248, 4_015_130_624, 16_060_522_496, 8_030_261_248, 8_030_261_248 },
            rows.Select(r => r.Estimate.Counted.Parameters!.Value));
        Assert.Equal(new[] { 131072L, 82570, 208064, 131072, 131072 }, rows.Select(r => r.Estimate.Counted.AttentionWidth!.Value));
        Assert.Equal(new long?[] { 131072, null, null, 131072, 131072 }, rows.Select(r => r.Estimate.KeyValueCacheBytesPerToken));
        Assert.All(
            rows,
            row => Assert.Equal(row.Estimate.Law.FittedRange
                .OrdersOutside(row.Estimate.Counted.Parameters!.Value, row.Estimate.Counted.TrainingTokens!.Value), row.OrdersOutsideFit));
    }

    // Muennighoff's law with 25B unique tokens has its range.
    [Fact]
    public void What_if_measures_the_distance_from_the_law_of_the_estimate()
    {
        var row = WhatIf.Neighbours(
            new TrainingRun { Parameters = 2_810_000_000, TrainingTokens = 880_000_000_000, UniqueTokens = 25_000_000_000 },
            MuennighoffLaw.C4)[0];

        Assert.Equal("muennighoff-2023", row.Estimate.Law.Id);
        Assert.Equal(MuennighoffLaw.C4.FittedRange.OrdersOutside(2.81e9, 8.8e11), row.OrdersOutsideFit);
        Assert.Null(row.Band);
    }

    [Fact]
    public void Compare_shows_each_laws_own_answer_on_limited_data()
    {
        var run = new TrainingRun { Parameters = 2_810_000_000, TrainingTokens = 55_000_000_000, UniqueTokens = 13_750_000_000 };
        var rows = WhatIf.Compare(run);

        Assert.All(rows, row => Assert.Equal(row.Change, row.Estimate.Law.Id));
        Assert.Equal(2.377551, rows.Single(r => r.Change == "muennighoff-2023").Estimate.PredictedLoss!.Value, 1e-6); // laws.md, 7
        Assert.Equal(run.Estimate().PredictedLoss, rows[0].Estimate.PredictedLoss);
        Assert.True(rows[0].Estimate.PredictedLoss > (run with { UniqueTokens = null }).Estimate().PredictedLoss);
    }

    [Fact]
    public void NaN_is_neither_in_an_interval_nor_at_a_known_distance()
    {
        Assert.False(new Interval(1, 2).Contains(double.NaN));
        Assert.Equal(double.NaN, new Interval(1, 2).OrdersOutside(double.NaN));
        Assert.Equal(double.NaN, LawCatalog.Default.FittedRange.OrdersOutside(double.NaN, 1e10));
    }

    // 7B on 2T against 70B on 200B, 8.4e22 FLOPs both: Hoffmann's coefficients prefer the first, Besiroglu's the
    // second.
    [Fact]
    public void Which_of_two_equal_budgets_is_better_depends_on_the_law()
    {
        Assert.True(Better("hoffmann-2022-approach3") && Better("hoffmann-2022-approach3-unrounded"));
        Assert.False(Better("besiroglu-2024"));

        static bool Better(string id)
        {
            var law = (ILossLaw)LawCatalog.Get(id);
            return law.Loss(7e9, 2e12) < law.Loss(70e9, 2e11);
        }
    }

    [Fact]
    public void Compare_shows_a_run_under_every_law_that_allocates()
    {
        var rows = WhatIf.Compare(new TrainingRun { Parameters = 70_000_000_000, TrainingTokens = 1_400_000_000_000 });

        Assert.Equal(LawCatalog.All.Where(law => law is IAllocationLaw).Select(law => law.Id), rows.Select(r => r.Change));
        Assert.All(rows, row => Assert.NotNull(row.Estimate.Balance));
    }
}
