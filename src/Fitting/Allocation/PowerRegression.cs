using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>y = Coefficient * x^Exponent by least squares on the logarithms.</summary>
public sealed class PowerRegression
{
    internal PowerRegression(
        double coefficient,
        double exponent,
        double exponentStandardError,
        double residualDeviation,
        int points)
    {
        Coefficient = coefficient;
        Exponent = exponent;
        ExponentStandardError = exponentStandardError;
        ResidualDeviation = residualDeviation;
        Points = points;
    }

    /// <summary>y at x = 1.</summary>
    public double Coefficient { get; }

    /// <summary>The power.</summary>
    public double Exponent { get; }

    /// <summary>Of the exponent; infinite with two points.</summary>
    public double ExponentStandardError { get; }

    /// <summary>The standard deviation of ln y about the line.</summary>
    public double ResidualDeviation { get; }

    /// <summary>Points fitted.</summary>
    public int Points { get; }

    /// <summary>The fitted y.</summary>
    /// <param name="x">A positive number.</param>
    /// <returns>Coefficient * x^Exponent.</returns>
    public double At(double x) => Coefficient * ScalarMath.Pow(x, Exponent);

    internal static PowerRegression Fit(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        double[] u = x.Select(a => Math.Log(a)).ToArray(), v = y.Select(b => Math.Log(b)).ToArray();
        double meanU = u.Average(), meanV = v.Average();
        double spread = u.Sum(a => (a - meanU) * (a - meanU));
        double slope = u.Zip(v, (a, b) => (a - meanU) * (b - meanV)).Sum() / spread;
        double rest = u.Zip(v, (a, b) => Math.Pow(b - meanV - (slope * (a - meanU)), 2)).Sum();
        double variance = u.Length > 2 ? rest / (u.Length - 2) : double.PositiveInfinity;
        return new(Math.Exp(meanV - (slope * meanU)), slope, Math.Sqrt(variance / spread), Math.Sqrt(variance), u.Length);
    }
}
