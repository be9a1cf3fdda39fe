using System;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

public class EstimateTests
{
    // Brown et al. 2020, table D.1.
    [Theory]
    [InlineData("GPT-3 Small", 125_000_000, 2.25e20, 2.60)]
    [InlineData("GPT-3 Medium", 356_000_000, 6.41e20, 7.42)]
    [InlineData("GPT-3 Large", 760_000_000, 1.37e21, 15.8)]
    [InlineData("GPT-3 XL", 1_320_000_000, 2.38e21, 27.5)]
    [InlineData("GPT-3 2.7B", 2_650_000_000, 4.77e21, 55.2)]
    [InlineData("GPT-3 6.7B", 6_660_000_000, 1.20e22, 139)]
    [InlineData("GPT-3 13B", 12_850_000_000, 2.31e22, 268)]
    [InlineData("GPT-3 175B", 174_600_000_000, 3.14e23, 3.64e3)]
    public void Gpt3s_compute_comes_out_to_the_printed_digits(string run, long parameters, double flops, double petaflopDays)
    {
        var estimate = new TrainingRun { Name = run, Parameters = parameters, TrainingTokens = 300_000_000_000 }.Estimate();
        Assert.Equal(Quantity.Scientific(flops), Quantity.Scientific(estimate.TrainingFlops!.Value));
        Assert.InRange(estimate.PetaflopDays!.Value, petaflopDays * 0.996, petaflopDays * 1.005);
    }

    [Fact]
    public void Over_training_pays_back_where_both_bills_are_equal()
    {
        var estimate = new TrainingRun { Parameters = 8_030_261_248, TrainingTokens = 15_000_000_000_000 }.Estimate();
        var cheapest = estimate.Balance!.EqualLoss!.Value;
        double served = estimate.PaybackTokens!.Value;
        Assert.Equal(1, (estimate.TrainingFlops!.Value + (2.0 * 8_030_261_248 * served))
            / (cheapest.TrainingFlops + (2 * cheapest.Parameters * served)), 12);
        Assert.Equal(estimate.PredictedLoss!.Value, ((ILossLaw)estimate.Law).Loss(cheapest.Parameters, cheapest.Tokens), 12);
    }

    [Fact]
    public void A_mixture_gets_no_loss_but_compute_by_its_active_and_memory_by_all_parameters()
    {
        var estimate =
            new TrainingRun { Parameters = 671_026_419_200, ActiveParameters = 37_000_000_000, TrainingTokens = 14_800_000_000_000 }
                .Estimate();
        Assert.Equal(6.0 * 37e9 * 14.8e12, estimate.TrainingFlops!.Value, 1e9);
        Assert.Equal(671_026_419_200 * 16, estimate.TrainingStateBytes);
        Assert.Null(estimate.PredictedLoss);
        Assert.NotNull(estimate.BalanceByTotal);
    }

    // 6 * 70e9 * 1.4e12 / (peak * 0.4 * 3600), by hand.
    [Theory]
    [InlineData("H100-SXM", null, 412708.04)]
    [InlineData("H100-SXM", 989.4e12, 412708.04)]
    [InlineData("H100-SXM", 494.7e12, 825416.08)] // capped to half
    [InlineData("H100-SXM", 1979e12, null)] // the sparse figure
    [InlineData("H100-SXM", 989.0, null)] // another unit
    [InlineData(null, 700e12, 583333.3)] // a chip of one's own
    [InlineData(null, 989.0, null)]
    [InlineData(null, null, null)]
    public void Hours_follow_from_the_declared_peak_unless_the_chip_does_not_have_it(string? chip, double? peak, double? hours)
    {
        var e = new TrainingRun
        {
            Parameters = 70_000_000_000,
            TrainingTokens = 1_400_000_000_000,
            Utilization = 0.4,
            AcceleratorCount = 1024,
            PricePerAcceleratorHour = 2,
            Accelerator = chip is null ? null : Accelerators.Get(chip),
            PeakFlopsPerSecond = peak,
        }.Estimate();
        Assert.Equal(hours is not null, e.AcceleratorHours is not null);
        Assert.Equal(hours is not null, e.WallClockDays is not null);
        Assert.Equal(hours is not null, e.Cost is not null);
        Assert.Equal(hours is not null && chip is not null, e.EnergyKilowattHours is not null); // no chip, no design power
        if (hours is { } expected) Assert.Equal(expected, e.AcceleratorHours!.Value, 0.1);
        Assert.Equal(peak is not null && hours is null, e.WhyNoHours is not null);
        Assert.Equal(e.WhyNoHours is null ? peak ?? (chip is null ? null : 989.4e12) : null, e.PeakFlopsPerSecond);
    }

    [Fact]
    public void A_share_is_refused_in_its_own_words()
    {
        var run = new TrainingRun { Parameters = 1_000_000, TrainingTokens = 20_000_000, Utilization = 40 };
        const string Message = "tilization is a share of the peak and must lie in (0, 1]; it is 40.";
        Assert.Contains(Message, Assert.Throws<ArgumentOutOfRangeException>(() => run.Estimate()).Message, StringComparison.Ordinal);
        Assert.Contains(Message, Assert.Throws<ArgumentOutOfRangeException>(() => Compute.AcceleratorHours(1e21, 1e15, 40)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_impossible_peak_is_refused_by_name(double peak) => Assert.Equal(
        "PeakFlopsPerSecond",
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingRun { PeakFlopsPerSecond = peak }.Estimate()).ParamName);

    // GPT-2 small, 124,439,808 parameters, 85,056,000 of them no embeddings: L(85,056,000, 10B) by eq. 1.5 and table 2
    // of Kaplan et al. 2020.
    [Fact]
    public void Kaplans_loss_is_that_of_the_non_embedding_parameters_where_they_are_known()
    {
        var run = new TrainingRun { Parameters = 124_439_808, NonEmbeddingParameters = 85_056_000, TrainingTokens = 10_000_000_000 };
        Assert.Equal(Math.Pow(Math.Pow(6.4e13 / 85_056_000, 0.076 / 0.103) + (1.8e13 / 1e10), 0.103),
            run.Estimate(KaplanLaw.Published).PredictedLoss!.Value, 12);
        Assert.Equal(run.Estimate().PredictedLoss, (run with { NonEmbeddingParameters = null }).Estimate().PredictedLoss);
    }

    // Two counts that each fit 64 bits: the sum is assessed without wrapping.
    [Fact]
    public void Tokens_of_a_checkpoint_and_of_the_run_add_up_beyond_64_bits()
    {
        var estimate = new TrainingRun
        {
            Parameters = 8_000_000_000,
            TrainingTokens = long.MaxValue,
            PriorTokens = long.MaxValue,
            Stage = TrainingStage.ContinuedPretraining
        }.Estimate();
        Assert.Equal(2.0 * long.MaxValue, estimate.Balance!.Tokens);
        Assert.Equal(2 * Compute.TrainingFlops(8_000_000_000, long.MaxValue), estimate.Balance.TrainingFlops);
    }

    [Fact]
    public void A_run_of_the_largest_counts_there_are_is_estimated()
    {
        const long Most = long.MaxValue;
        var estimate = new TrainingRun
        {
            Parameters = Most,
            ActiveParameters = Most - 1,
            TrainingTokens = Most,
            InferenceTokens = Most,
            FineTuningTokens = Most,
            ReinforcementTokens = Most,
            TeacherParameters = Most,
            TokensPerQuery = Most,
            SamplesPerQuery = Most,
            AttentionWidth = Most,
            SequenceLength = Most
        }.Estimate();
        Assert.Equal(estimate.TrainingFlops, estimate.Balance!.TrainingFlops);
        Assert.Equal(5.104235503814077e38, estimate.BalanceByTotal!.TrainingFlops);
        Assert.True(double.IsFinite(estimate.LifetimeFlops!.Value));
    }

    public static TheoryData<string, TrainingRun> NegativeFacts => new()
    {
        { "PriorTokens", new() { PriorTokens = -1 } },
        { "FineTuningTokens", new() { FineTuningTokens = -1 } },
        { "ReinforcementTokens", new() { ReinforcementTokens = 0 } },
        { "TeacherParameters", new() { TeacherParameters = -1 } },
        { "TokensPerQuery", new() { TokensPerQuery = -1 } },
        { "SamplesPerQuery", new() { SamplesPerQuery = 0 } },
        { "AttentionWidth", new() { AttentionWidth = -1 } },
    };

    [Theory]
    [MemberData(nameof(NegativeFacts))]
    public void A_fact_that_cannot_be_is_refused_by_name_whatever_it_is_for(string name, TrainingRun run) => Assert.Equal(
        name,
        Assert.Throws<ArgumentOutOfRangeException>(
            () => (run with { Parameters = 1_000_000, TrainingTokens = 1_000_000 }).Estimate()).ParamName);

    [Theory]
    [InlineData(0, 1, 0.4, "Parameters")]
    [InlineData(-1, 1, 0.4, "Parameters")]
    [InlineData(1, 0, 0.4, "TrainingTokens")]
    [InlineData(1, 1, 40, "Utilization")]
    [InlineData(1, 1, double.NaN, "Utilization")]
    public void Impossible_runs_are_refused_by_name(long parameters, long tokens, double utilization, string name) => Assert.Equal(
        name, Assert.Throws<ArgumentOutOfRangeException>(
            () => new TrainingRun { Parameters = parameters, TrainingTokens = tokens, Utilization = utilization }.Estimate()).ParamName);
}
