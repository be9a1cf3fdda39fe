using System;
using MathNet.Numerics.LinearAlgebra;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>The covariance of an M-estimate: inverse Hessian, times the sum of squared scores, times inverse Hessian
/// (Huber 1967).</summary>
internal static class FitCovariance
{
    /// <summary>In the free parameters, at the centre of the data.</summary>
    public static Matrix<double> OfTheta(SurfaceData data, Misfit misfit, FreeParameters free, double[] theta)
    {
        int size = free.Count;
        var inverse = InverseHessian(data, misfit, free, theta);
        var scores = Matrix<double>.Build.Dense(size, size);
        Span<double> score = stackalloc double[5], reduced = stackalloc double[5];
        for (int run = 0; run < data.Count; run++)
        {
            Score(data, misfit, theta, run, score);
            reduced.Clear();
            for (int j = 0; j < 5; j++)
            {
                if (free.SlotOf(j) >= 0) reduced[free.SlotOf(j)] += score[j];
            }

            for (int i = 0; i < size; i++)
            {
                for (int j = 0; j < size; j++) scores[i, j] += data.Weights[run] * data.Weights[run] * reduced[i] * reduced[j];
            }
        }

        // As many runs as unknowns would fit exactly. Weights are relative: they do not change the number of runs.
        return inverse * scores * inverse * (data.Count / (double)Math.Max(1, data.Count - size));
    }

    public static Matrix<double> InverseHessian(SurfaceData data, Misfit misfit, FreeParameters free, double[] theta)
    {
        Span<double> results = stackalloc double[SurfaceKernel.Results], gradient = stackalloc double[5], hessian = stackalloc double[25];
        SurfaceKernel.Evaluate(data, misfit, theta, results, InstructionPaths.Best);
        free.Reduce(results, gradient, hessian);
        int size = free.Count;
        var matrix = Matrix<double>.Build.Dense(size, size);
        for (int i = 0; i < size * size; i++) matrix[i / size, i % size] = hessian[i];
        return matrix.Inverse();
    }

    // The derivative of one run's misfit by a, b, e, alpha, beta.
    private static void Score(SurfaceData data, Misfit misfit, double[] theta, int run, Span<double> score)
    {
        double u = data.LogParameters[run], v = data.LogTokens[run];
        double first = Math.Exp(theta[0] - (theta[3] * u)), second = Math.Exp(theta[1] - (theta[4] * v)), constant = Math.Exp(theta[2]);
        double predicted = first + second + constant;
        double r = misfit.OnLogLoss ? Math.Log(predicted) - data.LogLosses[run] : predicted - data.Losses[run];
        double c = Math.Clamp(r, -misfit.Delta, misfit.Delta) / (misfit.OnLogLoss ? predicted : 1);
        score[0] = c * first;
        score[1] = c * second;
        score[2] = c * constant;
        score[3] = -score[0] * u;
        score[4] = -score[1] * v;
    }
}
