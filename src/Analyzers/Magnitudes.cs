using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE907: a count that is far too small to be one, and was likely meant in billions, or far too large, and has its unit twice.</summary>
internal sealed class Magnitudes : RunRule
{
    public const string Count = "count";
    private const long FewestParameters = 10_000;
    private const long FewestTokens = 100_000;

    // A thousand times beyond the largest published models and runs.
    private const long MostParameters = 1_000_000_000_000_000;
    private const long MostTokens = 100_000_000_000_000_000;

    public override void Judge(ResolvedRun run, RunReport report)
    {
        foreach (var fact in run.Facts.All)
        {
            if (Least(fact.Role) is not { } least || run.Facts.Count(fact.Role) is not { } count || !IsSuspicious(run, fact.Role) || !report.Concerns(fact)) continue;
            string unit = least == FewestParameters ? "parameters" : "tokens";
            double written = Numbers.ToDouble(fact.Content) ?? count;
            if (count < least)
            {
                string billions = Quantity.Ratio(written) + " billion? Write the full count, or a member such as " + fact.Name + "InBillions";
                report.At(fact, Rules.SuspiciousMagnitude, FixFacts.None.With(Count, fact.Literal).With(Count, written), run.Name, fact.Name, Quantity.Ratio(written), unit, billions);
            }
            else
            {
                string meant = written >= fact.Scale && fact.Scale > 1 ? Quantity.Ratio(written / fact.Scale) : "fewer";
                string unscaled = meant + (fact.Scale == 1 ? "? No published run is nearly of this size" : "? It counts in units of " + Quantity.Format(fact.Scale));
                report.At(fact, Rules.SuspiciousMagnitude, FixFacts.None.With("largeCount", (double)count), run.Name, fact.Name, Quantity.Format(count), unit, unscaled);
            }
        }
    }

    /// <summary>Whether the run holds such a count; then no other rule speaks of it.</summary>
    public static bool IsSuspicious(ResolvedRun run, ConfigRole role) =>
        Least(role) is { } least && run.Facts.Find(role) is { } fact && run.Facts.Count(role) is { } count
        && ((fact.Scale == 1 && count < least) || count > Most(role));

    private static long Most(ConfigRole role) => role switch
    {
        ConfigRole.Parameters or ConfigRole.ActiveParameters => MostParameters,
        ConfigRole.InferenceTokens => long.MaxValue, // large services come near it in some years
        _ => MostTokens,
    };

    private static long? Least(ConfigRole role) => role switch
    {
        ConfigRole.Parameters or ConfigRole.ActiveParameters => FewestParameters,
        ConfigRole.TrainingTokens or ConfigRole.UniqueTokens or ConfigRole.InferenceTokens => FewestTokens,
        _ => null,
    };
}
