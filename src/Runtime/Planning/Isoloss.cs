using System;
using System.Collections.Generic;

namespace ScalingAnalyzers;

/// <summary>All runs of one loss: the smaller the model, the longer it must train.</summary>
public static class Isoloss
{
    private const double MostTokens = 1e30;

    /// <summary>Tokens that bring a model of this size to a loss; infinity where none do.</summary>
    /// <param name="law">The loss law.</param>
    /// <param name="loss">Nats per token.</param>
    /// <param name="parameters">Parameters, in the law's convention.</param>
    /// <returns>Training tokens, from 1.</returns>
    /// <exception cref="ArgumentNullException">No law.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double TokensFor(ILossLaw law, double loss, double parameters)
    {
        if (law is null) throw new ArgumentNullException(nameof(law));
        Positive.Require(loss, nameof(loss), "nats per token");
        Positive.Require(parameters, nameof(parameters), "parameters");
        if (ChinchillaForm.Of(law, loss) is { } form)
        {
            return form.Inverse(form.Law.Tokens, form.Law.Parameters.At(parameters));
        }

        return law.Loss(parameters, MostTokens) >= loss ? double.PositiveInfinity
            : Bisection.InLog(tokens => loss - law.Loss(parameters, tokens), 1, MostTokens);
    }

    /// <summary>The size that reaches a loss with these tokens; infinity where none does.</summary>
    /// <param name="law">The loss law.</param>
    /// <param name="loss">Nats per token.</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>Parameters, in the law's convention, from 1.</returns>
    /// <exception cref="ArgumentNullException">No law.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double ParametersFor(ILossLaw law, double loss, double tokens)
    {
        if (law is null) throw new ArgumentNullException(nameof(law));
        Positive.Require(loss, nameof(loss), "nats per token");
        Positive.Require(tokens, nameof(tokens), "tokens");
        if (ChinchillaForm.Of(law, loss) is { } form)
        {
            return form.Inverse(form.Law.Parameters, form.Law.Tokens.At(tokens));
        }

        return law.Loss(MostTokens, tokens) >= loss ? double.PositiveInfinity
            : Bisection.InLog(parameters => loss - law.Loss(parameters, tokens), 1, MostTokens);
    }

    /// <summary>Points of the curve about the cheapest run, evenly spaced in the logarithm of the size; sizes that cannot reach the loss are left out.</summary>
    /// <param name="loss">Nats per token, above the law's irreducible loss.</param>
    /// <param name="law">The law; besiroglu-2024 where null.</param>
    /// <param name="points">How many sizes to try, from 2.</param>
    /// <param name="factor">The largest size over the cheapest run's, and that over the smallest, above 1.</param>
    /// <returns>The runs, by size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    /// <exception cref="ArgumentException">The law has no loss frontier.</exception>
    public static IReadOnlyList<PlannedRun> Curve(double loss, ScalingLaw? law = null, int points = 21, double factor = 10)
    {
        if (points < 2) throw new ArgumentOutOfRangeException(nameof(points), points, "points is a count of sizes, from 2.");
        if (!(factor > 1) || double.IsInfinity(factor)) throw new ArgumentOutOfRangeException(nameof(factor), factor, "factor is a ratio of sizes, a finite number above 1.");
        var cheapest = ComputeOptimalPlan.ForLoss(loss, law);
        var surface = (ILossLaw)cheapest.Law;
        var runs = new List<PlannedRun>();
        for (int i = 0; i < points; i++)
        {
            double parameters = cheapest.Run.Parameters * ScalarMath.Pow(factor, (2.0 * i / (points - 1)) - 1);
            double tokens = TokensFor(surface, loss, parameters);
            if (!double.IsInfinity(tokens)) runs.Add(PlannedRun.Of(cheapest.Law, new(parameters, tokens), loss));
        }

        return runs;
    }
}
