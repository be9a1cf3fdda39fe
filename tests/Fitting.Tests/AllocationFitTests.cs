using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

public class AllocationFitTests
{
    // Exponents and base-10 coefficients by NumPy's polyfit on the Open-Athena collection (947 isoFLOP runs, outliers
    // dropped).
    [Theory]
    [InlineData("epochai_chinchilla__massivetext__chinchilla", 7, 0.541421, -1.875235, 0.458579, 1.097084)]
    [InlineData("llama_3__exp_loss", 8, 0.495261, -0.882824, 0.504739, 0.104673)]
    [InlineData("llama_3__raw_loss", 8, 0.500000, -0.980058, 0.500000, 0.201907)]
    [InlineData("marin_202603__comma__llama_2", 6, 0.426407, 0.582005, 0.551672, -0.891377)]
    [InlineData("marin_202603__dclm__llama_2", 6, 0.431665, 0.517515, 0.543564, -0.776635)]
    [InlineData("marin_202603__nemotron__llama_2", 6, 0.444253, 0.264352, 0.531870, -0.538912)]
    [InlineData("misfitting__fineweb_c4__transformer", 14, 0.523381, -1.455935, 0.476619, 0.677783)]
    [InlineData("ml_scalefit__massivetext__chinchilla", 7, 0.541531, -1.880379, 0.456956, 1.120201)]
    public void Parabolas_of_published_budgets_give_NumPys_exponents(
        string experiment, int budgets, double a, double logCoefficientN, double b, double logCoefficientD)
    {
        var rows = Facts.Csv("isoflops.csv")
            .Where(r => r["experiment"] == experiment && r["outlier"] != "True")
            .ToArray();
        var fit = IsoFlopFit.Fit(Numbers("budget"), Numbers("parameters"), Numbers("tokens"), Numbers("loss"),
            new() { KeepOutsideMinima = true, BudgetTolerance = 1e-6 });
        Assert.Equal(budgets, fit.Optima.Count);
        Assert.Equal(a, fit.Parameters.Exponent, 1e-6);
        Assert.Equal(b, fit.Tokens.Exponent, 1e-6);
        Assert.Equal(logCoefficientN, Math.Log10(fit.Parameters.Coefficient), 1e-5);
        Assert.Equal(logCoefficientD, Math.Log10(fit.Tokens.Coefficient), 1e-5);
        Assert.Equal(fit.Parameters.Exponent, fit.Law.Exponent);
        Assert.Equal(Math.Abs(a + b - 1) > 0.02, fit.Warnings.Any(w => w.Kind == FitWarningKind.ExponentsDoNotAddUp));

        double[] Numbers(string column) => rows.Select(r => double.Parse(r[column], CultureInfo.InvariantCulture)).ToArray();
    }

    // Besiroglu's valley at two budgets, seven sizes over a factor of 64, with new noise: the reported error is the
    // spread of the fits.
    [Fact]
    public void The_error_of_an_optimum_is_the_spread_of_optima_under_fresh_noise()
    {
        var optima = Enumerable.Range(0, 400).Select(seed => Valley(new Random(seed), noise: 0.002).Optima[0]).ToArray();
        double mean = optima.Average(o => Math.Log(o.Parameters));
        double spread = Math.Sqrt(optima.Average(o => Math.Pow(Math.Log(o.Parameters) - mean, 2)));
        Assert.InRange(optima.Average(o => o.LogParametersError) / spread, 0.85, 1.15);
    }

    [Theory]
    [InlineData(0.0005, false)]
    [InlineData(0.05, true)]
    public void A_valley_lost_in_noise_is_reported(double noise, bool shallow) =>
        Assert.Equal(shallow, Valley(new Random(3), noise).Warnings
            .Any(w => w.Kind == FitWarningKind.ShallowValley && w.Message.Contains("factor", StringComparison.Ordinal)));

    [Fact]
    public void Three_runs_do_not_determine_their_scatter()
    {
        var fit = Valley(new Random(3), 0.0005, reach: 1);
        Assert.All(fit.Optima, optimum => Assert.Equal(double.PositiveInfinity, optimum.LogParametersError));
        Assert.All(fit.Warnings.Where(w => w.Kind == FitWarningKind.ShallowValley),
            w => Assert.DoesNotContain("scatter", w.Message, StringComparison.Ordinal));
        Assert.Contains(fit.Warnings, w => w.Message.Contains("three runs always lie on a parabola", StringComparison.Ordinal));
    }

    private static IsoFlopFit Valley(Random random, double noise, int reach = 3)
    {
        var law = (ChinchillaLaw)LawCatalog.Default;
        var runs = (from flops in new[] { 1e20, 1e21 }
                    from step in Enumerable.Range(-reach, (2 * reach) + 1)
                    let n = law.Allocate(flops).Parameters * Math.Pow(2, step)
                    select (C: flops, N: n, D: flops / (6 * n))).ToArray();
        double[] losses =
            runs.Select(
                r => law.Loss(r.N, r.D) * Math.Exp(
                    noise * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))).ToArray();
        return IsoFlopFit.Fit(runs.Select(r => r.C).ToArray(), runs.Select(r => r.N).ToArray(), runs.Select(r => r.D).ToArray(), losses,
            new() { KeepOutsideMinima = true, LeastRuns = 3 });
    }

    [Fact]
    public void What_is_not_there_is_refused_by_name()
    {
        Assert.Equal("curves", Assert.Throws<ArgumentNullException>(() => EnvelopeFit.Fit(null!)).ParamName);
        Assert.Equal("curve", Assert.Throws<ArgumentNullException>(() => EnvelopeFit.Fit([null!])).ParamName);
        Assert.Equal("curve.Tokens", Assert.Throws<ArgumentNullException>(() => EnvelopeFit.Fit([new(1e9, null!, [1.0])])).ParamName);
        Assert.Equal("runs", Assert.Throws<ArgumentNullException>(() => StepLawFit.Fit(null!)).ParamName);
        Assert.Equal("run", Assert.Throws<ArgumentNullException>(() => StepLawFit.Fit([null!])).ParamName);
    }

    [Fact]
    public void Where_alpha_and_beta_differ_the_bias_of_parabolas_is_measured()
    {
        // A wide, off-centre grid on a surface with a = beta/(alpha + beta) = 0.6154.
        var law = Surface(0.25, 0.40);
        var fit = Fit(law, centre: 3, width: 2.5);
        double missed = fit.Parameters.Exponent - law.ParametersExponent;
        Assert.NotNull(fit.Bias);
        Assert.Equal(missed, fit.Bias.ParametersExponentBias, 1e-6);
        Assert.Contains(fit.Warnings, w => w.Kind == FitWarningKind.ParabolaBias && w.Message.Contains("differ"));
    }

    [Fact]
    public void On_a_symmetric_valley_parabolas_are_right_and_nothing_is_warned()
    {
        var fit = Fit(Surface(0.35, 0.35), centre: 1, width: 1);
        Assert.Equal(0.5, fit.Parameters.Exponent, 1e-6);
        Assert.Empty(fit.Warnings);
        Assert.Equal(0.5, fit.Law.Exponent, 1e-6);
        Assert.Equal(1, fit.Law.Allocate(1e21).Parameters / Surface(0.35, 0.35).Allocate(1e21).Parameters, 1e-3);
    }

    [Fact]
    public void A_budget_whose_best_size_was_not_tried_is_left_out_and_named()
    {
        var (c, n, d, l) = Runs(Surface(0.34, 0.36), centre: 1, width: 1);

        // The largest budget only with models below its optimum.
        double top = c.Max(), optimum = Surface(0.34, 0.36).Allocate(top).Parameters;
        int[] kept = Enumerable.Range(0, c.Length).Where(i => c[i] < top || n[i] < optimum * 0.95).ToArray();
        var fit = IsoFlopFit.Fit(Pick(c, kept), Pick(n, kept), Pick(d, kept), Pick(l, kept));
        Assert.Equal(4, fit.Optima.Count);
        var warning = Assert.Single(fit.Warnings, w => w.Kind is FitWarningKind.MinimumOutsideRange or FitWarningKind.BudgetLeftOut);
        Assert.Contains("1E+22 FLOPs", warning.Message);
    }

    [Fact]
    public void One_budget_is_refused_as_one_budget()
    {
        var (c, n, d, l) = Runs(Surface(0.34, 0.36), centre: 1, width: 1);
        int[] kept = Enumerable.Range(0, c.Length).Where(i => c[i] == c[0]).ToArray();
        var refused = Assert.Throws<FitRefusedException>(() => IsoFlopFit.Fit(Pick(c, kept), Pick(n, kept), Pick(d, kept), Pick(l, kept)));
        Assert.Equal(FitRefusal.OneBudgetOnly, refused.Reason);
    }

    [Fact]
    public void No_interior_minimum_anywhere_is_refused_as_such()
    {
        var law = Surface(0.34, 0.36);
        var runs = from budget in new[] { 1e19, 1e20, 1e21 }
                   from k in Enumerable.Range(0, 6)
                   select (C: budget, N: law.Allocate(budget).Parameters * Math.Pow(2, -7 + k));
        double[] c = runs.Select(r => r.C).ToArray(), n = runs.Select(r => r.N).ToArray(), d = runs.Select(r => r.C / (6 * r.N)).ToArray();
        double[] l = n.Zip(d, law.Loss).ToArray();
        var refused = Assert.Throws<FitRefusedException>(() => IsoFlopFit.Fit(c, n, d, l));
        Assert.Equal(FitRefusal.NoInteriorMinimum, refused.Reason);
        Assert.Contains("outside", refused.Message);
    }

    [Theory]
    [InlineData(0.34, 0.34, 0.5)]
    [InlineData(0.3478, 0.3658, 0.5126)]  // Besiroglu et al. 2024: a = beta/(alpha + beta)
    [InlineData(0.34, 0.28, 0.4516)]      // Hoffmann et al. 2022, eq. 10
    public void The_envelope_of_curves_follows_the_frontier(double alpha, double beta, double a)
    {
        // Under a constant schedule every point of a curve is a separate run: the envelope is the surface's frontier.
        var law = Surface(alpha, beta);
        var fit = EnvelopeFit.Fit(Curves(law, models: 60));
        Assert.Equal(a, fit.Parameters.Exponent, 0.01);
        Assert.Equal(1 - a, fit.Tokens.Exponent, 0.01);
        Assert.Equal(1, fit.Law.Allocate(1e21).Parameters / law.Allocate(1e21).Parameters, 0.05);
        Assert.All(fit.Envelope, p => Assert.Equal(p.TrainingFlops, 6 * p.Parameters * p.Tokens, 1e-9 * p.TrainingFlops));
    }

    [Fact]
    public void The_envelope_leaves_out_where_the_smallest_or_largest_model_wins()
    {
        var law = Surface(0.34, 0.36);
        var curves = Curves(law, models: 30);
        var fit = EnvelopeFit.Fit(curves);
        Assert.DoesNotContain(fit.Envelope, p => p.Parameters == curves[0].Parameters || p.Parameters == curves[^1].Parameters);
    }

    // Sizes over a factor of four, trained from far too short to far too long: mostly the largest or the smallest wins.
    [Fact]
    public void An_envelope_that_runs_to_the_edge_of_the_sizes_is_a_warning()
    {
        var curves = Curves(Surface(0.34, 0.36), models: 60).Where(curve => curve.Parameters is > 9e8 and < 4e9).ToArray();

        var warning = Assert.Single(EnvelopeFit.Fit(curves).Warnings);

        Assert.Equal(FitWarningKind.EdgeOfRange, warning.Kind);
        Assert.Empty(EnvelopeFit.Fit(Curves(Surface(0.34, 0.36), models: 60)).Warnings);
    }

    [Fact]
    public void Three_sizes_make_no_envelope()
    {
        var refused = Assert.Throws<FitRefusedException>(() => EnvelopeFit.Fit(Curves(Surface(0.34, 0.36), models: 3)));
        Assert.Equal(FitRefusal.TooFewRuns, refused.Reason);
    }

    [Fact]
    public void Tokens_that_fall_along_a_curve_are_refused()
    {
        var curves = Enumerable.Range(1, 5).Select(i => new TrainingCurve(i * 1e8, [2e9, 1e9], [3, 2.9])).ToArray();
        Assert.Equal(FitRefusal.BadInput, Assert.Throws<FitRefusedException>(() => EnvelopeFit.Fit(curves)).Reason);
    }

    private static ChinchillaLaw Surface(double alpha, double beta) => new("test")
    {
        Irreducible = 1.8,
        Parameters = new(400, alpha),
        Tokens = new(1000, beta),
    };

    private static IReadOnlyList<TrainingCurve> Curves(ChinchillaLaw law, int models) => Enumerable.Range(0, models).Select(i =>
    {
        double size = 1e7 * Math.Pow(1e4, i / (models - 1.0));
        double[] tokens = Enumerable.Range(0, 200).Select(k => 1e8 * Math.Pow(1e5, k / 199.0)).ToArray();
        return new TrainingCurve(size, tokens, tokens.Select(d => law.Loss(size, d)).ToArray());
    }).ToArray();

    private static (double[] C, double[] N, double[] D, double[] L) Runs(ChinchillaLaw law, double centre, double width)
    {
        var runs = (from budget in new[] { 1e18, 1e19, 1e20, 1e21, 1e22 }
                    from k in Enumerable.Range(0, 9)
                    let n = law.Allocate(budget).Parameters * centre * Math.Exp(width * (k - 4) / 2)
                    select (C: budget, N: n, D: budget / (6 * n))).ToArray();
        return (runs.Select(r => r.C).ToArray(), runs.Select(r => r.N).ToArray(), runs.Select(r => r.D).ToArray(),
            runs.Select(r => law.Loss(r.N, r.D)).ToArray());
    }

    private static IsoFlopFit Fit(ChinchillaLaw law, double centre, double width)
    {
        var (c, n, d, l) = Runs(law, centre, width);
        return IsoFlopFit.Fit(c, n, d, l);
    }

    private static double[] Pick(double[] values, int[] indices) => indices.Select(i => values[i]).ToArray();
}
