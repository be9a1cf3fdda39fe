using System;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE402: a learning rate on the same side of the bands of DeepSeek's law and of Step Law.</summary>
internal sealed class LearningRates : RunRule
{
    public const string Rate = "learningRate";
    public const string Suggested = "suggestedLearningRate";

    // Models that are known to have trained well stand up to 2.4 times outside both bands.
    private const double Factor = 3;

    public override void Judge(ResolvedRun run, RunReport report)
    {
        if (TokenBalance.Judged(run) is not { } balance || run.Facts.Positive(ConfigRole.LearningRate) is not { } rate || !IsAdam(run.Facts)) return;
        var plan = BatchSizes.PlanOf(run, balance);
        var side = plan.SideOfLearningRateBands(rate);
        if (side == BandSide.Inside || plan.SideOfLearningRateBands(side == BandSide.Above ? rate / Factor : rate * Factor) != side) return;
        var deepSeek = plan.LearningRates.First(s => s.Law is DeepSeekLaw).Suggestion;
        var step = plan.LearningRates.First(s => s.Law is StepLaw).Suggestion;

        // The nearer of the two: the smaller change that a law asks for.
        double suggested = side == BandSide.Above ? Math.Max(deepSeek.Value, step.Value) : Math.Min(deepSeek.Value, step.Value);
        var fact = run.Facts.Find(ConfigRole.LearningRate)!;
        var facts = FixFacts.None.With(Rate, fact.Literal).With(Rate, rate).With(Suggested, suggested)
            .With("deepSeekLow", deepSeek.Band.Low).With("deepSeekHigh", deepSeek.Band.High).With("stepLawLow", step.Band.Low).With("stepLawHigh", step.Band.High);
        report.At(
            fact, Rules.LearningRate, facts,
            run.Name, Show(rate), side == BandSide.Above ? "above" : "below", Show(deepSeek.Band), Show(step.Band), Quantity.Format(plan.Parameters), Quantity.Format(plan.Tokens));
    }

    // AdamW, adamw_torch, FusedAdam ...; where none is named, what nearly every language model is trained with.
    private static bool IsAdam(FactSheet facts) => !facts.Has(ConfigRole.Optimizer)
        || (facts.Text(ConfigRole.Optimizer) is { } name && name.IndexOf("adam", StringComparison.OrdinalIgnoreCase) >= 0);

    private static string Show(Interval band) => Show(band.Low) + " to " + Show(band.High);

    private static string Show(double rate) => rate >= 0.01 ? Quantity.Ratio(rate) : rate.ToString("0.##e0", CultureInfo.InvariantCulture);
}
