using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Fitting;

/// <summary>How far approach 2 would miss on a surface fitted to the same runs, whose optimum is known
/// exactly.</summary>
public sealed class IsoFlopBias
{
    internal IsoFlopBias(ChinchillaLaw surface, double parametersExponentBias, double parametersAtLargestBudget)
    {
        Surface = surface;
        ParametersExponentBias = parametersExponentBias;
        ParametersAtLargestBudget = parametersAtLargestBudget;
    }

    /// <summary>The surface.</summary>
    public ChinchillaLaw Surface { get; }

    /// <summary>The exponent a from parabolas through the surface's own losses at these runs, minus the surface's
    /// a.</summary>
    public double ParametersExponentBias { get; }

    /// <summary>N at the largest budget from those parabolas, over the surface's N there.</summary>
    public double ParametersAtLargestBudget { get; }
}
