using System;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>Gadre et al. 2024, eq. 4: L(C, M) = E + (a M^eta + b M^-eta) C^-eta, with M = D/N tokens per parameter and
/// C = 6ND.</summary>
/// <remarks>
/// It is E + A/N^alpha + B/D^beta with alpha = beta = 2 eta, A = a 6^-eta, B = b 6^-eta, which <see cref="Surface"/>
/// returns. For the cost of over-training, not for allocation: equal exponents put the optimum at one ratio for all
/// budgets.
/// </remarks>
public sealed class OverTrainingFit
{
    internal OverTrainingFit(
        FittedCoefficient floor,
        FittedCoefficient overTraining,
        FittedCoefficient underTraining,
        FittedCoefficient exponent,
        FormCertificate certificate)
    {
        Floor = floor;
        OverTraining = overTraining;
        UnderTraining = underTraining;
        Exponent = exponent;
        Certificate = certificate;
    }

    /// <summary>E.</summary>
    public FittedCoefficient Floor { get; }

    /// <summary>a.</summary>
    public FittedCoefficient OverTraining { get; }

    /// <summary>b.</summary>
    public FittedCoefficient UnderTraining { get; }

    /// <summary>eta.</summary>
    public FittedCoefficient Exponent { get; }

    /// <summary>The evidence.</summary>
    public FormCertificate Certificate { get; }

    /// <summary>The same law as a surface in N and D.</summary>
    public ChinchillaLaw Surface => new("fitted-over-training")
    {
        Irreducible = Floor.Value,
        Parameters = new(OverTraining.Value * ScalarMath.Pow(6, -Exponent.Value), 2 * Exponent.Value),
        Tokens = new(UnderTraining.Value * ScalarMath.Pow(6, -Exponent.Value), 2 * Exponent.Value),
        Caution = "For the cost of over-training, not for allocation.",
    };

    /// <summary>Fits eq. 4 by least squares on the losses, as the paper does.</summary>
    /// <param name="parameters">Parameters, one a run.</param>
    /// <param name="tokens">Training tokens, one a run.</param>
    /// <param name="losses">Losses, nats per token, one a run.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="FitRefusedException">The data cannot support the law.</exception>
    public static OverTrainingFit Fit(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, ReadOnlySpan<double> losses)
    {
        int count = parameters.Length;
        FitChecks.RequireValues(parameters, count, nameof(parameters), "parameters");
        FitChecks.RequireValues(tokens, count, nameof(tokens), "tokens");
        FitChecks.RequireValues(losses, count, nameof(losses), "nats per token");
        if (count < 5) throw FitChecks.Refuse(FitRefusal.TooFewRuns, $"There are {count} runs; four unknowns need five.");
        double[] n = FitChecks.Logs(parameters), d = FitChecks.Logs(tokens), l = losses.ToArray();
        double centreN = n.Average(), centreD = d.Average(), level = l.Average();

        // M/C = 1/(6N^2) and 1/(MC) = 1/(6D^2): each term is a power of one of them.
        var starts = from eta in new[] { 0.06, 0.12, 0.25 }
                     from floor in new[] { 0.3, 0.6 }
                     select new[]
                     {
                         Math.Log(level * (1 - floor) / 2),
                         Math.Log(level * (1 - floor) / 2),
                         Math.Log(level * floor),
                         Math.Log(eta)
                     };
        var fit = FormFit.Fit(
            "The over-training law",
            (t, i) =>
            {
                var twice = 2 * Jet.Exp(t[3]);
                return Jet.Exp(t[0] - (twice * (n[i] - centreN))) + Jet.Exp(t[1] - (twice * (d[i] - centreD))) + Jet.Exp(t[2]);
            },
            l,
            double.PositiveInfinity,
            starts);
        double sixth = Math.Log(6);
        return new(
            fit.Coefficient(t => Jet.Exp(t[2])),
            fit.Coefficient(t => Jet.Exp(t[0] + (Jet.Exp(t[3]) * ((2 * centreN) + sixth)))),
            fit.Coefficient(t => Jet.Exp(t[1] + (Jet.Exp(t[3]) * ((2 * centreD) + sixth)))),
            fit.Coefficient(t => Jet.Exp(t[3])),
            fit.Certificate);
    }
}
