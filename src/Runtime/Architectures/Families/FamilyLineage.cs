namespace ScalingAnalyzers.Architectures;

/// <summary>What the layers of a family's models are made of.</summary>
public enum FamilyLineage
{
    /// <summary>Attention and a dense feed-forward in every layer.</summary>
    Dense,

    /// <summary>Attention in every layer, and experts.</summary>
    Mixture,

    /// <summary>Layers that mix tokens in constant time: linear attention, state space, recurrences, short
    /// convolutions.</summary>
    Hybrid,
}
