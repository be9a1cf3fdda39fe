using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.Statistics;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>Five numbers that belong to E, A, B, alpha and beta.</summary>
public sealed class ChinchillaCoefficients
{
    internal ChinchillaCoefficients(
        double irreducible,
        double parametersCoefficient,
        double tokensCoefficient,
        double parametersExponent,
        double tokensExponent)
    {
        Irreducible = irreducible;
        ParametersCoefficient = parametersCoefficient;
        TokensCoefficient = tokensCoefficient;
        ParametersExponent = parametersExponent;
        TokensExponent = tokensExponent;
    }

    /// <summary>Of E, nats per token.</summary>
    public double Irreducible { get; }

    /// <summary>Of A.</summary>
    public double ParametersCoefficient { get; }

    /// <summary>Of B.</summary>
    public double TokensCoefficient { get; }

    /// <summary>Of alpha.</summary>
    public double ParametersExponent { get; }

    /// <summary>Of beta.</summary>
    public double TokensExponent { get; }
}

/// <summary>The laws of a bootstrap: what any quantity could have been, had other runs been drawn.</summary>
public sealed class ChinchillaBootstrap
{
    internal ChinchillaBootstrap(IReadOnlyList<ChinchillaLaw> laws, int notConverged)
    {
        Laws = laws;
        NotConverged = notConverged;
        StandardErrors = new(
            StandardError(law => law.Irreducible),
            StandardError(law => law.Parameters.Coefficient),
            StandardError(law => law.Tokens.Coefficient),
            StandardError(law => law.Parameters.Exponent),
            StandardError(law => law.Tokens.Exponent));
    }

    /// <summary>One law a resample.</summary>
    public IReadOnlyList<ChinchillaLaw> Laws { get; }

    /// <summary>Resamples whose gradient did not quite vanish; they are kept.</summary>
    public int NotConverged { get; }

    /// <summary>Whether more than 5 % of the resamples did not converge: then their spread is no uncertainty.</summary>
    public IReadOnlyList<FitWarning> Warnings => NotConverged <= 0.05 * Laws.Count ? [] :
    [
        new(FitWarningKind.BootstrapUnconverged, string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{NotConverged} of {Laws.Count} resamples did not converge; their spread is no measure of uncertainty.")),
    ];

    /// <summary>The standard errors of the coefficients.</summary>
    public ChinchillaCoefficients StandardErrors { get; }

    /// <summary>The standard error of any quantity of the law.</summary>
    /// <param name="quantity">The quantity, computed from each law.</param>
    /// <returns>The standard deviation over resamples (n - 1 in the denominator).</returns>
    public double StandardError(Func<ChinchillaLaw, double> quantity) => Laws.Select(quantity).StandardDeviation();

    /// <summary>
    /// The percentile interval of any quantity of the law: coefficients, the exponent a, an optimum, a loss.
    /// </summary>
    /// <param name="quantity">The quantity, computed from each law.</param>
    /// <param name="level">0.95 leaves 2.5 % on each side.</param>
    /// <returns>The interval (percentiles interpolated linearly between order statistics).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval Interval(Func<ChinchillaLaw, double> quantity, double level = 0.95)
    {
        Levels.Require(level);
        double[] values = Laws.Select(quantity).ToArray();
        return new Interval(Quantile(values, (1 - level) / 2), Quantile(values, (1 + level) / 2));
    }

    /// <summary>
    /// The loss of a future run: "loss of the 70B run: 1.974 [1.962, 1.987]". The law's uncertainty, without the run's
    /// own noise.
    /// </summary>
    /// <param name="parameters">Parameters of the run.</param>
    /// <param name="tokens">Training tokens of the run.</param>
    /// <param name="level">0.95 leaves 2.5 % on each side.</param>
    /// <returns>Median and interval over the resamples, nats per token.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive and finite, or the level is not between 0
    /// and 1.</exception>
    public LossPrediction Predict(double parameters, double tokens, double level = 0.95)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        Levels.Require(level);
        double[] losses = Laws.Select(law => law.Loss(parameters, tokens)).ToArray();
        return new LossPrediction(Quantile(losses, 0.5), new(Quantile(losses, (1 - level) / 2), Quantile(losses, (1 + level) / 2)), level);
    }

    private static double Quantile(double[] values, double share) => values.QuantileCustom(share, QuantileDefinition.R7);
}

/// <summary>A predicted loss and its interval.</summary>
public sealed class LossPrediction
{
    internal LossPrediction(double loss, Interval interval, double level)
    {
        Loss = loss;
        Interval = interval;
        Level = level;
    }

    /// <summary>Nats per token.</summary>
    public double Loss { get; }

    /// <summary>The interval at the level, nats per token.</summary>
    public Interval Interval { get; }

    /// <summary>0.95 for 95 %.</summary>
    public double Level { get; }

    /// <summary>1.974 [1.962, 1.987].</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Loss:F3} [{Interval.Low:F3}, {Interval.High:F3}]");
}
