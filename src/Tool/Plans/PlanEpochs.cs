using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tool.Plans;

/// <summary>What a plan's passes over its unique tokens mean.</summary>
internal static class PlanEpochs
{
    /// <summary>The unique tokens, and what a further repeat is worth.</summary>
    public static string Note(double epochs, double uniqueTokens) => "of " + Quantity.Format(uniqueTokens) + " unique tokens; "
        + (epochs > MuennighoffLaw.EpochsWorthAlmostNothing
            ? "beyond about 40 repeats add almost nothing, and no rise of the loss is modelled"
            : "a further token is worth " + Quantity.Percent(MuennighoffLaw.C4.ValueOfNextToken(epochs)) + " of a new one");
}
