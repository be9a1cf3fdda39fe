using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Configuration;

/// <summary>A value that cannot describe a run: zero, negative, not a number, overflow.</summary>
internal sealed class ImpossibleValue
{
    public ImpossibleValue(ConfigValue value, Refusal refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    public ConfigValue Value { get; }

    public Refusal Refusal { get; }
}

/// <summary>
/// The values of one config, checked once: choices are read, impossible and conflicting values are listed, tokens,
/// counts and shape follow. Immutable; a query never writes.
/// </summary>
internal sealed class CheckedConfig
{
    private readonly Dictionary<ConfigRole, ConfigValue> _values;
    private readonly IReadOnlyList<ImpossibleValue> _impossible;
    private readonly IEnumerable<string> _otherNames;

    private CheckedConfig(ConfigValues values, Dictionary<ConfigRole, ConfigValue> read, IReadOnlyList<ImpossibleValue> impossible)
    {
        _values = read;
        _impossible = impossible;
        Conflicts = values.Conflicts;
        HasModel = values.HasModel;
        PartlyTrained = values.PartlyTrained;
        Family = values.Family;
        FamilyText = values.FamilyText;
        Others = values.Others;
        _otherNames = values.OtherNames;
        Trainer = values.Trainer is { } known
            ? TrainerChoice.Named(known)
            : TrainerChoice.Of(values.OtherNames.Concat(read.Values.Select(value => value.Name)));
    }

    // What the values say, before what follows from them.
    private CheckedConfig(CheckedConfig values)
    {
        _values = values._values;
        _impossible = values._impossible;
        _otherNames = values._otherNames;
        Conflicts = values.Conflicts;
        HasModel = values.HasModel;
        PartlyTrained = values.PartlyTrained;
        Family = values.Family;
        FamilyText = values.FamilyText;
        Others = values.Others;
        Trainer = values.Trainer;
    }

    public IEnumerable<ConfigValue> All => _values.Values;

    public IReadOnlyList<ImpossibleValue> Impossible => _impossible;

    public IReadOnlyList<ValueConflict> Conflicts { get; }

    /// <summary>Whether a config marked as a model describes the model.</summary>
    public bool HasModel { get; }

    /// <summary>The family of the model; null where none is declared.</summary>
    public string? Family { get; }

    /// <summary>What shows that most weights are not trained; null where nothing does.</summary>
    public string? PartlyTrained { get; }

    /// <summary>The family as it is written; null where its reader records no place.</summary>
    public ConfigValue? FamilyText { get; }

    /// <summary>What the model's config declares without a role; null where there is nothing.</summary>
    public IReadOnlyDictionary<string, object>? Others { get; }

    /// <summary>The trainer whose words the config uses.</summary>
    public TrainerChoice Trainer { get; }

    /// <summary>A name that is not read and looks like a degree of tensor, pipeline or context parallelism; null where
    /// there is none.</summary>
    public string? UnreadParallelism => Configuration.UnreadParallelism.Of(this, _otherNames);

    /// <summary>Why the tokens stay open, where two readings are possible; null where they do not.</summary>
    public string? OpenTokens { get; private init; }

    /// <summary>The training tokens and the value that decides them; null where unknown.</summary>
    public TokenCount? Tokens { get; private init; }

    /// <summary>The declared parameters; null where unknown.</summary>
    public long? Parameters { get; private init; }

    /// <summary>The declared active parameters; null where unknown.</summary>
    public long? ActiveParameters { get; private init; }

    /// <summary>
    /// The shape as its family reads the dimensions, or the problem that prevents it; null where there are no
    /// dimensions.
    /// </summary>
    public FamilyShape? Shape { get; private init; }

    /// <summary>Whether it is a mixture of experts of which no count of active parameters is known.</summary>
    public bool IsUncountedMixture { get; private init; }

    /// <summary>Checks the values of a config.</summary>
    public static CheckedConfig Of(ConfigValues values)
    {
        var impossible = new List<ImpossibleValue>(values.Refused);
        var read = new Dictionary<ConfigRole, ConfigValue>();
        foreach (var value in values.All)
            read[value.Role] = IsRefused(value) || !RoleTable.Is(value.Role, RoleKind.Choice) ? value : Choices.Resolved(value);
        AcceleratorTotal.Settle(read);
        var config = new CheckedConfig(values, read, impossible);
        foreach (var value in read.Values)
        {
            if (RoleTable.Is(value.Role, RoleKind.Amount)) Note(value, ValueReading.Amount(value).Refusal);
            else if (RoleTable.Is(value.Role, RoleKind.Count)) Note(value, ValueReading.Count(value).Refusal);
        }

        var tokens = Configuration.Tokens.Of(config, Refuse);
        long? parameters = config.Count(ConfigRole.Parameters);
        long? active = config.Count(ConfigRole.ActiveParameters);
        if (active > parameters)
        {
            Refuse(ConfigRole.ActiveParameters, "is more than all parameters (" + Quantity.Format(parameters.Value) + ")");
            active = null;
            parameters = null;
        }

        var shape = ShapeReader.Of(config, values.Shape, Refuse, Note);
        bool isUncountedMixture = active is null && shape?.Shape is null && (Experts() > 1 || config.IsUnreadable(ConfigRole.Experts));
        return new CheckedConfig(config)
        {
            Tokens = tokens,
            OpenTokens = tokens is null ? Configuration.Tokens.WhyOpen(config) : null,
            Parameters = parameters,
            ActiveParameters = active,
            Shape = shape,
            IsUncountedMixture = isUncountedMixture,
        };

        bool IsRefused(ConfigValue value) => Contain(impossible, value);

        void Note(ConfigValue value, Refusal? refusal)
        {
            if (refusal is not null && !Contain(impossible, value)) impossible.Add(new ImpossibleValue(value, refusal));
        }

        void Refuse(ConfigRole role, string why)
        {
            if (config.Find(role) is { } value) Note(value, new Refusal(value.Shown, why));
        }

        long? Experts()
        {
            if (config.Find(ConfigRole.Experts) is not { } value) return null;
            Note(value, ValueReading.Count(value).Refusal);
            return config.Count(ConfigRole.Experts);
        }
    }

    public ConfigValue? Find(ConfigRole role) => _values.TryGetValue(role, out var value) ? value : null;

    /// <summary>Whether something is written for the role, readable or not.</summary>
    public bool Has(ConfigRole role) => Find(role) is { IsUnset: false };

    /// <summary>Whether something is written that cannot be read.</summary>
    public bool IsUnreadable(ConfigRole role) => Find(role) is { IsUnreadable: true };

    /// <summary>A positive whole count; null where unknown, unset or impossible.</summary>
    public long? Count(ConfigRole role) => Possible(role) is { } value ? ValueReading.Count(value).Value : null;

    /// <summary>A positive finite number; null where unknown, unset or impossible.</summary>
    public double? Amount(ConfigRole role) => Possible(role) is { } value ? ValueReading.Amount(value).Value : null;

    public string? Text(ConfigRole role) => Find(role)?.Content as string;

    /// <summary>A small number that chooses; null where unknown or unset.</summary>
    public int? Choice(ConfigRole role) => Find(role) is { } value ? ValueReading.Choice(value) : null;

    private ConfigValue? Possible(ConfigRole role) => Find(role) is { } value && !Contain(_impossible, value) ? value : null;

    private static bool Contain(IReadOnlyList<ImpossibleValue> impossible, ConfigValue value)
    {
        for (int i = 0; i < impossible.Count; i++)
        {
            if (impossible[i].Value == value) return true;
        }

        return false;
    }
}
