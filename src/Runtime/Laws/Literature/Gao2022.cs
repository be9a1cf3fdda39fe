using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws.Literature;

/// <summary>Gao et al. 2022: the gold reward against the distance d = sqrt(KL) from the first policy. The form;
/// coefficients must be fitted.</summary>
/// <remarks>
/// "Scaling Laws for Reward Model Overoptimization", arXiv:2210.10760 (form read in a secondary source): best of n, R =
/// d (alpha - beta d); reinforcement learning, R = d (alpha - beta ln d). The coefficients depend on the reward model
/// and are published in figures only.
/// </remarks>
public readonly record struct RewardOveroptimization
{
    /// <summary>Makes a curve from its coefficients.</summary>
    /// <param name="alpha">Reward per distance at the start.</param>
    /// <param name="beta">How fast over-optimisation bites.</param>
    public RewardOveroptimization(double alpha, double beta)
    {
        Alpha = alpha;
        Beta = beta;
    }

    /// <summary>Reward per distance at the start.</summary>
    public double Alpha { get; }

    /// <summary>How fast over-optimisation bites.</summary>
    public double Beta { get; }

    /// <summary>KL divergence of best-of-n from its policy, ln n - (n - 1)/n.</summary>
    /// <param name="samples">n, from 1.</param>
    /// <returns>Nats.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 or not finite.</exception>
    public static double BestOfNDivergence(double samples)
    {
        if (!(samples >= 1) || double.IsInfinity(samples))
            throw new ArgumentOutOfRangeException(nameof(samples), samples, "samples is a count, a finite number from 1 upwards.");
        return ScalarMath.Log(samples) - ((samples - 1) / samples);
    }

    /// <summary>The gold reward under best-of-n.</summary>
    /// <param name="divergence">KL divergence from the first policy, nats.</param>
    /// <returns>Reward over the first policy's.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public double BestOfN(double divergence)
    {
        double d = Distance(divergence);
        return d * (Alpha - (Beta * d));
    }

    /// <summary>The gold reward under reinforcement learning.</summary>
    /// <param name="divergence">KL divergence from the first policy, nats.</param>
    /// <returns>Reward over the first policy's; 0 at no divergence.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public double ReinforcementLearning(double divergence)
    {
        double d = Distance(divergence);
        return d == 0 ? 0 : d * (Alpha - (Beta * ScalarMath.Log(d)));
    }

    /// <summary>The divergence at which best-of-n is best, d = alpha/(2 beta); beyond it the gold reward
    /// falls.</summary>
    public double BestOfNPeak => Square(Alpha / (2 * Beta));

    /// <summary>The divergence at which reinforcement learning is best, d = e^(alpha/beta - 1); beyond it the gold
    /// reward falls.</summary>
    public double ReinforcementLearningPeak => Square(ScalarMath.Exp((Alpha / Beta) - 1));

    /// <summary>Fits alpha and beta to measured gold rewards of best-of-n by least squares: R/d = alpha - beta
    /// d.</summary>
    /// <param name="divergences">KL divergences, nats, positive, at least two different.</param>
    /// <param name="rewards">Gold rewards over the first policy's.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentNullException">An array is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or fewer than two different divergences.</exception>
    public static RewardOveroptimization FitBestOfN(double[] divergences, double[] rewards) => Fit(divergences, rewards, static d => d);

    /// <summary>Fits alpha and beta to measured gold rewards of reinforcement learning by least squares: R/d = alpha -
    /// beta ln d.</summary>
    /// <param name="divergences">KL divergences, nats, positive, at least two different.</param>
    /// <param name="rewards">Gold rewards over the first policy's.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentNullException">An array is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or fewer than two different divergences.</exception>
    public static RewardOveroptimization FitReinforcementLearning(double[] divergences, double[] rewards) =>
        Fit(divergences, rewards, ScalarMath.Log);

    private static RewardOveroptimization Fit(double[] divergences, double[] rewards, Func<double, double> abscissa)
    {
        if (divergences is null) throw new ArgumentNullException(nameof(divergences));
        if (rewards is null) throw new ArgumentNullException(nameof(rewards));
        if (divergences.Length != rewards.Length)
            throw new ArgumentException(
                $"{divergences.Length} divergences and {rewards.Length} rewards; they go in pairs.", nameof(rewards));

        double[] x = new double[divergences.Length];
        double[] y = new double[divergences.Length];
        for (int i = 0; i < divergences.Length; i++)
        {
            Positive.Require(divergences[i], nameof(divergences), "nats");
            double d = Distance(divergences[i]);
            x[i] = abscissa(d);
            y[i] = rewards[i] / d;
        }

        if (StraightLine.Through(x, y) is not { } line)
            throw new ArgumentException("A fit needs at least two different divergences.", nameof(divergences));
        return new(line.Intercept, -line.Slope);
    }

    private static double Distance(double divergence)
    {
        Positive.RequireNotNegative(divergence, nameof(divergence), "nats");
        return ScalarMath.Pow(divergence, 0.5);
    }

    private static double Square(double value) => value * value;
}
