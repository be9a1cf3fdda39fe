using ScalingAnalyzers.Laws;
namespace ScalingAnalyzers.Tests;

/// <summary>Compute before, beside and after a training run, counted by hand.</summary>
public class LifetimeTests
{
    private static readonly TrainingRun Chinchilla = new() { Parameters = 70_000_000_000, TrainingTokens = 1_400_000_000_000 };

    [Fact]
    public void A_plain_run_is_its_own_development_and_has_no_lifetime()
    {
        var e = Chinchilla.Estimate();
        Assert.Equal(5.88e23, e.DevelopmentFlops);
        Assert.Null(e.PostTrainingFlops);
        Assert.Null(e.LifetimeFlops);
        Assert.Null(e.InferenceFlopsPerQuery);
    }

    [Fact]
    public void Every_declared_part_is_counted_once()
    {
        var e = (Chinchilla with
        {
            PriorTokens = 1_000_000_000_000,
            TeacherParameters = 405_000_000_000,
            FineTuningTokens = 1_000_000_000,
            ReinforcementTokens = 2_000_000_000,
            InferenceTokens = 10_000_000_000_000,
            TokensPerQuery = 1_000,
            SamplesPerQuery = 16,
        }).Estimate();
        Assert.Equal(4.2e23, e.PriorFlops); // 6 * 70e9 * 1e12
        Assert.Equal(1.134e24, e.TeacherFlops); // 2 * 405e9 * 1.4e12
        Assert.Equal(1.54e21, e.PostTrainingFlops); // 70e9 * (6 * 1e9 + 8 * 2e9)
        Assert.Equal(1.4e24, e.InferenceFlops); // 2 * 70e9 * 1e13
        Assert.Equal(2.24e15, e.InferenceFlopsPerQuery); // 2 * 70e9 * 1000 * 16
        Assert.Equal(4.2e23 + 1.134e24 + 5.88e23 + 1.54e21, e.DevelopmentFlops!.Value, 1e10);
        Assert.Equal(4.2e23 + 1.134e24 + 5.88e23 + 1.54e21 + 1.4e24, e.LifetimeFlops!.Value, 1e10);
    }

    [Fact]
    public void A_run_at_the_floor_of_its_unique_tokens_has_a_loss_and_no_price()
    {
        // 1e9 unique tokens and 1e27 FLOPs: by Muennighoff's law neither repeats nor size reduce the loss further.
        var e = new TrainingRun { Parameters = 100_000_000_000_000, TrainingTokens = 1_600_000_000_000, UniqueTokens = 1_000_000_000 }
            .Estimate(MuennighoffLaw.C4);
        Assert.NotNull(e.PredictedLoss);
        Assert.Null(e.ExcessCompute);
        Assert.Null(e.PaybackTokens);
    }

    [Fact]
    public void One_sample_is_the_default() =>
        Assert.Equal(1.4e14, (Chinchilla with { TokensPerQuery = 1_000 }).Estimate().InferenceFlopsPerQuery);

    [Fact]
    public void A_mixture_computes_with_its_active_parameters() =>
        Assert.Equal(6.0 * 37e9 * 1e9,
            (new TrainingRun
            {
                Parameters = 671_000_000_000,
                ActiveParameters = 37_000_000_000,
                TrainingTokens = 1,
                FineTuningTokens = 1_000_000_000
            }).Estimate().PostTrainingFlops);
}
