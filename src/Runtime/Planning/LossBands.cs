using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>How sure a predicted loss is. Three bands, each of its own cause and with its own name; none is merged with
/// another unless its name says so.</summary>
public sealed class LossBands
{
    private readonly TrainingRun _run;
    private IReadOnlyList<LawLoss>? _laws;

    internal LossBands(TrainingRun run, ScalingLaw law, double parameters, double tokens, double loss)
    {
        _run = run;
        Law = law;
        Loss = loss;
        if (law is not IUncertainLoss uncertain) return;
        CoefficientBand = uncertain.CoefficientBand(parameters, tokens);
        RunScatter = uncertain.RunScatter(parameters, tokens);
        SingleRunBand = law is ChinchillaLaw chinchilla && CoefficientBand is { } band
            ? chinchilla.SingleRunBand(parameters, tokens, band)
            : uncertain.SingleRunBand(parameters, tokens);
        Basis = BasisOf(law);
    }

    /// <summary>The law.</summary>
    public ScalingLaw Law { get; }

    /// <summary>The predicted loss, nats per token.</summary>
    public double Loss { get; }

    /// <summary>The coefficient band, 95 %: the coefficients may be off, the form of the law and its data are taken as
    /// true; null where the law has none.</summary>
    public Interval? CoefficientBand { get; }

    /// <summary>How far single runs lie from the law, either way, in 95 % of runs, nats per token; null where it is not
    /// known.</summary>
    public double? RunScatter { get; }

    /// <summary>The single-run band, 95 %: the coefficient band and the scatter of runs, as independent errors; null
    /// where one of them is not known.</summary>
    public Interval? SingleRunBand { get; }

    /// <summary>Where the bands come from; empty where there are none.</summary>
    public string Basis { get; } = "";

    /// <summary>The loss by every law of the catalogue that predicts one, in its order. Losses compare only between
    /// laws of the same <see cref="ScalingLaw.LossData"/>.</summary>
    public IReadOnlyList<LawLoss> LawLosses => _laws ??= WhatIf.Compare(_run)
        .Where(row => row.Estimate.PredictedLoss is not null)
        .Select(row => new LawLoss(row.Estimate.Law, row.Estimate.PredictedLoss!.Value))
        .ToArray();

    /// <summary>The spread of laws: from the lowest to the highest loss of the laws on the same data; null where there
    /// is no second one.</summary>
    public Interval? SpreadOfLaws
    {
        get
        {
            double[] losses = SameData.Select(other => other.Loss).ToArray();
            return losses.Length < 2 ? null : new(losses.Min(), losses.Max());
        }
    }

    private IEnumerable<LawLoss> SameData => Law.LossData.Length == 0 ? [] : LawLosses.Where(other => other.Law.LossData == Law.LossData);

    /// <summary>1.974 nats per token by besiroglu-2024; coefficient band 1.952 to 2.001 (95%, our bootstrap of its 240
    /// points); single-run band 1.945 to 2.007 (scatter of runs +-0.019); spread of laws on the same data 1.921 to
    /// 1.974 (...).</summary>
    public override string ToString()
    {
        string text = Show(Loss) + " nats per token by " + Law.Id;
        if (Intervals.Length > 0) text += "; " + Intervals;
        if (SpreadOfLaws is not { } spread) return text;
        string laws = string.Join(", ", SameData.Select(law => law.ToString()));
        return text + "; spread of laws on the same data " + Show(spread) + " (" + laws + ")";
    }

    /// <summary>The bands of the law alone: "coefficient band 1.952 to 2.001 (95%, ...)"; empty where there are
    /// none.</summary>
    private string Intervals => CoefficientBand is null
        ? ""
        : "coefficient band " + string.Concat(IntervalParts().SelectMany(part => new[] { part.Words, part.Number }));

    /// <summary>What follows "coefficient band ", as words that each run has and the number behind them; a law without
    /// such a band has nothing.</summary>
    internal IEnumerable<(string Words, string Number)> IntervalParts()
    {
        if (CoefficientBand is not { } coefficients) yield break;
        yield return ("", Show(coefficients.Low));
        yield return (" to ", Show(coefficients.High));
        yield return (" (95%", "");
        if (Basis.Length > 0)
        {
            yield return (", ", "");
            yield return (Basis, "");
        }

        yield return (")", "");
        if (SingleRunBand is not { } single) yield break;
        yield return ("; single-run band ", Show(single.Low));
        yield return (" to ", Show(single.High));
        yield return (" (scatter of runs +-", Show(RunScatter ?? 0));
        yield return (")", "");
    }

    /// <summary>Losses differ in the third decimal: 1.974, never "2".</summary>
    internal static unsafe string Show(double nats)
    {
        // What the format below gives, but near the middle between two roundings: a format is interpreted each time.
        double scaled = nats * 1000, whole = Math.Floor(scaled), rest = scaled - whole;
        if (!(nats > 0 && nats < 9.99) || Math.Abs(rest - 0.5) < 1e-6) return nats.ToString("0.000", CultureInfo.InvariantCulture);
        int thousandths = (int)whole + (rest > 0.5 ? 1 : 0);
        char* text = stackalloc char[5];
        text[0] = (char)('0' + (thousandths / 1000));
        text[1] = '.';
        text[2] = (char)('0' + (thousandths / 100 % 10));
        text[3] = (char)('0' + (thousandths / 10 % 10));
        text[4] = (char)('0' + (thousandths % 10));
        return new string(text, 0, 5);
    }

    internal static string Show(Interval band) => Show(band.Low) + " to " + Show(band.High);

    internal static string BasisOf(ScalingLaw law) => law switch
    {
        RepeatedDataLaw repeated => BasisOf(repeated.Law),
        ChinchillaLaw { Uncertainty.Draws: { } draws } => draws.Basis,
        ChinchillaLaw { Uncertainty.Covariance: not null } => "the covariance of the fit, by the delta method",
        _ => "",
    };
}

/// <summary>A law and the loss, or the difference of two losses, that it predicts.</summary>
public sealed class LawLoss
{
    internal LawLoss(ScalingLaw law, double loss)
    {
        Law = law;
        Loss = loss;
    }

    /// <summary>The law.</summary>
    public ScalingLaw Law { get; }

    /// <summary>Nats per token.</summary>
    public double Loss { get; }

    /// <summary>besiroglu-2024 1.974.</summary>
    public override string ToString() => Law.Id + " " + LossBands.Show(Loss);
}
