using System;
using ScalingAnalyzers;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace Runtime.Tests.Planning;

/// <summary>From a budget to a model: served, of fixed size, buildable, sharded.</summary>
public class BudgetPlanTests
{
    // The definition: 6ND + 2NT is the budget, and no other split of it reaches a lower loss.
    [Theory]
    [InlineData(1e23, 1e12)]
    [InlineData(1e23, 1e13)]
    [InlineData(1e21, 1e14)]
    public void The_budget_pays_training_and_serving_of_the_best_model(double budget, double served)
    {
        var plan = InferencePlan.ForBudget(budget, served);

        Assert.Equal(budget, plan.TotalFlops, budget * 1e-9);
        foreach (double step in new[] { 0.7, 0.95, 1.05, 1.4 })
        {
            double n = plan.Parameters * step, tokens = (budget - (2 * n * served)) / 6 / n;
            if (tokens > 0) Assert.True(LawCatalog.Default.Loss(n, tokens) > plan.Loss);
        }
    }

    [Fact]
    public void A_model_that_serves_nothing_is_the_optimum_of_the_budget() => Assert.Equal(
        ComputeOptimalPlan.ForCompute(1e22).Parameters, InferencePlan.ForBudget(1e22, 0).Parameters, 1e3);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1e20, -1)]
    public void Impossible_budgets_are_refused(double budget, double served) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => InferencePlan.ForBudget(budget, served));

    [Fact]
    public void A_model_of_given_size_trains_for_all_of_the_compute()
    {
        var run = PlannedRun.AtCompute(6e22, 1e10);

        Assert.Equal(1e12, run.Tokens, 1);
        Assert.Equal(LawCatalog.Default.Loss(1e10, 1e12), run.Loss);
    }

    // At both ends the run wastes exactly the accepted share, by the same Balance that rules use.
    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    public void The_valley_ends_where_the_share_is_wasted(double share)
    {
        var plan = ComputeOptimalPlan.ForCompute(1e23);
        var valley = plan.ParametersWithin(share)!.Value;

        Assert.True(valley.Contains(plan.Parameters));
        foreach (double parameters in new[] { valley.Low, valley.High })
        {
            var run = PlannedRun.AtCompute(1e23, parameters);
            double least = LawCatalog.Default.TrainingFlopsFor(run.Loss!.Value);
            Assert.Equal(1 + share, 1e23 / least, 1e-6);
        }
    }

    [Fact]
    public void A_law_without_a_loss_has_no_valley() =>
        Assert.Null(ComputeOptimalPlan.ForCompute(1e23, LawCatalog.Get(KnownLaws.Llama3)).ParametersWithin(0.02));

    // Sizes of published dense models with their vocabularies (Llama 2, Llama 3, GPT-NeoX): each is built within 2 %.
    [Theory]
    [InlineData(1.2e8, 32000)]
    [InlineData(1.24e9, 32000)]
    [InlineData(6.74e9, 32000)]
    [InlineData(8.03e9, 128256)]
    [InlineData(2.06e10, 50432)]
    [InlineData(7.06e10, 128256)]
    [InlineData(4.06e11, 128256)]
    public void A_size_becomes_a_shape_that_can_be_built(double parameters, int vocabulary)
    {
        var shape = BuildableShape.Near(parameters, vocabulary)!;

        Assert.Equal(parameters, shape.Parameters, parameters * 0.02);
        Assert.Equal(0, shape.HiddenSize % 128);
        Assert.Equal(0, shape.FeedForwardSize % 128);
        Assert.Equal(shape.HiddenSize, shape.Heads * 128);
        Assert.Equal(0, shape.Heads % shape.KeyValueHeads!.Value);
        Assert.InRange((double)shape.HiddenSize / shape.Layers, 60, 200);
    }

    [Fact]
    public void An_embedding_larger_than_the_model_is_no_shape() => Assert.Null(BuildableShape.Near(1e6, 128256));

    // 16 bytes a parameter: 8B are 128 GB, which one device of 80 GB does not hold and 8 of them do by ZeRO 1 at once.
    [Fact]
    public void The_smallest_sharding_is_the_first_that_fits()
    {
        var shape = BuildableShape.Near(8e9, 32000)!;
        var sharding = SmallestSharding.For(shape, 80_000_000_000, 8)!;

        Assert.Equal((1, 1, 1, 8), (sharding.ZeroStage, sharding.TensorParallel, sharding.PipelineParallel, sharding.DataParallel));
        Assert.True(shape.TrainingMemory(sharding).Total <= 80_000_000_000);
        Assert.True(shape.TrainingMemory(sharding with { ZeroStage = 0 }).Total > 80_000_000_000);
        Assert.Null(SmallestSharding.For(shape, 1_000_000_000, 8));
    }
}
