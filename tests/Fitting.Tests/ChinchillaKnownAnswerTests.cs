using System;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Tests;

/// <summary>The optimum of the 240 points, certified by SciPy with a Newton polish to a gradient of 1.8e-14.</summary>
public class ChinchillaKnownAnswerTests
{
    private const double Optimum = 0.00101827401780;

    [Fact]
    public void The_240_points_of_figure_4_give_the_certified_optimum()
    {
        var runs = ChinchillaRuns.Load();
        Assert.Equal(240, runs.Losses.Length);
        var fit = runs.Fit();
        Assert.Equal(Optimum, fit.Objective, 1e-14);
        Assert.Equal(0.3473104989, fit.Law.Parameters.Exponent, 1e-8);
        Assert.Equal(0.3671724326, fit.Law.Tokens.Exponent, 1e-8);
        Assert.Equal(1.817218099, fit.Law.Irreducible, 1e-8);
        Assert.Equal(477.825868, fit.Law.Parameters.Coefficient, 1e-4);
        Assert.Equal(2143.417363, fit.Law.Tokens.Coefficient, 1e-3);
    }

    [Fact]
    public void The_optimum_comes_with_its_certificate()
    {
        var certificate = ChinchillaRuns.Load().Fit().Certificate;
        Assert.True(certificate.IsCertified);
        Assert.True(certificate.GradientNorm < 1e-12, $"gradient {certificate.GradientNorm:E2}");
        Assert.True(certificate.SecondStartAgrees);
        Assert.InRange(certificate.Condition, 1, 1e12);
    }

    [Fact]
    public void The_valley_is_flat_so_losses_at_points_are_what_counts()
    {
        // Besiroglu et al. 2024 print other A and B, yet the losses at Chinchilla's and Gopher's runs agree.
        var fitted = ChinchillaRuns.Load().Fit().Law;
        var published = (ILossLaw)LawCatalog.Get("besiroglu-2024");
        Assert.Equal(published.Loss(70e9, 1.4e12), fitted.Loss(70e9, 1.4e12), 1.5e-3);
        Assert.Equal(published.Loss(280e9, 300e9), fitted.Loss(280e9, 300e9), 1.5e-3);
        Assert.Equal(0.513, fitted.ParametersExponent, 2e-3);
    }

    [Fact]
    public void Hoffmanns_4500_starts_find_nothing_better()
    {
        var fit = ChinchillaRuns.Load().Fit(new() { Starts = FitStarts.HoffmannGrid });
        Assert.Equal(Optimum, fit.Objective, 1e-14);
        Assert.Equal(4503, fit.Certificate.Starts);
        Assert.True(fit.Certificate.StartsAtOptimum > 3600, $"{fit.Certificate.StartsAtOptimum} starts reach the optimum");
    }

    [Theory]
    [InlineData("Scalar")]
    [InlineData("Vector128")]
    [InlineData("Vector256")]
    [InlineData("Vector512")]
    public void Every_instruction_path_finds_the_same_optimum(string name)
    {
        var path = Enum.Parse<InstructionPath>(name);
        Assert.SkipUnless(InstructionPaths.IsSupported(path), name + " is not on this machine");
        var runs = ChinchillaRuns.Load();
        var fit = ChinchillaFit.Fit(runs.Parameters, runs.Tokens, runs.Losses, new ChinchillaFitOptions(), path);
        Assert.Equal(Optimum, fit.Objective, 1e-14);
        Assert.Equal(0.3473104989, fit.Law.Parameters.Exponent, 1e-8);
    }

    [Fact]
    public void Least_squares_on_the_losses_gives_the_known_sum_of_squares()
    {
        // Variable projection with Nelder-Mead in SciPy: SSE 0.08320380769, alpha 0.35761512, beta 0.42762062, E
        // 1.88281364.
        var fit = ChinchillaRuns.Load().Fit(new() { Objective = FitObjective.LeastSquares });
        Assert.Equal(0.08320380769, 2 * fit.Objective, 1e-11);
        Assert.Equal(0.35761512, fit.Law.Parameters.Exponent, 2e-7);
        Assert.Equal(0.42762062, fit.Law.Tokens.Exponent, 2e-7);
        Assert.Equal(1.88281364, fit.Law.Irreducible, 2e-7);
    }

    [Fact]
    public void Least_squares_below_1e21_flops_gives_what_ml_scalefit_published()
    {
        // apple/ml-scalefit as reproduced by Open-Athena, mse + lbfgs, 217 points, N in millions and D in billions.
        var runs = ChinchillaRuns.Load(belowFlops: 1e21);
        Assert.Equal(217, runs.Losses.Length);
        var law = runs.Fit(new() { Objective = FitObjective.LeastSquares }).Law;
        Assert.Equal(1.9051, law.Irreducible, 2e-4);
        Assert.Equal(0.3510, law.Parameters.Exponent, 2e-4);
        Assert.Equal(0.4588, law.Tokens.Exponent, 2e-4);
        Assert.Equal(4.0001, law.Parameters.Coefficient / Math.Pow(1e6, law.Parameters.Exponent), 2e-3);
        Assert.Equal(1.0509, law.Tokens.Coefficient / Math.Pow(1e9, law.Tokens.Exponent), 2e-3);
    }

    [Fact]
    public void With_the_five_outliers_the_data_term_changes_as_reported()
    {
        // SciPy's BFGS with a Newton polish; Besiroglu et al. 2024 report E 1.89 and beta 0.452 (their optimiser
        // stopped just short).
        var fit = ChinchillaRuns.Load(dropped: 0).Fit();
        Assert.Equal(0.0018260105230693, fit.Objective, 1e-14);
        Assert.Equal(1.89133850, fit.Law.Irreducible, 1e-7);
        Assert.Equal(0.34931289, fit.Law.Parameters.Exponent, 1e-7);
        Assert.Equal(0.4530493, fit.Law.Tokens.Exponent, 1e-6);
    }

    [Fact]
    public void Weights_count_a_run_as_often_as_they_say()
    {
        var runs = ChinchillaRuns.Load();
        double[] weights = Enumerable.Repeat(1.0, 240).ToArray();
        weights[3] = 3;
        var weighted = runs.Fit(new() { Weights = weights });
        var repeated = ChinchillaFit.Fit(
            [.. runs.Parameters, runs.Parameters[3], runs.Parameters[3]],
            [.. runs.Tokens, runs.Tokens[3], runs.Tokens[3]],
            [.. runs.Losses, runs.Losses[3], runs.Losses[3]]);
        Assert.Equal(repeated.Objective, weighted.Objective, 1e-14);
        Assert.Equal(repeated.Law.Tokens.Exponent, weighted.Law.Tokens.Exponent, 1e-9);
    }

    // Halving every weight adds no information about the runs.
    [Theory]
    [InlineData(1e-6)]
    [InlineData(0.5)]
    [InlineData(1e6)]
    public void The_scale_of_the_weights_changes_neither_law_nor_uncertainty(double scale)
    {
        var runs = ChinchillaRuns.Load();
        var plain = runs.Fit();
        var scaled = runs.Fit(new() { Weights = Enumerable.Repeat(scale, 240).ToArray() });
        Assert.Equal(plain.Law.Tokens.Exponent, scaled.Law.Tokens.Exponent, 1e-9);
        for (int i = 0; i < 5; i++)
            Assert.Equal(1, scaled.Law.Uncertainty!.StandardErrors![i] / plain.Law.Uncertainty!.StandardErrors![i], 1e-6);
        var (one, other) =
            (plain.ProfileInterval(ChinchillaCoefficient.TokensExponent), scaled.ProfileInterval(ChinchillaCoefficient.TokensExponent));
        Assert.Equal(one.Low, other.Low, 1e-6);
        Assert.Equal(one.High, other.High, 1e-6);
        Assert.True(scaled.Certificate.IsCertified);
    }

    // Bits, perplexities or thousandths: least squares of L is the same fit in other units.
    [Theory]
    [InlineData(1.4426950408889634)]
    [InlineData(1000)]
    [InlineData(1e-3)]
    public void Least_squares_is_the_same_fit_in_any_unit_of_loss(double unit)
    {
        var runs = ChinchillaRuns.Load();
        var options = new ChinchillaFitOptions { Objective = FitObjective.LeastSquares };
        var plain = runs.Fit(options);
        var scaled = ChinchillaFit.Fit(runs.Parameters, runs.Tokens, runs.Losses.Select(l => l * unit).ToArray(), options);
        Assert.True(scaled.Certificate.IsCertified);
        Assert.Equal(1, scaled.Objective / (plain.Objective * unit * unit), 1e-9);
        Assert.Equal(plain.Law.Parameters.Exponent, scaled.Law.Parameters.Exponent, 1e-7);
        Assert.Equal(1, scaled.Law.Irreducible / (plain.Law.Irreducible * unit), 1e-7);
    }

    [Fact]
    public void A_held_floor_and_a_shared_exponent_are_kept()
    {
        var runs = ChinchillaRuns.Load();
        var held = runs.Fit(new() { FixedIrreducible = 1.69 });
        Assert.Equal(1.69, held.Law.Irreducible);
        Assert.True(held.Objective > Optimum);
        var shared = runs.Fit(new() { SharedExponent = true });
        Assert.Equal(shared.Law.Parameters.Exponent, shared.Law.Tokens.Exponent);
        Assert.InRange(shared.Law.Parameters.Exponent, 0.33, 0.38);
        Assert.True(shared.Objective > Optimum);
        Assert.True(held.Certificate.IsCertified && shared.Certificate.IsCertified);
    }

    [Fact]
    public void A_fit_of_240_runs_allocates_a_bounded_amount()
    {
        var runs = ChinchillaRuns.Load();
        runs.Fit();
        long before = GC.GetAllocatedBytesForCurrentThread();
        runs.Fit();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 200_000);
    }

    [Fact]
    public void The_resulting_law_names_its_runs()
    {
        var law = ChinchillaRuns.Load().Fit(new() { LawId = "our-2026", Source = new("Us", 2026, "Our sweep", null, "report 7") }).Law;
        Assert.Equal("our-2026", law.Id);
        Assert.Equal(2026, law.Source.Year);

        // Besiroglu et al. 2024: N from 57M to 16.2B, D from 2.45e8 to 3.18e11.
        Assert.InRange(law.FittedRange.Parameters!.Value.Low, 5.6e7, 5.8e7);
        Assert.InRange(law.FittedRange.Parameters!.Value.High, 1.61e10, 1.63e10);
        Assert.InRange(law.FittedRange.Tokens!.Value.High, 3.17e11, 3.19e11);
    }

    [Fact]
    public void A_fitted_law_goes_through_a_law_file_and_back_with_its_covariance()
    {
        var law = ChinchillaRuns.Load().Fit(new() { LawId = "our-2026", Source = new("Us", 2026, "Our sweep", null, "") }).Law;
        var read = LawFile.Parse(LawFile.Write(law));
        Assert.Empty(read.Problems);
        var back = Assert.IsType<ChinchillaLaw>(read.Law);
        Assert.Equal(law.Tokens, back.Tokens);
        Assert.Equal(law.Uncertainty!.Covariance, back.Uncertainty!.Covariance);
        Assert.NotNull(back.OptimumBand(5.76e23));
    }
}
