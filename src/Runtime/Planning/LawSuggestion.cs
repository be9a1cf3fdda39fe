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

    /// <summary>The value and the band of nearly equal loss; the law's caution defines the band.</summary>
    public BandedValue Suggestion { get; }

    /// <summary>How far the run is outside the law's fitted range, in orders of magnitude; 0 inside.</summary>
    public double OrdersOutsideFit { get; }
}
