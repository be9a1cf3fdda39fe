using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

public sealed partial class MuennighoffLaw
{
    /// <summary>The best model and token count at a training compute when only so many tokens are unique.</summary>
    /// <remarks>
    /// While the plain optimum needs no more than the unique tokens, it is the result. Beyond, dL/d(ln D) at fixed
    /// compute is f(N) - g(D) with f = alpha A N e^-r / N'^(1+alpha), r = R_N/R_N*, and g = beta B D e^-s /
    /// D'^(1+beta), s = R_D/R_D*. The slope of ln f in ln N is 1 - r - 1/R_N* - (1+alpha) e^-r N/N', at most
    /// -alpha(1-r) - 1/R_N* for r up to 1 and negative beyond, so f falls strictly in N and rises in D = C/(6N); g
    /// falls in D likewise. The slope changes its sign exactly once: a bracketed root is the only optimum.
    /// </remarks>
    /// <param name="trainingFlops">Training compute, FLOPs, 6ND.</param>
    /// <param name="uniqueTokens">Available unique tokens.</param>
    /// <returns>Parameters and tokens, repetitions included.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public Allocation Allocate(double trainingFlops, double uniqueTokens)
    {
        Positive.Require(uniqueTokens, nameof(uniqueTokens), "tokens");
        var unlimited = Allocate(trainingFlops);
        if (unlimited.Tokens <= uniqueTokens) return unlimited;

        double budget = trainingFlops / 6;
        double usable = ParametersFor(uniqueTokens);
        double tokens = RisingRoot.Above(t => LogModelShare(budget / t, usable) - LogDataShare(t, uniqueTokens), uniqueTokens);
        return new Allocation(budget / tokens, tokens);
    }

    /// <summary>The best loss at a training compute when only so many tokens are unique.</summary>
    /// <param name="trainingFlops">Training compute, FLOPs, 6ND.</param>
    /// <param name="uniqueTokens">Available unique tokens.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double OptimalLoss(double trainingFlops, double uniqueTokens)
    {
        var optimum = Allocate(trainingFlops, uniqueTokens);
        return Loss(optimum.Parameters, optimum.Tokens, uniqueTokens);
    }

    /// <summary>The least training compute that reaches a loss when only so many tokens are unique; infinity where no
    /// compute does.</summary>
    /// <param name="loss">Nats per token.</param>
    /// <param name="uniqueTokens">Available unique tokens.</param>
    /// <returns>FLOPs, 6ND.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double TrainingFlopsFor(double loss, double uniqueTokens)
    {
        Positive.Require(uniqueTokens, nameof(uniqueTokens), "tokens");
        double unlimited = TrainingFlopsFor(loss);

        // Tokens decide, not losses: those are alike to the last place on either side, and a wrong turn here is wrong
        // by orders.
        if (double.IsPositiveInfinity(unlimited) || Allocate(unlimited).Tokens <= uniqueTokens) return unlimited;
        if (loss <= LeastLoss(uniqueTokens)) return double.PositiveInfinity;

        // Along the frontier the loss falls as tokens grow.
        double LossAt(double tokens) => Loss(ParametersFor(tokens, uniqueTokens), tokens, uniqueTokens);
        double last = uniqueTokens;
        while (last < 1e40 && LossAt(last * 2) > loss) last *= 2;
        if (last >= 1e40) return double.PositiveInfinity;
        double best = RisingRoot.Between(tokens => loss - LossAt(tokens), last, last * 2);
        return 6 * ParametersFor(best, uniqueTokens) * best;
    }

    /// <summary>
    /// The lower limit of the loss with so many unique tokens at any compute: both N' and D' at their limits.
    /// </summary>
    /// <param name="uniqueTokens">Available unique tokens.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double LeastLoss(double uniqueTokens) => Surface.Loss(
        Surface.ParametersFor(uniqueTokens) * (1 + ExcessParametersScale),
        uniqueTokens * (1 + RepetitionScale));

    /// <summary>The tokens, repetitions included, for which a model of this size is the best when only so many are
    /// unique.</summary>
    /// <param name="parameters">Parameters.</param>
    /// <param name="uniqueTokens">Available unique tokens.</param>
    /// <returns>Tokens.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double TokensFor(double parameters, double uniqueTokens)
    {
        Positive.Require(uniqueTokens, nameof(uniqueTokens), "tokens");
        double unlimited = TokensFor(parameters);
        if (unlimited <= uniqueTokens) return unlimited;
        double model = LogModelShare(parameters, ParametersFor(uniqueTokens));
        return RisingRoot.Above(tokens => model - LogDataShare(tokens, uniqueTokens), uniqueTokens);
    }

    /// <summary>The size that is the best for so many tokens, repetitions included, when only so many are
    /// unique.</summary>
    /// <param name="tokens">Training tokens, repetitions included.</param>
    /// <param name="uniqueTokens">Available unique tokens.</param>
    /// <returns>Parameters.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double ParametersFor(double tokens, double uniqueTokens)
    {
        Positive.Require(uniqueTokens, nameof(uniqueTokens), "tokens");
        if (tokens <= uniqueTokens) return ParametersFor(tokens);
        Positive.Require(tokens, nameof(tokens), "tokens");
        double data = LogDataShare(tokens, uniqueTokens);
        double usable = ParametersFor(uniqueTokens);
        return RisingRoot.Above(parameters => data - LogModelShare(parameters, usable), usable);
    }

    // ln f(N) for N beyond what the unique tokens can use, ln g(D) for D beyond them: in logarithms, where e^-r does
    // not underflow.
    private double LogModelShare(double parameters, double usable) =>
        LogShare(Surface.Parameters, parameters, usable, ExcessParametersScale);

    private double LogDataShare(double tokens, double uniqueTokens) =>
        LogShare(Surface.Tokens, tokens, uniqueTokens, RepetitionScale);

    private static double LogShare(PowerTerm term, double x, double start, double scale)
    {
        double used = Math.Min(x, start);
        return ScalarMath.Log(term.Exponent * term.Coefficient) + ScalarMath.Log(x)
            - (((x / used) - 1) / scale)
            - ((1 + term.Exponent) * ScalarMath.Log(Saturate(x, used, scale)));
    }
}
