using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Fitting;

/// <summary>One model's loss while it trains.</summary>
public sealed class TrainingCurve
{
    /// <summary>Makes a curve.</summary>
    /// <param name="parameters">Parameters of the model.</param>
    /// <param name="tokens">Tokens at each point, increasing.</param>
    /// <param name="losses">The (smoothed) loss at each point, nats per token.</param>
    public TrainingCurve(double parameters, IReadOnlyList<double> tokens, IReadOnlyList<double> losses)
    {
        Parameters = parameters;
        Tokens = tokens;
        Losses = losses;
    }

    /// <summary>Parameters of the model.</summary>
    public double Parameters { get; }

    /// <summary>Tokens at each point, increasing.</summary>
    public IReadOnlyList<double> Tokens { get; }

    /// <summary>The (smoothed) loss at each point, nats per token.</summary>
    public IReadOnlyList<double> Losses { get; }
}

/// <summary>A point of the envelope.</summary>
public readonly record struct EnvelopePoint
{
    internal EnvelopePoint(double trainingFlops, double parameters, double tokens, double loss)
    {
        TrainingFlops = trainingFlops;
        Parameters = parameters;
        Tokens = tokens;
        Loss = loss;
    }

    /// <summary>Compute, FLOPs, 6ND.</summary>
    public double TrainingFlops { get; }

    /// <summary>The model with the lowest loss at this compute.</summary>
    public double Parameters { get; }

    /// <summary>Tokens of the best model.</summary>
    public double Tokens { get; }

    /// <summary>Its loss, nats per token.</summary>
    public double Loss { get; }
}

/// <summary>Approach 1: at each compute the model with the lowest loss among all training curves; through these, power
/// laws (Hoffmann et al. 2022, section 3.1).</summary>
public sealed class EnvelopeFit
{
    private EnvelopeFit(IReadOnlyList<EnvelopePoint> envelope, IReadOnlyList<FitWarning> warnings, string lawId, LawSource? source)
    {
        Envelope = envelope;
        Warnings = warnings;
        double[] flops = envelope.Select(p => p.TrainingFlops).ToArray();
        Parameters = PowerRegression.Fit(flops, envelope.Select(p => p.Parameters).ToArray());
        Tokens = PowerRegression.Fit(flops, envelope.Select(p => p.Tokens).ToArray());
        Law = new PowerAllocationLaw(lawId)
        {
            Title = "envelope of training curves",
            Scale = Parameters.Coefficient,
            Exponent = Parameters.Exponent,
            FittedRange = new FittedRange { TrainingFlops = new(flops.Min(), flops.Max()) },
            Source = source ?? new("the user's own runs", 0, "training curves", null, ""),
        };
    }

    /// <summary>N = k C^a, D = C / (6N).</summary>
    public PowerAllocationLaw Law { get; }

    /// <summary>The optimal N as a power of compute.</summary>
    public PowerRegression Parameters { get; }

    /// <summary>The optimal D as a power of compute.</summary>
    public PowerRegression Tokens { get; }

    /// <summary>The points the power laws go through.</summary>
    public IReadOnlyList<EnvelopePoint> Envelope { get; }

    /// <summary>What to be wary of.</summary>
    public IReadOnlyList<FitWarning> Warnings { get; }

    /// <summary>Fits approach 1.</summary>
    /// <remarks>
    /// Between points of a curve the loss is interpolated linearly in the logarithm of compute. A model counts as the
    /// best only where the next smaller and the next larger one were trained with that compute too; otherwise it may be
    /// the best only for lack of alternatives. Curves under one long cosine schedule are not optimal before their end:
    /// use runs whose schedule fits their length, or a constant schedule.
    /// </remarks>
    /// <param name="curves">Training curves of models of at least four sizes.</param>
    /// <param name="points">The number of computes, evenly spaced in the logarithm; Hoffmann et al. use 1500.</param>
    /// <param name="lawId">The id of the resulting law.</param>
    /// <param name="source">The source of the resulting law; null for "the user's own runs", without a year (a law file
    /// needs one).</param>
    /// <returns>The fit.</returns>
    /// <exception cref="FitRefusedException">Too few sizes, or no compute at which a middle one is best.</exception>
    /// <exception cref="ArgumentNullException">The curves are null, or one is.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than ten points.</exception>
    public static EnvelopeFit Fit(
        IReadOnlyList<TrainingCurve> curves, int points = 1500, string lawId = "fitted-envelope", LawSource? source = null)
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (points < 10) throw new ArgumentOutOfRangeException(nameof(points), points, "At least ten computes are needed.");
        foreach (var curve in curves) Check(curve);
        double[] sizes = curves.Select(c => c.Parameters).Distinct().Order().ToArray();
        if (sizes.Length < 4)
            throw FitChecks.Refuse(FitRefusal.TooFewRuns, $"There are curves of {sizes.Length} model sizes; an envelope needs four.");

        var bySize = sizes.Select(size => curves.Where(c => c.Parameters == size).ToArray()).ToArray();
        double low = Math.Log(curves.Min(c => Flops(c, 0))), high = Math.Log(curves.Max(c => Flops(c, c.Tokens.Count - 1)));
        var inner = new List<EnvelopePoint>();
        int atEdge = 0;
        for (int i = 0; i < points; i++)
        {
            double flops = Math.Exp(low + ((high - low) * i / (points - 1)));
            if (Lowest(bySize, flops) is not { } best) continue;
            if (best.HasRivals) inner.Add(best.Point);
            else atEdge++;
        }

        if (inner.Select(p => p.Parameters).Distinct().Count() < 2)
        {
            throw FitChecks.Refuse(FitRefusal.NoInteriorMinimum,
                "Fewer than two sizes ever have the lowest loss with a smaller and a larger rival at the same compute.");
        }

        var warnings = new List<FitWarning>();
        if (inner.Count < atEdge)
        {
            warnings.Add(new(FitWarningKind.EdgeOfRange,
                $"At {atEdge} of {atEdge + inner.Count} computes the best model had no smaller or no larger rival; these were left out. "
                    + "Try more sizes, or train longer."));
        }

        return new EnvelopeFit(inner, warnings, lawId, source);
    }

    private static double Flops(TrainingCurve curve, int i) => 6 * curve.Parameters * curve.Tokens[i];

    private static (EnvelopePoint Point, bool HasRivals)? Lowest(TrainingCurve[][] bySize, double flops)
    {
        double?[] losses = bySize.Select(curves => curves.Min(c => LossAt(c, flops / (6 * c.Parameters)))).ToArray();
        int best = -1;
        for (int i = 0; i < losses.Length; i++)
        {
            if (losses[i] is { } loss && (best < 0 || loss < losses[best])) best = i;
        }

        if (best < 0) return null;
        double size = bySize[best][0].Parameters;
        bool hasRivals = best > 0 && best < losses.Length - 1 && losses[best - 1] is not null && losses[best + 1] is not null;
        return (new(flops, size, flops / (6 * size), losses[best]!.Value), hasRivals);
    }

    private static double? LossAt(TrainingCurve curve, double tokens)
    {
        int last = curve.Tokens.Count - 1;
        if (tokens < curve.Tokens[0] || tokens > curve.Tokens[last] * (1 + 1e-12)) return null;
        int low = 0, high = last;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (curve.Tokens[middle] <= tokens) low = middle;
            else high = middle;
        }

        double share = Math.Log(tokens / curve.Tokens[low]) / Math.Log(curve.Tokens[high] / curve.Tokens[low]);
        return curve.Losses[low] + (share * (curve.Losses[high] - curve.Losses[low]));
    }

    private static void Check(TrainingCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentNullException.ThrowIfNull(curve.Tokens);
        ArgumentNullException.ThrowIfNull(curve.Losses);
        FitChecks.RequireValues([curve.Parameters], 1, nameof(curve.Parameters), "parameters");
        FitChecks.RequireValues(curve.Tokens.ToArray(), curve.Tokens.Count, nameof(curve.Tokens), "tokens");
        FitChecks.RequireValues(curve.Losses.ToArray(), curve.Tokens.Count, nameof(curve.Losses), "nats per token");
        for (int i = 1; i < curve.Tokens.Count; i++)
        {
            if (curve.Tokens[i] <= curve.Tokens[i - 1])
                throw FitChecks.Refuse(FitRefusal.BadInput,
                    "Tokens must rise along a curve; point "
                        + $"{i} has {FitChecks.Text(curve.Tokens[i])} after {FitChecks.Text(curve.Tokens[i - 1])}.");
        }

        if (curve.Tokens.Count < 2) throw FitChecks.Refuse(FitRefusal.BadInput, "A curve needs two points at least.");
    }
}
