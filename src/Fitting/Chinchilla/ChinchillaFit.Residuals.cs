using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Fitting;

/// <summary>A fitted run, and the law's prediction for it.</summary>
public sealed class FittedRun
{
    internal FittedRun(double parameters, double tokens, double observedLoss, double predictedLoss, double deviations)
    {
        Parameters = parameters;
        Tokens = tokens;
        ObservedLoss = observedLoss;
        PredictedLoss = predictedLoss;
        Deviations = deviations;
    }

    /// <summary>Parameters.</summary>
    public double Parameters { get; }

    /// <summary>Training tokens.</summary>
    public double Tokens { get; }

    /// <summary>Nats per token.</summary>
    public double ObservedLoss { get; }

    /// <summary>The law's, nats per token.</summary>
    public double PredictedLoss { get; }

    /// <summary>ln(observed/predicted) in <see cref="ChinchillaFit.ResidualDeviation"/>s: above 3 or 4, either sign,
    /// the run is not one of these; above zero it was worse than the law.</summary>
    public double Deviations { get; }

    /// <summary>The prediction over the observation, minus 1.</summary>
    public double RelativeError => (PredictedLoss / ObservedLoss) - 1;
}

public sealed partial class ChinchillaFit
{
    /// <summary>The standard deviation of ln L about the law, from the median so that outliers do not count: 1.4826
    /// times the median size of a residual.</summary>
    public double ResidualDeviation
    {
        get
        {
            double[] sizes = Enumerable.Range(0, Runs).Select(i => Math.Abs(Residual(i))).Order().ToArray();
            return 1.4826 * (sizes[(Runs - 1) / 2] + sizes[Runs / 2]) / 2;
        }
    }

    /// <summary>
    /// The runs with the law's predictions, in the given order: they show residuals that trend with size or tokens, and
    /// outliers.
    /// </summary>
    public IReadOnlyList<FittedRun> FittedRuns
    {
        get
        {
            double deviation = ResidualDeviation;
            return Enumerable.Range(0, Runs)
                .Select(
                    i => new FittedRun(_parameters[i], _tokens[i], _losses[i], Law.Loss(_parameters[i], _tokens[i]),
                        deviation > 0 ? Residual(i) / deviation : 0))
                .ToArray();
        }
    }

    private double Residual(int run) => Math.Log(_losses[run] / Law.Loss(_parameters[run], _tokens[run]));
}
