using System;
using System.Linq;
using ScalingAnalyzers.Fitting;

namespace ScalingAnalyzers.Tests;

/// <summary>A sweep with published coefficients, and one where the additive form predicts large runs badly.</summary>
public class GemstonesTests
{
    // The authors' parameters_delta-3/approach_3_parameters_grid_search_0_hot_100b+.json and ..._cool_end.json, as
    // printed: ln A, alpha, ln B, beta, ln E, the sum of Huber's function.
    public static TheoryData<string, double[]> Published { get; } = new()
    {
        { "constant rate", [4.9008415415, 0.2591125694, 12.850969215, 0.5972679073, 0.6681624725, 0.0065925344] },
        { "cooled", [5.4197160371, 0.3002728205, 12.5138998709, 0.580241077, 0.7297863295, 0.0019640865] },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void The_additive_fit_gives_the_published_coefficients(string suite, double[] expected)
    {
        var runs = suite == "cooled" ? Gemstones.Cooled : Gemstones.ConstantRate;

        var fit = ChinchillaFit.Fit(Numbers(runs, r => r.Parameters), Numbers(runs, r => r.Tokens), Numbers(runs, r => r.Loss));

        // The valley is flat: their optimiser stops with ln A 1e-3 away, where the sum differs in the seventh digit.
        Assert.Equal(expected[5], fit.Objective, 5e-10);
        Assert.InRange(fit.Objective, 0, Sum(runs, expected));
        Assert.Equal(expected[1], fit.Law.Parameters.Exponent, 1e-4);
        Assert.Equal(expected[3], fit.Law.Tokens.Exponent, 2e-4);
        Assert.Equal(Math.Exp(expected[4]), fit.Law.Irreducible, 2e-4);
        Assert.All(runs, run => Assert.Equal(Loss(run, expected), fit.Law.Loss(run.Parameters, run.Tokens), 1e-4));
        Assert.True(fit.Certificate.IsCertified, fit.ToString());
    }

    // The published sum belongs to the published coefficients and these runs.
    [Theory]
    [MemberData(nameof(Published))]
    public void The_published_sum_is_that_of_these_runs(string suite, double[] expected) =>
        Assert.Equal(expected[5], Sum(suite == "cooled" ? Gemstones.Cooled : Gemstones.ConstantRate, expected), 5e-11);

    // The facts' refits in SciPy: mean error of the runs left out by either form, k.
    [Theory]
    [InlineData(1e20, 244, 0.0587, 0.0286, 0.273)]
    [InlineData(3e20, 476, 0.0327, 0.0234, 0.262)]
    public void Cheap_runs_predict_large_ones_as_known(double belowFlops, int fitted, double additive, double coupled, double coupling)
    {
        var cheap = Gemstones.ConstantRate.Where(run => run.TrainingFlops < belowFlops).ToArray();
        var large = Gemstones.ConstantRate.Where(run => run.TrainingFlops > 1e21).ToArray();
        var (n, d, y) = (Numbers(cheap, r => r.Parameters), Numbers(cheap, r => r.Tokens), Numbers(cheap, r => r.Loss));

        var plain = ChinchillaFit.Fit(n, d, y).Law;
        var free = CoupledFit.Fit(n, d, y).Law;

        Assert.Equal((fitted, 150), (cheap.Length, large.Length));
        Assert.Equal(additive, large.Average(r => Math.Abs((plain.Loss(r.Parameters, r.Tokens) / r.Loss) - 1)), 2e-4);
        Assert.Equal(coupled, large.Average(r => Math.Abs((free.Loss(r.Parameters, r.Tokens) / r.Loss) - 1)), 2e-4);
        Assert.Equal(coupling, free.Coupling, 2e-3);
    }

    [Fact]
    public void Cheap_runs_reject_the_additive_form_and_their_intervals_hold_most_large_runs()
    {
        var cheap = Gemstones.ConstantRate.Where(run => run.TrainingFlops < 1e20).ToArray();
        var large = Gemstones.ConstantRate.Where(run => run.TrainingFlops > 1e21).ToArray();

        var fit = SweepFit.Fit(cheap);

        Assert.Equal(SurfaceForm.Coupled, fit.Form);
        Assert.True(fit.Test!.IsRejected);
        Assert.InRange(large.Count(run => fit.Predict(run.Parameters, run.Tokens).Interval.Contains(run.Loss)), 120, 150);
    }

    private static double Loss(SweepRun run, double[] law) => Math.Exp(law[4])
        + Math.Exp(law[0] - (law[1] * Math.Log(run.Parameters))) + Math.Exp(law[2] - (law[3] * Math.Log(run.Tokens)));

    // Huber's function with its corner at 1e-3, of the logarithms.
    private static double Sum(SweepRun[] runs, double[] law) => runs.Sum(run =>
    {
        double off = Math.Abs(Math.Log(Loss(run, law) / run.Loss));
        return off <= 1e-3 ? off * off / 2 : 1e-3 * (off - 5e-4);
    });

    private static double[] Numbers(SweepRun[] runs, Func<SweepRun, double> number) => runs.Select(number).ToArray();
}
