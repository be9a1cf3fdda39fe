namespace ScalingAnalyzers.Json;

/// <summary>The limits of the reader: a config is small, and an analyzer must always end.</summary>
/// <param name="MaxDepth">Objects and arrays inside each other.</param>
/// <param name="MaxLength">Characters of the whole text.</param>
internal sealed record JsonLimits(int MaxDepth, int MaxLength)
{
    /// <summary>64 levels, as System.Text.Json has it, and 4 Mi characters.</summary>
    public static JsonLimits Default { get; } = new(MaxDepth: 64, MaxLength: 4 * 1024 * 1024);
}
