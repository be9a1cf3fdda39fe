using System;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Tests;

/// <summary>Layouts of experts in plans, and published mixtures beside dense models.</summary>
public class MixtureLayoutTests
{
    // All expert parameters over the active ones: DeepSeek-V3 has 256 routed of which 8, and a shared one.
    [Theory]
    [InlineData(1, 1, 0, 1)]
    [InlineData(8, 2, 0, 4)]
    [InlineData(128, 8, 0, 16)]
    [InlineData(128, 8, 1, 129.0 / 9)]
    [InlineData(256, 8, 1, 257.0 / 9)]
    public void A_layout_counts_by_its_expansion(int experts, int perToken, int shared, double rate) =>
        Assert.Equal(rate, new MixtureLayout(experts, perToken, shared).ExpansionRate, 12);

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(8, 9, 0)]
    [InlineData(8, 0, 0)]
    [InlineData(8, 2, -1)]
    public void An_impossible_layout_is_refused(int experts, int perToken, int shared) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MixtureLayout(experts, perToken, shared));

    // Ludziejewski et al. 2025 at an expansion of 129 / 9; 2/3 of what is active is in experts.
    [Fact]
    public void Eight_of_128_with_a_shared_expert_are_planned()
    {
        var layout = new MixtureLayout(128, perToken: 8, sharedExperts: 1);
        var plan = MixturePlan.ForLayouts(1e22, [new(1), layout]);
        Assert.Equal(layout, plan.Layout);
        Assert.Equal(LudziejewskiLaw.Published.Loss(plan.Parameters, plan.Tokens, 129.0 / 9), plan.Loss!.Value, 12);
        Assert.Equal(plan.Parameters * (1 + (2.0 / 3 * ((129.0 / 9) - 1))), plan.TotalParameters, 0);
        Assert.Contains("8 of 128 experts and 1 shared", plan.ToString(), StringComparison.Ordinal);
    }

    // The same law's dense case on the same tokens, by its published coefficients at one expert.
    [Fact]
    public void Memory_is_weighed_against_compute()
    {
        var best = MixturePlan.ForLayouts(1e22, [new(128, 8, 1)]).Best;
        double dense = best.DenseEquivalent!.Value;
        Assert.Equal(best.Loss!.Value, LudziejewskiLaw.Published.Loss(dense, best.Tokens, 1), 9);
        Assert.InRange(dense, best.Parameters, best.TotalParameters);
        Assert.Equal(dense / best.Parameters, best.DenseServingFlopsPerToken!.Value / best.ServingFlopsPerToken, 9);
        Assert.Equal(Math.Ceiling(best.TotalParameters * 2 / 80e9), best.DevicesFor(80e9));
        Assert.True(best.DenseDevicesFor(24e9) < best.DevicesFor(24e9)); // more memory, fewer FLOPs
    }

    [Fact]
    public void A_dense_layout_is_its_own_equivalent()
    {
        var dense = MixturePlan.ForLayouts(1e21, [new(1)]).Best;
        Assert.Equal(1, dense.DenseEquivalent!.Value / dense.Parameters, 9);
    }

    // Counts of the configs; tokens as their reports give them, none for Mixtral and gpt-oss.
    [Theory]
    [InlineData("deepseek-v3.json", 14.8e12, "669B parameters in all (fitted: 5B)", "1e20 to 1e22")]
    [InlineData("kimi-k2-instruct.json", 15.5e12, "parameters in all (fitted: 5B)", "experts for each active one (fitted: 32)")]
    [InlineData("qwen3-30b-a3b.json", 36e12, "29.9B parameters in all (fitted: 5B)", "FLOPs (fitted: 1e20 to 1e22)")]
    [InlineData("olmoe-1b-7b.json", 5.1e12, "6.71B parameters in all (fitted: 5B)", "FLOPs (fitted: 1e20 to 1e22)")]
    [InlineData("mixtral-8x7b-v0.1.json", null, "the training tokens are unknown", "")]
    [InlineData("gpt-oss-120b.json", null, "the training tokens are unknown", "")]
    public void A_published_mixture_has_no_loss_for_a_true_reason(string file, double? tokens, string reason, string second)
    {
        var shape = HuggingFaceConfig.Parse(File.ReadAllText(Facts.PathOf("models", file))).Shape!;
        var e = new TrainingRun { Shape = shape, TrainingTokens = (long?)tokens }.Estimate();
        Assert.Null(e.PredictedLoss);
        Assert.Contains(reason, e.WhyNoLoss, StringComparison.Ordinal);
        Assert.Contains(second, e.WhyNoLoss, StringComparison.Ordinal);
        if (tokens is null)
        {
            Assert.Null(e.MixtureEquivalent);
            return;
        }

        var equivalent = e.MixtureEquivalent!;
        Assert.InRange(equivalent.DenseParameters, equivalent.ActiveParameters, equivalent.TotalParameters);
        Assert.True(equivalent.OrdersOutsideFit > 0);
        Assert.Equal(LudziejewskiLaw.Published.Loss(equivalent.ActiveParameters, tokens.Value, equivalent.ExpansionRate),
            LudziejewskiLaw.Published.Loss(equivalent.DenseParameters, tokens.Value, 1), 9);
    }

    [Fact]
    public void A_mixture_inside_the_fit_has_an_equivalent_without_extrapolation()
    {
        var shape = new TransformerShape
        {
            Layers = 16,
            HiddenSize = 1024,
            Heads = 16,
            FeedForwardSize = 0,
            VocabularySize = 50_304,
            Experts = new ExpertShape { Count = 32, PerToken = 4, Size = 1024 },
        };
        var e = new TrainingRun { Shape = shape, TrainingTokens = 100_000_000_000 }.Estimate();
        Assert.Equal(0, e.MixtureEquivalent!.OrdersOutsideFit);
        Assert.Contains("MixturePlan", e.WhyNoLoss, StringComparison.Ordinal);
    }

    // Only the counts are declared: what a mixture is made of is not known.
    [Fact]
    public void Without_the_experts_there_is_no_equivalent()
    {
        var e = new TrainingRun { Parameters = 47_000_000_000, ActiveParameters = 13_000_000_000, TrainingTokens = 1_000_000_000_000 }
            .Estimate();
        Assert.Null(e.MixtureEquivalent);
        Assert.Contains("without the experts of the shape", e.WhyNoLoss, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dense_run_with_a_loss_needs_no_reason() =>
        Assert.Null(new TrainingRun { Parameters = 8_000_000_000, TrainingTokens = 1_000_000_000_000 }.Estimate().WhyNoLoss);

    [Fact]
    public void Options_are_ordered_by_expansion() => Assert.Equal(
        [1, 8, 128],
        MixturePlan.ForLayouts(1e21, [new(128, 8), new(1), new(8, 2)]).Options.Select(option => option.Experts));
}
