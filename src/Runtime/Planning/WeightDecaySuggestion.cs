using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>A weight decay of AdamW for the learning rate and the batch that one law suggests.</summary>
public sealed class WeightDecaySuggestion
{
    private WeightDecaySuggestion(LawSuggestion learningRate, LawSuggestion batchTokens, BandedValue suggestion, double ordersOutsideFit)
    {
        LearningRate = learningRate;
        BatchTokens = batchTokens;
        Suggestion = suggestion;
        OrdersOutsideFit = ordersOutsideFit;
    }

    /// <summary>Power Lines, which gives the decay.</summary>
    public ScalingLaw Law => PowerLinesLaw.Published;

    /// <summary>The learning rate that the decay belongs to.</summary>
    public LawSuggestion LearningRate { get; }

    /// <summary>The batch that the decay belongs to.</summary>
    public LawSuggestion BatchTokens { get; }

    /// <summary>The decay; its band is where rate and batch go through theirs.</summary>
    public BandedValue Suggestion { get; }

    /// <summary>How far the run is outside the range on which Power Lines was fitted, in orders of magnitude; 0
    /// inside.</summary>
    public double OrdersOutsideFit { get; }

    internal static WeightDecaySuggestion Of(double parameters, double tokens, LawSuggestion rate, LawSuggestion batch)
    {
        var law = PowerLinesLaw.Published;
        var (lr, b) = (rate.Suggestion, batch.Suggestion);
        var band = new Interval(
            law.WeightDecay(parameters, tokens, b.Band.Low, lr.Band.High), law.WeightDecay(parameters, tokens, b.Band.High, lr.Band.Low));
        return new(rate, batch, new(law.WeightDecay(parameters, tokens, b.Value, lr.Value), band),
            law.FittedRange.OrdersOutside(parameters, tokens));
    }
}
