using System;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Constants of the learning rate, batch and weight decay that laws give, and of what quantisation
/// costs.</summary>
internal static class HyperparameterConstants
{
    /// <summary>The rows.</summary>
    public static ConstantRow[] Rows =>
    [
        new(
            "SuggestedLearningRate", ConstantType.Double, ConstantGroup.Law, "peak learning rate",
            "Step Law, 1.79 N^-0.713 D^0.307, for an Adam-family optimizer in standard parametrisation; the hover text has the other laws.")
        {
            Value = s => StepRate(s),
            Show = Rate,
            Remark = s => Others(s, "learning rate", s.Estimate.Hyperparameters!.LearningRates, Rate),
        },
        new(
            "SuggestedTokensPerBatch", ConstantType.Long, ConstantGroup.Law, "tokens per step",
            "Step Law, 0.58 D^0.571; the hover text has the other laws.")
        {
            Value = s => StepBatch(s),
            Remark = s => Others(s, "batch", s.Estimate.Hyperparameters!.BatchTokens, Quantity.Format),
        },
        new(
            "SuggestedWeightDecay", ConstantType.Double, ConstantGroup.Law, "weight decay",
            "Power Lines, B / (rate x tau x D) with tau = 1.084 (D/N)^-0.527, for AdamW with the suggested rate and batch.")
        {
            Value = s => StepRate(s) is { } rate && StepBatch(s) is { } batch && s.Judged is { } run
                ? PowerLinesLaw.Published.WeightDecay(run.Parameters, run.Tokens, batch, rate)
                : null,
            Show = Rate,
            Remark = s => "For AdamW with SuggestedLearningRate and SuggestedTokensPerBatch; an order of magnitude. "
                + PowerLinesLaw.Published + ". Source: " + PowerLinesLaw.Published.Source,
        },
        new(
            "ServingLossAdded", ConstantType.Double, ConstantGroup.Law, "nats per token",
            "Of weights quantised to ServingPrecision after training, by kumar-2024: a trend, not a figure to rely on.")
        {
            Value = s => s.Estimate.ServingLossAdded,
            Show = nats => nats.ToString("0.####", CultureInfo.InvariantCulture),
            Remark = s => "Of weights quantised to " + s.Counted.ServingPrecision + " after training. " + KumarLaw.Published + ". "
                + KumarLaw.Published.Caution + " Source: " + KumarLaw.Published.Source,
        },
    ];

    private static double? StepRate(ConstantSource s) => s.HasHyperparameters
        ? s.Estimate.Hyperparameters?.LearningRates.First(suggested => suggested.Law is StepLaw).Suggestion.Value
        : null;

    private static long? StepBatch(ConstantSource s) =>
        s.HasHyperparameters
        && s.Estimate.Hyperparameters?.BatchTokens.First(suggested => suggested.Law is StepLaw).Suggestion.Value is { } tokens
        && tokens < 9e18
            ? (long)Math.Floor(tokens + 0.5)
            : null;

    private static string Others(
        ConstantSource s, string what, System.Collections.Generic.IEnumerable<LawSuggestion> suggestions, Func<double, string> show) =>
        "The best " + what + " by law: " + string.Join("; ", suggestions.Select(suggested => suggested.Law.Id + " "
            + show(suggested.Suggestion.Value) + " (" + show(suggested.Suggestion.Band.Low) + " to " + show(suggested.Suggestion.Band.High)
            + (suggested.OrdersOutsideFit > 0 ? ", " + Quantity.Ratio(suggested.OrdersOutsideFit) + " orders outside its fit" : "") + ")"))
        + ". Source of the first-named value: " + StepLaw.Published.Source;

    private static string Rate(double rate) =>
        rate >= 0.01 ? Quantity.Ratio(rate) : rate.ToString("0.##e0", CultureInfo.InvariantCulture);
}
