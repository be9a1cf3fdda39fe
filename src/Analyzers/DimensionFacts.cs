namespace ScalingAnalyzers.Analyzers;

/// <summary>What travels with a diagnostic on a dimension: its literal, its name, and the whole number it should be.</summary>
internal static class DimensionFacts
{
    public const string Dimension = "dimension";
    public const string Wanted = "wanted";
    public const string Name = "name";
}
