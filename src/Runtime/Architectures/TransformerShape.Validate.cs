using System;
using System.Globalization;

namespace ScalingAnalyzers.Architectures;

public sealed partial record TransformerShape
{
    /// <summary>The first thing that makes the shape impossible.</summary>
    /// <returns>The dimension and what is wrong with it; null for a possible shape.</returns>
    public ShapeProblem? Validate() =>
        NotPositive(nameof(Layers), ConfigRole.Layers, Layers)
        ?? NotPositive(nameof(HiddenSize), ConfigRole.HiddenSize, HiddenSize)
        ?? NotPositive(nameof(Heads), ConfigRole.AttentionHeads, Heads)
        ?? NotPositive(nameof(VocabularySize), ConfigRole.VocabularySize, VocabularySize)
        ?? (LatentAttention is { } latent ? ValidateLatent(latent) : ValidateHeads())
        ?? (Experts is { } experts ? ValidateExperts(experts) : null)
        ?? (ExpertLayers < Layers ? NotPositive(nameof(FeedForwardSize), ConfigRole.FeedForwardSize, FeedForwardSize) : null)
        ?? ValidateRest();

    internal void RequirePossible()
    {
        if (Validate() is { } problem) throw new ArgumentOutOfRangeException(problem.Dimension, problem.Value, problem.Message);
    }

    private ShapeProblem? ValidateHeads()
    {
        if (HeadSize is { } size && NotPositive(nameof(HeadSize), ConfigRole.HeadSize, size) is { } problem) return problem;
        if (HeadSize is null && HiddenSize % Heads != 0)
        {
            return Problem(nameof(Heads), ConfigRole.AttentionHeads, Heads, "HiddenSize {1} does not divide into {0} heads, and no HeadSize is given.", HiddenSize);
        }

        if (KeyValueHeads is not { } groups) return null;
        if (NotPositive(nameof(KeyValueHeads), ConfigRole.KeyValueHeads, groups) is { } none) return none;
        return Heads % groups == 0 ? null
            : Problem(nameof(KeyValueHeads), ConfigRole.KeyValueHeads, groups, "{1} heads do not divide into {0} key-value groups.", Heads);
    }

    private ShapeProblem? ValidateLatent(LatentAttentionShape latent) =>
        Negative("LatentAttention.QueryRank", ConfigRole.None, latent.QueryRank)
        ?? NotPositive("LatentAttention.KeyValueRank", ConfigRole.None, latent.KeyValueRank)
        ?? NotPositive("LatentAttention.ContentHeadSize", ConfigRole.None, latent.ContentHeadSize)
        ?? Negative("LatentAttention.RotaryHeadSize", ConfigRole.None, latent.RotaryHeadSize)
        ?? NotPositive("LatentAttention.ValueHeadSize", ConfigRole.None, latent.ValueHeadSize)
        ?? (QueryKeyNorm == QueryKeyNorm.None ? null
            : Problem(nameof(QueryKeyNorm), ConfigRole.None, (int)QueryKeyNorm, "Latent attention has norms on its latents, none on queries and keys.", 0));

    private ShapeProblem? ValidateExperts(ExpertShape experts)
    {
        ShapeProblem? problem = NotPositive("Experts.Count", ConfigRole.Experts, experts.Count)
            ?? NotPositive("Experts.PerToken", ConfigRole.ExpertsPerToken, experts.PerToken)
            ?? NotPositive("Experts.Size", ConfigRole.ExpertFeedForwardSize, experts.Size)
            ?? Negative("Experts.SharedSize", ConfigRole.SharedExperts, experts.SharedSize)
            ?? Negative("Experts.Layers", ConfigRole.DenseLayers, ExpertLayers);
        if (problem is not null) return problem;
        if (experts.PerToken > experts.Count)
        {
            return Problem("Experts.PerToken", ConfigRole.ExpertsPerToken, experts.PerToken, "A token cannot visit {0} of {1} experts.", experts.Count);
        }

        return ExpertLayers <= Layers ? null
            : Problem("Experts.Layers", ConfigRole.DenseLayers, ExpertLayers, "{0} of {1} layers cannot have experts.", Layers);
    }

    private ShapeProblem? ValidateRest()
    {
        ShapeProblem? problem = Negative(nameof(NormsPerLayer), ConfigRole.None, NormsPerLayer)
            ?? Negative(nameof(LearnedPositions), ConfigRole.MaxPositions, LearnedPositions)
            ?? (EmbeddingSize is { } size ? NotPositive(nameof(EmbeddingSize), ConfigRole.None, size) : null)
            ?? (SlidingWindow is { } window ? NotPositive(nameof(SlidingWindow), ConfigRole.None, window) : null)
            ?? Negative(nameof(SlidingLayers), ConfigRole.None, SlidingLayerCount)
            ?? Negative(nameof(ExtraParameters), ConfigRole.None, ExtraParameters);
        if (problem is not null) return problem;
        if (SlidingLayerCount > Layers) return Problem(nameof(SlidingLayers), ConfigRole.None, SlidingLayerCount, "{0} of {1} layers cannot have a sliding window.", Layers);
        return Positions == PositionEncoding.Learned == (LearnedPositions > 0) ? null
            : Problem(nameof(LearnedPositions), ConfigRole.MaxPositions, LearnedPositions, "Learned positions need a table with rows, and no others have one; it has {0} rows.", 0);
    }

    private static ShapeProblem? NotPositive(string dimension, ConfigRole role, long value) =>
        value > 0 ? null : Problem(dimension, role, value, dimension + " must be at least 1; it is {0}.", 0);

    private static ShapeProblem? Negative(string dimension, ConfigRole role, long value) =>
        value >= 0 ? null : Problem(dimension, role, value, dimension + " must not be negative; it is {0}.", 0);

    private static ShapeProblem Problem(string dimension, ConfigRole role, long value, string message, long other) =>
        new(dimension, role, value, string.Format(CultureInfo.InvariantCulture, message, value, other));
}
