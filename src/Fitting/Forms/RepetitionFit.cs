using System;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Fitting;

/// <summary>Muennighoff et al. 2023: what repeated tokens and excess parameters are worth, R_D* and R_N*, on a known
/// surface of new data.</summary>
/// <remarks>
/// D' = U + U R_D* (1 - exp(-R_D/R_D*)), R_D = D/U - 1; N' likewise from U_N = min(N, N_opt(U)) and R_N*. (Eq. 5 and
/// 6.) As in the paper the surface is fitted first, to runs without repetition, and then fixed. Huber's loss on ln L,
/// summed. Runs whose loss rose from repetition (many epochs of a large model) lie outside the form: leave them out.
/// </remarks>
public sealed class RepetitionFit
{
    internal RepetitionFit(
        FittedCoefficient repetitionScale,
        FittedCoefficient excessParametersScale,
        ChinchillaLaw surface,
        FormCertificate certificate)
    {
        RepetitionScale = repetitionScale;
        ExcessParametersScale = excessParametersScale;
        Surface = surface;
        Certificate = certificate;
    }

    /// <summary>R_D*: after so many repetitions a token is worth 1/e of a new one.</summary>
    public FittedCoefficient RepetitionScale { get; }

    /// <summary>R_N*, the same for parameters beyond what the unique tokens can use.</summary>
    public FittedCoefficient ExcessParametersScale { get; }

    /// <summary>The surface of new data.</summary>
    public ChinchillaLaw Surface { get; }

    /// <summary>The evidence.</summary>
    public FormCertificate Certificate { get; }

    /// <summary>Fits R_D* and R_N*.</summary>
    /// <param name="surface">The law of new data.</param>
    /// <param name="parameters">Parameters, one a run.</param>
    /// <param name="tokens">Training tokens, repetitions included, one a run.</param>
    /// <param name="uniqueTokens">Unique tokens, one a run.</param>
    /// <param name="losses">Losses, nats per token, one a run.</param>
    /// <param name="huberDelta">Huber's delta in units of ln L.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="FitRefusedException">No run repeats its data, or the data cannot separate the two
    /// scales.</exception>
    public static RepetitionFit Fit(
        ChinchillaLaw surface,
        ReadOnlySpan<double> parameters,
        ReadOnlySpan<double> tokens,
        ReadOnlySpan<double> uniqueTokens,
        ReadOnlySpan<double> losses,
        double huberDelta = 1e-3)
    {
        ArgumentNullException.ThrowIfNull(surface);
        int count = parameters.Length;
        FitChecks.RequireValues(parameters, count, nameof(parameters), "parameters");
        FitChecks.RequireValues(tokens, count, nameof(tokens), "tokens");
        FitChecks.RequireValues(uniqueTokens, count, nameof(uniqueTokens), "tokens");
        FitChecks.RequireValues(losses, count, nameof(losses), "nats per token");

        double[] n = parameters.ToArray(), l = FitChecks.Logs(losses);
        double[] u = new double[count], repeats = new double[count], usable = new double[count];
        for (int i = 0; i < count; i++)
        {
            u[i] = Math.Min(uniqueTokens[i], tokens[i]);
            repeats[i] = (tokens[i] / u[i]) - 1;
            usable[i] = Math.Min(n[i], surface.ParametersFor(u[i]));
        }

        if (repeats.Count(r => r > 0.5) < 3)
            throw FitChecks.Refuse(FitRefusal.TooFewRuns,
                $"{repeats.Count(r => r > 0.5)} runs repeat their data; three at least are needed.");
        var starts = from rd in new[] { 1.0, 5, 20 } from rn in new[] { 0.5, 3, 15 } select new[] { Math.Log(rd), Math.Log(rn) };
        double logA = Math.Log(surface.Parameters.Coefficient), logB = Math.Log(surface.Tokens.Coefficient);
        var fit = FormFit.Fit(
            "R_D* and R_N*",
            (t, i) => Jet.Log(
                Jet.Exp(logA - (surface.Parameters.Exponent * Saturated(usable[i], (n[i] / usable[i]) - 1, t[1])))
                + Jet.Exp(logB - (surface.Tokens.Exponent * Saturated(u[i], repeats[i], t[0])))
                + surface.Irreducible),
            l,
            huberDelta,
            starts);
        if (fit.Theta.Any(t => Math.Abs(t) > 12))
        {
            throw FitChecks.Refuse(FitRefusal.OptimumOnBoundary,
                $"The scales grow without bound (R_D* {FitChecks.Text(Math.Exp(fit.Theta[0]))}, R_N* "
                    + $"{FitChecks.Text(Math.Exp(fit.Theta[1]))}): these runs do not saturate as the form does.");
        }

        return new(fit.Coefficient(t => Jet.Exp(t[0])), fit.Coefficient(t => Jet.Exp(t[1])), surface, fit.Certificate);
    }

    // ln of unique * (1 + scale * (1 - exp(-repeats / scale))).
    private static Jet Saturated(double unique, double repeats, Jet logScale)
    {
        if (repeats <= 0) return Math.Log(unique);
        var scale = Jet.Exp(logScale);
        return Math.Log(unique) + Jet.Log(1 + (scale * (1 - Jet.Exp(-(repeats / scale)))));
    }
}
