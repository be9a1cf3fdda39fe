using System;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Tests;

/// <summary>Two runs in one place: the interval of their difference, and hours counted alike.</summary>
public class ComparisonTests
{
    // Equal compute. laws.md, 25: the printed fits of Hoffmann et al. 2022 prefer the small model, the corrected one
    // the large one.
    [Fact]
    public void Two_runs_that_the_law_cannot_tell_apart_are_named_so()
    {
        var comparison = Comparison.Of(Run(7e9, 2e12), Run(70e9, 200e9));
        Assert.Equal(0.013, comparison.LossDifference!.Value, 5e-4);
        Assert.Equal(-0.005, comparison.DifferenceBand!.Value.Low, 0.0015);
        Assert.Equal(0.035, comparison.DifferenceBand.Value.High, 0.0015);
        Assert.True(comparison.CannotBeToldApart);
        Assert.Matches(
            @"^7B on 2T minus 70B on 200B: \+0\.013 \[-0\.005, \+0\.03[67]\] nats per token by besiroglu-2024: "
                + "the law cannot tell them apart$",
            comparison.ToString());
        Assert.Equal(-0.0182, By(KnownLaws.Hoffmann2022Approach3Unrounded), 1e-4);
        Assert.Equal(-0.0345, By(KnownLaws.Hoffmann2022Approach3), 1e-4);

        double By(string id) => comparison.DifferencesByLaw.Single(law => law.Law.Id == id).Loss;
    }

    // Files leave more open than runs of a program; where they do not, both comparisons are one.
    [Fact]
    public void Runs_of_configs_are_each_compared_with_the_first()
    {
        TrainingRun[] runs = [Run(70e9, 200e9), Run(7e9, 2e12), Run(8e9, 15e12)];

        var compared = Comparison.WithFirst(runs.Select(run => ConfigRun.Of(run)));

        Assert.Equal([Comparison.Of(runs[1], runs[0]).ToString(), Comparison.Of(runs[2], runs[0]).ToString()],
            compared.Select(one => one.ToString()));
    }

    [Fact]
    public void Runs_far_apart_are_told_apart()
    {
        var comparison = Comparison.Of(Run(8e9, 15e12), Run(70e9, 15e12));
        Assert.False(comparison.CannotBeToldApart);
        Assert.DoesNotContain("cannot tell", comparison.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_compared_with_itself_differs_by_nothing()
    {
        var comparison = Comparison.Of(Run(7e9, 2e12), Run(7e9, 2e12));
        Assert.Equal(new Interval(0, 0), comparison.DifferenceBand);
        Assert.True(comparison.CannotBeToldApart);
    }

    // Besiroglu and Hoffmann have the same runs; Muennighoff's losses are C4's.
    [Fact]
    public void The_bands_of_a_loss_have_names()
    {
        var bands = Run(70e9, 1.4e12).Estimate().LossBands!;
        Assert.Equal(1.951, bands.CoefficientBand!.Value.Low, 0.0016);
        Assert.Equal(2.001, bands.CoefficientBand.Value.High, 0.0016);
        Assert.Equal(0.019, bands.RunScatter!.Value, 5e-4);
        Assert.True(bands.SingleRunBand!.Value.High > bands.CoefficientBand.Value.High);
        Assert.Equal(1.92085, bands.SpreadOfLaws!.Value.Low, 1e-5); // laws.md, 3: the unrounded fit
        Assert.Equal(1.97388, bands.SpreadOfLaws.Value.High, 1e-5); // laws.md, 4
        Assert.Contains(bands.LawLosses, law => law.Law.Id == KnownLaws.Muennighoff2023);
        Assert.StartsWith(
            "1.974 nats per token by besiroglu-2024; coefficient band 1.952 to 2.001 (95%, our bootstrap of its 240 points); "
                + "single-run band ",
            bands.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "(scatter of runs +-0.019); spread of laws on the same data 1.921 to 1.974 (besiroglu-2024 1.974, ",
            bands.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_without_an_uncertainty_has_no_bands_and_says_nothing_of_them()
    {
        var bands = Run(70e9, 1.4e12).Estimate(LawCatalog.Get(KnownLaws.Sardana2023)).LossBands!;
        Assert.Null(bands.CoefficientBand);
        Assert.Null(bands.SingleRunBand);
        Assert.Null(bands.SpreadOfLaws);
        Assert.Matches("^1\\.\\d{3} nats per token by sardana-2023$", bands.ToString());
    }

    // One with a shape and one without: both by 6N; alone the first counts its attention.
    [Fact]
    public void Hours_of_two_runs_are_counted_by_what_both_know()
    {
        var shaped = Timed(7e9, 2e12) with { AttentionWidth = 32 * 4096, SequenceLength = 4096 };
        var plain = Timed(7e9, 2e12);
        Assert.True(shaped.Estimate().AcceleratorHours > plain.Estimate().AcceleratorHours * 1.1);
        var comparison = Comparison.Of(shaped, plain);
        Assert.Equal(comparison.Second.AcceleratorHours, comparison.First.AcceleratorHours);
        Assert.EndsWith("accelerator-hours, both without attention", comparison.ToString(), StringComparison.Ordinal);
        var both = Comparison.Of(shaped, shaped with { TrainingTokens = 1_000_000_000_000 });
        Assert.All(new[] { both.First, both.Second }, e => Assert.Equal(UtilizationBasis.Attention12, e.UtilizationBasis));
    }

    // A run without a utilization has no hours to compare.
    [Fact]
    public void A_run_without_hours_changes_how_no_other_is_counted()
    {
        var shaped = Timed(7e9, 2e12) with { AttentionWidth = 32 * 4096, SequenceLength = 4096 };
        TrainingRun[] runs = [shaped, Run(70e9, 1.4e12)];

        Assert.Equal(shaped.Estimate().AcceleratorHours, Comparison.CountedAlike(runs)[0].AcceleratorHours);
        Assert.Equal(shaped.Estimate().AcceleratorHours,
            Comparison.ConfigsCountedAlike(runs.Select(run => ConfigRun.Of(run)))[0].AcceleratorHours);
    }

    [Fact]
    public void A_declared_basis_stays_and_decides_for_the_others_where_they_know_it()
    {
        var open = Timed(7e9, 2e12) with { AttentionWidth = 32 * 4096, SequenceLength = 4096 };
        var causal = open with { UtilizationBasis = UtilizationBasis.AttentionCausal };
        Assert.Equal(
            [UtilizationBasis.AttentionCausal, UtilizationBasis.AttentionCausal],
            Comparison.CountedAlike([causal, open]).Select(e => e.UtilizationBasis));
        Assert.Equal(
            [UtilizationBasis.AttentionCausal, UtilizationBasis.SixN],
            Comparison.CountedAlike([causal, Timed(7e9, 2e12)]).Select(e => e.UtilizationBasis));
        Assert.EndsWith(
            "accelerator-hours, with half of the attention and without attention",
            Comparison.Of(causal, Timed(7e9, 2e12)).ToString(), StringComparison.Ordinal);
    }

    private static TrainingRun Run(double parameters, double tokens) =>
        new() { Parameters = (long)parameters, TrainingTokens = (long)tokens };

    private static TrainingRun Timed(double parameters, double tokens) =>
        Run(parameters, tokens) with { PeakFlopsPerSecond = 989.4e12, Utilization = 0.4 };
}
