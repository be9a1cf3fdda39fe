using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>One law's suggestion.</summary>
public sealed class LawSuggestion
{
    internal LawSuggestion(ScalingLaw law, BandedValue suggestion, double ordersOutsideFit)
    {
        Law = law;
        Suggestion = suggestion;
        OrdersOutsideFit = ordersOutsideFit;
    }

    /// <summary>The law.</summary>
    public ScalingLaw Law { get; }

    /// <summary>The value and the band about as good; the law's caution says what its band means.</summary>
    public BandedValue Suggestion { get; }

    /// <summary>How far the run lies outside what the law was fitted on, in orders of magnitude; 0 inside.</summary>
    public double OrdersOutsideFit { get; }
}
