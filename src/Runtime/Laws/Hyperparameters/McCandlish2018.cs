using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>The trade between steps and examples: (S/S_min - 1)(E/E_min - 1) = 1, B_crit = E_min/S_min.</summary>
/// <remarks>McCandlish et al. 2018, "An Empirical Model of Large-Batch Training", arXiv:1812.06162; in Kaplan et al.
/// 2020 eq. 5.1, 5.4 and 5.5.</remarks>
public static class CriticalBatch
{
    /// <summary>Steps needed at a batch, over the fewest possible: 1 + B_crit/B. 2 at the critical batch.</summary>
    /// <param name="batchTokens">The batch.</param>
    /// <param name="criticalBatchTokens">The critical batch, in the same unit.</param>
    /// <returns>S / S_min, from 1 upwards.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double StepFactor(double batchTokens, double criticalBatchTokens)
    {
        Positive.Require(batchTokens, nameof(batchTokens), "tokens");
        Positive.Require(criticalBatchTokens, nameof(criticalBatchTokens), "tokens");
        return 1 + (criticalBatchTokens / batchTokens);
    }

    /// <summary>Examples, and so compute, needed at a batch, over the fewest possible: 1 + B/B_crit. 2 at the critical
    /// batch.</summary>
    /// <param name="batchTokens">The batch.</param>
    /// <param name="criticalBatchTokens">The critical batch, in the same unit.</param>
    /// <returns>E / E_min, from 1 upwards.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double ExampleFactor(double batchTokens, double criticalBatchTokens)
    {
        Positive.Require(batchTokens, nameof(batchTokens), "tokens");
        Positive.Require(criticalBatchTokens, nameof(criticalBatchTokens), "tokens");
        return 1 + (batchTokens / criticalBatchTokens);
    }

    /// <summary>The least steps that would reach the same loss at an unlimited batch, S_min = S / (1 + B_crit/B)
    /// (Kaplan eq. 5.4).</summary>
    /// <param name="steps">Optimiser steps taken.</param>
    /// <param name="batchTokens">The batch.</param>
    /// <param name="criticalBatchTokens">The critical batch, in the same unit.</param>
    /// <returns>Optimiser steps.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double MinimalSteps(double steps, double batchTokens, double criticalBatchTokens)
    {
        Positive.Require(steps, nameof(steps), "optimiser steps");
        return steps / StepFactor(batchTokens, criticalBatchTokens);
    }

    /// <summary>The least compute that would reach the same loss at a tiny batch, C_min = C / (1 + B/B_crit) (Kaplan
    /// eq. 5.5).</summary>
    /// <param name="trainingFlops">Compute spent, FLOPs.</param>
    /// <param name="batchTokens">The batch.</param>
    /// <param name="criticalBatchTokens">The critical batch, in the same unit.</param>
    /// <returns>FLOPs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double MinimalFlops(double trainingFlops, double batchTokens, double criticalBatchTokens)
    {
        Positive.Require(trainingFlops, nameof(trainingFlops), "FLOPs");
        return trainingFlops / ExampleFactor(batchTokens, criticalBatchTokens);
    }

    /// <summary>The gradient noise scale tr(Sigma)/|G|^2, which estimates the critical batch.</summary>
    /// <param name="gradientVarianceTrace">The trace of the per-example gradient covariance.</param>
    /// <param name="squaredGradientNorm">The squared norm of the true gradient.</param>
    /// <returns>Examples.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double NoiseScale(double gradientVarianceTrace, double squaredGradientNorm)
    {
        Positive.Require(gradientVarianceTrace, nameof(gradientVarianceTrace), "squared gradient units");
        Positive.Require(squaredGradientNorm, nameof(squaredGradientNorm), "squared gradient units");
        return gradientVarianceTrace / squaredGradientNorm;
    }
}
