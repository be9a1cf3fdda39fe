using System;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>
/// The interval of the loss of one run as a profile: all losses that some law of the form gives there without fitting
/// the runs worse than chance explains (Bates and Watts 1988, Nonlinear Regression Analysis, section 6.1).
/// </summary>
/// <remarks>A run without a result is added that pulls the fit; each end of a pull is a point of the profile. The
/// interval follows the bend of the surface and its bounds (E at 0, k at an end), where the delta method is
/// straight.</remarks>
internal sealed class PredictionProfile
{
    private const int MostSteps = 40;
    private readonly RobustFit _fit;
    private readonly VarianceParts _parts;

    public PredictionProfile(RobustFit fit, int[] groups, bool areDeclared)
    {
        _fit = fit;
        _parts = VarianceParts.Of(fit.Jacobian, fit.Residuals, groups, areDeclared);
    }

    /// <summary>The standard deviation of ln L of one run, groups included.</summary>
    public double RunDeviation => Math.Max(_fit.SingleRunDeviation, Math.Sqrt(_parts.Between + _parts.Within));

    /// <summary>The same by the delta method: straight, with Student's quantile and the correction for few
    /// runs.</summary>
    public (Interval Law, Interval Run) Delta(double logParameters, double logTokens, double level)
    {
        double u = logParameters - _fit.Data.CentreOfLogParameters, v = logTokens - _fit.Data.CentreOfLogTokens;
        double[] six = new double[CoupledKernel.Unknowns];
        double centre = CoupledKernel.LogLoss(_fit.Theta, u, v, six);
        var gradient = Reduce(six);
        var (inflation, freedom) = _parts.For(gradient, _fit.Freedom);
        double quantile = StudentT.InvCDF(0, 1, freedom, (1 + level) / 2);
        double margin = quantile * Math.Sqrt(Math.Max(0, inflation * Variance(gradient) / _fit.Share));
        double run = Root(margin, quantile * RunDeviation);
        return (new(centre - margin, centre + margin), new(centre - run, centre + run));
    }

    /// <summary>The interval of ln L of the law, and with a single run's noise.</summary>
    public (Interval Law, Interval Run) Of(double logParameters, double logTokens, double level)
    {
        double u = logParameters - _fit.Data.CentreOfLogParameters, v = logTokens - _fit.Data.CentreOfLogTokens;
        double[] six = new double[CoupledKernel.Unknowns];
        double centre = CoupledKernel.LogLoss(_fit.Theta, u, v, six);
        var gradient = Reduce(six);
        var (inflation, freedom) = _parts.For(gradient, _fit.Freedom);
        double quantile = StudentT.InvCDF(0, 1, freedom, (1 + level) / 2);
        double rise = 0.5 * quantile * quantile * _fit.UnitRise * inflation;
        double guess = quantile * Math.Sqrt(Math.Max(inflation * Variance(gradient), 1e-20));
        double low = End(u, v, centre, -guess, rise), high = End(u, v, centre, guess, rise);
        double run = quantile * RunDeviation;
        return (new(low, high), new(centre - Root(centre - low, run), centre + Root(high - centre, run)));
    }

    private static double Root(double first, double second) => Math.Sqrt((first * first) + (second * second));

    private Vector<double> Reduce(double[] six)
    {
        var gradient = Vector<double>.Build.Dense(_fit.Unknowns);
        for (int j = 0, slot = 0; j < six.Length; j++)
        {
            if (!_fit.Box.IsHeld(j)) gradient[slot++] = six[j];
        }

        return gradient;
    }

    // A start for the walk only; a ridge keeps it finite where the runs leave a direction open.
    private double Variance(Vector<double> gradient)
    {
        var matrix = _fit.Jacobian.TransposeThisAndMultiply(_fit.Jacobian);
        for (int i = 0; i < matrix.RowCount; i++) matrix[i, i] *= 1 + 1e-7;
        return _fit.UnitRise * gradient.DotProduct(matrix.Solve(gradient));
    }

    // Steps scaled by the root of the rise reach a profile that is nearly a parabola in two or three pulls.
    private double End(double u, double v, double centre, double guess, double rise)
    {
        double step = Math.Sign(guess) * Math.Clamp(Math.Abs(guess), 1e-9, 0.3);
        double inside = centre, outside = double.NaN, insideRise = 0;
        double[] start = [.. _fit.Theta];
        for (int i = 0; i < MostSteps; i++)
        {
            double[] theta = [.. start];
            var (at, risen) = Pulled(u, v, centre + step, rise, theta);
            double reached = at - centre;
            if (Math.Abs(risen - rise) < 0.01 * rise) return at;
            if (risen < rise)
            {
                // A pull that moves nothing further: the form cannot go there.
                if (Math.Abs(at - inside) < 1e-6 * Math.Abs(step) && insideRise > 0 && double.IsNaN(outside)) return at;
                (inside, insideRise, start) = (at, risen, theta);
            }
            else
            {
                outside = at;
            }

            double scaled = reached * Math.Sqrt(rise / Math.Max(risen, 1e-6 * rise));
            double next = double.IsNaN(outside)
                ? Math.Sign(step) * Math.Min(Math.Abs(scaled) * 1.02, Math.Max(2.5 * Math.Abs(step), 1e-9))
                : scaled;
            if (!double.IsNaN(outside))
            {
                double near = inside - centre, far = outside - centre;
                if (Math.Abs(far - near) < 1e-4 * Math.Abs(far)) break;
                bool isBetween = Math.Abs(next) > Math.Abs(near) && Math.Abs(next) < Math.Abs(far);
                if (!isBetween || i % 4 == 3) next = (near + far) / 2;
            }

            if (Math.Abs(next) > 5) return centre + next;
            step = next;
        }

        return double.IsNaN(outside) ? inside : outside;
    }

    private (double At, double Rise) Pulled(double u, double v, double target, double rise, double[] theta)
    {
        double[] gradient = new double[CoupledKernel.Unknowns];
        double centre = CoupledKernel.LogLoss(_fit.Theta, u, v, gradient);
        double distance = Math.Max(Math.Abs(target - centre), 1e-9);
        double weight = 400 * rise / (distance * distance);
        var pulled = _fit.Data.With(u, v, weight);
        pulled.SetLogLosses([.. _fit.Data.LogLosses.AsSpan(0, _fit.Data.Count), target]);
        double objective = CoupledNewton.Minimise(
            pulled, _fit.Misfit, _fit.Box, theta, InstructionPaths.Best, enough: 1e-3 * rise).Objective;
        double at = CoupledKernel.LogLoss(theta, u, v, gradient), r = at - target;
        double c = Math.Clamp(r, -_fit.Misfit.Delta, _fit.Misfit.Delta);
        return (at, objective - (weight * c * (r - (c / 2))) - _fit.Objective);
    }
}
