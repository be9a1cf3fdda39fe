using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers;

/// <summary>A run as a config declares it: the plain values, what follows from them, and what the checks
/// find.</summary>
public sealed class ConfigRun
{
    private Estimate? _estimate;

    // A reference: it is written at once, whichever thread asks first.
    private StrongBox<Balance?>? _assessed;

    private ConfigRun(string name, CheckedConfig config, TrainingRun run, ScalingLaw? law, EstimateLimits limits, CheckOptions options)
    {
        Name = name;
        Config = config;
        Declared = run;
        Law = law;
        Limits = limits;
        Options = options;
    }

    /// <summary>What messages call the run.</summary>
    public string Name { get; }

    /// <summary>The run in plain values.</summary>
    public TrainingRun Declared { get; }

    /// <summary>The law of the run; null where the declared one does not exist.</summary>
    public ScalingLaw? Law { get; }

    /// <summary>The estimate of the run; computed at the first access.</summary>
    public Estimate Estimate => _estimate ??= Declared.Estimate(Law, Limits);

    /// <summary>The run compared with its law, where checks assess it; computed at the first access.</summary>
    internal Balance? Assessed => (_assessed ??= new StrongBox<Balance?>(BalanceAssessment.Compared(this))).Value;

    /// <summary>Whether fewer parameters are active than there are, by what is declared or by what the shape
    /// counts.</summary>
    public bool IsMixture => Estimate.Counted.IsMixture;

    /// <summary>How the training tokens follow: "declared", "train_iters x train_batch_size x seq_length"; null where
    /// they
    /// are unknown.</summary>
    public string? TokensFormula => Config.Tokens?.Formula;

    /// <summary>Why the training tokens are open although steps and batch are declared; null where they are
    /// not.</summary>
    public string? OpenTokens => Config.OpenTokens;

    /// <summary>What shows that most weights are not trained, so that no FLOPs and hours are counted; null where
    /// nothing does.</summary>
    public string? PartlyTrained => Config.PartlyTrained;

    internal CheckedConfig Config { get; }

    internal EstimateLimits Limits { get; }

    internal CheckOptions Options { get; }

    /// <summary>Whether it is a training run; else a model alone.</summary>
    internal bool IsTraining { get; private init; }

    /// <summary>The value of the parameter count, where there is one.</summary>
    internal ConfigValue? Parameters { get; private init; }

    /// <summary>The declared law, where no such law exists.</summary>
    internal ConfigValue? UnknownLaw { get; private init; }

    /// <summary>The declared accelerator, where it is unknown.</summary>
    internal ConfigValue? UnknownAccelerator { get; private init; }

    internal TokenCount? Tokens => Config.Tokens;

    internal FamilyShape? Shape => Config.Shape;

    internal string? Family => Config.Family;

    /// <summary>Why a deviation is intended, as declared; null where nothing is declared, or not readably.</summary>
    public string? Justification => Config.Text(ConfigRole.Justification);

    /// <summary>The training state on the fullest accelerator, as the declared sharding divides it: what SCALE103
    /// compares with the memory. Null where it cannot be known.</summary>
    public DeviceState? StateOnDevice => StateMemory.Of(this, Declared.Shape, Divisions.Of(this)) is { } state ? new(state) : null;

    /// <summary>
    /// Whether a deviation is intended: a justification is declared, even if its text is known only at run time.
    /// </summary>
    internal bool IsJustified => Justification is { Length: > 0 } || Config.IsUnreadable(ConfigRole.Justification);

    /// <summary>The findings of every rule that a run can express.</summary>
    /// <returns>The findings, in the order of the rules.</returns>
    public IReadOnlyList<Finding> Check() => RunChecks.Of(this, RuleScope.Object).ToArray();

    /// <summary>A run that is given in plain values. What is impossible in it is found, and left out of the
    /// estimate.</summary>
    /// <param name="run">The run.</param>
    /// <param name="options">The options of the checks; the defaults where null.</param>
    /// <returns>The run as checks and reports see it.</returns>
    /// <exception cref="System.ArgumentNullException">No run.</exception>
    public static ConfigRun Of(TrainingRun run, CheckOptions? options = null)
    {
        if (run is null) throw new System.ArgumentNullException(nameof(run));
        options ??= CheckOptions.Default;
        string name = run.Name.Length > 0 ? run.Name : "run";
        var read = Of(name, CheckedConfig.Of(TrainingRunValues.Of(run)), options);
        if (read.Config.Impossible.Count > 0 || run.Shape?.Validate() is not null || !HasKnownChoices(run)) return read;
        return new ConfigRun(name, read.Config, WithDefaults(run, options), read.Law, read.Limits, options)
        {
            IsTraining = true,
            Parameters = read.Parameters,
        };
    }

    // A number that is no member of its enum is unknown.
    private static bool HasKnownChoices(TrainingRun run) => (run.Precision is not { } precision || IsKnown(precision))
        && (run.GradientPrecision is not { } gradients || IsKnown(gradients))
        && (run.ServingPrecision is not { } served || IsKnown(served))
        && (run.Recomputation is not { } recomputation || IsKnown(recomputation))
        && (run.Optimizer is not { } optimizer || IsKnown(optimizer)) && IsKnown(run.Intent) && IsKnown(run.Stage);

    private static bool IsKnown<T>(T choice)
        where T : struct, System.Enum => System.Enum.IsDefined(typeof(T), choice);

    private static TrainingRun WithDefaults(TrainingRun run, CheckOptions options) => run with
    {
        Utilization = (run.Utilization ?? options.Utilization) is { } share and > 0 and <= 1 ? share : null,
        PricePerAcceleratorHour = run.PricePerAcceleratorHour ?? options.PricePerAcceleratorHour,
        Intent = run.Intent == TrainingIntent.Unspecified ? options.Intent ?? run.Intent : run.Intent,
        Accelerator = run.Accelerator ?? (options.Accelerator is { } name && Accelerators.TryGet(name, out var chip) ? chip : null),
    };

    internal static ConfigRun Of(string name, CheckedConfig config, CheckOptions options, bool isTraining = true)
    {
        var law = LawOf(config, options, out var unknownLaw);
        var accelerator = AcceleratorOf(config, options, out var unknownAccelerator);
        var run = DeclaredRun.Of(name, config, accelerator, options);
        return new ConfigRun(name, config, run, law, LimitsOf(config, run, law), options)
        {
            IsTraining = isTraining,
            Parameters = config.Find(config.ActiveParameters is null ? ConfigRole.Parameters : ConfigRole.ActiveParameters),
            UnknownLaw = unknownLaw,
            UnknownAccelerator = unknownAccelerator,
        };
    }

    private static EstimateLimits LimitsOf(CheckedConfig config, TrainingRun run, ScalingLaw? law)
    {
        var (obstacle, member) = ObstacleOf(config, law, run.Stage);
        bool isPeakUnreadable = run.PeakFlopsPerSecond is null && config.Has(ConfigRole.PeakFlopsPerSecond);
        return new EstimateLimits(obstacle, member, isPeakUnreadable)
        {
            IsPartlyTrained = config.PartlyTrained is not null,
            IsRateUnreadable = config.Has(ConfigRole.TokensPerSecondPerAccelerator) && run.TokensPerSecondPerAccelerator is null,
            IsBasisUnreadable = config.IsUnreadable(ConfigRole.UtilizationBasis),
            IsAvailabilityUnreadable = config.Has(ConfigRole.Availability) && run.Availability is null,
            IsPowerUnreadable = (config.Has(ConfigRole.HostPowerFactor) && run.HostPowerFactor is null)
                || (config.Has(ConfigRole.PowerUsageEffectiveness) && run.PowerUsageEffectiveness is null),
            IsSizeUnreadable = OpenHalves.MayHaveSize(config),
            AreTokensUnreadable = OpenHalves.MayHaveTokens(config),
            IsBudgetUnreadable = OpenHalves.Limits.Any(role => config.Has(role) && config.Amount(role) is null),
            IsTargetUnreadable = config.Has(ConfigRole.TargetLoss) && run.TargetLoss is null,
        };
    }

    private static ScalingLaw? LawOf(CheckedConfig config, CheckOptions options, out ConfigValue? unknown)
    {
        unknown = null;
        string? id = options.Law;
        if (config.Has(ConfigRole.Law))
        {
            id = config.Text(ConfigRole.Law);
            if (id is null) return null;
        }
        else if (options.IsUnreadable("law") || options.IsUnreadable("tokens_per_parameter"))
        {
            return null;
        }

        if (id is null) return LawCatalog.Default;
        if (!options.Laws.TryGet(id, out var law))
        {
            unknown = config.Find(ConfigRole.Law);
            return null;
        }

        return law is TokensPerParameterLaw && options.TokensPerParameter is { } ratio ? new TokensPerParameterLaw(ratio) : law;
    }

    private static Accelerator? AcceleratorOf(CheckedConfig config, CheckOptions options, out ConfigValue? unknown)
    {
        unknown = null;
        bool isDeclared = config.Has(ConfigRole.Accelerator);
        string? name = isDeclared ? config.Text(ConfigRole.Accelerator) : options.Accelerator;
        if (name is null) return null;
        if (Accelerators.TryGet(name, out var accelerator)) return accelerator;
        unknown = isDeclared ? config.Find(ConfigRole.Accelerator) : null;
        return null;
    }

    private static (AssessmentObstacle Obstacle, string Member) ObstacleOf(CheckedConfig config, ScalingLaw? law, TrainingStage stage)
    {
        if (config.IsUncountedMixture) return (AssessmentObstacle.UncountedMixture, config.Find(ConfigRole.Experts)!.Name);
        if (law is null) return (AssessmentObstacle.UnknownLaw, "");
        if (config.IsUnreadable(ConfigRole.Stage)) return (AssessmentObstacle.UnknownStage, "");
        var start = config.Find(ConfigRole.StartingPoint) ?? config.Find(ConfigRole.TeacherParameters);
        return stage == TrainingStage.Unspecified && start is not null && !IsEmpty(start)
            ? (AssessmentObstacle.StartingPoint, start.Name)
            : (AssessmentObstacle.None, "");
    }

    // A null that is written is known and empty; what is unset or unreadable may be anything.
    private static bool IsEmpty(ConfigValue value) => value.Unknown is null
        && (value.Content is null or "" or false || (value.Content is not bool && Numbers.ToDouble(value.Content) == 0));
}
