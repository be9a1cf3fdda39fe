namespace ScalingAnalyzers.Json;

/// <summary>What a JSON value is. Missing: the member that was asked for is not there.</summary>
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
