using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Configuration;

/// <summary>Why a config has no value.</summary>
internal enum UnknownKind
{
    /// <summary>Nothing is written: a declaration of lower precedence may supply it.</summary>
    Unset,

    /// <summary>Something is written that the reader cannot read.</summary>
    Unreadable,

    /// <summary>The expression is wrong: it overflows or divides by zero.</summary>
    Fault,

    /// <summary>The text or number is not one of the choices.</summary>
    NotAChoice,

    /// <summary>Two values of equal rank differ.</summary>
    Conflict,
}

/// <summary>Why a value is unknown; the detail names the expression, the choices or the members.</summary>
internal sealed class UnknownReason
{
    public UnknownReason(UnknownKind kind, string detail)
    {
        Kind = kind;
        Detail = detail;
    }

    public UnknownKind Kind { get; }

    public string Detail { get; }

    /// <summary>The reason as text, continuing "no value for 'X': ...".</summary>
    public string Text => Kind == UnknownKind.Conflict ? Detail + " play one role with different values" : Detail;
}

/// <summary>
/// One value of a config: its role, its content or the reason why it is unknown, and the number of its place.
/// </summary>
internal sealed class ConfigValue
{
    /// <summary>The source of a value whose reader records no place.</summary>
    public const int NoSource = -1;

    public ConfigValue(ConfigRole role, string name, object? content, double scale, int source)
    {
        Role = role;
        Name = name;
        Content = content;
        Scale = scale;
        Source = source;
    }

    public ConfigValue(ConfigRole role, string name, UnknownReason unknown, double scale, int source)
        : this(role, name, (object?)null, scale, source) => Unknown = unknown;

    public ConfigRole Role { get; }

    /// <summary>The member, key or argument, as the user calls it.</summary>
    public string Name { get; }

    /// <summary>A boxed number, text, truth value or time; null where null is written or the value is
    /// unknown.</summary>
    public object? Content { get; }

    /// <summary>Why the content is unknown; null where it is known.</summary>
    public UnknownReason? Unknown { get; }

    /// <summary>What one unit of the content is worth.</summary>
    public double Scale { get; }

    /// <summary>The number of its place in the reader's table; <see cref="NoSource"/> where there is none.</summary>
    public int Source { get; }

    public bool IsUnset => Unknown is { Kind: UnknownKind.Unset };

    /// <summary>Whether something is written that cannot be read.</summary>
    public bool IsUnreadable => Unknown is { Kind: not UnknownKind.Unset };

    /// <summary>The content in the unit of the role, for messages.</summary>
    public string Shown => Numbers.Show(Content);

    public ConfigValue With(object? content) => new(Role, Name, content, 1, Source);

    public ConfigValue With(UnknownReason unknown) => new(Role, Name, unknown, 1, Source);
}
