using System;
using System.Collections.Generic;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>A coefficient of the surface.</summary>
public enum ChinchillaCoefficient
{
    /// <summary>E.</summary>
    Irreducible,

    /// <summary>A.</summary>
    ParametersCoefficient,

    /// <summary>B.</summary>
    TokensCoefficient,

    /// <summary>alpha.</summary>
    ParametersExponent,

    /// <summary>beta.</summary>
    TokensExponent,
}

public sealed partial class ChinchillaFit
{
    /// <summary>The covariance of E, A, B, alpha, beta, in this order (rows and columns), by the sandwich formula;
    /// coefficients held fixed have zeros.</summary>
    /// <remarks>Right in the limit of many runs (Huber 1967). With some hundred runs and Huber's small delta the
    /// bootstrap is the better guide.</remarks>
    /// <returns>25 numbers as [row, column].</returns>
    public double[,] Covariance()
    {
        var jacobian = Matrix<double>.Build.Dense(5, _free.Count);

        // E = e^e; A = e^(a + alpha * centre), and so on: theta counts from the centre of the data.
        Add(0, 2, Law.Irreducible);
        Add(1, 0, Law.Parameters.Coefficient);
        Add(1, 3, Law.Parameters.Coefficient * _data.CentreOfLogParameters);
        Add(2, 1, Law.Tokens.Coefficient);
        Add(2, 4, Law.Tokens.Coefficient * _data.CentreOfLogTokens);
        Add(3, 3, 1);
        Add(4, 4, 1);
        return (jacobian * _thetaCovariance.Value * jacobian.Transpose()).ToArray();

        void Add(int coefficient, int parameter, double derivative)
        {
            int slot = _free.SlotOf(parameter);
            if (slot >= 0) jacobian[coefficient, slot] += derivative;
        }
    }

    /// <summary>
    /// The loss of a future run, with the law's uncertainty by the delta method. See also
    /// <see cref="ChinchillaBootstrap.Predict"/>.
    /// </summary>
    /// <param name="parameters">Parameters of the run.</param>
    /// <param name="tokens">Training tokens of the run.</param>
    /// <param name="level">0.95 leaves 2.5 % on each side.</param>
    /// <param name="band">The content of the interval: the law's own uncertainty, or also a single run's noise.</param>
    /// <returns>Loss and interval, nats per token.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive and finite, or the level is not between 0
    /// and 1.</exception>
    public LossPrediction Predict(double parameters, double tokens, double level = 0.95, PredictionBand band = PredictionBand.Coefficients)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        Levels.Require(level);
        double u = Math.Log(parameters) - _data.CentreOfLogParameters, v = Math.Log(tokens) - _data.CentreOfLogTokens;
        double first = Math.Exp(_theta[0] - (_theta[3] * u)), second = Math.Exp(_theta[1] - (_theta[4] * v)), constant = Law.Irreducible;
        double[] byTheta = [first, second, constant, -first * u, -second * v];
        var gradient = Vector<double>.Build.Dense(_free.Count);
        for (int i = 0; i < 5; i++)
        {
            if (_free.SlotOf(i) >= 0) gradient[_free.SlotOf(i)] += byTheta[i];
        }

        double loss = Law.Loss(parameters, tokens);
        double variance = gradient * _thetaCovariance.Value * gradient;
        if (band == PredictionBand.SingleRun) variance += Math.Pow(loss * ResidualDeviation, 2);
        double margin = Normal.InvCDF(0, 1, (1 + level) / 2) * Math.Sqrt(Math.Max(variance, 0));
        return new LossPrediction(loss, new(loss - margin, loss + margin), level);
    }

    /// <summary>
    /// The interval of E, alpha or beta in which the best fit with that coefficient fixed is no worse than chance
    /// explains: a profile, which may be lopsided where the valley is.
    /// </summary>
    /// <remarks>The threshold is the chi-square quantile, scaled by the ratio of the coefficient's sandwich variance to
    /// its inverse-Hessian variance, since Huber's sum is no likelihood.</remarks>
    /// <param name="coefficient">E, alpha or beta.</param>
    /// <param name="level">0.95 for 95 %.</param>
    /// <returns>The interval; an end is infinite (or zero) where the profile never rises that far.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A and B have no profile of their own; or the level is not between
    /// 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">The coefficient was held fixed in this fit.</exception>
    public Interval ProfileInterval(ChinchillaCoefficient coefficient, double level = 0.95)
    {
        Levels.Require(level);
        int index = ProfiledIndex(coefficient);
        int slot = _free.SlotOf(index);
        if (slot < 0) throw new InvalidOperationException("The coefficient was held fixed in this fit.");

        double naive = FitCovariance.InverseHessian(_data, _misfit, _free, _theta)[slot, slot], robust = _thetaCovariance.Value[slot, slot];
        double threshold = Objective + (0.5 * ChiSquared.InvCDF(1, level) * robust / naive);
        var held = _free.Holding(index);
        double width = Math.Sqrt(robust);
        double low = ProfileEnd(index, held, threshold, -width), high = ProfileEnd(index, held, threshold, width);
        return index == 2 ? new(Math.Exp(low), Math.Exp(high)) : new(low, high);
    }

    /// <summary>The objective of the best fit with a coefficient held at each of some values: the curve whose rise
    /// <see cref="ProfileInterval"/> measures.</summary>
    /// <param name="coefficient">E, alpha or beta.</param>
    /// <param name="values">The values, positive; neighbours beside each other: each fit starts from the last.</param>
    /// <returns>One point a value, in their order.</returns>
    /// <exception cref="ArgumentNullException">No values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A and B have no profile of their own; or a value is not positive
    /// and finite.</exception>
    /// <exception cref="InvalidOperationException">The coefficient was held fixed in this fit.</exception>
    public IReadOnlyList<ProfilePoint> ProfileAt(ChinchillaCoefficient coefficient, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int index = ProfiledIndex(coefficient);
        if (_free.SlotOf(index) < 0) throw new InvalidOperationException("The coefficient was held fixed in this fit.");
        var held = _free.Holding(index);
        double[] theta = [.. _theta];
        var points = new ProfilePoint[values.Count];
        for (int i = 0; i < points.Length; i++)
        {
            Positive.Require(values[i], nameof(values), "of the coefficient's unit");
            points[i] = new(values[i], Profile(held, index, theta, index == 2 ? Math.Log(values[i]) : values[i]));
        }

        return points;
    }

    private static int ProfiledIndex(ChinchillaCoefficient coefficient) => coefficient switch
    {
        ChinchillaCoefficient.Irreducible => 2,
        ChinchillaCoefficient.ParametersExponent => 3,
        ChinchillaCoefficient.TokensExponent => 4,
        _ => throw new ArgumentOutOfRangeException(
            nameof(coefficient), coefficient, "Profiles exist of E, alpha and beta; A and B follow alpha and beta."),
    };

    // Walks out in steps of a standard error, then halves the last one until the profile meets the threshold.
    private double ProfileEnd(int index, FreeParameters held, double threshold, double step)
    {
        double[] inside = [.. _theta], outside = [.. _theta];
        for (int walked = 0; walked < 40; walked++)
        {
            inside.CopyTo(outside, 0);
            if (Profile(held, index, outside, inside[index] + step) > threshold) break;
            outside.CopyTo(inside, 0);
            if (walked == 39) return step > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        }

        double[] middle = new double[5];
        double good = inside[index], bad = outside[index];
        for (int i = 0; i < 50; i++)
        {
            inside.CopyTo(middle, 0);
            double at = (good + bad) / 2;
            if (Profile(held, index, middle, at) > threshold) bad = at;
            else (good, inside, middle) = (at, middle, inside);
        }

        return (good + bad) / 2;
    }

    private double Profile(FreeParameters held, int index, double[] theta, double value)
    {
        theta[index] = value;
        if (_free.ExponentsAreShared && index >= 3) theta[3] = theta[4] = value;
        return SurfaceNewton.Minimise(_data, _misfit, held, theta, InstructionPaths.Best).Objective;
    }
}
