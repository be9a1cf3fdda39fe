using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Reports;
using ScalingAnalyzers.Reports.Charts;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Report.Tests;

/// <summary>What the charts plot, against figures that others published or that follow by hand.</summary>
public class ChartTests
{
    private static readonly ReportModel Published = ReportModel.Of(Examples.Published);
    private static readonly IReadOnlyList<Chart> Fits = ReportModel.Of(Examples.Fitted).Fits[0].Charts;

    [Theory]
    [InlineData("Gopher", 280e9, 300e9)]
    [InlineData("Chinchilla", 70e9, 1.4e12)]
    [InlineData("Llama 3.1 8B", 8.03e9, 15e12)]
    public void The_plane_has_a_labelled_point_for_each_run(string run, double parameters, double tokens)
    {
        var point = Series("plane", run);
        Assert.Equal([parameters], point.X);
        Assert.Equal([tokens], point.Y);
        Assert.Equal([run], point.Labels);
    }

    // README's example of SCALE001: the optimum at Gopher's compute is 67.5B on 1.25T.
    [Fact]
    public void The_frontier_of_the_default_law_goes_through_the_optimum_at_gophers_compute() =>
        Assert.InRange(At(Series("plane", "besiroglu-2024"), 67.5e9), 1.24e12, 1.26e12);

    [Fact]
    public void Curves_of_equal_compute_have_equal_compute()
    {
        var curve = Series("plane", "1e23 FLOPs");
        Assert.All(curve.X.Zip(curve.Y), run => Assert.Equal(1e23, 6 * run.First * run.Second, 1e23 * 1e-12));
    }

    // L = 1.8172 + 482.01 N^-0.3478 + 2085.43 D^-0.3658 (Besiroglu et al. 2024, table 1, with the digits of the law's
    // page).
    [Fact]
    public void Curves_of_equal_loss_have_the_loss_of_their_run()
    {
        var curve = Series("plane", "loss 1.974");
        Assert.All(curve.X.Zip(curve.Y), run => Assert.Equal(
            1.974, 1.8172 + (482.01 * Math.Pow(run.First, -0.3478)) + (2085.43 * Math.Pow(run.Second, -0.3658)), 0.001));
    }

    [Fact]
    public void Laws_beyond_the_first_wait_for_the_reader()
    {
        var laws = Chart("plane").Series.Where(series => series.Toggle.StartsWith("law-", StringComparison.Ordinal))
            .ToLookup(series => series.IsOff,
            series => series.Toggle);
        Assert.Contains("law-besiroglu-2024", laws[false]);
        Assert.Contains("law-kaplan-2020", laws[true]);
    }

    [Fact]
    public void The_loss_chart_has_three_named_bands_and_the_fitted_range()
    {
        var areas = Chart("loss").Series.Where(series => series.Kind == SeriesKind.Area).ToDictionary(series => series.Toggle);
        Assert.Equal(["band-coefficient", "band-single", "band-spread", "range"], areas.Keys.Order(StringComparer.Ordinal));

        // The default law's page: fitted on 1.4e18 to 1.3e22 FLOPs.
        Assert.Equal(1.4e18, areas["range"].X.Min(), 1e16);
        Assert.Equal(1.3e22, areas["range"].X.Max(), 1e20);
        Assert.Equal(4, areas.Values.Select(area => Reports.Drawing.Marks.DashOf(area) + area.Style).Distinct().Count());
    }

    [Fact]
    public void The_single_run_band_contains_the_coefficient_band()
    {
        var inner = Band("band-coefficient");
        var outer = Band("band-single");
        Assert.Equal(inner.Length, outer.Length);
        Assert.All(inner.Zip(outer), pair => Assert.True(pair.Second.Low < pair.First.Low && pair.Second.High > pair.First.High));
    }

    // README: Llama 3.1 8B pays back after 11.4T served tokens. At the crossing both lines have the same total.
    [Fact]
    public void Lines_of_serving_cross_where_the_run_pays_back()
    {
        var mark = Series("serving", "pays back: Llama 3.1 8B");
        Assert.InRange(mark.X[0], 11.35e12, 11.45e12);
        Assert.Equal(mark.Y[0], At(Series("serving", "Llama 3.1 8B"), mark.X[0]), mark.Y[0] * 0.01);
        Assert.Equal(mark.Y[0], At(Series("serving", "optimum of the loss of Llama 3.1 8B"), mark.X[0]), mark.Y[0] * 0.01);
    }

    // Rounding of whole counts leaves an optimum a hair beside itself.
    [Fact]
    public void An_optimum_does_not_pay_back()
    {
        var optimum = Laws.LawCatalog.Default.Allocate(1e23);
        var report = ReportModel.Of(new ReportContent
        {
            Runs = [new ReportRun(Examples.Run("best", optimum.Parameters, optimum.Tokens, 512,
            0.4))]
        });
        Assert.DoesNotContain(report.Decision.Facts, fact => fact.Label == "Pays back after");
        Assert.Contains(report.Decision.Conditions, text => text.EndsWith("The run is at the optimum.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_below_the_optimum_has_no_crossing() =>
        Assert.DoesNotContain(Chart("serving").Series, series => series.Name == "pays back: Gopher");

    // Muennighoff et al. 2023: R_D* = 15.39; D'/D = (1 + R (1 - exp(-9/R))) / 10 after ten passes.
    [Fact]
    public void Repeated_data_are_worth_what_muennighoff_measured()
    {
        var point = Series("repeats", "Small, repeated");
        Assert.Equal([10], point.X);
        Assert.Equal((1 + (15.387 * (1 - Math.Exp(-9 / 15.387)))) / 10, point.Y[0], 1e-3);
    }

    // Rajbhandari et al. 2020, figure 1: 2 + 2 + 4 + 8 bytes a parameter, over 64 devices.
    [Theory]
    [InlineData("weights", 2)]
    [InlineData("gradients", 2)]
    [InlineData("master weights", 4)]
    [InlineData("optimizer", 8)]
    public void Memory_has_the_parts_of_zero(string part, int bytes) =>
        Assert.Equal(bytes * 1.3 / 64, Series("memory", part).X[3], 1e-6);

    [Fact]
    public void Memory_is_compared_with_what_the_accelerator_has() =>
        Assert.All(Series("memory", "memory of the accelerator").X, gigabytes => Assert.Equal(80, gigabytes, 1.0));

    // 6 x 70e9 x 1.4e12 FLOPs at 0.4 of 989.4e12 FLOP/s, 4096 chips, 2 dollars an hour.
    [Theory]
    [InlineData("Price, dollars", 5.88e23 / (0.4 * 989.4e12) / 3600 * 2)]
    [InlineData("Days", 5.88e23 / (0.4 * 989.4e12) / 86400 / 4096)]
    [InlineData("Accelerator-hours", 5.88e23 / (0.4 * 989.4e12) / 3600)]
    [InlineData("Energy, kWh", 5.88e23 / (0.4 * 989.4e12) / 3600 * 0.7)]
    [InlineData("Training compute, FLOPs", 5.88e23)]
    public void Costs_follow_from_peak_utilization_and_price(string unit, double expected)
    {
        var bar = Assert.Single(Chart("cost").Series, series => series.Unit == unit && series.Name == "Chinchilla");
        Assert.Equal(expected, bar.X[0], expected * 1e-3);
    }

    [Fact]
    public void A_fit_has_residuals_cloud_profile_parabolas_and_back_tests() => Assert.Equal(
        ["Residuals", "Bootstrap cloud of the additive surface", "Profile of E of the additive surface", "IsoFLOP parabolas"], Fits.Take(4)
            .Select(chart => chart.Title));

    [Fact]
    public void Residuals_are_as_small_as_the_scatter_that_was_put_in() => Assert.All(
        Fits[0].Series.Single(series => series.Name == "runs").Y, percent => Assert.InRange(percent, -0.3, 0.3));

    [Fact]
    public void The_cloud_has_every_resample() => Assert.Equal(100, Fits[1].Series[0].X.Count);

    [Fact]
    public void The_profile_is_lowest_at_the_fit()
    {
        var curve = Fits[2].Series.Single(series => series.Kind == SeriesKind.Line);
        var fit = Fits[2].Series.Single(series => series.Name == "fit");
        Assert.Equal(fit.Y[0], curve.Y.Min(), Math.Abs(fit.Y[0]) * 1e-9);
        Assert.Equal(fit.X[0], curve.X[curve.Y.ToList().IndexOf(curve.Y.Min())]);
        Assert.True(curve.Y[0] > fit.Y[0] && curve.Y[^1] > fit.Y[0]);
    }

    // The runs lie on the default law within 0.2 %, so each parabola is lowest near its optimum.
    [Fact]
    public void Parabolas_are_lowest_near_the_optimum_of_the_law()
    {
        var bottoms = Fits[3].Series.Single(series => series.Name == "bottoms");
        Assert.Equal(6, bottoms.X.Count);
        double[] budgets = [1e18, 3e18, 1e19, 3e19, 1e20, 3e20];
        Assert.All(bottoms.X.Zip(budgets), pair => Assert.InRange(pair.First / Laws.LawCatalog.Default.Allocate(pair.Second).Parameters,
            0.7, 1.5));
    }

    [Fact]
    public void A_back_test_shows_prediction_interval_and_observation()
    {
        var test = Fits[4];
        Assert.StartsWith("Back-test", test.Title, StringComparison.Ordinal);
        var predicted = test.Series[0];
        Assert.Equal(predicted.X, test.Series[1].X);
        Assert.All(predicted.Y.Zip(predicted.Intervals), pair => Assert.True(pair.Second!.Value.Contains(pair.First)));
    }

    private static Chart Chart(string id) => Published.Charts.Single(chart => chart.Id == id);

    private static Series Series(string chart, string name) => Assert.Single(Chart(chart).Series, series => series.Name == name);

    private static (double Low, double High)[] Band(string toggle)
    {
        var band = Chart("loss").Series.Single(series => series.Toggle == toggle);
        int half = band.Y.Count / 2;
        return band.Y.Take(half).Zip(band.Y.Skip(half).Reverse()).ToArray();
    }

    // Between two points of a curve, in logarithms.
    private static double At(Series series, double x)
    {
        int right = series.X.ToList().FindIndex(value => value >= x);
        double share = Math.Log(x / series.X[right - 1]) / Math.Log(series.X[right] / series.X[right - 1]);
        return series.Y[right - 1] * Math.Pow(series.Y[right] / series.Y[right - 1], share);
    }
}
