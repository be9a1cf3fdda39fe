using System;
using System.Linq;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>Gadre et al. 2024, eq. 5: the average error on tasks from the loss, Err(L) = epsilon - k e^(-gamma
/// L).</summary>
/// <remarks>Beyond the fitted losses the exponential runs on to an error of zero: <see cref="AccuracyFit"/> shows a
/// sigmoid beside it, intervals, and how far the two part. A certificate is about the optimum, not about the
/// form.</remarks>
public sealed class DownstreamErrorFit
{
    internal DownstreamErrorFit(
        FittedCoefficient ceiling,
        FittedCoefficient scale,
        FittedCoefficient rate,
        FormCertificate certificate)
    {
        Ceiling = ceiling;
        Scale = scale;
        Rate = rate;
        Certificate = certificate;
    }

    /// <summary>epsilon, the error of guessing.</summary>
    public FittedCoefficient Ceiling { get; }

    /// <summary>k.</summary>
    public FittedCoefficient Scale { get; }

    /// <summary>gamma, per nat.</summary>
    public FittedCoefficient Rate { get; }

    /// <summary>The evidence.</summary>
    public FormCertificate Certificate { get; }

    /// <summary>The fitted error.</summary>
    /// <param name="loss">Nats per token.</param>
    /// <returns>A share of 1.</returns>
    public double At(double loss) => Ceiling.Value - (Scale.Value * ScalarMath.Exp(-Rate.Value * loss));

    /// <summary>Fits eq. 5 by least squares.</summary>
    /// <param name="losses">Losses, nats per token, one a model.</param>
    /// <param name="errors">Average errors, shares of 1, one a model.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="FitRefusedException">The data cannot support the law.</exception>
    public static DownstreamErrorFit Fit(ReadOnlySpan<double> losses, ReadOnlySpan<double> errors)
    {
        FitChecks.RequireValues(losses, losses.Length, nameof(losses), "nats per token");
        FitChecks.RequireValues(errors, losses.Length, nameof(errors), "shares of 1");
        if (losses.Length < 4)
            throw FitChecks.Refuse(FitRefusal.TooFewRuns, $"There are {losses.Length} models; three unknowns need four.");
        double[] l = losses.ToArray(), e = errors.ToArray();
        double centre = l.Average(), top = e.Max(), span = Math.Max(1e-3, top - e.Min());
        var starts = new[] { 0.3, 1, 2.5 }.Select(gamma => new[] { top + (span / 2), Math.Log(span), Math.Log(gamma) });
        var fit = FormFit.Fit("The error law", (t, i) => t[0] - Jet.Exp(t[1] - (Jet.Exp(t[2]) * (l[i] - centre))), e,
            double.PositiveInfinity, starts);
        return new(
            fit.Coefficient(t => t[0]),
            fit.Coefficient(t => Jet.Exp(t[1] + (Jet.Exp(t[2]) * centre))),
            fit.Coefficient(t => Jet.Exp(t[2])),
            fit.Certificate);
    }
}
