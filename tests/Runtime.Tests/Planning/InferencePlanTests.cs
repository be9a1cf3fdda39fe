using System;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Laws.Literature;
using ScalingAnalyzers.Planning;

namespace Runtime.Tests.Planning;

/// <summary>Runs planned for all of their life: training paid once, each served token again and again.</summary>
public class InferencePlanTests
{
    // A loss out of a law's reach is another matter.
    [Fact]
    public void A_law_that_can_be_planned_with_is_one_that_the_planner_accepts() => Assert.All(
        LawCatalog.All.Append(MuennighoffLaw.C4.WithUniqueTokens(1e11)),
        law => Assert.Equal(InferencePlan.CanPlan(law),
            Record.Exception(() => InferencePlan.ForLoss(3, 1e12, law))?.GetType() != typeof(ArgumentException)));

    // Sardana et al. 2023, the authors' code: 13.6B on 4.43T for 1e13 served tokens saves 28 % of 30B's life.
    [Fact]
    public void Inference_pays_for_a_smaller_model()
    {
        var plan = InferencePlan.ForLoss(1.9582533604758, 1e13, Sardana2023.Law);

        Assert.Equal(1.361e10, plan.Parameters, 1e7);
        Assert.Equal(0.28, plan.Saving, 0.005);
    }

    [Theory]
    [InlineData(1e10)]
    [InlineData(1e12)]
    [InlineData(1e14)]
    public void No_other_run_of_the_loss_costs_less_over_its_life(double served)
    {
        foreach (var law in new ScalingLaw[] { LawCatalog.Default, MuennighoffLaw.C4, BusbridgeLaw.Published })
        {
            double loss = ((ILossFrontier)law).OptimalLoss(1e22);
            var plan = InferencePlan.ForLoss(loss, served, law);
            foreach (double step in new[] { 0.8, 0.99, 1.01, 1.25 })
            {
                double n = plan.Parameters * step;
                double d = Isoloss.TokensFor((ILossLaw)law, loss, n);
                Assert.True((6 * n * d) + (2 * n * served) > plan.TotalFlops);
            }

            Assert.Equal(loss, ((ILossLaw)law).Loss(plan.Parameters, plan.Tokens), 1e-12);
        }
    }

    [Fact]
    public void Without_inference_the_plan_is_the_compute_optimal_run()
    {
        var plan = InferencePlan.ForLoss(2.0, 0);
        Assert.Equal(plan.Baseline.Parameters, plan.Parameters, plan.Baseline.Parameters * 1e-9);
        Assert.Equal(0, plan.Saving, 1e-9);
    }

    // Generation at half the utilisation of training costs as much as twice the tokens.
    [Fact]
    public void Dearer_inference_counts_as_more_of_it()
    {
        double training = FlopPrices.Rented(2.0, 9.894e14, 0.4);
        double output = FlopPrices.Rented(2.0, 9.894e14, 0.2);
        var priced = InferencePlan.ForCost(2.0, 0, 1e12, new(training, training, output));

        Assert.Equal(InferencePlan.ForLoss(2.0, 2e12).Tokens, priced.Tokens, priced.Tokens * 1e-12);
    }

    [Fact]
    public void Over_training_pays_back_where_both_lives_cost_the_same()
    {
        var plan = OvertrainingPlan.ForFactor(1e23, 5);
        var (run, optimum) = (plan.Allocation, plan.Optimum);

        Assert.True(run.Parameters < optimum.Parameters && plan.ExtraTrainingFlops > 0);
        Assert.Equal(5, run.Tokens / optimum.Tokens, 1e-12);
        double ours = run.TrainingFlops + (2 * run.Parameters * plan.PaybackTokens);
        double theirs = optimum.TrainingFlops + (2 * optimum.Parameters * plan.PaybackTokens);
        Assert.Equal(theirs, ours, theirs * 1e-12);
        Assert.Equal(LawCatalog.Default.Loss(optimum.Parameters, optimum.Tokens), plan.Loss!.Value, 1e-12);
    }

    // On the surface of repeated data, against the least of a grid over all runs of the loss. The runs: fewer tokens
    // than are unique, once over, a few epochs, so many that repeats hardly help, a model far too large for its data.
    [Theory]
    [InlineData(7e9, 1e11, 2e11, 1e12)]
    [InlineData(7e9, 1.4e11, 1.4e11, 1e12)]
    [InlineData(7e9, 1.4e11, 1.4e11, 1e15)]
    [InlineData(7e9, 1.4e11, 5e10, 1e11)]
    [InlineData(7e9, 1.4e11, 5e10, 1e13)]
    [InlineData(7e9, 1.4e11, 1e10, 1e12)]
    [InlineData(280e9, 3e11, 2e10, 1e13)]
    [InlineData(280e9, 3e11, 3e11, 2e13)]
    [InlineData(70e9, 1.4e12, 1e12, 2e13)]
    [InlineData(70e9, 1.4e12, 1e12, 1.0)]
    public void Serving_on_repeated_data_is_planned_as_the_least_of_a_grid(double parameters, double tokens, double unique, double served)
    {
        var law = MuennighoffLaw.C4;
        double loss = law.Loss(parameters, tokens, unique);
        var plan = InferencePlan.ForLoss(loss, served, law.WithUniqueTokens(unique));

        double least = double.PositiveInfinity;
        const int Points = 3_000;
        for (int i = 0; i < Points; i++)
        {
            double d = plan.Tokens * Math.Pow(1000, (2.0 * i / Points) - 1);
            if (SmallestOfLoss(d) is { } n) least = Math.Min(least, (6 * n * d) + (2 * n * served));
        }

        Assert.InRange(plan.TotalFlops / least, 0.99995, 1 + 1e-9); // steps of 0.5 %
        Assert.Equal(loss, law.Loss(plan.Parameters, plan.Tokens, unique), 1e-10);
        Assert.True(plan.TotalFlops <= plan.BaselineFlops * (1 + 1e-12));
        Assert.True(plan.TotalFlops <= (6 * parameters * tokens) + (2 * parameters * served));

        double? SmallestOfLoss(double d)
        {
            double low = 1e5, high = 1e16;
            if (law.Loss(high, d, unique) > loss) return null;
            while (high / low > 1 + 1e-12)
            {
                double middle = Math.Sqrt(low * high);
                if (law.Loss(middle, d, unique) > loss) low = middle;
                else high = middle;
            }

            return high;
        }
    }

    [Fact]
    public void Without_inference_the_plan_on_repeated_data_is_the_cheapest_to_train()
    {
        var law = MuennighoffLaw.C4.WithUniqueTokens(1e10);
        var plan = InferencePlan.ForLoss(law.Loss(7e9, 1.4e11), 0, law);
        Assert.Equal(plan.Baseline, plan.Allocation);
        Assert.Equal(RepeatedDataPlan.ForLoss(law.Loss(7e9, 1.4e11), 1e10).Tokens, plan.Tokens, 1e-6 * plan.Tokens);
    }

    [Fact]
    public void A_loss_that_the_unique_tokens_cannot_give_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => InferencePlan.ForLoss(MuennighoffLaw.C4.LeastLoss(1e10) - 1e-9, 1e12, MuennighoffLaw.C4.WithUniqueTokens(1e10)));
}
