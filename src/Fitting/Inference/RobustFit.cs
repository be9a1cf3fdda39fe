using System;
using MathNet.Numerics.LinearAlgebra;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>
/// A surface refitted for inference: Huber's loss of ln L with its corner at 1.345 standard deviations, the deviation
/// estimated beside the law (Huber 1981, Robust Statistics, section 7.7, proposal 2).
/// </summary>
/// <remarks>A corner at 1e-3, as published fits have it, is far inside the scatter of most runs: it makes a good law,
/// and a misfit without the curvature that small-sample intervals need.</remarks>
internal sealed class RobustFit
{
    // 95 % efficient where noise is normal; the mean of the squared clipped residual there.
    private const double Corner = 1.345;
    private const double Expected = 0.7101645;
    private const double LeastDeviation = 1e-7;

    private RobustFit(SurfaceData data, CoupledBox box, double[] theta, double deviation, double objective)
    {
        (Data, Box, Theta, Deviation, Objective) = (data, box, theta, deviation, objective);
        int count = data.Count;
        Residuals = new double[count];
        Jacobian = Matrix<double>.Build.Dense(count, Unknowns);
        double[] gradient = new double[CoupledKernel.Unknowns];
        double squares = 0, clipped = 0, within = 0, total = 0;
        for (int i = 0; i < count; i++)
        {
            double weight = data.Weights[i];
            Residuals[i] = data.LogLosses[i]
                - CoupledKernel.LogLoss(theta, data.LogParameters[i], data.LogTokens[i], gradient);
            double psi = Math.Clamp(Residuals[i], -Misfit.Delta, Misfit.Delta);
            squares += weight * Residuals[i] * Residuals[i];
            clipped += weight * psi * psi;
            within += Math.Abs(Residuals[i]) <= Misfit.Delta ? weight : 0;
            total += weight;
            for (int j = 0, slot = 0; j < gradient.Length; j++)
            {
                if (!box.IsHeld(j)) Jacobian[i, slot++] = Math.Sqrt(weight) * gradient[j];
            }
        }

        double share = Math.Max(within / total, 0.3), correction = 1 + (Unknowns / (double)count * (1 - share) / share);
        Share = share;
        Freedom = Math.Max(1, count - Unknowns);
        double mean = total / count;
        UnitRise = correction * correction * clipped / mean / Freedom / share * mean;
        SingleRunDeviation = Math.Sqrt(squares / mean / Freedom);
    }

    public SurfaceData Data { get; }

    public CoupledBox Box { get; }

    public double[] Theta { get; }

    /// <summary>The robust standard deviation of ln L about the law.</summary>
    public double Deviation { get; }

    public double Objective { get; }

    public Misfit Misfit => new(Corner * Math.Max(Deviation, LeastDeviation), OnLogLoss: true);

    public int Unknowns => Box.Count;

    /// <summary>Runs less unknowns.</summary>
    public int Freedom { get; }

    /// <summary>ln observed minus ln predicted.</summary>
    public double[] Residuals { get; }

    /// <summary>The derivatives of ln L by the free parameters, a row a run, times the root of its weight.</summary>
    public Matrix<double> Jacobian { get; }

    /// <summary>Twice the rise of the objective that one standard error of any quantity causes.</summary>
    public double UnitRise { get; }

    /// <summary>The share of runs inside the corner.</summary>
    public double Share { get; }

    /// <summary>The plain standard deviation of single runs about the law, tails included.</summary>
    public double SingleRunDeviation { get; }

    public static RobustFit Of(SurfaceData data, CoupledBox box, ReadOnlySpan<double> start)
    {
        double[] theta = [.. start];
        var path = InstructionPaths.Best;
        CoupledNewton.Minimise(data, new Misfit(double.PositiveInfinity, OnLogLoss: true), box, theta, path);
        double deviation = Scale(data, theta, box.Count, double.PositiveInfinity);
        double objective = 0;
        for (int i = 0; i < 12; i++)
        {
            double before = deviation;
            double delta = Corner * Math.Max(deviation, LeastDeviation);
            objective = CoupledNewton.Minimise(data, new Misfit(delta, OnLogLoss: true), box, theta, path).Objective;
            deviation = Scale(data, theta, box.Count, delta);
            if (Math.Abs(deviation - before) < 0.003 * before || deviation < LeastDeviation) break;
        }

        return At(data, box, theta, deviation);
    }

    /// <summary>The fit with the corner where another fit has it, so that both objectives compare.</summary>
    public static RobustFit At(SurfaceData data, CoupledBox box, ReadOnlySpan<double> start, double deviation, double enough = 0)
    {
        double[] theta = [.. start];
        var misfit = new Misfit(Corner * Math.Max(deviation, LeastDeviation), OnLogLoss: true);
        double objective = CoupledNewton.Minimise(data, misfit, box, theta, InstructionPaths.Best, enough: enough).Objective;
        return new(data, box, theta, deviation, objective);
    }

    private static double Scale(SurfaceData data, double[] theta, int unknowns, double delta)
    {
        Span<double> gradient = stackalloc double[CoupledKernel.Unknowns];
        double sum = 0, total = 0;
        for (int i = 0; i < data.Count; i++)
        {
            double r = data.LogLosses[i] - CoupledKernel.LogLoss(theta, data.LogParameters[i], data.LogTokens[i], gradient);
            double psi = Math.Clamp(r, -delta, delta);
            sum += data.Weights[i] * psi * psi;
            total += data.Weights[i];
        }

        double freedom = Math.Max(1, data.Count - unknowns) * total / data.Count;
        return Math.Sqrt(sum / freedom / (double.IsInfinity(delta) ? 1 : Expected));
    }
}
