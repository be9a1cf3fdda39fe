using System.Linq;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Evaluation;

/// <summary>All that an estimate and its constants follow from, in values that compare: where nothing here changes,
/// nothing is computed again.</summary>
internal sealed record RunModel(
    string Name,
    TrainingRun Declared,
    EstimateLimits Limits,
    string? LawId,
    double? TokensPerParameter,
    EquatableArray<string> OwnLaws,
    string? Family,
    bool DeclaresParameters,
    bool DeclaresActiveParameters,
    string TokenFormula,
    bool IsTraining,
    EquatableArray<UnknownRole> Unknown,
    DeviceBytes? StateOfDevice = null)
{
    // Compute before, beside and after the run: a sum without a declared part would be wrong.
    private static readonly ConfigRole[] Lifetime =
    [
        ConfigRole.PriorTokens, ConfigRole.TeacherParameters, ConfigRole.FineTuningTokens, ConfigRole.ReinforcementTokens,
        ConfigRole.TokensPerQuery, ConfigRole.SamplesPerQuery,
    ];

    /// <summary>The values of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="ownLaws">The texts of the project's own law files, kept only where the law is one of them.</param>
    public static RunModel Of(ConfigRun run, EquatableArray<string> ownLaws) => new(
        run.Name,
        run.Declared,
        run.Limits,
        run.Law?.Id,
        (run.Law as TokensPerParameterLaw)?.TokensPerParameter,
        run.Law is null || LawCatalog.TryGet(run.Law.Id, out _) ? default : ownLaws,
        run.Family,
        run.Config.Has(ConfigRole.Parameters),
        run.Config.Has(ConfigRole.ActiveParameters),
        run.Tokens?.Formula ?? TokenCount.Declared,
        run.IsTraining,
        new EquatableArray<UnknownRole>(
            Lifetime.Where(role => run.Config.Has(role) && run.Config.Count(role) is null).Select(role => new UnknownRole(role))),
        DeviceBytes.Of(run));

    /// <summary>Whether one of these is declared, but cannot be read.</summary>
    public bool IsUnknown(ConfigRole one, ConfigRole other)
    {
        for (int i = 0; i < Unknown.Count; i++)
        {
            if (Unknown[i].Role == one || Unknown[i].Role == other) return true;
        }

        return false;
    }

    /// <summary>What follows from the run.</summary>
    public Estimate Estimate() => Declared.Estimate(Law(), Limits);

    private ScalingLaw? Law()
    {
        if (LawId is null) return null;
        if (TokensPerParameter is { } ratio && OwnLaws.Count == 0) return new TokensPerParameterLaw(ratio);
        return ScalingAnalyzers.Evaluation.OwnLaws.Library(OwnLaws).TryGet(LawId, out var law) ? law : null;
    }
}

/// <summary>The training state on the fullest accelerator.</summary>
/// <param name="Bytes">Bytes.</param>
/// <param name="Sharding">How it is divided.</param>
internal sealed record DeviceBytes(long Bytes, string Sharding)
{
    /// <summary>That of a run; null where it is not known.</summary>
    public static DeviceBytes? Of(ConfigRun run) =>
        run.StateOnDevice is { } state ? new(state.PerDevice.Total, state.Sharding) : null;
}

/// <summary>A role that is declared and cannot be read.</summary>
internal sealed record UnknownRole(ConfigRole Role);
