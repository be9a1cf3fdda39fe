using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

public sealed partial class KaplanLaw
{
    /// <summary>The loss of a converged model with unlimited data, L(N) = (8.8e13/N)^0.076 (eq. 1.1).</summary>
    /// <param name="parameters">Non-embedding parameters.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double ConvergedLoss(double parameters)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        return ScalarMath.Pow(8.8e13 / parameters, 0.076);
    }

    /// <summary>The loss of a large model stopped early on limited data, L(D) = (5.4e13/D)^0.095 (eq. 1.2).</summary>
    /// <param name="tokens">Unique training tokens.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double DataLimitedLoss(double tokens)
    {
        Positive.Require(tokens, nameof(tokens), "tokens");
        return ScalarMath.Pow(5.4e13 / tokens, 0.095);
    }

    /// <summary>The loss of the best model at a fixed batch of 2^19 tokens, L(C) = (1.6e7/C)^0.057, C in PF-days (table
    /// 5, "naive").</summary>
    /// <param name="trainingFlops">Training compute, FLOPs.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double FixedBatchLoss(double trainingFlops) => ScalarMath.Pow(1.6e7 / PetaflopDays(trainingFlops), 0.057);

    /// <summary>The loss of the best model at a batch far below the critical one, L(C_min) = (3.1e8/C_min)^0.050, C_min
    /// in PF-days (eq. 1.3).</summary>
    /// <param name="minimalFlops">C_min, FLOPs.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double ComputeLimitedLoss(double minimalFlops) => ScalarMath.Pow(3.1e8 / PetaflopDays(minimalFlops), 0.050);

    /// <summary>The loss after S_min steps, L(N, S_min) = (6.5e13/N)^0.077 + (2.1e3/S_min)^0.76 (eq. 1.6, table
    /// 3).</summary>
    /// <param name="parameters">Non-embedding parameters.</param>
    /// <param name="minimalSteps">Optimiser steps, counted at a batch far above the critical one.</param>
    /// <returns>Nats per token.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double LossAfterSteps(double parameters, double minimalSteps)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(minimalSteps, nameof(minimalSteps), "optimiser steps");
        return ScalarMath.Pow(6.5e13 / parameters, 0.077) + ScalarMath.Pow(2.1e3 / minimalSteps, 0.76);
    }

    /// <summary>Unique tokens that keep over-fitting below 0.02 nats, D = 5e3 N^0.74 (eq. 4.4).</summary>
    /// <param name="parameters">Non-embedding parameters.</param>
    /// <returns>Tokens.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double TokensWithoutOverfitting(double parameters)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        return 5e3 * ScalarMath.Pow(parameters, 0.74);
    }

    /// <summary>
    /// The smallest number of steps before limited data stops helping, S = 2.1e3 / (L(N, D) - L(N, infinity))^(1/0.76)
    /// (eq. 5.7).
    /// </summary>
    /// <param name="parameters">Non-embedding parameters.</param>
    /// <param name="tokens">Unique training tokens.</param>
    /// <returns>Optimiser steps.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double EarliestStopStep(double parameters, double tokens)
    {
        double unlimited = ScalarMath.Pow(JointNc / parameters, JointAlphaN);
        double excess = Loss(parameters, tokens) - unlimited;
        return excess > 0 ? 2.1e3 / ScalarMath.Pow(excess, 1 / 0.76) : double.PositiveInfinity;
    }

    private static double PetaflopDays(double flops)
    {
        Positive.Require(flops, nameof(flops), "FLOPs");
        return flops / Compute.FlopsPerPetaflopDay;
    }
}
