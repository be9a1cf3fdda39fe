using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>What a field of a config turned out to be.</summary>
internal enum FieldState
{
    Absent,

    // null in JSON: the configuration class receives "none" explicitly, which is not its default.
    Null,
    Present,
}

/// <summary>One field that was read: its name, role and position, kept for diagnostics.</summary>
internal readonly struct FieldReading
{
    public FieldReading(string name, ConfigRole role, JsonNode node, string parent)
    {
        Name = name;
        Role = role;
        Node = node;
        Parent = parent;
    }

    public string Name { get; }

    public ConfigRole Role { get; }

    public JsonNode Node { get; }

    public string Parent { get; }

    public string Path => Parent.Length == 0 ? Name : Parent + "." + Name;
}
