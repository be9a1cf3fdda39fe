using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tool.Plans;

/// <summary>What a plan's passes over its unique tokens mean.</summary>
internal static class PlanEpochs
{
    // Muennighoff et al. 2023: almost nothing is left at 40 epochs, and their law does not model a loss that rises
    // beyond.
    private const double AddsAlmostNothing = 40;

    /// <summary>The unique tokens, and what a further repeat is worth.</summary>
    public static string Note(double epochs, double uniqueTokens) => "of " + Quantity.Format(uniqueTokens) + " unique tokens; "
        + (epochs > AddsAlmostNothing
            ? "beyond about 40 repeats add almost nothing, and no rise of the loss is modelled: a plan by extrapolation"
            : "a further token is worth " + Quantity.Percent(MuennighoffLaw.C4.ValueOfNextToken(epochs)) + " of a new one");
}
