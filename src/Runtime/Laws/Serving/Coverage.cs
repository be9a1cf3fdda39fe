using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Brown et al. 2024: the share of tasks that at least one of k samples solves, c(k) = exp(a k^b) with a and b
/// below zero.</summary>
/// <remarks>"Large Language Monkeys: Scaling Inference Compute with Repeated Sampling", arXiv:2407.21787. Fitted per
/// task and model: there are no default coefficients.</remarks>
public readonly record struct CoverageCurve
{
    /// <summary>Makes a curve from its coefficients.</summary>
    /// <param name="a">a, below zero: ln c(1).</param>
    /// <param name="b">b, below zero.</param>
    public CoverageCurve(double a, double b)
    {
        A = a;
        B = b;
    }

    /// <summary>a, below zero: ln c(1).</summary>
    public double A { get; }

    /// <summary>b, below zero.</summary>
    public double B { get; }

    /// <summary>The share of tasks solved by at least one of k samples.</summary>
    /// <param name="samples">k, from 1.</param>
    /// <returns>A share from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 or not finite.</exception>
    /// <exception cref="InvalidOperationException">a or b is not below zero: no coverage curve.</exception>
    public double At(double samples)
    {
        RequireSamples(samples);
        RequireShape();
        return ScalarMath.Exp(A * ScalarMath.Pow(samples, B));
    }

    /// <summary>The samples that reach a coverage.</summary>
    /// <param name="coverage">A share between 0 and 1, both excluded.</param>
    /// <returns>Samples, at least 1, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Outside (0, 1).</exception>
    /// <exception cref="InvalidOperationException">a or b is not below zero: no coverage curve.</exception>
    public double SamplesFor(double coverage)
    {
        RequireCoverage(coverage, nameof(coverage));
        RequireShape();
        return Math.Max(1, ScalarMath.Pow(ScalarMath.Log(coverage) / A, 1 / B));
    }

    /// <summary>The curve through one sample's success and the coverage of more.</summary>
    /// <param name="single">Share solved by one sample.</param>
    /// <param name="samples">k, above 1.</param>
    /// <param name="coverage">Share solved by at least one of k; above single.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Shares outside (0, 1), no more than one sample, or a coverage not
    /// above single.</exception>
    public static CoverageCurve Through(double single, double samples, double coverage)
    {
        RequireCoverage(single, nameof(single));
        RequireCoverage(coverage, nameof(coverage));
        if (!(samples > 1) || double.IsInfinity(samples))
            throw new ArgumentOutOfRangeException(nameof(samples), samples, "samples is a count, a finite number above 1.");
        if (coverage <= single)
            throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "coverage of several samples must be above that of one.");
        double a = ScalarMath.Log(single);
        return new(a, ScalarMath.Log(ScalarMath.Log(coverage) / a) / ScalarMath.Log(samples));
    }

    /// <summary>The curve of measured coverages: a straight line of ln(-ln c) in ln k by least squares.</summary>
    /// <param name="samples">k, each from 1, at least two different.</param>
    /// <param name="coverages">Share solved by at least one of k, each between 0 and 1.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentNullException">An array is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or fewer than two different counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count below 1 or a share outside (0, 1).</exception>
    public static CoverageCurve Fit(double[] samples, double[] coverages)
    {
        if (samples is null) throw new ArgumentNullException(nameof(samples));
        if (coverages is null) throw new ArgumentNullException(nameof(coverages));
        if (samples.Length != coverages.Length)
            throw new ArgumentException($"{samples.Length} counts and {coverages.Length} coverages; they go in pairs.", nameof(coverages));
        double[] x = new double[samples.Length];
        double[] y = new double[samples.Length];
        for (int i = 0; i < samples.Length; i++)
        {
            RequireSamples(samples[i]);
            RequireCoverage(coverages[i], nameof(coverages));
            x[i] = ScalarMath.Log(samples[i]);
            y[i] = ScalarMath.Log(-ScalarMath.Log(coverages[i]));
        }

        if (StraightLine.Through(x, y) is not { } line)
            throw new ArgumentException("A fit needs at least two different counts.", nameof(samples));
        return new(-ScalarMath.Exp(line.Intercept), line.Slope);
    }

    /// <summary>The unbiased estimate of pass@k from n samples of which c are right, 1 - C(n-c, k)/C(n, k).</summary>
    /// <param name="drawn">n, samples drawn.</param>
    /// <param name="correct">c, right ones among them.</param>
    /// <param name="k">k, at most n.</param>
    /// <returns>A share from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Counts that cannot be.</exception>
    public static double PassAt(int drawn, int correct, int k)
    {
        if (drawn < 1) throw new ArgumentOutOfRangeException(nameof(drawn), drawn, "drawn is a count of samples, from 1.");
        if (correct < 0 || correct > drawn)
            throw new ArgumentOutOfRangeException(nameof(correct), correct, "correct is a count of samples, from 0 to those drawn.");
        if (k < 1 || k > drawn) throw new ArgumentOutOfRangeException(nameof(k), k, "k is a count of samples, from 1 to those drawn.");
        double none = 1;
        for (int i = 0; i < k; i++) none *= Math.Max(0, drawn - correct - i) / (double)(drawn - i);
        return 1 - none;
    }

    private void RequireShape()
    {
        if (!(A < 0 && B < 0)) throw new InvalidOperationException("A coverage curve exp(a k^b) has a and b below zero.");
    }

    private static void RequireSamples(double samples)
    {
        if (samples >= 1 && !double.IsInfinity(samples)) return;
        throw new ArgumentOutOfRangeException(nameof(samples), samples, "samples is a count, a finite number from 1 upwards.");
    }

    private static void RequireCoverage(double share, string name)
    {
        if (share is > 0 and < 1) return;
        throw new ArgumentOutOfRangeException(name, share, name + " is a share of tasks, between 0 and 1, both excluded.");
    }
}
