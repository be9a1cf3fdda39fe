using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>How a descent ended.</summary>
/// <param name="Objective">The misfit reached.</param>
/// <param name="LargestGradient">The largest size of a derivative in the free parameters, at the centre of the
/// data.</param>
/// <param name="Iterations">Steps accepted.</param>
/// <param name="Evaluations">Times value, gradient and Hessian were computed.</param>
/// <param name="Converged">The gradient vanished to rounding and the Hessian is positive definite.</param>
internal readonly record struct Descent(double Objective, double LargestGradient, int Iterations, int Evaluations, bool Converged);

/// <summary>Newton's method with Levenberg's damping on the exact Hessian (Nocedal and Wright, Numerical Optimization,
/// section 3.4 and 4).</summary>
internal static class SurfaceNewton
{
    private const int MostEvaluations = 300;

    private const int StallWindow = 32;

    // No step moves an exponent further than this, nor a logarithm of a coefficient further than ten times this.
    private const double LongestStep = 0.5;

    /// <summary>Walks theta downhill to where the gradient vanishes.</summary>
    public static Descent Minimise(SurfaceData data, Misfit misfit, FreeParameters free, Span<double> theta, InstructionPath path)
    {
        int size = free.Count;
        Span<double> results = stackalloc double[SurfaceKernel.Results], trialResults = stackalloc double[SurfaceKernel.Results];
        Span<double> gradient = stackalloc double[5], hessian = stackalloc double[25], factor = stackalloc double[25];
        Span<double> step = stackalloc double[5], trial = stackalloc double[5];
        free.Settle(theta);
        SurfaceKernel.Evaluate(data, misfit, theta, results, path);
        free.Reduce(results, gradient, hessian);
        double tolerance = Tolerance(data, misfit), damping = 1e-3;
        int evaluations = 1, iterations = 0;
        bool definite = false;
        double objectiveThen = results[0], gradientThen = double.PositiveInfinity;
        int nextLook = StallWindow;

        while (evaluations < MostEvaluations)
        {
            double largest = Largest(gradient[..size]);
            if (evaluations >= nextLook)
            {
                // A plateau or an endless valley: neither the objective nor the gradient has moved for a while.
                if (objectiveThen - results[0] < 1e-6 * results[0] && largest > gradientThen / 10) break;
                (objectiveThen, gradientThen, nextLook) = (results[0], largest, evaluations + StallWindow);
            }

            hessian[..(size * size)].CopyTo(factor);
            if (largest <= tolerance)
            {
                definite = SmallCholesky.Factor(factor, size);
                if (definite || largest == 0) break;
                hessian[..(size * size)].CopyTo(factor);
            }

            for (int i = 0; i < size; i++)
            {
                double own = Math.Abs(hessian[(i * size) + i]);
                factor[(i * size) + i] += damping * Math.Max(own, 1e-9 * Math.Max(1e-12, Math.Abs(results[0])));
            }

            if (!SmallCholesky.Factor(factor, size))
            {
                damping = Math.Max(4 * damping, 1e-3);
                if (damping > 1e12) break;
                continue;
            }

            for (int i = 0; i < size; i++) step[i] = -gradient[i];
            SmallCholesky.Solve(factor, size, step[..size]);
            double scale = Math.Min(1, Reach(free, step));
            free.Step(theta, step, scale, trial);
            SurfaceKernel.Evaluate(data, misfit, trial, trialResults, path);
            evaluations++;

            double predicted = -scale
                * ((Dot(gradient, step, size) * (1 - (scale / 2))) - (scale / 2 * damping * DampedSquare(hessian, step, size)));
            double gained = results[0] - trialResults[0];
            // Near the optimum the objective is dominated by rounding while the gradient is still informative.
            bool better = gained > 0 || (gained >= -1e-12 * results[0] && LargestReduced(free, trialResults) < largest / 2);
            if (!better || !double.IsFinite(trialResults[0]))
            {
                // Only rounding remains: the last step made no measurable change.
                if (damping > 1e8 || (Math.Abs(predicted) < 1e-16 * results[0] && damping > 1)) break;
                damping = Math.Max(8 * damping, 1e-6);
                continue;
            }

            iterations++;
            trial.CopyTo(theta);
            trialResults.CopyTo(results);
            free.Reduce(results, gradient, hessian);
            double ratio = predicted > 0 ? gained / predicted : 0;
            if (ratio > 0.5) damping = damping < 1e-12 ? 0 : damping / 10;
            else if (ratio < 0.1) damping = Math.Max(4 * damping, 1e-9);
        }

        if (!definite)
        {
            hessian[..(size * size)].CopyTo(factor);
            definite = SmallCholesky.Factor(factor, size);
        }

        double left = Largest(gradient[..size]);
        return new Descent(results[0], left, iterations, evaluations, definite && left <= 100 * tolerance);
    }

    /// <summary>The gradient that rounding alone leaves: a few parts in 1e13 of the sum of the sizes of its terms,
    /// which for residuals of L are squares of losses.</summary>
    public static double Tolerance(SurfaceData data, Misfit misfit)
    {
        double size = 0;
        ReadOnlySpan<double> weights = data.Weights.AsSpan(0, data.Count), losses = data.Losses.AsSpan(0, data.Count);
        if (misfit.OnLogLoss)
        {
            foreach (double weight in weights) size += weight;
        }
        else
        {
            for (int i = 0; i < weights.Length; i++) size += weights[i] * (losses[i] * losses[i]);
        }

        return 1e-14 * size * Math.Min(misfit.Delta * 10, 1);
    }

    private static double Reach(FreeParameters free, ReadOnlySpan<double> step)
    {
        double reach = double.PositiveInfinity;
        for (int i = 0; i < 5; i++)
        {
            int slot = free.SlotOf(i);
            if (slot >= 0 && step[slot] != 0) reach = Math.Min(reach, (i < 3 ? 10 : 1) * LongestStep / Math.Abs(step[slot]));
        }

        return reach;
    }

    private static double LargestReduced(FreeParameters free, ReadOnlySpan<double> results)
    {
        Span<double> gradient = stackalloc double[5], hessian = stackalloc double[25];
        free.Reduce(results, gradient, hessian);
        return Largest(gradient[..free.Count]);
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int size)
    {
        double sum = 0;
        for (int i = 0; i < size; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double DampedSquare(ReadOnlySpan<double> hessian, ReadOnlySpan<double> step, int size)
    {
        double sum = 0;
        for (int i = 0; i < size; i++) sum += Math.Abs(hessian[(i * size) + i]) * step[i] * step[i];
        return sum;
    }
}
