using System;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>Newton's method with Levenberg's damping on the exact Hessian, projected on a box: parameters that a bound
/// stops sit out a step (Bertsekas 1982, "Projected Newton methods").</summary>
internal static class CoupledNewton
{
    private const int MostEvaluations = 200;
    private const int N = CoupledKernel.Unknowns;

    /// <summary>Walks theta downhill to where the gradient in the parameters that no bound stops vanishes, or to where
    /// a whole step gains less than <paramref name="enough"/> or, of what is left, <paramref name="share"/>.</summary>
    public static Descent Minimise(
        SurfaceData data, Misfit misfit, CoupledBox box, Span<double> theta, InstructionPath path, double share = 0, double enough = 0)
    {
        Span<double> results = stackalloc double[CoupledKernel.Results], trialResults = stackalloc double[CoupledKernel.Results];
        Span<double> trial = stackalloc double[N], step = stackalloc double[N], matrix = stackalloc double[N * N];
        Span<double> hessian = stackalloc double[N * N];
        Span<int> free = stackalloc int[N];
        box.Clamp(theta);
        CoupledKernel.Evaluate(data, misfit, theta, results, path);
        Spread(results, hessian);
        double tolerance = SurfaceNewton.Tolerance(data, misfit), damping = 1e-3;
        int evaluations = 1, iterations = 0;
        bool definite = false;

        while (evaluations < MostEvaluations)
        {
            int size = Free(box, theta, results, free);
            double largest = Largest(box, theta, results);
            if (largest <= tolerance)
            {
                definite = Fill(results[0], hessian, free[..size], 0, matrix);
                if (definite || largest == 0) break;
            }

            if (!Fill(results[0], hessian, free[..size], damping, matrix))
            {
                damping = Math.Max(4 * damping, 1e-3);
                if (damping > 1e12) break;
                continue;
            }

            double scale = Step(box, theta, results, free[..size], matrix, step, trial);
            CoupledKernel.Evaluate(data, misfit, trial, trialResults, path);
            evaluations++;
            double predicted = Predicted(results, hessian, theta, trial), gained = results[0] - trialResults[0];
            bool gentler = gained >= -1e-12 * results[0] && Largest(box, trial, trialResults) < largest / 2;
            if (!double.IsFinite(trialResults[0]) || !(gained > 0 || gentler))
            {
                if (damping > 1e8 || (Math.Abs(predicted) < 1e-16 * results[0] && damping > 1)) break;
                damping = Math.Max(8 * damping, 1e-6);
                continue;
            }

            iterations++;
            trial.CopyTo(theta);
            trialResults.CopyTo(results);
            Spread(results, hessian);
            damping = Next(damping, predicted > 0 ? gained / predicted : 0, scale == 1);
            double least = Math.Max(enough, share * results[0]);
            if (gained < least && predicted < least && scale == 1 && damping < 0.1) break;
        }

        int last = Free(box, theta, results, free);
        if (!definite) definite = Fill(results[0], hessian, free[..last], 0, matrix);
        double left = Largest(box, theta, results);
        return new Descent(results[0], left, iterations, evaluations, definite && left <= 100 * tolerance);
    }

    /// <summary>Entry (i, j) of the Hessian in a kernel's results.</summary>
    public static double Hessian(ReadOnlySpan<double> results, int i, int j)
    {
        if (i > j) (i, j) = (j, i);
        return results[1 + N + (i * N) - (i * (i - 1) / 2) + (j - i)];
    }

    private static int Free(CoupledBox box, ReadOnlySpan<double> theta, ReadOnlySpan<double> results, Span<int> free)
    {
        int size = 0;
        for (int i = 0; i < N; i++)
        {
            if (!box.IsStopped(theta, results[1 + i], i)) free[size++] = i;
        }

        return size;
    }

    private static double Largest(CoupledBox box, ReadOnlySpan<double> theta, ReadOnlySpan<double> results)
    {
        double largest = 0;
        for (int i = 0; i < N; i++)
        {
            if (!box.IsStopped(theta, results[1 + i], i)) largest = Math.Max(largest, Math.Abs(results[1 + i]));
        }

        return largest;
    }

    private static double Next(double damping, double ratio, bool wasWhole)
    {
        if (ratio > 0.5 && wasWhole) return damping < 1e-12 ? 0 : damping / 10;
        return ratio < 0.1 ? Math.Max(4 * damping, 1e-9) : damping;
    }

    // The upper triangle of a kernel's results, as a whole matrix.
    private static void Spread(ReadOnlySpan<double> results, Span<double> hessian)
    {
        int at = 1 + N;
        for (int i = 0; i < N; i++)
        {
            for (int j = i; j < N; j++) hessian[(i * N) + j] = hessian[(j * N) + i] = results[at++];
        }
    }

    private static bool Fill(
        double objective, ReadOnlySpan<double> hessian, ReadOnlySpan<int> free, double damping, Span<double> matrix)
    {
        int size = free.Length;
        double floor = 1e-9 * Math.Max(1e-12, Math.Abs(objective));
        for (int i = 0; i < size; i++)
        {
            var row = hessian.Slice(free[i] * N, N);
            for (int j = 0; j < size; j++) matrix[(i * size) + j] = row[free[j]];
            if (damping > 0) matrix[(i * size) + i] += damping * Math.Max(Math.Abs(matrix[(i * size) + i]), floor);
        }

        return SmallCholesky.Factor(matrix, size);
    }

    // No step moves a slope or ln k by more than a half, nor another parameter by more than five; bounds cut the rest.
    private static double Step(CoupledBox box, ReadOnlySpan<double> theta, ReadOnlySpan<double> results, ReadOnlySpan<int> free,
        ReadOnlySpan<double> factor, Span<double> step, Span<double> trial)
    {
        int size = free.Length;
        for (int i = 0; i < size; i++) step[i] = -results[1 + free[i]];
        SmallCholesky.Solve(factor, size, step[..size]);
        double scale = 1;
        for (int i = 0; i < size; i++)
        {
            double longest = free[i] < 3 ? 5 : 0.5;
            if (Math.Abs(step[i]) > longest) scale = Math.Min(scale, longest / Math.Abs(step[i]));
        }

        theta.CopyTo(trial);
        for (int i = 0; i < size; i++) trial[free[i]] += scale * step[i];
        box.Clamp(trial);
        return scale;
    }

    // What the quadratic model expects of the step that was taken, bounds included.
    private static double Predicted(
        ReadOnlySpan<double> results, ReadOnlySpan<double> hessian, ReadOnlySpan<double> theta, ReadOnlySpan<double> trial)
    {
        double sum = 0;
        for (int i = 0; i < N; i++)
        {
            double moved = trial[i] - theta[i], curved = 0;
            if (moved == 0) continue;
            var row = hessian.Slice(i * N, N);
            for (int j = 0; j < N; j++) curved += row[j] * (trial[j] - theta[j]);
            sum -= moved * (results[1 + i] + (curved / 2));
        }

        return sum;
    }
}
