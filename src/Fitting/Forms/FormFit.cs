using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;

namespace ScalingAnalyzers.Fitting;

/// <summary>The evidence for a fit of a form, and how well the data pin it down.</summary>
public sealed class FormCertificate
{
    internal FormCertificate(
        double objective,
        double gradientNorm,
        double condition,
        int starts,
        int startsAtOptimum,
        bool isCertified)
    {
        Objective = objective;
        GradientNorm = gradientNorm;
        Condition = condition;
        Starts = starts;
        StartsAtOptimum = startsAtOptimum;
        IsCertified = isCertified;
    }

    /// <summary>The sum that was minimised.</summary>
    public double Objective { get; }

    /// <summary>The largest size of its derivative by a parameter, where steps are of order one.</summary>
    public double GradientNorm { get; }

    /// <summary>The condition number of the approximate Hessian.</summary>
    public double Condition { get; }

    /// <summary>Starts tried.</summary>
    public int Starts { get; }

    /// <summary>Starts that reached the objective to 1e-7 of it.</summary>
    public int StartsAtOptimum { get; }

    /// <summary>The gradient vanishes, the Hessian is positive definite, and more than one start (if there were more)
    /// agrees.</summary>
    public bool IsCertified { get; }
}

/// <summary>Fits a formula written over <see cref="Jet"/>: Levenberg-Marquardt on exact derivatives (Marquardt 1963),
/// Huber's loss by reweighting.</summary>
internal sealed class FormFit
{
    private readonly Func<Jet[], int, Jet> _predicted;
    private readonly double[] _observed;
    private readonly double _delta;
    private Matrix<double> _covariance = Matrix<double>.Build.Dense(0, 0);

    private FormFit(Func<Jet[], int, Jet> predicted, double[] observed, double delta)
    {
        _predicted = predicted;
        _observed = observed;
        _delta = delta;
    }

    public double[] Theta { get; private set; } = [];

    public FormCertificate Certificate { get; private set; } = new(0, 0, 0, 0, 0, false);

    /// <summary>What the law calls a coefficient, from the parameters that were fitted: its value, and its standard
    /// error by the delta method.</summary>
    /// <remarks>
    /// The parameters are correlated - a level at the centre of the data and a slope, a term and a floor - so the error
    /// uses their whole covariance.
    /// </remarks>
    public FittedCoefficient Coefficient(Func<Jet[], Jet> formula)
    {
        var jet = formula(Theta.Select(Jet.Parameter).ToArray());
        var gradient = Vector<double>.Build.Dense(Theta.Length, i => jet[i]);
        return new(jet.Value, Math.Sqrt(Math.Max(gradient * _covariance * gradient, 0)));
    }

    /// <summary>Fits the formula from several starts and returns the best end.</summary>
    /// <param name="what">What is fitted, for the text of an exception.</param>
    /// <param name="predicted">The formula: the prediction of run i at the parameters.</param>
    /// <param name="observed">The observed values.</param>
    /// <param name="delta">Huber's delta in units of the observed; infinity for least squares.</param>
    /// <param name="starts">The starts of the search.</param>
    public static FormFit Fit(string what, Func<Jet[], int, Jet> predicted, double[] observed, double delta, IEnumerable<double[]> starts)
    {
        var fit = new FormFit(predicted, observed, delta);
        var ends =
            starts.Select(start => fit.Descend(start)).Where(end => double.IsFinite(end.Objective)).OrderBy(end => end.Objective).ToArray();
        if (ends.Length == 0) throw FitChecks.Refuse(FitRefusal.NotConverged, $"{what}: no start gave a finite objective.");
        int unknowns = ends[0].Theta.Length;
        if (observed.Length < unknowns + 1)
        {
            throw FitChecks.Refuse(FitRefusal.TooFewRuns, $"{what} has {unknowns} unknowns; {observed.Length} observations are too few.");
        }

        fit.Finish(what, ends);
        return fit;
    }

    private (double[] Theta, double Objective) Descend(double[] start)
    {
        double[] theta = [.. start];
        int size = theta.Length;
        double[] gradient = new double[size], hessian = new double[size * size], step = new double[size], factor = new double[size * size];
        double value = Evaluate(theta, gradient, hessian), damping = 1e-2;
        for (int iteration = 0; iteration < 500 && damping < 1e14 && double.IsFinite(value); iteration++)
        {
            hessian.CopyTo(factor, 0);
            for (int i = 0; i < size; i++) factor[(i * size) + i] += (damping * hessian[(i * size) + i]) + 1e-300;
            if (!SmallCholesky.Factor(factor, size))
            {
                damping = Math.Max(10 * damping, 1e-10);
                continue;
            }

            for (int i = 0; i < size; i++) step[i] = -gradient[i];
            SmallCholesky.Solve(factor, size, step);
            double longest = step.Max(Math.Abs), shrink = longest > 2 ? 2 / longest : 1;
            double[] trial = theta.Zip(step, (t, s) => t + (shrink * s)).ToArray();
            double[] trialGradient = new double[size], trialHessian = new double[size * size];
            double reached = Evaluate(trial, trialGradient, trialHessian);
            bool gentler = reached <= value * (1 + 1e-12) && trialGradient.Max(Math.Abs) < gradient.Max(Math.Abs);
            if (!(reached < value || gentler))
            {
                damping = Math.Max(10 * damping, 1e-10);
                continue;
            }

            (theta, value, gradient, hessian) = (trial, reached, trialGradient, trialHessian);
            damping /= 10;
            if (longest < 1e-13) break;
        }

        return (theta, value);
    }

    // The gradient is exact; the Hessian is Gauss and Newton's, with Huber's weights.
    private double Evaluate(double[] theta, double[] gradient, double[] hessian)
    {
        int size = theta.Length;
        var jets = theta.Select(Jet.Parameter).ToArray();
        double sum = 0;
        for (int run = 0; run < _observed.Length; run++)
        {
            var predicted = _predicted(jets, run);
            double r = predicted.Value - _observed[run];
            double c = Math.Clamp(r, -_delta, _delta), weight = Math.Abs(r) <= _delta ? 1 : _delta / Math.Abs(r);
            sum += c * (r - (c / 2));
            for (int i = 0; i < size; i++)
            {
                gradient[i] += c * predicted[i];
                for (int j = 0; j < size; j++) hessian[(i * size) + j] += weight * predicted[i] * predicted[j];
            }
        }

        return sum;
    }

    private void Finish(string what, (double[] Theta, double Objective)[] ends)
    {
        Theta = ends[0].Theta;
        int size = Theta.Length;
        double[] gradient = new double[size], flat = new double[size * size];
        double objective = Evaluate(Theta, gradient, flat);
        var hessian = Matrix<double>.Build.Dense(size, size, (i, j) => flat[(i * size) + j]);
        double[] values = hessian.Evd(Symmetricity.Symmetric).EigenValues.Select(v => v.Real).ToArray();
        double condition = values.Min() > 0 ? values.Max() / values.Min() : double.PositiveInfinity;
        if (condition > 1e15)
        {
            throw FitChecks.Refuse(FitRefusal.OptimumOnBoundary,
                $"{what}: the data leave a combination of parameters undetermined (condition {FitChecks.Text(condition)}).");
        }

        int agreeing = ends.Count(end => end.Objective <= (ends[0].Objective * (1 + 1e-7)) + 1e-25);

        // The distance of the gradient from zero, measured by the Newton step: robust to the scale of the data.
        var left = hessian.Solve(Vector<double>.Build.Dense(gradient));
        bool still = left.AbsoluteMaximum() < 1e-6;
        Certificate = new(objective, gradient.Max(Math.Abs), condition, ends.Length, agreeing, still && (ends.Length == 1 || agreeing > 1));
        _covariance = Covariance(hessian);
    }

    // By the sandwich formula (Huber 1967).
    private Matrix<double> Covariance(Matrix<double> hessian)
    {
        int size = Theta.Length, runs = _observed.Length;
        var jets = Theta.Select(Jet.Parameter).ToArray();
        var scores = Matrix<double>.Build.Dense(size, size);
        var curvature = Matrix<double>.Build.Dense(size, size);
        for (int run = 0; run < runs; run++)
        {
            var predicted = _predicted(jets, run);
            double r = predicted.Value - _observed[run], c = Math.Clamp(r, -_delta, _delta);
            var row = Vector<double>.Build.Dense(size, i => predicted[i]);
            scores += c * c * row.OuterProduct(row);
            if (Math.Abs(r) <= _delta) curvature += row.OuterProduct(row);
        }

        // The linear part of Huber's loss has no curvature: where too few runs are in the quadratic part, the
        // reweighted Hessian is used.
        var middle = curvature.Rank() == size ? curvature : hessian;
        var inverse = middle.Inverse();
        return inverse * scores * inverse * (runs / (double)Math.Max(1, runs - size));
    }
}
