using System;
using System.Linq;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>Kaplan et al. 2020, eq. 1.5: L(N, D) = [(N_c/N)^(alpha_N/alpha_D) + D_c/D]^alpha_D, fitted to runs by least
/// squares on ln L.</summary>
/// <remarks>
/// There is no floor: loss falls to zero. N counts non-embedding parameters in the paper. Eq. 1.1 to 1.3, one power of
/// one variable, are <see cref="PowerLawFit"/> without a floor; eq. 1.6, L(N, S) = (N_c/N)^alpha_N + (S_c/S)^alpha_S,
/// is <see cref="ChinchillaFit"/> with FixedIrreducible 0 and steps for tokens.
/// </remarks>
public sealed class KaplanFit
{
    internal KaplanFit(
        FittedCoefficient parametersExponent,
        FittedCoefficient tokensExponent,
        FittedCoefficient parametersScale,
        FittedCoefficient tokensScale,
        FormCertificate certificate)
    {
        ParametersExponent = parametersExponent;
        TokensExponent = tokensExponent;
        ParametersScale = parametersScale;
        TokensScale = tokensScale;
        Certificate = certificate;
    }

    /// <summary>alpha_N.</summary>
    public FittedCoefficient ParametersExponent { get; }

    /// <summary>alpha_D.</summary>
    public FittedCoefficient TokensExponent { get; }

    /// <summary>N_c, parameters.</summary>
    public FittedCoefficient ParametersScale { get; }

    /// <summary>D_c, tokens.</summary>
    public FittedCoefficient TokensScale { get; }

    /// <summary>The evidence.</summary>
    public FormCertificate Certificate { get; }

    /// <summary>The fitted loss.</summary>
    /// <param name="parameters">Parameters.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>Nats per token.</returns>
    public double Loss(double parameters, double tokens)
    {
        double byParameters = ScalarMath.Pow(ParametersScale.Value / parameters, ParametersExponent.Value / TokensExponent.Value);
        return ScalarMath.Pow(byParameters + (TokensScale.Value / tokens), TokensExponent.Value);
    }

    /// <summary>Fits eq. 1.5.</summary>
    /// <param name="parameters">Parameters, one a run.</param>
    /// <param name="tokens">Training tokens, one a run.</param>
    /// <param name="losses">Losses, nats per token, one a run.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="FitRefusedException">The data cannot support the law.</exception>
    public static KaplanFit Fit(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, ReadOnlySpan<double> losses)
    {
        int count = parameters.Length;
        FitChecks.RequireValues(parameters, count, nameof(parameters), "parameters");
        FitChecks.RequireValues(tokens, count, nameof(tokens), "tokens");
        FitChecks.RequireValues(losses, count, nameof(losses), "nats per token");
        FitChecks.RequireSurface(parameters, tokens, 4);
        double[] n = FitChecks.Logs(parameters), d = FitChecks.Logs(tokens), l = FitChecks.Logs(losses);
        double centreN = n.Average(), centreD = d.Average(), level = l.Average();

        // ln L = alpha_D ln(e^p + e^q), p = p0 - ratio (ln N - centre), q = q0 - (ln D - centre).
        var starts = from alpha in new[] { 0.05, 0.1, 0.3 }
                     from ratio in new[] { 0.4, 0.8, 1.5 }
                     from lead in new[] { -2.0, 0, 2 }
                     select new[] { Math.Log(alpha), Math.Log(ratio), (level / alpha) - 0.7 + lead, (level / alpha) - 0.7 - lead };
        var fit = FormFit.Fit(
            "Kaplan's L(N, D)",
            (t, i) => Jet.Exp(t[0]) * Jet.LogSum(t[2] - (Jet.Exp(t[1]) * (n[i] - centreN)), t[3] - (d[i] - centreD)),
            l,
            double.PositiveInfinity,
            starts);
        return new(
            fit.Coefficient(t => Jet.Exp(t[0] + t[1])),
            fit.Coefficient(t => Jet.Exp(t[0])),
            fit.Coefficient(t => Jet.Exp((t[2] * Jet.Exp(-t[1])) + centreN)),
            fit.Coefficient(t => Jet.Exp(t[3] + centreD)),
            fit.Certificate);
    }
}
