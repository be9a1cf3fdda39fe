using System;
using System.Linq;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>Brown et al. 2024, "Large Language Monkeys", arXiv:2407.21787: the share of problems solved by at least one
/// of k samples, c(k) = exp(a k^b), a and b below 0.</summary>
public sealed class CoverageFit
{
    internal CoverageFit(FittedCoefficient scale, FittedCoefficient exponent, FormCertificate certificate)
    {
        Scale = scale;
        Exponent = exponent;
        Certificate = certificate;
    }

    /// <summary>a; exp(a) is the share solved by one sample.</summary>
    public FittedCoefficient Scale { get; }

    /// <summary>b.</summary>
    public FittedCoefficient Exponent { get; }

    /// <summary>The evidence.</summary>
    public FormCertificate Certificate { get; }

    /// <summary>The fitted coverage.</summary>
    /// <param name="samples">k, at least 1.</param>
    /// <returns>A share of 1.</returns>
    public double At(double samples) => ScalarMath.Exp(Scale.Value * ScalarMath.Pow(samples, Exponent.Value));

    /// <summary>Fits a and b by least squares on the coverage.</summary>
    /// <param name="samples">Numbers of samples k.</param>
    /// <param name="coverages">Shares of problems solved, between 0 and 1, one for each k.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="FitRefusedException">The data cannot support the law, or coverage does not rise with
    /// samples.</exception>
    public static CoverageFit Fit(ReadOnlySpan<double> samples, ReadOnlySpan<double> coverages)
    {
        FitChecks.RequireValues(samples, samples.Length, nameof(samples), "samples");
        FitChecks.RequireValues(coverages, samples.Length, nameof(coverages), "shares of 1");
        double[] k = FitChecks.Logs(samples), c = coverages.ToArray();
        if (k.Distinct().Count() < 3)
            throw FitChecks.Refuse(FitRefusal.TooFewRuns,
                $"There are {k.Distinct().Count()} distinct numbers of samples; the law needs three.");
        if (c.Max() >= 1)
            throw FitChecks.Refuse(FitRefusal.BadInput,
                "A coverage of 1 or more has no logarithm below zero; leave out the problems that are always solved.");
        double centre = k.Average(), level = Math.Log(-c.Average(v => Math.Log(v)));
        var fit = FormFit.Fit(
            "The coverage law",
            (t, i) => Jet.Exp(-Jet.Exp(t[0] + (t[1] * (k[i] - centre)))),
            c,
            double.PositiveInfinity,
            new[] { -0.1, -0.3, -0.8 }.Select(b => new[] { level, b }));
        if (fit.Theta[1] >= 0) throw FitChecks.Refuse(FitRefusal.OptimumOnBoundary, "Coverage does not rise with samples.");
        return new(fit.Coefficient(t => -Jet.Exp(t[0] - (t[1] * centre))), fit.Coefficient(t => t[1]), fit.Certificate);
    }

    /// <summary>The unbiased estimate of the share solved by k of n samples, for one problem: 1 - C(n-c, k)/C(n, k)
    /// (Chen et al. 2021, eq. 1).</summary>
    /// <param name="samples">n, samples drawn.</param>
    /// <param name="correct">c, correct ones among them.</param>
    /// <param name="k">How many samples would be drawn.</param>
    /// <returns>A probability.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 &lt;= c &lt;= n and 1 &lt;= k &lt;= n.</exception>
    public static double PassAtK(int samples, int correct, int k)
    {
        if (correct < 0 || correct > samples)
            throw new ArgumentOutOfRangeException(nameof(correct), correct, $"Correct samples must lie between 0 and {samples}.");
        if (k < 1 || k > samples) throw new ArgumentOutOfRangeException(nameof(k), k, $"k must lie between 1 and {samples}.");
        double missed = 1;
        for (int i = samples - correct + 1; i <= samples; i++) missed *= Math.Max(0, 1 - ((double)k / i));
        return 1 - missed;
    }
}
