namespace ScalingAnalyzers.Architectures;

/// <summary>The layers that have a weight: how many, how often a token passes through them, and which kind of block
/// they are.</summary>
internal readonly struct LayerGroup
{
    public LayerGroup(int index, long layers, long uses)
    {
        Index = index;
        Layers = layers;
        Uses = uses;
    }

    /// <summary>The kind of block, from 0; <see cref="All"/> for what every layer has, <see cref="None"/> outside of
    /// blocks.</summary>
    public int Index { get; }

    public long Layers { get; }

    public long Uses { get; }

    public const int All = -1;

    public const int None = -2;

    public static LayerGroup Ends { get; } = new(None, 1, 1);
}
