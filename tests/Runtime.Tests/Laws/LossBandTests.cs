using System;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

/// <summary>The bands of besiroglu-2024, from our bootstrap of its 240 points.</summary>
public class LossBandTests
{
    private static readonly ChinchillaLaw Law = (ChinchillaLaw)LawCatalog.Default;

    // Another bootstrap of the same points, 20,000 draws, gave 1.9513 to 2.0010 and 1.9844 to 2.0314. Ours are
    // 1000 of 20,000 draws: see build/WriteBesirogluDraws.cs.
    [Theory]
    [InlineData(70e9, 1.4e12, 1.951, 2.001)]
    [InlineData(175e9, 300e9, 1.9844, 2.0314)]
    public void The_coefficient_band_is_what_the_bootstrap_gives(double parameters, double tokens, double low, double high)
    {
        var band = Law.CoefficientBand(parameters, tokens)!.Value;
        Assert.Equal(low, band.Low, 0.0016);
        Assert.Equal(high, band.High, 0.0016);
        Assert.True(band.Contains(Law.Loss(parameters, tokens)));
    }

    [Fact]
    public void Single_runs_scatter_by_a_hundredth_of_their_loss()
    {
        Assert.Equal(0.019, Law.RunScatter(70e9, 1.4e12)!.Value, 0.0005);
        var (coefficients, single) = (Law.CoefficientBand(70e9, 1.4e12)!.Value, Law.SingleRunBand(70e9, 1.4e12)!.Value);
        double loss = Law.Loss(70e9, 1.4e12);
        Assert.True(single.Low < coefficients.Low && single.High > coefficients.High);
        Assert.Equal(Math.Sqrt(Math.Pow(coefficients.High - loss, 2) + (0.0186 * 0.0186)), single.High - loss, 1e-4);
    }

    // +0.013 [-0.005, +0.035].
    [Fact]
    public void A_difference_is_taken_draw_by_draw()
    {
        var (small, large) = (new Allocation(7e9, 2e12), new Allocation(70e9, 200e9));
        var band = Law.DifferenceBand(small, large)!.Value;
        Assert.Equal(-0.005, band.Low, 0.0015);
        Assert.Equal(0.035, band.High, 0.0015);
        var back = Law.DifferenceBand(large, small)!.Value;
        Assert.Equal(-band.High, back.Low, 1e-12);

        // Bands of each run apart would be wider: errors that both share cancel.
        double apart = Width(Law.CoefficientBand(7e9, 2e12)!.Value) + Width(Law.CoefficientBand(70e9, 200e9)!.Value);
        Assert.True(Width(band) < 0.9 * apart);
    }

    [Fact]
    public void The_draws_centre_on_the_law()
    {
        var draws = Law.Uncertainty!.Draws!;
        Assert.Equal(1000, draws.Laws.Count);
        double[] losses = draws.Laws.Select(law => law.Loss(7e9, 140e9)).Order().ToArray();
        Assert.Equal(Law.Loss(7e9, 140e9), losses[500], 0.002);

        // Besiroglu et al. 2024: standard errors of E, alpha and beta.
        Assert.Equal(0.03, Deviation(law => law.Irreducible), 0.01);
        Assert.Equal(0.02, Deviation(law => law.Parameters.Exponent), 0.006);
        Assert.Equal(0.02, Deviation(law => law.Tokens.Exponent), 0.006);

        double Deviation(Func<ChinchillaLaw, double> quantity)
        {
            double[] values = draws.Laws.Select(quantity).ToArray();
            double mean = values.Average();
            return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
        }
    }

    [Fact]
    public void A_repeated_run_has_the_bands_of_what_it_counts_for()
    {
        var law = (RepeatedDataLaw)RepeatedDataLaw.Of(Law, 100e9);
        Assert.Equal(Law.CoefficientBand(7e9, 100e9), law.CoefficientBand(7e9, 100e9));
        var band = law.CoefficientBand(7e9, 1e12)!.Value;
        Assert.True(band.Contains(law.Loss(7e9, 1e12)));
        Assert.True(band.Low > Law.CoefficientBand(7e9, 1e12)!.Value.Low);
    }

    // Hyndman and Fan 1996, definition 7.
    [Theory]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(200)]
    [InlineData(1000)]
    public void A_band_ends_at_the_percentiles_of_the_draws(int count)
    {
        var draws = new ChinchillaDraws(Law.Uncertainty!.Draws!.Laws.Take(count).ToArray(), 0, "a test");
        double[] losses = draws.Laws.Select(law => law.Loss(7e9, 140e9)).Order().ToArray();
        double[] differences = draws.Laws.Select(law => law.Loss(7e9, 140e9) - law.Loss(8e9, 100e9)).Order().ToArray();
        AssertEnds(losses, draws.LossBand(7e9, 140e9));
        foreach (double parameters in new[] { 1.0, 1e5, 4e7, 7e10, 1e15, 1e30 })
        {
            foreach (double tokens in new[] { 1.0, 1e6, 3e9, 2e13, 1e40 })
                AssertEnds([.. draws.Laws.Select(law => law.Loss(parameters, tokens)).Order()], draws.LossBand(parameters, tokens));
        }

        AssertEnds(differences, draws.DifferenceBand(new(7e9, 140e9), new(8e9, 100e9)));
    }

    private static void AssertEnds(double[] ordered, Interval band)
    {
        Assert.Equal(At(0.025), band.Low, 1e-12);
        Assert.Equal(At(0.975), band.High, 1e-12);

        double At(double share)
        {
            double place = share * (ordered.Length - 1);
            int below = (int)place;
            return ordered[below] + ((place - below) * (ordered[below + 1] - ordered[below]));
        }
    }

    [Fact]
    public void Fewer_than_40_draws_have_no_tail() =>
        Assert.Throws<ArgumentException>(() => new ChinchillaDraws(Enumerable.Repeat(Law, 39).ToArray(), 0, "a test"));

    private static double Width(Interval interval) => interval.High - interval.Low;
}
