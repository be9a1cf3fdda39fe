using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE907: a count that is far too small to be one, and was likely meant in billions.</summary>
internal sealed class Magnitudes : RunRule
{
    public const string Count = "count";
    private const long FewestParameters = 10_000;
    private const long FewestTokens = 100_000;

    public override void Judge(ResolvedRun run, RunReport report)
    {
        foreach (var fact in run.Facts.All)
        {
            if (Least(fact.Role) is not { } least || fact.Scale != 1 || run.Facts.Count(fact.Role) is not { } count || count >= least || !report.Concerns(fact)) continue;
            string unit = least == FewestParameters ? "parameters" : "tokens";
            double written = Numbers.ToDouble(fact.Content) ?? count;
            report.At(fact, Rules.SuspiciousMagnitude, FixFacts.None.With(Count, fact.Literal).With(Count, written), run.Name, fact.Name, Quantity.Ratio(written), unit);
        }
    }

    /// <summary>Whether the run holds such a count; then no other rule speaks of it.</summary>
    public static bool IsSuspicious(ResolvedRun run, ConfigRole role) =>
        Least(role) is { } least && run.Facts.Find(role) is { Scale: 1 } && run.Facts.Count(role) < least;

    private static long? Least(ConfigRole role) => role switch
    {
        ConfigRole.Parameters or ConfigRole.ActiveParameters => FewestParameters,
        ConfigRole.TrainingTokens or ConfigRole.UniqueTokens or ConfigRole.InferenceTokens => FewestTokens,
        _ => null,
    };
}
