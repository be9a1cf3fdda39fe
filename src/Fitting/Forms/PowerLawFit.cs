using System;
using System.Linq;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>L(x) = Floor + Coefficient * x^-Exponent in one variable: compute, parameters, tokens or steps (Henighan et
/// al. 2020, eq. 1.1).</summary>
public sealed class PowerLawFit
{
    internal PowerLawFit(
        FittedCoefficient floor,
        FittedCoefficient coefficient,
        FittedCoefficient exponent,
        FormCertificate certificate)
    {
        Floor = floor;
        Coefficient = coefficient;
        Exponent = exponent;
        Certificate = certificate;
    }

    /// <summary>The lower limit of the loss for every x; zero without a floor.</summary>
    public FittedCoefficient Floor { get; }

    /// <summary>What is left above the floor at x = 1.</summary>
    public FittedCoefficient Coefficient { get; }

    /// <summary>The positive exponent.</summary>
    public FittedCoefficient Exponent { get; }

    /// <summary>The evidence.</summary>
    public FormCertificate Certificate { get; }

    /// <summary>The fitted loss.</summary>
    /// <param name="x">A positive number.</param>
    /// <returns>Floor + Coefficient * x^-Exponent.</returns>
    public double At(double x) => Floor.Value + (Coefficient.Value * ScalarMath.Pow(x, -Exponent.Value));

    /// <summary>Fits the power law on ln L.</summary>
    /// <param name="x">Compute, parameters, tokens or steps.</param>
    /// <param name="losses">Losses, one for each x.</param>
    /// <param name="floorTerm">Whether there is a floor (Kaplan et al. 2020 have none).</param>
    /// <param name="huberDelta">Huber's delta in units of ln L; infinity for least squares.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="FitRefusedException">The data cannot support the law.</exception>
    public static PowerLawFit Fit(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> losses,
        FloorTerm floorTerm = FloorTerm.Fitted,
        double huberDelta = double.PositiveInfinity)
    {
        bool withFloor = floorTerm == FloorTerm.Fitted;
        FitChecks.RequireValues(x, x.Length, nameof(x), "its own unit");
        FitChecks.RequireValues(losses, x.Length, nameof(losses), "nats per token");
        double[] u = FitChecks.Logs(x), l = FitChecks.Logs(losses);
        if (u.Distinct().Count() < (withFloor ? 4 : 3))
            throw FitChecks.Refuse(FitRefusal.TooFewRuns,
                $"There are {u.Distinct().Count()} distinct x; the law needs {(withFloor ? 4 : 3)}.");
        double centre = u.Average(), level = l.Average();
        var starts = new[] { 0.03, 0.1, 0.3, 0.8 }.Select(a => withFloor
            ? new[] { level - 1, Math.Log(a), level - 0.5 }
            : new[] { level, Math.Log(a) });
        var fit = FormFit.Fit(
            "The power law",
            (t, i) => withFloor ? Jet.LogSum(t[0] - (Jet.Exp(t[1]) * (u[i] - centre)), t[2]) : t[0] - (Jet.Exp(t[1]) * (u[i] - centre)),
            l,
            huberDelta,
            starts);
        if (withFloor && Math.Exp(fit.Theta[2]) < 1e-4 * Math.Exp(level))
            throw FitChecks.Refuse(FitRefusal.OptimumOnBoundary, "The floor becomes zero: the data have none; fit without it.");
        return new(
            withFloor ? fit.Coefficient(t => Jet.Exp(t[2])) : default,
            fit.Coefficient(t => Jet.Exp(t[0] + (Jet.Exp(t[1]) * centre))),
            fit.Coefficient(t => Jet.Exp(t[1])),
            fit.Certificate);
    }
}
