using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Configuration;

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

    public bool IsUnset => Unknown is { IsUnset: true };

    /// <summary>Whether something is written that cannot be read.</summary>
    public bool IsUnreadable => Unknown is { IsUnset: false };

    /// <summary>The content in the unit of the role, for messages.</summary>
    public string Shown => Numbers.Show(Content);

    public ConfigValue With(object? content) => new(Role, Name, content, 1, Source);

    public ConfigValue With(UnknownReason unknown) => new(Role, Name, unknown, 1, Source);
}
