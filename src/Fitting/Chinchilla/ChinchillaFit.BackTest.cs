using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Fitting;

/// <summary>A held-out run, and the prediction of the law of the smaller runs.</summary>
public sealed class HeldOutRun
{
    internal HeldOutRun(double parameters, double tokens, double observedLoss, double predictedLoss, Interval interval)
    {
        Interval = interval;
        Parameters = parameters;
        Tokens = tokens;
        ObservedLoss = observedLoss;
        PredictedLoss = predictedLoss;
    }

    /// <summary>Parameters.</summary>
    public double Parameters { get; }

    /// <summary>Training tokens.</summary>
    public double Tokens { get; }

    /// <summary>Nats per token.</summary>
    public double ObservedLoss { get; }

    /// <summary>Nats per token.</summary>
    public double PredictedLoss { get; }

    /// <summary>The 95 % single-run band of the prediction, nats per token, if the additive form is true.</summary>
    public Interval Interval { get; }

    /// <summary>Whether the interval contains the observed loss.</summary>
    public bool IsCovered => Interval.Contains(ObservedLoss);

    /// <summary>The prediction over the observation, minus 1.</summary>
    public double RelativeError => (PredictedLoss / ObservedLoss) - 1;
}

/// <summary>How well the law would have predicted the largest runs from the smaller ones.</summary>
public sealed class BackTest
{
    internal BackTest(IReadOnlyList<HeldOutRun> heldOut, ChinchillaFit fit, double largestFittedFlops)
    {
        HeldOut = heldOut;
        Fit = fit;
        LargestFittedFlops = largestFittedFlops;
    }

    /// <summary>The runs held out, largest first.</summary>
    public IReadOnlyList<HeldOutRun> HeldOut { get; }

    /// <summary>The fit to the remaining runs.</summary>
    public ChinchillaFit Fit { get; }

    /// <summary>The compute of the largest run the fit saw, FLOPs, 6ND.</summary>
    public double LargestFittedFlops { get; }

    /// <summary>The mean size of the relative errors.</summary>
    public double MeanRelativeError => HeldOut.Average(run => Math.Abs(run.RelativeError));

    /// <summary>The largest size of a relative error.</summary>
    public double LargestRelativeError => HeldOut.Max(run => Math.Abs(run.RelativeError));

    /// <summary>How many held-out runs lie in their intervals.</summary>
    public int Covered => HeldOut.Count(run => run.IsCovered);

    /// <summary>One line: how many held-out runs are covered, and how far off the predictions are.</summary>
    public string Verdict => string.Create(CultureInfo.InvariantCulture,
        $"{Covered} of {HeldOut.Count} held-out runs are in their 95 % intervals, mean error {100 * MeanRelativeError:0.00} %, "
            + $"bias {100 * Bias:+0.00;-0.00} %");

    /// <summary>The mean of the signed relative errors: above zero the law was too gloomy.</summary>
    public double Bias => HeldOut.Average(run => run.RelativeError);
}

public sealed partial class ChinchillaFit
{
    /// <summary>Fits the law without the largest runs and reports its predictions for them.</summary>
    /// <param name="share">The share of runs to hold out.</param>
    /// <param name="order">By what a run is large.</param>
    /// <returns>Predictions and errors.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 0.9, or no run is held
    /// out.</exception>
    /// <exception cref="FitRefusedException">The runs left over cannot support the law.</exception>
    public BackTest LeaveLargestOut(double share = 0.1, BackTestOrder order = BackTestOrder.Compute)
    {
        int count = (int)Math.Round(share * Runs);
        if (!(share > 0 && share <= 0.9) || count == 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(share), share, $"The share of {Runs} runs to hold out must lie in (0, 0.9] and hold out at least one.");
        }

        int[] bySize = Enumerable.Range(0, Runs).OrderByDescending(i => Key(i, order)).ThenBy(i => i).ToArray();
        int[] kept = bySize.Skip(count).ToArray();
        var options = Options.Weights is { } weights
            ? Options with { Weights = kept.Select(i => weights.Span[i]).ToArray() }
            : Options;
        var fit = Fit(Pick(_parameters, kept), Pick(_tokens, kept), Pick(_losses, kept), options);
        var heldOut = bySize.Take(count)
            .Select(i => fit.HeldOut(_parameters[i], _tokens[i], _losses[i]))
            .ToArray();
        return new BackTest(heldOut, fit, kept.Max(i => 6 * _parameters[i] * _tokens[i]));
    }

    private double Key(int run, BackTestOrder order) => order switch
    {
        BackTestOrder.Parameters => _parameters[run],
        BackTestOrder.Ratio => _tokens[run] / _parameters[run],
        _ => _parameters[run] * _tokens[run],
    };

    private HeldOutRun HeldOut(double parameters, double tokens, double observed)
    {
        double loss = Law.Loss(parameters, tokens);
        var logs = _pair.Value.ProfileOf(SurfaceForm.Additive)!.Of(Math.Log(parameters), Math.Log(tokens), 0.95).Run;
        return new(parameters, tokens, observed, loss, new(Math.Min(loss, Math.Exp(logs.Low)), Math.Max(loss, Math.Exp(logs.High))));
    }

    private static double[] Pick(double[] values, int[] indices) => indices.Select(i => values[i]).ToArray();
}
