using System;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

public class FormFitTests
{
    [Fact]
    public void Kaplans_surface_is_found_again_from_its_own_losses()
    {
        // Kaplan et al. 2020, table 2: alpha_N 0.076, alpha_D 0.103, N_c 6.4e13, D_c 1.8e13.
        var (n, d) = Grid(1e6, 1e9, 2e7, 2e10);
        double[] losses = n.Zip(d, (x, y) => Math.Pow(Math.Pow(6.4e13 / x, 0.076 / 0.103) + (1.8e13 / y), 0.103)).ToArray();
        var fit = KaplanFit.Fit(n, d, losses);
        Assert.Equal(0.076, fit.ParametersExponent.Value, 1e-7);
        Assert.Equal(0.103, fit.TokensExponent.Value, 1e-7);
        Assert.Equal(1, fit.ParametersScale.Value / 6.4e13, 1e-4);
        Assert.Equal(1, fit.TokensScale.Value / 1.8e13, 1e-4);
        Assert.True(fit.Certificate.IsCertified);

        // Their own test rows: L(1.5e9, 2.2e10) = 2.312548, L(175e9, 300e9) = 1.660957.
        Assert.Equal(2.312548, fit.Loss(1.5e9, 2.2e10), 1e-6);
        Assert.Equal(1.660957, fit.Loss(175e9, 300e9), 1e-6);
    }

    [Theory]
    [InlineData("L(N), Kaplan et al. 2020, eq. 1.1", 0.0, 8.8e13, 0.076)]
    [InlineData("L(C_min), Kaplan et al. 2020, eq. 1.3", 0.0, 3.1e8, 0.050)]
    [InlineData("Image 8x8 L(N), Henighan et al. 2020, table 1", 3.12, 8.0e1, 0.24)]
    [InlineData("Video VQ L(C), Henighan et al. 2020, table 1", 0.95, 2.2e-5, 0.14)]
    public void Power_laws_of_one_variable_are_found_again(string law, double floor, double scale, double exponent)
    {
        double[] x = Enumerable.Range(0, 12).Select(i => scale * Math.Pow(10, 1 + (i * 0.6))).ToArray();
        var fit = PowerLawFit.Fit(
            x, x.Select(v => floor + Math.Pow(v / scale, -exponent)).ToArray(), floorTerm: floor > 0 ? FloorTerm.Fitted : FloorTerm.Zero);
        Assert.Equal(exponent, fit.Exponent.Value, 1e-7);
        Assert.Equal(floor, fit.Floor.Value, 1e-6);
        Assert.Equal(1, fit.At(x[5]) / (floor + Math.Pow(x[5] / scale, -exponent)), 1e-9);
        Assert.True(fit.Certificate.IsCertified, law);
    }

    [Fact]
    public void A_floor_that_is_not_there_is_refused()
    {
        double[] x = Enumerable.Range(0, 12).Select(i => Math.Pow(10, 6 + (i * 0.5))).ToArray();
        var refused = Assert.Throws<FitRefusedException>(() => PowerLawFit.Fit(x, x.Select(v => 20 * Math.Pow(v, -0.08)).ToArray()));
        Assert.Equal(FitRefusal.OptimumOnBoundary, refused.Reason);
    }

    [Fact]
    public void Repetition_is_worth_what_it_was_made_to_be_worth()
    {
        // Muennighoff et al. 2023: R_D* 15.387756, R_N* 5.309743 on their surface.
        var surface = C4Surface();
        var runs = (from n in new[] { 1e8, 1e9, 5e9, 9e9 }
                    from u in new[] { 1e8, 1e9, 1e10 }
                    from e in new[] { 1.0, 3, 8, 30, 100 }
                    select (N: n, U: u, D: u * e)).ToArray();
        double[] losses = runs.Select(r => Repeated(surface, r.N, r.D, r.U, 15.387756, 5.309743)).ToArray();
        var fit = RepetitionFit.Fit(surface, Of(r => r.N), Of(r => r.D), Of(r => r.U), losses);
        Assert.Equal(15.387756, fit.RepetitionScale.Value, 1e-6);
        Assert.Equal(5.309743, fit.ExcessParametersScale.Value, 1e-6);

        double[] Of(Func<(double N, double U, double D), double> value) => runs.Select(value).ToArray();
    }

    [Fact]
    public void The_runs_of_datablations_give_SciPys_repetition_scales()
    {
        // Nelder-Mead in SciPy on the 198 runs with a loss below 5, surface held at the authors' constants: 20.45628,
        // 2.13686, 0.0157442679. (The paper's 15.39 and 5.31 are from its own choice of 182 runs.)
        var rows = Facts.Csv("repeated-data.csv").Where(r => Number(r["loss"]) < 5).ToArray();
        Assert.Equal(198, rows.Length);
        var fit = RepetitionFit.Fit(C4Surface(), Column("parameters"), Column("tokens"), Column("unique_tokens"), Column("loss"));
        Assert.Equal(0.015744267893, fit.Certificate.Objective, 1e-11);
        Assert.Equal(20.45628, fit.RepetitionScale.Value, 1e-3);
        Assert.Equal(2.13686, fit.ExcessParametersScale.Value, 1e-3);

        double[] Column(string name) => rows.Select(r => Number(r[name])).ToArray();
    }

    [Fact]
    public void Runs_without_repetition_do_not_determine_its_effect()
    {
        var (n, d) = Grid(1e8, 1e10, 1e9, 1e11);
        var refused =
            Assert.Throws<FitRefusedException>(() => RepetitionFit.Fit(C4Surface(), n, d, d, n.Zip(d, C4Surface().Loss).ToArray()));
        Assert.Equal(FitRefusal.TooFewRuns, refused.Reason);
    }

    [Theory]
    [InlineData("C4", 113.7, 189.5, -0.2425, 1.5083, 141)]
    [InlineData("RedPajama", 166.21, 366.69, -0.27285, 1.83665, 212)]
    [InlineData("RefinedWeb", 125.1, 246.2, -0.2544, 1.7345, 157)]
    public void Gadres_laws_are_found_again_from_their_own_losses(
        string set, double alpha, double beta, double power, double floor, double paperA)
    {
        // The authors' code: L = alpha N^b + beta 6^(b/2) (M N)^b + E, so that eta = -b/2, a = alpha 6^eta (141, 212,
        // 157 in the paper), b = beta.
        double Published(double x, double y) => (alpha * Math.Pow(x, power)) + (beta * Math.Pow(6, power / 2) * Math.Pow(y, power)) + floor;
        var (n, d) = Grid(1.1e7, 6.9e9, 2e8, 5e11);
        var fit = OverTrainingFit.Fit(n, d, n.Zip(d, Published).ToArray());
        double eta = -power / 2;
        Assert.Equal(eta, fit.Exponent.Value, 1e-7);
        Assert.Equal(floor, fit.Floor.Value, 1e-6);
        Assert.Equal(1, fit.OverTraining.Value / (alpha * Math.Pow(6, eta)), 1e-5);
        Assert.Equal(paperA, fit.OverTraining.Value, 1.0);
        Assert.Equal(1, fit.UnderTraining.Value / beta, 1e-5);
        Assert.True(fit.Certificate.IsCertified, set);
        Assert.Equal(fit.Surface.Parameters.Exponent, fit.Surface.Tokens.Exponent);
        Assert.Equal(Published(1e9, 2e10), fit.Surface.Loss(1e9, 2e10), 1e-7);
    }

    [Theory]
    [InlineData(1.2885, 0.9722, 0.7589)]  // C4, 46 tasks
    [InlineData(2.2148, 0.7070, 0.8653)]  // RefinedWeb, 17 tasks
    public void Gadres_error_laws_are_found_again(double k, double gamma, double epsilon)
    {
        double[] losses = Enumerable.Range(0, 15).Select(i => 2.2 + (0.15 * i)).ToArray();
        var fit = DownstreamErrorFit.Fit(losses, losses.Select(l => epsilon - (k * Math.Exp(-gamma * l))).ToArray());
        Assert.Equal(k, fit.Scale.Value, 1e-5);
        Assert.Equal(gamma, fit.Rate.Value, 1e-6);
        Assert.Equal(epsilon, fit.Ceiling.Value, 1e-6);
    }

    [Fact]
    public void The_best_runs_of_Step_Laws_search_give_NumPys_regressions()
    {
        // numpy.linalg.lstsq on the lowest smoothed loss of each of the 17 (N, D). Li et al. publish 1.79, -0.713,
        // 0.307 and 0.58, 0.571.
        var runs = Facts.Csv("step-law-runs.csv")
            .Select(r => new SearchedRun(
                Number(r["parameters"]), Number(r["tokens"]), Number(r["rate"]), 2048 * Number(r["batch"]), Number(r["loss"])))
            .ToArray();
        var fit = StepLawFit.Fit(runs);
        Assert.Equal(17, fit.Best.Count);
        Assert.Equal(-0.82347721, fit.LearningRate.ParametersExponent.Value, 1e-7);
        Assert.Equal(0.28822761, fit.LearningRate.TokensExponent.Value, 1e-7);
        Assert.Equal(30.101583645, fit.LearningRate.Coefficient, 1e-5);
        Assert.Equal(0.49828996, fit.Batch.TokensExponent.Value, 1e-7);
        Assert.Equal(3.415555661, fit.Batch.Coefficient, 1e-6);

        // The published exponents are within two standard errors of ours.
        Assert.InRange(-0.713, fit.LearningRate.ParametersExponent.Value - (2 * fit.LearningRate.ParametersExponent.StandardError),
            fit.LearningRate.ParametersExponent.Value + (2 * fit.LearningRate.ParametersExponent.StandardError));
        Assert.InRange(0.571, fit.Batch.TokensExponent.Value - (2 * fit.Batch.TokensExponent.StandardError),
            fit.Batch.TokensExponent.Value + (2 * fit.Batch.TokensExponent.StandardError));
    }

    [Theory]
    [InlineData(0.0, 30, 0.1, 0.3, 1e20, 0.3)]
    [InlineData(1.5, 400, 0.15, 0.25, 1e20, 0.5)]
    public void A_broken_power_law_is_found_again(double floor, double b, double c0, double c1, double d, double f)
    {
        double[] x = Enumerable.Range(0, 33).Select(i => Math.Pow(10, 16 + (i * 0.25))).ToArray();
        double[] y = x.Select(v => floor + (b * Math.Pow(v, -c0) * Math.Pow(1 + Math.Pow(v / d, 1 / f), -c1 * f))).ToArray();
        var fit = BrokenPowerLawFit.Fit(x, y, floorTerm: floor > 0 ? FloorTerm.Fitted : FloorTerm.Zero);
        Assert.Equal(c0, fit.FirstExponent.Value, 1e-4);
        Assert.Equal(c1, fit.ExtraExponent.Value, 1e-4);
        Assert.Equal(1, fit.Break.Value / d, 1e-3);
        for (int i = 0; i < x.Length; i++) Assert.Equal(1, fit.At(x[i]) / y[i], 1e-6);
    }

    [Fact]
    public void Coverage_rises_as_it_was_made_to()
    {
        // Of the size of Brown et al. 2024: 15.9 % with one sample, 56 % with 250.
        double a = Math.Log(0.159), b = Math.Log(Math.Log(0.56) / Math.Log(0.159)) / Math.Log(250);
        double[] k = [1, 2, 5, 10, 20, 50, 100, 250];
        var fit = CoverageFit.Fit(k, k.Select(v => Math.Exp(a * Math.Pow(v, b))).ToArray());
        Assert.Equal(a, fit.Scale.Value, 1e-7);
        Assert.Equal(b, fit.Exponent.Value, 1e-8);
        Assert.Equal(0.56, fit.At(250), 1e-9);
    }

    [Theory]
    [InlineData(10, 3, 1, 0.3)]
    [InlineData(10, 3, 8, 1.0)]           // more draws than wrong samples
    [InlineData(5, 2, 2, 0.7)]            // 1 - C(3,2)/C(5,2) = 1 - 3/10
    [InlineData(100, 0, 50, 0.0)]
    public void Pass_at_k_is_the_unbiased_estimate(int n, int c, int k, double expected) =>
        Assert.Equal(expected, CoverageFit.PassAtK(n, c, k), 1e-12);

    [Theory]
    [InlineData(4, 0.63629)]   // Gao et al. 2022: ln n - (n-1)/n
    [InlineData(16, 1.83509)]
    [InlineData(64, 3.17451)]
    [InlineData(1024, 5.93245)]
    public void The_divergence_of_best_of_n_is_as_published(double n, double expected) =>
        Assert.Equal(expected, OveroptimizationFit.BestOfNDivergence(n), 1e-5);

    [Theory]
    [InlineData(OptimizationMethod.BestOfN, 2.5)]                // alpha/(2 beta)
    [InlineData(OptimizationMethod.ReinforcementLearning, 54.598150033144236)]  // e^(alpha/beta - 1)
    public void Overoptimisation_peaks_at_the_maximum_of_the_form(OptimizationMethod method, double peak)
    {
        double[] d = Enumerable.Range(1, 12).Select(i => i * 0.5).ToArray();
        var fit = OveroptimizationFit.Fit(
            method, d, d.Select(x => x * (1 - (0.2 * (method == OptimizationMethod.BestOfN ? x : Math.Log(x))))).ToArray());
        Assert.Equal(1, fit.Alpha.Value, 1e-10);
        Assert.Equal(0.2, fit.Beta.Value, 1e-10);
        Assert.Equal(peak, fit.PeakDistance, 1e-6);
        Assert.Equal(0, fit.At(0));
    }

    private static ChinchillaLaw C4Surface() => new("muennighoff-surface")
    {
        Irreducible = Math.Exp(0.6254804),
        Parameters = new(Math.Exp(6.255414), 0.3526596),
        Tokens = new(Math.Exp(7.3049974), 0.3526596),
    };

    private static double Repeated(ChinchillaLaw surface, double n, double d, double u, double rd, double rn)
    {
        double g = Math.Pow(surface.Parameters.Coefficient / surface.Tokens.Coefficient, 1 / (2 * 0.3526596));
        double usable = Math.Min(n, u * g * g);
        double nEffective = usable * (1 + (rn * (1 - Math.Exp(-((n / usable) - 1) / rn)))),
            dEffective = u * (1 + (rd * (1 - Math.Exp(-((d / u) - 1) / rd))));
        return surface.Loss(nEffective, dEffective);
    }

    private static (double[] X, double[] Y) Grid(double lowX, double highX, double lowY, double highY)
    {
        var pairs = (from i in Enumerable.Range(0, 7)
                     from j in Enumerable.Range(0, 7)
                     select (X: lowX * Math.Pow(highX / lowX, i / 6.0), Y: lowY * Math.Pow(highY / lowY, j / 6.0))).ToArray();
        return (pairs.Select(p => p.X).ToArray(), pairs.Select(p => p.Y).ToArray());
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
