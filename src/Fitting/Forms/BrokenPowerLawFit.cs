using System;
using System.Linq;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>A power law with one smooth break (Caballero et al. 2022, eq. 1 with n = 1): y = Floor + b x^-c0 (1 +
/// (x/d)^(1/f))^(-c1 f).</summary>
public sealed class BrokenPowerLawFit
{
    internal BrokenPowerLawFit(
        FittedCoefficient floor,
        FittedCoefficient coefficient,
        FittedCoefficient firstExponent,
        FittedCoefficient extraExponent,
        FittedCoefficient breakPoint,
        FittedCoefficient softness,
        FormCertificate certificate)
    {
        Floor = floor;
        Coefficient = coefficient;
        FirstExponent = firstExponent;
        ExtraExponent = extraExponent;
        Break = breakPoint;
        Softness = softness;
        Certificate = certificate;
    }

    /// <summary>The limit of y for large x.</summary>
    public FittedCoefficient Floor { get; }

    /// <summary>b, before the break at x = 1.</summary>
    public FittedCoefficient Coefficient { get; }

    /// <summary>c0, the steepness before the break.</summary>
    public FittedCoefficient FirstExponent { get; }

    /// <summary>c1: after the break the steepness is c0 + c1.</summary>
    public FittedCoefficient ExtraExponent { get; }

    /// <summary>d, the position of the break.</summary>
    public FittedCoefficient Break { get; }

    /// <summary>f, how gradual the break is.</summary>
    public FittedCoefficient Softness { get; }

    /// <summary>The evidence.</summary>
    public FormCertificate Certificate { get; }

    /// <summary>The fitted y.</summary>
    /// <param name="x">A positive number.</param>
    /// <returns>y.</returns>
    public double At(double x) => Floor.Value
        + (Coefficient.Value * ScalarMath.Pow(x, -FirstExponent.Value)
            * ScalarMath.Pow(1 + ScalarMath.Pow(x / Break.Value, 1 / Softness.Value), -ExtraExponent.Value * Softness.Value));

    /// <summary>Fits the law by least squares on ln y.</summary>
    /// <param name="x">Compute, parameters, tokens or steps: at least eight distinct ones.</param>
    /// <param name="y">Losses or errors, one for each x.</param>
    /// <param name="floorTerm">Whether y has a floor above zero.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="FitRefusedException">The data cannot support the law, or show no break.</exception>
    public static BrokenPowerLawFit Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y, FloorTerm floorTerm = FloorTerm.Fitted)
    {
        bool withFloor = floorTerm == FloorTerm.Fitted;
        FitChecks.RequireValues(x, x.Length, nameof(x), "its own unit");
        FitChecks.RequireValues(y, x.Length, nameof(y), "its own unit");
        double[] u = FitChecks.Logs(x), v = FitChecks.Logs(y);
        int distinct = u.Distinct().Count();
        if (distinct < 8) throw FitChecks.Refuse(FitRefusal.TooFewRuns, $"There are {distinct} distinct x; six unknowns need eight.");
        double centre = u.Average(), low = u.Min(), span = u.Max() - low, level = v.Average(), floor = v.Min();

        // b, c0, c1, d (logs where positive, at the centre), f, floor.
        var starts = from share in new[] { 0.3, 0.5, 0.7 }
                     from c0 in new[] { 0.05, 0.3 }
                     from c1 in new[] { -0.15, 0.2, 0.6 }
                     select new[] { level, c0, c1, low + (share * span) - centre, Math.Log(0.3), floor - 1 }[..(withFloor ? 6 : 5)];
        var fit = FormFit.Fit(
            "The broken power law",
            (t, i) =>
            {
                double z = u[i] - centre;
                var f = Jet.Exp(t[4]);
                var log = t[0] - (t[1] * z) - (t[2] * f * Jet.LogSum(0, (z - t[3]) / f));
                return withFloor ? Jet.LogSum(log, t[5]) : log;
            },
            v,
            double.PositiveInfinity,
            starts);
        double at = fit.Theta[3] + centre;
        if (at < low || at > low + span)
        {
            throw FitChecks.Refuse(FitRefusal.OptimumOnBoundary,
                $"The break would lie at {FitChecks.Text(Math.Exp(at))}, outside the data: fit a plain power law.");
        }

        return new(
            withFloor ? fit.Coefficient(t => Jet.Exp(t[5])) : default,
            fit.Coefficient(t => Jet.Exp(t[0] + (t[1] * centre))),
            fit.Coefficient(t => t[1]),
            fit.Coefficient(t => t[2]),
            fit.Coefficient(t => Jet.Exp(t[3] + centre)),
            fit.Coefficient(t => Jet.Exp(t[4])),
            fit.Certificate);
    }
}
