using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MathNet.Numerics.Distributions;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

/// <summary>Task accuracy from loss in two forms, side by side: a sigmoid (Bhagia et al. 2024, arXiv:2412.04403) and an
/// exponential (Gadre et al. 2024, eq. 5).</summary>
/// <remarks>
/// Both describe the middle of the curve equally well and part beyond the models fitted: the sigmoid saturates where
/// the exponential runs on to 100 %. Neither is safe there, so <see cref="Predict"/> gives both, each with its
/// interval, and how far they part.
/// </remarks>
public sealed class AccuracyFit
{
    private readonly FormFit _sigmoid;
    private readonly Func<Jet[], double, Jet> _sigmoidForm;
    private readonly FormFit _exponential;
    private readonly double _centre;
    private readonly int _models;

    private AccuracyFit(FormFit sigmoid, Func<Jet[], double, Jet> sigmoidForm, FormFit exponential, double[] losses, double[] accuracies)
    {
        (_sigmoid, _sigmoidForm, _exponential, _models) = (sigmoid, sigmoidForm, exponential, losses.Length);
        _centre = losses.Average();
        FittedLosses = new(losses.Min(), losses.Max());
        SigmoidDeviation = Deviation(loss => At(SurfaceOfSigmoid, loss), sigmoid.Theta.Length);
        ExponentialDeviation = Deviation(loss => At(SurfaceOfExponential, loss), exponential.Theta.Length);

        double Deviation(Func<double, double> law, int unknowns) => Math.Sqrt(
            losses.Zip(accuracies, (l, a) => Math.Pow(law(l) - a, 2)).Sum() / Math.Max(1, losses.Length - unknowns));
    }

    /// <summary>The losses of the fitted models.</summary>
    public Interval FittedLosses { get; }

    /// <summary>The evidence for the sigmoid.</summary>
    public FormCertificate SigmoidCertificate => _sigmoid.Certificate;

    /// <summary>The evidence for the exponential.</summary>
    public FormCertificate ExponentialCertificate => _exponential.Certificate;

    /// <summary>The standard deviation of single models about the sigmoid, a share of 1.</summary>
    public double SigmoidDeviation { get; }

    /// <summary>The standard deviation of single models about the exponential, a share of 1.</summary>
    public double ExponentialDeviation { get; }

    /// <summary>Fits both forms by least squares.</summary>
    /// <param name="losses">Losses, nats per token or bits per byte of the answers, one a model.</param>
    /// <param name="accuracies">Accuracies, shares of 1, one a model.</param>
    /// <param name="chance">The accuracy of guessing, such as 0.25 for four answers; null to fit it.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="FitRefusedException">The data cannot support the forms.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Chance is not between 0 and 1.</exception>
    public static AccuracyFit Fit(ReadOnlySpan<double> losses, ReadOnlySpan<double> accuracies, double? chance = null)
    {
        FitChecks.RequireValues(losses, losses.Length, nameof(losses), "nats per token");
        FitChecks.RequireValues(accuracies, losses.Length, nameof(accuracies), "shares of 1");
        if (chance is { } guess && !(guess >= 0 && guess < 1))
            throw new ArgumentOutOfRangeException(nameof(chance), guess, "Chance is a share of 1, such as 0.25.");
        if (losses.Length < 6)
            throw FitChecks.Refuse(FitRefusal.TooFewRuns, $"There are {losses.Length} models; accuracy needs six.");
        double[] l = losses.ToArray(), a = accuracies.ToArray();
        if (a.Max() > 1)
            throw FitChecks.Refuse(FitRefusal.BadInput, $"An accuracy is {FitChecks.Text(a.Max())}; shares of 1 are expected.");
        double centre = l.Average(), bottom = a.Min(), span = Math.Max(1e-3, a.Max() - bottom);

        // Accuracy falls with loss: 1 - (ceiling of the error - e^(scale - rate l)).
        var exponential = FormFit.Fit("The exponential of accuracy",
            (t, i) => Exponential(t, l[i] - centre), a, double.PositiveInfinity,
            new[] { 0.3, 1, 2.5, 6 }.Select(rate => new[] { bottom - (span / 2), Math.Log(span), Math.Log(rate) }));
        var (form, sigmoid) = Sigmoid(l, a, centre, chance);
        return new AccuracyFit(sigmoid, form, exponential, l, a);
    }

    /// <summary>The accuracy at a loss by both forms.</summary>
    /// <param name="loss">In the unit of the fitted losses.</param>
    /// <param name="level">0.95 leaves 2.5 % on each side.</param>
    /// <returns>Both predictions, their intervals and their spread.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The loss is not a positive finite number, or the level is not
    /// between 0 and 1.</exception>
    public AccuracyPrediction Predict(double loss, double level = 0.95)
    {
        Positive.Require(loss, nameof(loss), "nats per token");
        Levels.Require(level);
        var sigmoid = _sigmoid.Coefficient(t => _sigmoidForm(t, loss - _centre));
        var exponential = _exponential.Coefficient(t => Exponential(t, loss - _centre));
        double parting = Math.Abs(Share(sigmoid.Value) - Share(exponential.Value)) / 2;
        double distance = loss < FittedLosses.Low ? FittedLosses.Low - loss : Math.Max(0, loss - FittedLosses.High);
        return new AccuracyPrediction(
            Share(sigmoid.Value), Band(sigmoid, SigmoidDeviation, parting, _sigmoid.Theta.Length, level),
            Share(exponential.Value), Band(exponential, ExponentialDeviation, parting, _exponential.Theta.Length, level),
            level, distance / (FittedLosses.High - FittedLosses.Low));
    }

    // A top of 1 that the models leave open is held there.
    private static (Func<Jet[], double, Jet> Form, FormFit Fit) Sigmoid(double[] l, double[] a, double centre, double? chance)
    {
        double bottom = chance ?? Math.Max(0, a.Min() - 0.02);
        double[][] middles = [[-0.5, 0.5], [0, 1.5], [0.3, 3]];
        Func<Jet[], double, Jet> open = chance is { } known
            ? (t, x) => Logistic(known, 1 / (1 + Jet.Exp(-t[2])), t, x)
            : (t, x) => Logistic(t[3], 1 / (1 + Jet.Exp(-t[2])), t, x);
        Func<Jet[], double, Jet> closed = chance is { } given
            ? (t, x) => Logistic(given, 1, t, x)
            : (t, x) => Logistic(t[2], 1, t, x);
        try
        {
            double[] rest = chance is null ? [1, bottom] : [1];
            var fit = FormFit.Fit("The sigmoid of accuracy", (t, i) => open(t, l[i] - centre), a, double.PositiveInfinity,
                middles.Select(m => new[] { m[0], m[1] }.Concat(rest).ToArray()));
            if (Math.Abs(fit.Theta[2]) < 12) return (open, fit);
        }
        catch (FitRefusedException)
        {
            // The top is undetermined.
        }

        return (closed, FormFit.Fit("The sigmoid of accuracy", (t, i) => closed(t, l[i] - centre), a, double.PositiveInfinity,
            middles.Select(m => new[] { m[0], m[1] }.Concat(chance is null ? [bottom] : Array.Empty<double>()).ToArray())));
    }

    // bottom + (1 - bottom) top / (1 + e^(rate (l - middle))): the top is a share of what is above chance.
    private static Jet Logistic(Jet bottom, Jet top, Jet[] t, double loss) =>
        bottom + ((1 - bottom) * top / (1 + Jet.Exp(Jet.Exp(t[1]) * (loss - t[0]))));

    private static Jet Exponential(Jet[] t, double loss) => t[0] + Jet.Exp(t[1] - (Jet.Exp(t[2]) * loss));

    private static double Share(double value) => Math.Clamp(value, 0, 1);

    private static double At(Func<double, FittedCoefficient> law, double loss) => law(loss).Value;

    private FittedCoefficient SurfaceOfSigmoid(double loss) => _sigmoid.Coefficient(t => _sigmoidForm(t, loss - _centre));

    private FittedCoefficient SurfaceOfExponential(double loss) => _exponential.Coefficient(t => Exponential(t, loss - _centre));

    // Half of how far the forms part is the error of a form, at least: neither is safe.
    private Interval Band(FittedCoefficient value, double deviation, double parting, int unknowns, double level)
    {
        double quantile = StudentT.InvCDF(0, 1, Math.Max(1, _models - unknowns), (1 + level) / 2);
        double noise = quantile * Math.Sqrt((value.StandardError * value.StandardError) + (deviation * deviation));
        double margin = Math.Sqrt((noise * noise) + (parting * parting));
        return new(Share(value.Value - margin), Share(value.Value + margin));
    }
}

/// <summary>The accuracy of one model by two forms.</summary>
public sealed class AccuracyPrediction
{
    internal AccuracyPrediction(
        double sigmoid, Interval sigmoidInterval, double exponential, Interval exponentialInterval, double level, double beyond)
    {
        (Sigmoid, SigmoidInterval, Exponential, ExponentialInterval) = (sigmoid, sigmoidInterval, exponential, exponentialInterval);
        (Level, Beyond) = (level, beyond);
    }

    /// <summary>By the sigmoid, a share of 1.</summary>
    public double Sigmoid { get; }

    /// <summary>Its interval for a single model; half of the forms' distance counts as an error of the form.</summary>
    public Interval SigmoidInterval { get; }

    /// <summary>By the exponential, a share of 1.</summary>
    public double Exponential { get; }

    /// <summary>Its interval for a single model.</summary>
    public Interval ExponentialInterval { get; }

    /// <summary>0.95 for 95 %.</summary>
    public double Level { get; }

    /// <summary>How far the loss is beyond those fitted, as a share of their range; 0 within.</summary>
    public double Beyond { get; }

    /// <summary>How far the forms part: what the choice of a form decides.</summary>
    public double Spread => Math.Abs(Sigmoid - Exponential);

    /// <summary>The envelope of both intervals.</summary>
    public Interval Envelope => new(
        Math.Min(SigmoidInterval.Low, ExponentialInterval.Low), Math.Max(SigmoidInterval.High, ExponentialInterval.High));

    /// <summary>What to be wary of: a loss beyond the fitted ones, or forms that part.</summary>
    public IReadOnlyList<FitWarning> Warnings => Beyond == 0 && Spread < 0.03 ? [] :
    [
        new(FitWarningKind.BeyondRuns, string.Create(CultureInfo.InvariantCulture,
            $"The loss is {100 * Beyond:0} % of their range beyond the fitted ones, and the two forms part by {100 * Spread:0.0} points.")),
    ];

    /// <summary>"sigmoid 84.8 % [82.1, 87.5], exponential 98.9 % [97.0, 100.0]".</summary>
    /// <returns>Both forms in one line.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"sigmoid {100 * Sigmoid:0.0} % [{100 * SigmoidInterval.Low:0.0}, {100 * SigmoidInterval.High:0.0}], exponential "
            + $"{100 * Exponential:0.0} % [{100 * ExponentialInterval.Low:0.0}, {100 * ExponentialInterval.High:0.0}]");
}
