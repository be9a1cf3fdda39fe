using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>How a policy was pressed against a reward model.</summary>
public enum OptimizationMethod
{
    /// <summary>Best of n: R(d) = d (alpha - beta d).</summary>
    BestOfN,

    /// <summary>Reinforcement learning: R(d) = d (alpha - beta ln d).</summary>
    ReinforcementLearning,
}

/// <summary>Gao et al. 2022, "Scaling Laws for Reward Model Overoptimization", arXiv:2210.10760: the true reward
/// against d, the square root of the KL divergence from the start.</summary>
public sealed class OveroptimizationFit
{
    internal OveroptimizationFit(
        OptimizationMethod method,
        FittedCoefficient alpha,
        FittedCoefficient beta,
        double residualDeviation)
    {
        Method = method;
        Alpha = alpha;
        Beta = beta;
        ResidualDeviation = residualDeviation;
    }

    /// <summary>Best of n or reinforcement learning.</summary>
    public OptimizationMethod Method { get; }

    /// <summary>alpha.</summary>
    public FittedCoefficient Alpha { get; }

    /// <summary>beta; positive where reward turns down in the end.</summary>
    public FittedCoefficient Beta { get; }

    /// <summary>The standard deviation of the reward about the fit.</summary>
    public double ResidualDeviation { get; }

    /// <summary>
    /// The d of the highest true reward: alpha/(2 beta) for best of n, e^(alpha/beta - 1) for reinforcement learning;
    /// infinite where there is no maximum.
    /// </summary>
    public double PeakDistance => Beta.Value <= 0 ? double.PositiveInfinity
        : Method == OptimizationMethod.BestOfN ? Alpha.Value / (2 * Beta.Value)
        : ScalarMath.Exp((Alpha.Value / Beta.Value) - 1);

    /// <summary>The fitted true reward.</summary>
    /// <param name="distance">d, the square root of the KL divergence in nats; not negative.</param>
    /// <returns>Reward over that of the start.</returns>
    public double At(double distance) => distance == 0 ? 0
        : distance * (Alpha.Value - (Beta.Value * (Method == OptimizationMethod.BestOfN ? distance : ScalarMath.Log(distance))));

    /// <summary>The KL divergence of best of n from its start, ln n - (n-1)/n, nats.</summary>
    /// <param name="samples">n, at least 1.</param>
    /// <returns>Nats.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static double BestOfNDivergence(double samples) => samples >= 1
        ? ScalarMath.Log(samples) - ((samples - 1) / samples)
        : throw new ArgumentOutOfRangeException(nameof(samples), samples, "Best of n needs n of 1 or more.");

    /// <summary>Fits alpha and beta by least squares: the form is linear in them.</summary>
    /// <param name="method">Best of n or reinforcement learning.</param>
    /// <param name="distances">d, square roots of KL divergences in nats.</param>
    /// <param name="rewards">True rewards over that of the start, one for each d.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="FitRefusedException">Fewer than three distances apart.</exception>
    public static OveroptimizationFit Fit(OptimizationMethod method, ReadOnlySpan<double> distances, ReadOnlySpan<double> rewards)
    {
        FitChecks.RequireValues(distances, distances.Length, nameof(distances), "square roots of nats");
        if (rewards.Length != distances.Length)
            throw FitChecks.Refuse(FitRefusal.BadInput, $"rewards has {rewards.Length} values for {distances.Length} distances.");
        double[] d = distances.ToArray(), r = rewards.ToArray();
        if (r.Any(v => !double.IsFinite(v))) throw FitChecks.Refuse(FitRefusal.BadInput, "A reward is not finite.");
        if (d.Distinct().Count() < 3)
            throw FitChecks.Refuse(FitRefusal.TooFewRuns, $"There are {d.Distinct().Count()} distinct distances; the form needs three.");
        var design = Matrix<double>.Build.Dense(d.Length, 2, (i, j) =>
            j == 0 ? d[i] : method == OptimizationMethod.BestOfN ? -d[i] * d[i] : -d[i] * Math.Log(d[i]));
        var observed = Vector<double>.Build.Dense(r);
        var solution = design.QR().Solve(observed);
        var rest = observed - (design * solution);
        double variance = rest.DotProduct(rest) / Math.Max(1, d.Length - 2);
        var covariance = variance * design.TransposeThisAndMultiply(design).Inverse();
        return new(method, new(solution[0], Math.Sqrt(covariance[0, 0])), new(solution[1], Math.Sqrt(covariance[1, 1])),
            Math.Sqrt(variance));
    }
}
