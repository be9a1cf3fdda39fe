using System;
using System.Collections.Generic;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Configuration;

/// <summary>Two values of equal rank for one role that differ.</summary>
internal sealed class ValueConflict
{
    public ValueConflict(ConfigValue first, ConfigValue second)
    {
        First = first;
        Second = second;
    }

    public ConfigValue First { get; }

    public ConfigValue Second { get; }
}

/// <summary>What a reader has found in one config: a value a role, filled while reading and then checked
/// once.</summary>
internal sealed class ConfigValues
{
    private readonly Dictionary<ConfigRole, ConfigValue> _values = new();

    // Most configs have none.
    private List<ValueConflict>? _conflicts;
    private List<ImpossibleValue>? _refused;

    /// <summary>Whether a config marked as a model describes the model.</summary>
    public bool HasModel { get; set; }

    /// <summary>What shows that most weights are not trained; null where nothing does.</summary>
    public string? PartlyTrained { get; set; }

    /// <summary>The family of the model; null where none is declared.</summary>
    public string? Family { get; set; }

    /// <summary>The family as it is written; null where its reader records no place.</summary>
    public ConfigValue? FamilyText { get; set; }

    /// <summary>The shape where it does not come from the values' own dimensions: a JSON config.</summary>
    public FamilyShape? Shape { get; set; }

    /// <summary>What a model's config declares without a role, by name: sizes of its family alone, and the pattern of
    /// its layers.</summary>
    public IReadOnlyDictionary<string, object>? Others { get; set; }

    public IReadOnlyCollection<ConfigValue> All => _values.Values;

    /// <summary>Names that the config has besides those of its values; they show whose words it uses.</summary>
    public ISet<string> OtherNames { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The trainer whose words the values have, where the reader knows it; null where the names
    /// decide.</summary>
    public string? Trainer { get; set; }

    public IReadOnlyList<ValueConflict> Conflicts => (IReadOnlyList<ValueConflict>?)_conflicts ?? [];

    /// <summary>Values that the reader itself refuses, for their format allows less than their role.</summary>
    public IReadOnlyList<ImpossibleValue> Refused => (IReadOnlyList<ImpossibleValue>?)_refused ?? [];

    /// <summary>Adds a value that cannot be what its role needs, or what a property without a role needs.</summary>
    public void AddRefused(ConfigValue value, string why)
    {
        if (value.Role != ConfigRole.None) Add(value);
        (_refused ??= new()).Add(new ImpossibleValue(value, new Refusal(value.Shown, why)));
    }

    public ConfigValue? Find(ConfigRole role) => _values.TryGetValue(role, out var value) ? value : null;

    /// <summary>Adds a value unless its role is taken by one of higher rank. An unset one ranks lowest.</summary>
    public void Add(ConfigValue value)
    {
        value = UnsetValues.Of(value);
        if (Find(value.Role) is not { IsUnset: false }) _values[value.Role] = value;
    }

    /// <summary>Adds a value of equal rank: a different value for the same role is a conflict, and the role becomes
    /// unknown.</summary>
    public void AddEqual(ConfigValue value)
    {
        value = UnsetValues.Of(value);
        if (Find(value.Role) is not { IsUnset: false } taken || value.IsUnset)
        {
            Add(value);
            return;
        }

        if (value.Role == ConfigRole.Model && (value.Content is string || taken.Content is string))
        {
            // The name of a model or of its architecture beside its shape.
            if (value.Content is not string) _values[value.Role] = value;
            return;
        }

        if (RoleTable.Is(value.Role, RoleKind.StartingPoint))
        {
            // Several may show where a run starts; an adapter also shows how little of the model is trained.
            if (OptimizerNames.IsAdapter(value)) _values[value.Role] = value;
            return;
        }

        if (IsSame(taken, value)) return;
        if (taken.Unknown is null && value.Unknown is null) (_conflicts ??= new()).Add(new ValueConflict(taken, value));
        _values[value.Role] = value.With(new UnknownReason(UnknownKind.Conflict, taken.Name, value.Name));
    }

    /// <summary>Adds a value in the place of what holds it: the name of an optimizer, for the group that has the
    /// name.</summary>
    public void Replace(ConfigValue value) => _values[value.Role] = UnsetValues.Of(value);

    /// <summary>nanoGPT's block_size, in a model that declares no other positions, is their number.</summary>
    public void AddPositionsOfBlocks()
    {
        if (Find(ConfigRole.SequenceLength) is { Unknown: null } length && PlainName.Comparer.Equals(length.Name, "block_size"))
            Add(new ConfigValue(ConfigRole.MaxPositions, length.Name, length.Content, length.Scale, length.Source));
    }

    /// <summary>Adds what a base class declares: of lower rank, but with its own conflicts.</summary>
    public void AddBase(ConfigValues other)
    {
        foreach (var value in other._values.Values) Add(value);
        if (other._conflicts is not null) (_conflicts ??= new()).AddRange(other._conflicts);
    }

    // In decimals: 8.03 billion is 8,030,000,000, though not in doubles. And BF16 is bfloat16.
    private static bool IsSame(ConfigValue a, ConfigValue b)
    {
        if (RoleTable.Is(a.Role, RoleKind.Choice)) (a, b) = (Choices.Resolved(a), Choices.Resolved(b));
        if (Amount(a) is { } x && Amount(b) is { } y) return x == y;
        if (Numbers.ToDouble(a.Content) is { } p && Numbers.ToDouble(b.Content) is { } q) return p * a.Scale == q * b.Scale;
        return a.Content is not null && a.Content.Equals(b.Content);
    }

    private static decimal? Amount(ConfigValue value)
    {
        decimal? unscaled = value.Content is string text
            ? Quantity.TryParseNumber(text, out decimal number) ? number : null
            : Numbers.ToDecimal(value.Content);
        return unscaled is { } amount && Math.Abs((double)amount * value.Scale) < 7.9e28 ? amount * (decimal)value.Scale : null;
    }
}
