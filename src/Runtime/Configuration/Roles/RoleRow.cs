using System.Collections.Generic;

namespace ScalingAnalyzers.Configuration;

/// <summary>How the value of a role is read.</summary>
internal enum RoleKind
{
    /// <summary>A positive whole count that fits 64 bits.</summary>
    Count,

    /// <summary>A positive finite number.</summary>
    Amount,

    /// <summary>One of a few named values: a member of an enum, or a trainer's name for it.</summary>
    Choice,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A truth value that describes the model.</summary>
    Flag,

    /// <summary>A size of the model; the family decides what is possible.</summary>
    Dimension,

    /// <summary>A degree of parallelism or a stage of sharding; checked where it is used.</summary>
    Degree,

    /// <summary>The model's own config.</summary>
    Model,

    /// <summary>A sign that the run does not start from scratch.</summary>
    StartingPoint,
}

/// <summary>The origin of a name.</summary>
internal enum Dialect
{
    /// <summary>This library's own names, in the style of C# members.</summary>
    Own,

    /// <summary>Names that several trainers share.</summary>
    Trainers,

    /// <summary>Hugging Face: config.json and TrainingArguments.</summary>
    HuggingFace,

    /// <summary>Megatron-LM.</summary>
    Megatron,

    /// <summary>nanoGPT and its relatives.</summary>
    NanoGpt,

    /// <summary>Meta's params.json.</summary>
    Meta,

    /// <summary>DeepSpeed and Lightning.</summary>
    DeepSpeed,
}

/// <summary>A name that means a role, as its dialect writes it.</summary>
internal sealed class RoleName
{
    public RoleName(string text, Dialect dialect)
    {
        Text = text;
        Dialect = dialect;
    }

    public string Text { get; }

    public Dialect Dialect { get; }
}

/// <summary>Everything that is known of one role. Switches, metadata, attribute arguments and pages derive from these
/// rows.</summary>
internal sealed class RoleRow
{
    public RoleRow(ConfigRole role, RoleKind kind)
    {
        Role = role;
        Kind = kind;
    }

    public ConfigRole Role { get; }

    public RoleKind Kind { get; }

    /// <summary>The unit as text; empty where there is none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The names that mean the role, the first one its own.</summary>
    public IReadOnlyList<RoleName> Names { get; init; } = [];

    /// <summary>Whether a unit at the end of the name scales the count: TokensInBillions, ParamsB.</summary>
    public bool IsScaledBySuffix { get; init; }

    /// <summary>Whether trainers write -1 for "not set".</summary>
    public bool MinusOneIsUnset { get; init; }

    /// <summary>Whether zero is a value like any other: a model may have none of them.</summary>
    public bool ZeroIsNone { get; init; }

    /// <summary>Whether it describes the model, and so is read from the model's own config too.</summary>
    public bool IsOfModel { get; init; }

    /// <summary>
    /// Whether the role gives the size of the model or the length of the training: a config without such a role has no
    /// effect.
    /// </summary>
    public bool GivesSize { get; init; }

    /// <summary>The metadata of a ScalingConfig item that sets it; null where none does.</summary>
    public string? Metadata { get; init; }

    /// <summary>Whether [TrainingConfig] has an argument of the role's name.</summary>
    public bool IsArgument { get; init; }
}
