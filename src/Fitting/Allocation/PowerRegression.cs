using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>y = Coefficient * x^Exponent by least squares on the logarithms.</summary>
/// <param name="Coefficient">y at x = 1.</param>
/// <param name="Exponent">The power.</param>
/// <param name="ExponentStandardError">Of the exponent; infinite with two points.</param>
/// <param name="ResidualDeviation">The standard deviation of ln y about the line.</param>
/// <param name="Points">Points fitted.</param>
public sealed record PowerRegression(double Coefficient, double Exponent, double ExponentStandardError, double ResidualDeviation, int Points)
{
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
