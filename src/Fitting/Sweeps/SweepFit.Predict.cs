using System;
using System.Globalization;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Fitting;

public sealed partial class SweepFit
{
    /// <summary>The loss of a future run with an interval.</summary>
    /// <remarks>Where the runs do not distinguish the forms, the envelope of both; groups of runs widen the
    /// interval, and so do misses of held-out runs beyond the intervals of the back-tests.</remarks>
    /// <param name="parameters">Parameters of the run.</param>
    /// <param name="tokens">Training tokens of the run.</param>
    /// <param name="level">0.95 leaves 2.5 % on each side.</param>
    /// <param name="band">The content of the interval: a single run's noise with the law's uncertainty, or the law's
    /// alone.</param>
    /// <param name="method">How the interval is computed.</param>
    /// <returns>Loss, interval, and what they are worth.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive and finite, or the level is not between 0
    /// and 1.</exception>
    public SweepPrediction Predict(double parameters, double tokens, double level = 0.95,
        PredictionBand band = PredictionBand.SingleRun, IntervalMethod method = IntervalMethod.Profile)
    {
        double loss = Law.Loss(parameters, tokens);
        Levels.Require(level);
        double beyond = Beyond(parameters, tokens), widening = Widening(Form, beyond);
        var interval = Widened(Form)!.Value;
        var other = Form == SurfaceForm.Additive ? SurfaceForm.Coupled : SurfaceForm.Additive;
        bool isEnvelope = false;
        if (IsUndecided && Widened(other) is { } second)
        {
            interval = Around(interval, second);
            (isEnvelope, widening) = (true, Math.Max(widening, Widening(other, beyond)));
        }

        return new SweepPrediction(loss, interval, level, band, isEnvelope, Warned(beyond), beyond) { Widening = widening };

        Interval? Widened(SurfaceForm form)
        {
            if (IntervalOf(form, parameters, tokens, level, band, method) is not { } own || _pair.LawOf(form) is not { } law) return null;
            double centre = law.Loss(parameters, tokens);
            return Wider(Around(own, new(centre, centre)), centre, Widening(form, beyond));
        }
    }

    /// <summary>The same by one form, whether or not it is the default, as if it were true: nothing widens the
    /// interval.</summary>
    /// <param name="form">The form.</param>
    /// <param name="parameters">Parameters of the run.</param>
    /// <param name="tokens">Training tokens of the run.</param>
    /// <param name="level">0.95 leaves 2.5 % on each side.</param>
    /// <param name="band">The content of the interval.</param>
    /// <param name="method">How the interval is computed.</param>
    /// <returns>Loss and interval; null where this form is refused.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive and finite, or the level is not between 0
    /// and 1.</exception>
    public SweepPrediction? PredictBy(SurfaceForm form, double parameters, double tokens, double level = 0.95,
        PredictionBand band = PredictionBand.SingleRun, IntervalMethod method = IntervalMethod.Profile)
    {
        Levels.Require(level);
        if (_pair.LawOf(form) is not { } law) return null;
        double loss = law.Loss(parameters, tokens), beyond = Beyond(parameters, tokens);
        var interval = Around(IntervalOf(form, parameters, tokens, level, band, method)!.Value, new(loss, loss));
        return new SweepPrediction(loss, interval, level, band, false, Warned(beyond), beyond);
    }

    private static Interval Around(Interval first, Interval second) =>
        new(Math.Min(first.Low, second.Low), Math.Max(first.High, second.High));

    private static FitWarning[] Warned(double beyond) => beyond <= 0.5 ? [] :
    [
        new(FitWarningKind.BeyondRuns, string.Create(CultureInfo.InvariantCulture,
            $"The run is {beyond:0.0} orders of magnitude beyond the fitted ones; the interval holds if the form does.")),
    ];

    private Interval? IntervalOf(SurfaceForm form, double parameters, double tokens, double level, PredictionBand band,
        IntervalMethod method)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        if (_pair.ProfileOf(form) is not { } profile) return null;
        double n = Math.Log(parameters), d = Math.Log(tokens);
        var (law, run) = method switch
        {
            IntervalMethod.Profile => profile.Of(n, d, level),
            IntervalMethod.Delta => profile.Delta(n, d, level),
            _ => ResampledPrediction.Of(
                _pair.RobustOf(form)!, _pair.Groups, method, n, d, level, 400, Options.Seed, profile.RunDeviation),
        };
        var logs = band == PredictionBand.SingleRun ? run : law;
        return new(Math.Exp(logs.Low), Math.Exp(logs.High));
    }

    // The signed distance above the runs; runs smaller than all fitted ones count as well.
    private double Beyond(double parameters, double tokens)
    {
        var range = ScalingLaw.FittedRange with { TokensPerParameter = null };
        return range.OrdersOutside(parameters, tokens);
    }
}
