using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE402: a learning rate on the same side of the bands of DeepSeek's law and of Step Law.</summary>
internal sealed class LearningRateOutside : RunCheck
{
    // Models that are known to have trained well are up to 2.4 times outside both bands.
    private const double Factor = 3;

    public override Rule Rule => RuleTable.LearningRateOutside;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (BalanceAssessment.Of(run) is not { } balance || run.Config.Amount(ConfigRole.LearningRate) is not { } rate) yield break;
        if (!OptimizerNames.IsAdam(run.Config)) yield break;
        if (MupRates(run, rate) is not { } rates) yield break;
        var ranges = HyperparameterRanges.Of(run, balance);
        var side = ranges.SideOfLearningRateBands(rate);
        bool isAbove = side == BandSide.Above;
        if (side == BandSide.Inside || ranges.SideOfLearningRateBands(isAbove ? rates.Low / Factor : rates.High * Factor) != side)
            yield break;
        var deepSeek = ranges.LearningRates.First(s => s.Law is DeepSeekLaw).Suggestion;
        var step = ranges.LearningRates.First(s => s.Law is StepLaw).Suggestion;

        // The nearer law needs the smaller change.
        double suggested = isAbove ? Math.Max(deepSeek.Value, step.Value) : Math.Min(deepSeek.Value, step.Value);
        var written = run.Config.Find(ConfigRole.LearningRate)!;
        yield return new Finding(
            Rule,
            run.Name,
            0,
            ("rate", Show(rate) + (rates.Low < rates.High ? " (" + Show(rates) + " by muP)" : "")),
            ("side", isAbove ? "above" : "below"),
            ("deepSeek", Show(deepSeek.Band)),
            ("stepLaw", Show(step.Band)),
            ("parameters", Quantity.Format(ranges.Parameters)),
            ("without", ranges.Parameters < balance.Parameters ? " without embeddings" : ""),
            ("tokens", Quantity.Format(ranges.Tokens)))
        {
            At = Finding.Values(written),
            Data = new FindingData()
                .With(FindingKeys.LearningRate, rate)
                .With(FindingKeys.SuggestedLearningRate, suggested)
                .With(FindingKeys.DeepSeekLow, deepSeek.Band.Low)
                .With(FindingKeys.DeepSeekHigh, deepSeek.Band.High)
                .With(FindingKeys.StepLawLow, step.Band.Low)
                .With(FindingKeys.StepLawHigh, step.Band.High),
            Fixes = rates.Low < rates.High ? [] :
                [new FindingFix(FixKind.UseSuggestedLearningRate, "Use a peak learning rate of " + FixText.Down(suggested),
                    FixText.Of(written, suggested, up: false))],
        };
    }

    // Under muP the hidden layers of a model have the base model's rate times base width over width, the embedding has
    // the base model's own: both are compared. Null where the width is not known.
    private static Interval? MupRates(ConfigRun run, double rate)
    {
        if (!run.Config.Has(ConfigRole.MupBaseWidth)) return new(rate, rate);
        if (run.Config.Count(ConfigRole.MupBaseWidth) is not { } wide) return null;
        if (Numbers.ToInteger(run.Config.Find(ConfigRole.HiddenSize)?.Content) is not { } width || width <= 0) return null;
        double hidden = rate * wide / (double)width;
        return new(Math.Min(rate, hidden), Math.Max(rate, hidden));
    }

    private static string Show(Interval band) => Show(band.Low) + " to " + Show(band.High);

    private static string Show(double rate) => rate >= 0.01 ? Quantity.Ratio(rate) : rate.ToString("0.##e0", CultureInfo.InvariantCulture);
}
