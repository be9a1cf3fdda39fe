using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

public sealed partial class KaplanLaw
{
    /// <summary>Where the paper's own laws contradict each other and must break down: 1e4 PF-days (8.64e23 FLOPs), 1e12
    /// parameters, 1e12 tokens, about 1.7 nats (section 6.3).</summary>
    public static Allocation BreakdownPoint { get; } = new(1e12, 1e12);

    /// <summary>
    /// The compute exponent that follows from the others, 1/(1/alphaS + 1/alphaB + 1/alphaN) (eq. 1.8): 0.052. The
    /// paper prints 0.050, 0.052 and 0.054 in different places.
    /// </summary>
    public static double ComputeExponent => 1 / ((1 / 0.76) + (1 / 0.21) + (1 / 0.076));

    /// <summary>The critical batch at a loss, 2e8 / L^(1/0.21) tokens (eq. 1.4; table 5 prints 2.1e8).</summary>
    /// <param name="loss">Nats per token, WebText2.</param>
    /// <returns>Tokens per optimiser step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double CriticalBatchTokens(double loss)
    {
        Positive.Require(loss, nameof(loss), "nats per token");
        return 2e8 / ScalarMath.Pow(loss, 1 / 0.21);
    }

    /// <summary>The critical batch at the end of this run, from the joint loss. No band is published: the band is the
    /// value.</summary>
    /// <inheritdoc/>
    public BandedValue BatchTokens(double parameters, double tokens) =>
        BandedValue.Within(CriticalBatchTokens(Loss(parameters, tokens)), 1, 1);

    /// <summary>The batch of the compute-efficient run, 2.0e6 C_min^0.24 tokens, C_min in PF-days (table 6).</summary>
    /// <param name="minimalFlops">C_min, FLOPs.</param>
    /// <returns>Tokens per optimiser step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double EfficientBatchTokens(double minimalFlops) => 2.0e6 * ScalarMath.Pow(PetaflopDays(minimalFlops), 0.24);

    /// <summary>The fewest steps of the compute-efficient run, 5.4e3 C_min^0.03, C_min in PF-days (table 6).</summary>
    /// <param name="minimalFlops">C_min, FLOPs.</param>
    /// <returns>Optimiser steps.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double EfficientSteps(double minimalFlops) => 5.4e3 * ScalarMath.Pow(PetaflopDays(minimalFlops), 0.03);

    /// <summary>Tokens of the compute-efficient run, 2e10 C_min^0.27, C_min in PF-days (table 6).</summary>
    /// <param name="minimalFlops">C_min, FLOPs.</param>
    /// <returns>Tokens.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double EfficientTokens(double minimalFlops) => 2e10 * ScalarMath.Pow(PetaflopDays(minimalFlops), 0.27);

    /// <summary>Parameters of the compute-efficient run, 1.3e9 C_min^0.73, C_min in PF-days (table 6).</summary>
    /// <param name="minimalFlops">C_min, FLOPs.</param>
    /// <returns>Non-embedding parameters.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double EfficientParameters(double minimalFlops) => 1.3e9 * ScalarMath.Pow(PetaflopDays(minimalFlops), 0.73);

    /// <summary>Tokens processed at the critical batch, 4e10 C_min^0.26, C_min in PF-days (eq. 6.7). Twice table 6,
    /// because there C = 2 C_min.</summary>
    /// <param name="minimalFlops">C_min, FLOPs.</param>
    /// <returns>Tokens.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double TokensAtCriticalBatch(double minimalFlops) => 4e10 * ScalarMath.Pow(PetaflopDays(minimalFlops), 0.26);

    /// <summary>
    /// The learning rate, 0.003239 - 0.0001395 ln N (eq. D.1). The band equals the value, because none is published.
    /// </summary>
    /// <param name="parameters">Non-embedding parameters, below 1e10: above it the formula breaks, at 1.21e10 it is
    /// zero.</param>
    /// <param name="tokens">Not used by this law.</param>
    /// <returns>The learning rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Parameters outside 1 to 1e10.</exception>
    public BandedValue LearningRate(double parameters, double tokens)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        if (parameters is < 1 or > 1e10)
        {
            throw new ArgumentOutOfRangeException(
                nameof(parameters), parameters, "Kaplan's learning rate (eq. D.1) is for 1 to 1e10 non-embedding parameters.");
        }

        return BandedValue.Within(0.003239 - (0.0001395 * ScalarMath.Log(parameters)), 1, 1);
    }
}
