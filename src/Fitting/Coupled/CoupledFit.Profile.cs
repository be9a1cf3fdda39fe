using System;
using System.Collections.Generic;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>The best coupled fit with one k: what the runs leave open.</summary>
public sealed class CouplingProfilePoint
{
    internal CouplingProfilePoint(CoupledLaw law, double objective)
    {
        Law = law;
        Objective = objective;
    }

    /// <summary>k.</summary>
    public double Coupling => Law.Coupling;

    /// <summary>The level parameter E that goes with it, nats per token.</summary>
    public double Level => Law.Level;

    /// <summary>The objective with this k, all else refitted.</summary>
    public double Objective { get; }

    /// <summary>The whole law with this k: its optimum and losses show what the choice of k changes.</summary>
    public CoupledLaw Law { get; }
}

public sealed partial class CoupledFit
{
    /// <summary>The best fit at each of these k: E moves with k, while losses near the runs and the optimum hardly
    /// do.</summary>
    /// <param name="couplings">Values of k; null for twelve from <see cref="MostCoupling"/> down to
    /// <see cref="LeastCoupling"/>.</param>
    /// <returns>A point for each k, in the given order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A k is out of bounds.</exception>
    public IReadOnlyList<CouplingProfilePoint> Profile(IReadOnlyList<double>? couplings = null)
    {
        couplings ??= [2, 1.5, 1, 0.8, 0.6, 0.45, 0.35, 0.25, 0.18, 0.12, 0.08, 0.05];
        var points = new CouplingProfilePoint[couplings.Count];
        for (int i = 0; i < points.Length; i++)
        {
            if (!(couplings[i] >= LeastCoupling && couplings[i] <= MostCoupling))
                throw new ArgumentOutOfRangeException(
                    nameof(couplings), couplings[i], $"k lies between {LeastCoupling} and {MostCoupling}.");
            var (theta, objective) = AtCoupling(Math.Log(couplings[i]));
            points[i] = new(ToLaw(theta), objective);
        }

        return points;
    }

    // From the optimum in small steps of ln k, so that each descent starts in the valley of the last.
    private (double[] Theta, double Objective) AtCoupling(double logCoupling)
    {
        double[] theta = [.. Theta];
        var held = _box.Holding(5);
        int steps = Math.Max(1, (int)Math.Ceiling(Math.Abs(logCoupling - Theta[5]) / 0.35));
        double objective = Objective;
        for (int i = 1; i <= steps; i++)
        {
            theta[5] = Theta[5] + ((logCoupling - Theta[5]) * i / steps);
            if (i == steps) theta[5] = logCoupling;
            foreach (double wider in double.IsFinite(Misfit.Delta) ? [10 * Misfit.Delta] : Array.Empty<double>())
                CoupledNewton.Minimise(Data, Misfit with { Delta = wider }, held, theta, InstructionPaths.Best);
            objective = CoupledNewton.Minimise(Data, Misfit, held, theta, InstructionPaths.Best).Objective;
        }

        return (theta, objective);
    }
}
