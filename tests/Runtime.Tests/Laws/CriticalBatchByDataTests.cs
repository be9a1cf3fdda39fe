using System;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Tests;

/// <summary>Zhang et al. 2024: the critical batch by data, and the unit of its tokens.</summary>
public class CriticalBatchByDataTests
{
    // The paper's fit over model sizes at 20 tokens per parameter, 93.20 N^0.47 sequences, N in millions: the same line
    // as 22.91 D^0.47 at D = 20 N. Its five sizes.
    [Theory]
    [InlineData(85e6)]
    [InlineData(151e6)]
    [InlineData(302e6)]
    [InlineData(604e6)]
    [InlineData(1.2e9)]
    public void The_fit_by_data_is_the_one_by_size_at_twenty_tokens_per_parameter(double parameters)
    {
        double sequences = ZhangCriticalBatchLaw.Published.CriticalBatchTokens(20 * parameters) / 512;
        Assert.Equal(1, sequences / (93.20 * Math.Pow(parameters / 1e6, 0.47)), 0.01);
    }

    // At 3.072B tokens the paper's third fit, 621.341 N^0.087, has 961 sequences for its 151M model; in thousands or
    // billions of tokens this law would be off by a factor of 25.
    [Fact]
    public void The_fit_at_fixed_tokens_meets_it_in_millions()
    {
        double sequences = ZhangCriticalBatchLaw.Published.CriticalBatchTokens(3.072e9) / 512;
        Assert.Equal(1, sequences / (621.341 * Math.Pow(151, 0.087)), 0.05);
    }

    [Fact]
    public void It_is_beside_the_critical_batches_by_loss()
    {
        var suggested = HyperparameterPlan.For(7e9, 2e12).CriticalBatchTokens;
        Assert.Equal(["kaplan-2020", "minicpm-2024-batch", "zhang-2024-critical-batch"], suggested.Select(s => s.Law.Id));
        Assert.Equal(512 * 22.91 * Math.Pow(2e6, 0.47), suggested[2].Suggestion.Value, 1);
        Assert.True(suggested[2].OrdersOutsideFit > 1.5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void Impossible_tokens_are_refused(double tokens) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ZhangCriticalBatchLaw.Published.CriticalBatchTokens(tokens));
}
