namespace ScalingAnalyzers.Json;

/// <summary>The kind of a JSON value. Missing: the requested member does not exist.</summary>
internal enum JsonKind : byte
{
    Missing,
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}
