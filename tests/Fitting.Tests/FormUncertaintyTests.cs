using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Laws.Literature;

namespace ScalingAnalyzers.Tests;

/// <summary>The standard error of each coefficient of each form is the spread of fits to fresh noise, whatever the fit
/// itself is parametrised by.</summary>
public class FormUncertaintyTests
{
    private const int Fits = 200;
    private static readonly double[] Sizes =
        Enumerable.Range(0, 9).SelectMany(_ => Enumerable.Range(0, 9)).Select(i => 1e7 * Math.Pow(10, 0.3 * i)).ToArray();
    private static readonly double[] Counts =
        Enumerable.Range(0, 9).SelectMany(j => Enumerable.Repeat(1e9 * Math.Pow(10, 0.3 * j), 9)).ToArray();

    private static readonly Dictionary<string, Func<Random, FittedCoefficient[]>> Forms = new()
    {
        ["power law with a floor"] = random => PowerLaw(random, 1.7),
        ["power law without"] = random => PowerLaw(random, 0),
        ["Kaplan's L(N, D)"] = random =>
        {
            var fit = KaplanFit.Fit(Sizes, Counts, Pairs((n, d) => KaplanLaw.Published.Loss(n, d) * Math.Exp(0.003 * Gauss(random))));
            return [fit.ParametersExponent, fit.TokensExponent, fit.ParametersScale, fit.TokensScale];
        },
        ["over-training"] = random =>
        {
            var fit = OverTrainingFit.Fit(Sizes, Counts, Pairs((n, d) => Gadre2024.C4.Loss(n, d) + (0.005 * Gauss(random))));
            return [fit.Floor, fit.OverTraining, fit.UnderTraining, fit.Exponent];
        },
        ["downstream error"] = random =>
        {
            double[] losses = Enumerable.Range(0, 40).Select(i => 2.2 + (i * 0.04)).ToArray();
            var fit = DownstreamErrorFit.Fit(losses, losses.Select(l => Gadre2024.C4.Error17.At(l) + (0.003 * Gauss(random))).ToArray());
            return [fit.Ceiling, fit.Scale, fit.Rate];
        },
        ["coverage"] = random =>
        {
            double[] samples = Enumerable.Range(0, 20).Select(i => Math.Pow(2, i * 0.5)).ToArray();
            var fit =
                CoverageFit.Fit(samples, samples.Select(k => new CoverageCurve(-1.8, -0.3).At(k) + (0.002 * Gauss(random))).ToArray());
            return [fit.Scale, fit.Exponent];
        },
        ["broken power law"] = random =>
        {
            double[] x = Enumerable.Range(0, 60).Select(i => Math.Pow(10, 18 + (i * 0.1))).ToArray();
            var fit =
                BrokenPowerLawFit.Fit(
                    x,
                    x.Select(v => 30 * Math.Pow(v, -0.07) * Math.Pow(1 + Math.Pow(v / 1e21, 1 / 0.4), -0.12)
                        * Math.Exp(0.003 * Gauss(random))).ToArray(), floorTerm: FloorTerm.Zero);
            return [fit.Coefficient, fit.FirstExponent, fit.ExtraExponent, fit.Break, fit.Softness];
        },
    };

    public static TheoryData<string> Names => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Standard_errors_are_the_spread_of_fits_to_fresh_noise(string form)
    {
        var fits = Enumerable.Range(0, Fits).Select(seed => Forms[form](new Random(seed))).ToArray();
        for (int i = 0; i < fits[0].Length; i++)
        {
            // Of logarithms: coefficients such as N_c spread over decades.
            double[] logs = fits.Select(fit => Math.Log(Math.Abs(fit[i].Value))).ToArray();
            double spread = Math.Sqrt(logs.Sum(l => Math.Pow(l - logs.Average(), 2)) / (Fits - 1));
            double[] reported = fits.Select(fit => fit[i].StandardError / Math.Abs(fit[i].Value)).Order().ToArray();
            Assert.True(reported[Fits / 2] / spread is > 0.8 and < 1.2,
                $"{form}, coefficient {i}: a fit says {reported[Fits / 2]:G3}, fits spread by {spread:G3}");
        }
    }

    private static FittedCoefficient[] PowerLaw(Random random, double floor)
    {
        double[] x = Enumerable.Range(0, 60).Select(i => Math.Pow(10, 18 + (i * 0.1))).ToArray();
        var fit = PowerLawFit.Fit(x, x.Select(v => (floor + (4e3 * Math.Pow(v, -0.18))) * Math.Exp(0.003 * Gauss(random))).ToArray(),
            floorTerm: floor > 0 ? FloorTerm.Fitted : FloorTerm.Zero);
        return floor > 0 ? [fit.Floor, fit.Coefficient, fit.Exponent] : [fit.Coefficient, fit.Exponent];
    }

    private static double[] Pairs(Func<double, double, double> loss) => Sizes.Zip(Counts, loss).ToArray();

    private static double Gauss(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
