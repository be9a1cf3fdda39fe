using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

public sealed partial class MuennighoffLaw
{
    /// <summary>The run of a loss whose training and inference together take the least FLOPs when only so many tokens
    /// are unique.</summary>
    /// <remarks>
    /// Along the runs of one loss, dN/N = -(g/f) dD/D with f and g as in <see cref="Allocate(double, double)"/>. So 6 N
    /// D + 2 N T is least where g/f = 6D / (6D + 2T). At the run that is cheapest to train g/f is 1; from there on more
    /// tokens mean fewer parameters, f rises, g falls, and g/f falls from 1 to 0, while the right side rises and stays
    /// below 1: they meet exactly once. Fewer tokens than that run's make both bills larger. At N = N_opt(U) and at D =
    /// U, where repeats and excess begin, f and g are continuous, so that one form serves on either side.
    /// </remarks>
    /// <param name="loss">Nats per token, above <see cref="LeastLoss"/>.</param>
    /// <param name="inferenceTokens">Lifetime tokens served, positive.</param>
    /// <param name="uniqueTokens">Available unique tokens.</param>
    /// <param name="trained">The cheapest run of the loss to train.</param>
    internal Allocation CheapestToServe(double loss, double inferenceTokens, double uniqueTokens, Allocation trained)
    {
        double usable = ParametersFor(uniqueTokens);
        double Rising(double tokens) => ScalarMath.Log(6 * tokens / ((6 * tokens) + (2 * inferenceTokens)))
            + LogModelShare(ParametersReaching(loss, tokens, uniqueTokens), usable) - LogDataShare(tokens, uniqueTokens);

        double high = trained.Tokens;
        while (Rising(high) < 0) high *= 2;
        double best = RisingRoot.Between(Rising, trained.Tokens, high);
        return new(ParametersReaching(loss, best, uniqueTokens), best);
    }

    // The model of a loss on tokens at or beyond the frontier of that loss; infinity where no model is large enough.
    private double ParametersReaching(double loss, double tokens, double uniqueTokens)
    {
        double left = loss - Surface.Irreducible - Surface.Tokens.At(EffectiveTokens(tokens, uniqueTokens));
        if (left <= 0) return double.PositiveInfinity;
        double effective = ScalarMath.Pow(Surface.Parameters.Coefficient / left, 1 / Surface.Parameters.Exponent);
        double usable = ParametersFor(Math.Min(uniqueTokens, tokens));
        if (effective <= usable) return effective;

        // N' = U_N + U_N R_N* (1 - exp(-R_N/R_N*)), solved for N.
        double share = 1 - (((effective / usable) - 1) / ExcessParametersScale);
        return share > 0 ? usable * (1 - (ExcessParametersScale * ScalarMath.Log(share))) : double.PositiveInfinity;
    }
}
