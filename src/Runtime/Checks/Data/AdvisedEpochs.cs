using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Checks;

/// <summary>The passes over the unique tokens that another rule's optimum or fix takes, and whether they may be
/// advised.</summary>
internal static class AdvisedEpochs
{
    /// <summary>Passes over the declared unique tokens; null where they are not declared or not exceeded.</summary>
    /// <param name="run">The run.</param>
    /// <param name="tokens">Tokens of this run, without those before it.</param>
    public static double? Of(ConfigRun run, double tokens) =>
        run.Declared.UniqueTokens is { } unique && tokens > unique ? tokens / unique : null;

    /// <summary>Whether SCALE201 would warn of so many tokens, or repeats add almost nothing any more: then no rule
    /// advises them.</summary>
    public static bool AreTooMany(ConfigRun run, double tokens) => Of(run, tokens) is { } epochs
        && (epochs > MuennighoffLaw.EpochsWorthAlmostNothing || DataRepeated.IsTooMany(run.Options, epochs));

    /// <summary>" (3 epochs)" behind tokens; empty without repeats.</summary>
    public static string InBrackets(ConfigRun run, double tokens) =>
        Of(run, tokens) is { } epochs ? " (" + Quantity.Ratio(epochs) + " epochs)" : "";

    /// <summary>", 3 epochs" behind an optimum, with the reason where it is no advice; empty without repeats.</summary>
    public static string Shown(ConfigRun run, double tokens)
    {
        if (Of(run, tokens) is not { } epochs) return "";
        string shown = ", " + Quantity.Ratio(epochs) + " epochs";
        if (epochs > MuennighoffLaw.EpochsWorthAlmostNothing)
            return shown + "; not recommended, as beyond about 40 repeats add almost nothing";
        return AreTooMany(run, tokens) ? shown + "; not recommended (SCALE201)" : shown;
    }
}
