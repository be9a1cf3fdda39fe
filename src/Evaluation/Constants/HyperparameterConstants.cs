using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Constants of the learning rate, batch and weight decay that laws give, and of what quantisation
/// costs.</summary>
internal static class HyperparameterConstants
{
    // Two orders of magnitude beyond the fit the laws are apart by a factor of 8: no single value is worth a constant.
    private const double MostOrders = 2;

    /// <summary>The rows.</summary>
    public static ConstantRow[] Rows =>
    [
        new(
            "SuggestedLearningRate", ConstantType.Double, ConstantGroup.Law, "peak learning rate",
            "Step Law, 1.79 N^-0.713 D^0.307, for an Adam-family optimizer in standard parametrisation; the hover text has the other laws.")
        {
            Value = s => StepRate(s),
            Show = Rate,
            Remark = (t, s) => AddOthers(t, "learning rate", s.Estimate.Hyperparameters!.LearningRates, Rate),
        },
        new(
            "SuggestedTokensPerBatch", ConstantType.Long, ConstantGroup.Law, "tokens per step",
            "Step Law, 0.58 D^0.571; the hover text has the other laws.")
        {
            Value = s => StepBatch(s),
            Remark = (t, s) => AddOthers(t, "batch", s.Estimate.Hyperparameters!.BatchTokens, Quantity.Format),
        },
        new(
            "SuggestedWeightDecay", ConstantType.Double, ConstantGroup.Law, "weight decay",
            "Power Lines, B / (rate x tau x D) with tau = 1.084 (D/N)^-0.527, for AdamW with the suggested rate and batch.")
        {
            Value = s => StepRate(s) is { } rate && StepBatch(s) is { } batch && s.Judged is { } run
                ? PowerLinesLaw.Published.WeightDecay(run.Parameters, run.Tokens, batch, rate)
                : null,
            Show = Rate,
            Remark = static (t, _) => t.Add("For AdamW with SuggestedLearningRate and SuggestedTokensPerBatch; an order of magnitude. ")
                .Add(PowerLinesLaw.Published.Citation),
        },
        new(
            "DenseEquivalentParameters", ConstantType.Long, ConstantGroup.Law, "parameters without embeddings",
            "The dense model of a mixture's loss on the same tokens, by ludziejewski-2025; how far it extrapolates is in the hover text.")
        {
            Value = s => s.Estimate.MixtureEquivalent is { } mixture ? (long)Math.Floor(mixture.DenseParameters + 0.5) : null,
            Remark = (t, s) => t.AddOwn(s.Estimate.MixtureEquivalent is not { } mixture ? "" : "The mixture " + mixture
                + (mixture.Distance.Length > 0 ? ": it has " + mixture.Distance : "") + ". " + LudziejewskiLaw.Published.Caution
                + " Source: " + LudziejewskiLaw.Published.Source),
        },
        new(
            "ServingLossAdded", ConstantType.Double, ConstantGroup.Law, "nats per token",
            "Of weights quantised to ServingPrecision after training, by kumar-2024: a trend, not a figure to rely on.")
        {
            Value = s => s.Estimate.ServingLossAdded,
            Show = nats => nats.ToString("0.####", CultureInfo.InvariantCulture),
            Remark = (t, s) => t.AddOwn("Of weights quantised to " + s.Counted.ServingPrecision + " after training. " + KumarLaw.Published
                + ". " + KumarLaw.Published.Caution + " Source: " + KumarLaw.Published.Source
                + (s.Estimate.ServingLossBand is { } band
                    ? ". With " + OuyangLaw.Published + " the range is " + band + ". Source: " + OuyangLaw.Published.Source
                    : "")),
        },
    ];

    private static double? StepRate(ConstantSource s) => s.HasHyperparameters
        ? OfStepLaw(s.Estimate.Hyperparameters?.LearningRates)?.Suggestion.Value
        : null;

    private static long? StepBatch(ConstantSource s) =>
        s.HasHyperparameters && OfStepLaw(s.Estimate.Hyperparameters?.BatchTokens)?.Suggestion.Value is { } tokens && tokens < 9e18
            ? (long)Math.Floor(tokens + 0.5)
            : null;

    private static LawSuggestion? OfStepLaw(IEnumerable<LawSuggestion>? suggestions) =>
        suggestions?.FirstOrDefault(suggested => suggested.Law is StepLaw && suggested.OrdersOutsideFit <= MostOrders);

    private static void AddOthers(CommentText text, string what, IEnumerable<LawSuggestion> suggestions, Func<double, string> show)
    {
        text.Add("The best ").Add(what);
        string separator = " by law: ";
        foreach (bool isFirst in new[] { true, false })
        {
            foreach (var suggested in suggestions)
            {
                if (suggested.Law is StepLaw != isFirst) continue;
                Add(text.Add(separator), suggested, show);
                separator = "; ";
            }
        }

        text.Add(". The constant is the first. Source: ").Add(StepLaw.Published.SourceText);
    }

    private static void Add(CommentText text, LawSuggestion suggested, Func<double, string> show)
    {
        var (value, band) = (suggested.Suggestion.Value, suggested.Suggestion.Band);
        text.Add(suggested.Law.Id).Add(" ").AddOwn(show(value));
        string separator = " (";
        if (band.Low < band.High)
        {
            text.Add(separator).AddOwn(show(band.Low)).Add(" to ").AddOwn(show(band.High));
            separator = ", ";
        }

        if (suggested.OrdersOutsideFit > 0)
        {
            text.Add(separator).AddOwn(Quantity.Ratio(suggested.OrdersOutsideFit)).Add(" orders of magnitude outside its fit");
            separator = ", ";
        }

        if (separator == ", ") text.Add(")");
    }

    private static string Rate(double rate) =>
        rate >= 0.01 ? Quantity.Ratio(rate)
        : ThreeDigits.Of(rate) is { } digits ? digits.Scientific()
        : rate.ToString("0.##e0", CultureInfo.InvariantCulture);
}
