using System;
using System.Collections.Generic;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Planning;

/// <summary>All runs of one loss: the smaller the model, the longer it must train.</summary>
public static class Isoloss
{
    private const double Most = 1e30;

    /// <summary>Tokens that bring a model of this size to a loss; infinity where none do.</summary>
    /// <param name="law">The loss law.</param>
    /// <param name="loss">Nats per token.</param>
    /// <param name="parameters">Parameters, in the law's convention.</param>
    /// <returns>Training tokens, from 1.</returns>
    /// <exception cref="ArgumentNullException">No law.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double TokensFor(ILossLaw law, double loss, double parameters)
    {
        Require(law, loss);
        Positive.Require(parameters, nameof(parameters), "parameters");
        if (law is RepeatedDataLaw repeated) return repeated.TokensReaching(loss, parameters);
        return ChinchillaForm.Of(law, loss) is { } form
            ? form.Inverse(form.Law.Tokens, form.Law.Parameters.At(parameters))
            : Search(tokens => law.Loss(parameters, tokens), loss);
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
        Require(law, loss);
        Positive.Require(tokens, nameof(tokens), "tokens");
        if (law is RepeatedDataLaw repeated) return repeated.ParametersReaching(loss, tokens);
        return ChinchillaForm.Of(law, loss) is { } form
            ? form.Inverse(form.Law.Parameters, form.Law.Tokens.At(tokens))
            : Search(parameters => law.Loss(parameters, tokens), loss);
    }

    /// <summary>Points of the curve about the cheapest run, evenly spaced in the logarithm of the size; sizes that
    /// cannot reach the loss are left out.</summary>
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
        if (!(factor > 1) || double.IsInfinity(factor))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "factor is a ratio of sizes, a finite number above 1.");
        var cheapest = ComputeOptimalPlan.ForLoss(loss, law);
        var surface = (ILossLaw)cheapest.Law;
        var runs = new List<PlannedRun>();
        for (int i = 0; i < points; i++)
        {
            double parameters = cheapest.Parameters * ScalarMath.Pow(factor, (2.0 * i / (points - 1)) - 1);
            double tokens = TokensFor(surface, loss, parameters);
            if (!double.IsInfinity(tokens)) runs.Add(new(cheapest.Law, new(parameters, tokens), loss));
        }

        return runs;
    }

    private static void Require(ILossLaw law, double loss)
    {
        if (law is null) throw new ArgumentNullException(nameof(law));
        Positive.Require(loss, nameof(loss), "nats per token");
    }

    private static double Search(Func<double, double> falling, double loss) => falling(Most) >= loss
        ? double.PositiveInfinity
        : RisingRoot.Between(x => loss - falling(x), 1, Most);
}
