using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Evaluation;

/// <summary>All that an estimate and its constants follow from, in values that compare: where nothing here changes, nothing is computed again.</summary>
internal sealed record RunSpec(
    string Name,
    TrainingRun Run,
    string? LawId,
    double? TokensPerParameter,
    EquatableArray<string> OwnLaws,
    string? Family,
    bool DeclaresParameters,
    bool DeclaresActiveParameters,
    string TokenFormula,
    bool IsTraining,
    EquatableArray<string> Open)
{
    // What comes before, beside and after the run: a sum without one of them that is declared would be wrong.
    private static readonly ConfigRole[] Lifetime =
    [
        ConfigRole.PriorTokens, ConfigRole.TeacherParameters, ConfigRole.FineTuningTokens, ConfigRole.ReinforcementTokens,
        ConfigRole.TokensPerQuery, ConfigRole.SamplesPerQuery,
    ];

    /// <summary>The values of a resolved run.</summary>
    /// <param name="resolved">The run.</param>
    /// <param name="ownLaws">The texts of the project's own law files, kept only where the law is one of them.</param>
    public static RunSpec Of(ResolvedRun resolved, EquatableArray<string> ownLaws) => new(
        resolved.Name,
        resolved.Run,
        resolved.Law?.Id,
        (resolved.Law as TokensPerParameterLaw)?.TokensPerParameter,
        resolved.Law is null || LawCatalog.TryGet(resolved.Law.Id, out _) ? default : ownLaws,
        resolved.Family,
        resolved.Facts.Has(ConfigRole.Parameters),
        resolved.Facts.Has(ConfigRole.ActiveParameters),
        resolved.Tokens?.Formula ?? "declared",
        resolved.IsTraining,
        new EquatableArray<string>(Lifetime.Where(role => resolved.Facts.Has(role) && resolved.Facts.Count(role) is null).Select(role => role.ToString())));

    /// <summary>Whether one of these is declared, but cannot be read.</summary>
    public bool IsOpen(params ConfigRole[] roles) => Open.Any(open => roles.Any(role => role.ToString() == open));

    /// <summary>What follows from the run.</summary>
    public Estimate Estimate() => Run.Estimate(Law());

    private ScalingLaw? Law()
    {
        if (LawId is null) return null;
        if (TokensPerParameter is { } ratio && OwnLaws.Count == 0) return new TokensPerParameterLaw(ratio);
        return ScalingAnalyzers.Evaluation.OwnLaws.Library(OwnLaws).TryGet(LawId, out var law) ? law : null;
    }
}
