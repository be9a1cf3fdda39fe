using System.Collections.Generic;
using System.Globalization;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Fitting;

/// <summary>A predicted loss with an interval, and what the interval is worth.</summary>
public sealed class SweepPrediction
{
    internal SweepPrediction(double loss, Interval interval, double level, PredictionBand band, bool isEnvelope,
        IReadOnlyList<FitWarning> warnings, double ordersBeyond)
    {
        (Loss, Interval, Level, Band, IsEnvelope) = (loss, interval, level, band, isEnvelope);
        (Warnings, OrdersBeyond) = (warnings, ordersBeyond);
    }

    /// <summary>The default form's, nats per token.</summary>
    public double Loss { get; }

    /// <summary>The interval, nats per token.</summary>
    public Interval Interval { get; }

    /// <summary>0.95 for 95 %.</summary>
    public double Level { get; }

    /// <summary>The content of the interval: the law's own uncertainty, or also a single run's noise.</summary>
    public PredictionBand Band { get; }

    /// <summary>Whether the interval is the envelope of both forms, because the runs do not distinguish them: at least
    /// the level if either form is true.</summary>
    public bool IsEnvelope { get; }

    /// <summary>How far the run is beyond the fitted ones in parameters, tokens or compute, in orders of magnitude; 0
    /// inside.</summary>
    public double OrdersBeyond { get; }

    /// <summary>How many times the interval is wider than the form's own, because held-out runs of the sweep lay
    /// outside theirs; 1 where it is not.</summary>
    public double Widening { get; internal init; } = 1;

    /// <summary>What to be wary of.</summary>
    public IReadOnlyList<FitWarning> Warnings { get; }

    /// <summary>The name of the interval: "coefficient band, at least 95 % if either form is true".</summary>
    public string BandName
    {
        get
        {
            string band = Band == PredictionBand.SingleRun ? "single-run band" : "coefficient band";
            string level = Quantity.Percent(Level);
            string name = IsEnvelope ? $"{band}, at least {level} if either form is true" : $"{band}, {level} if the form is true";
            return Widening < 1.05 ? name
                : name + string.Create(CultureInfo.InvariantCulture, $", widened {Widening:0.0} times by the back-test");
        }
    }

    /// <summary>The loss, its interval, the name of the interval and the extrapolation.</summary>
    /// <returns>"2.446 [2.421, 2.472] (single-run band, ...), 1.4 orders of magnitude beyond the runs".</returns>
    public override string ToString()
    {
        string beyond = OrdersBeyond > 0
            ? string.Create(CultureInfo.InvariantCulture, $", {OrdersBeyond:0.0} orders of magnitude beyond the runs")
            : ", within the runs";
        return string.Create(CultureInfo.InvariantCulture, $"{Loss:F3} [{Interval.Low:F3}, {Interval.High:F3}] ({BandName}){beyond}");
    }
}
