using System;
using System.Globalization;

namespace ScalingAnalyzers.Architectures;

public sealed partial record TransformerShape
{
    /// <summary>The first reason why the shape is impossible.</summary>
    /// <returns>The dimension and what is wrong with it; null for a possible shape.</returns>
    public ShapeProblem? Validate() =>
        NotPositive(nameof(Layers), ConfigRole.Layers, Layers)
        ?? NotPositive(nameof(HiddenSize), ConfigRole.HiddenSize, HiddenSize)
        ?? (_blocks is null ? NotPositive(nameof(Heads), ConfigRole.AttentionHeads, Heads) : null)
        ?? NotPositive(nameof(VocabularySize), ConfigRole.VocabularySize, VocabularySize)
        ?? (_blocks is null ? ValidateEveryLayer() : ValidateBlocks(_blocks))
        ?? ValidateRest();

    private ShapeProblem? ValidateEveryLayer() =>
        (LatentAttention is { } latent ? ValidateLatent("", latent, QueryKeyNorm) : ValidateHeads("", Heads, KeyValueHeads, HeadSize))
        ?? (Experts is { } experts ? ValidateExperts("", experts, ExpertLayers) : null)
        ?? (ExpertLayers < Layers ? NotPositive(nameof(FeedForwardSize), ConfigRole.FeedForwardSize, FeedForwardSize) : null);

    private ShapeProblem? ValidateBlocks(BlockList kinds)
    {
        long layers = 0;
        for (int i = 0; i < kinds.Count; i++)
        {
            if (ValidateBlock(kinds[i], "Blocks[" + i.ToString(CultureInfo.InvariantCulture) + "].") is { } problem) return problem;
            if (kinds[i].SharedUses is null) layers += kinds[i].Count;
        }

        return layers == Layers
            ? null
            : Problem(nameof(Blocks), ConfigRole.Layers, layers, "The blocks make {0} layers; Layers is {1}.", Layers);
    }

    private ShapeProblem? ValidateBlock(BlockShape block, string path)
    {
        ShapeProblem? problem = NotPositive(path + nameof(BlockShape.Count), ConfigRole.Layers, block.Count)
            ?? (block.SharedUses is { } uses ? NotPositive(path + nameof(BlockShape.SharedUses), ConfigRole.None, uses) : null)
            ?? Negative(path + nameof(BlockShape.FeedForwardSize), ConfigRole.FeedForwardSize, block.FeedForwardSize)
            ?? Negative(path + nameof(BlockShape.Norms), ConfigRole.None, block.Norms)
            ?? Negative(path + nameof(BlockShape.ExtraMatrixParameters), ConfigRole.None, block.ExtraMatrixParameters)
            ?? Negative(path + nameof(BlockShape.ExtraVectorParameters), ConfigRole.None, block.ExtraVectorParameters)
            ?? (block.Attention is { } attention ? ValidateAttention(attention, path + "Attention.") : null)
            ?? (block.Experts is { } experts ? ValidateExperts(path, experts, 0) : null);
        if (problem is not null || block.Recurrent is not { } recurrent) return problem;
        if (recurrent.Impossible() is { } size) return NotPositive(path + "Recurrent." + size.Name, ConfigRole.None, size.Value);
        bool split = recurrent is GatedRecurrenceShape gates && gates.Width % gates.Heads != 0;
        return split ? Problem(path + "Recurrent.Heads", ConfigRole.None, ((GatedRecurrenceShape)recurrent).Heads,
            "Width {1} does not divide into {0} heads.", ((GatedRecurrenceShape)recurrent).Width) : null;
    }

    private ShapeProblem? ValidateAttention(AttentionShape attention, string path) =>
        NotPositive(path + nameof(AttentionShape.Heads), ConfigRole.AttentionHeads, attention.Heads)
        ?? (attention.Window is { } window ? NotPositive(path + nameof(AttentionShape.Window), ConfigRole.None, window) : null)
        ?? (attention.InputSize is { } input ? NotPositive(path + nameof(AttentionShape.InputSize), ConfigRole.None, input) : null)
        ?? (attention.ValueHeadSize is { } value ? NotPositive(path + nameof(AttentionShape.ValueHeadSize), ConfigRole.None, value) : null)
        ?? Negative(path + nameof(AttentionShape.OutputNormSize), ConfigRole.None, attention.OutputNormSize)
        ?? Negative(path + nameof(AttentionShape.QueryRank), ConfigRole.None, attention.QueryRank)
        ?? ValidateOutput(attention, path)
        ?? (attention.Indexer is { } indexer
            ? NotPositive(path + "Indexer.Heads", ConfigRole.None, indexer.Heads)
                ?? NotPositive(path + "Indexer.HeadSize", ConfigRole.None, indexer.HeadSize)
            : null)
        ?? (attention.WithoutKeyValues && !attention.SharesCache
            ? Problem(path + nameof(AttentionShape.WithoutKeyValues), ConfigRole.None, 1,
                "A block without keys and values must share those of an earlier layer.", 0) : null)
        ?? (attention.Latent is { } latent
            ? ValidateLatent(path, latent, attention.QueryKeyNorm)
            : ValidateHeads(path, attention.Heads, attention.KeyValueHeads, attention.HeadSize));

    private ShapeProblem? ValidateOutput(AttentionShape attention, string path)
    {
        ShapeProblem? problem = Negative(path + nameof(AttentionShape.OutputGroups), ConfigRole.None, attention.OutputGroups)
            ?? (attention.OutputGroups > 0
                ? NotPositive(path + nameof(AttentionShape.OutputRank), ConfigRole.None, attention.OutputRank) : null)
            ?? (attention.Compression is { } pooled
                ? Negative(path + "Compression.Rate", ConfigRole.None, pooled.Rate)
                    ?? NotPositive(path + "Compression.Series", ConfigRole.None, pooled.Series)
                : null);
        if (problem is not null || attention.OutputGroups == 0 || attention.Heads % attention.OutputGroups == 0) return problem;
        return Problem(path + nameof(AttentionShape.OutputGroups), ConfigRole.None, attention.OutputGroups,
            "{1} heads do not divide into {0} groups.", attention.Heads);
    }

    internal void RequirePossible()
    {
        if (Validate() is { } problem) throw new ArgumentOutOfRangeException(problem.Dimension, problem.Value, problem.Message);
    }

    private ShapeProblem? ValidateHeads(string path, int heads, int? keyValueHeads, int? headSize)
    {
        if (headSize is { } size && NotPositive(path + nameof(HeadSize), ConfigRole.HeadSize, size) is { } problem) return problem;
        if (headSize is null && HiddenSize % heads != 0)
        {
            return Problem(path + nameof(Heads), ConfigRole.AttentionHeads, heads,
                "HiddenSize {1} does not divide into {0} heads, and no HeadSize is given.", HiddenSize);
        }

        if (keyValueHeads is not { } groups) return null;
        if (NotPositive(path + nameof(KeyValueHeads), ConfigRole.KeyValueHeads, groups) is { } none) return none;
        return heads % groups == 0 ? null
            : Problem(path + nameof(KeyValueHeads), ConfigRole.KeyValueHeads, groups,
                "{1} heads do not divide into {0} key-value groups.", heads);
    }

    private static ShapeProblem? ValidateLatent(string path, LatentAttentionShape latent, QueryKeyNorm norm) =>
        Negative(path + "LatentAttention.QueryRank", ConfigRole.None, latent.QueryRank)
        ?? NotPositive(path + "LatentAttention.KeyValueRank", ConfigRole.None, latent.KeyValueRank)
        ?? NotPositive(path + "LatentAttention.ContentHeadSize", ConfigRole.None, latent.ContentHeadSize)
        ?? Negative(path + "LatentAttention.RotaryHeadSize", ConfigRole.None, latent.RotaryHeadSize)
        ?? NotPositive(path + "LatentAttention.ValueHeadSize", ConfigRole.None, latent.ValueHeadSize)
        ?? (norm == QueryKeyNorm.None ? null
            : Problem(path + nameof(QueryKeyNorm), ConfigRole.None, (int)norm,
                "Latent attention has norms on its latents, none on queries and keys.", 0));

    private ShapeProblem? ValidateExperts(string path, ExpertShape experts, int layers)
    {
        ShapeProblem? problem = NotPositive(path + "Experts.Count", ConfigRole.Experts, experts.Count)
            ?? NotPositive(path + "Experts.PerToken", ConfigRole.ExpertsPerToken, experts.PerToken)
            ?? NotPositive(path + "Experts.Size", ConfigRole.ExpertFeedForwardSize, experts.Size)
            ?? Negative(path + "Experts.SharedSize", ConfigRole.SharedExperts, experts.SharedSize)
            ?? Negative(path + "Experts.LatentSize", ConfigRole.None, experts.LatentSize)
            ?? Negative(path + "Experts.ZeroCount", ConfigRole.None, experts.ZeroCount)
            ?? Negative(path + "Experts.Layers", ConfigRole.DenseLayers, layers);
        if (problem is not null) return problem;
        if (experts.PerToken > experts.Count)
        {
            return Problem(path + "Experts.PerToken", ConfigRole.ExpertsPerToken, experts.PerToken,
                "A token cannot visit {0} of {1} experts.", experts.Count);
        }

        return layers <= Layers ? null
            : Problem(path + "Experts.Layers", ConfigRole.DenseLayers, layers, "{0} of {1} layers cannot have experts.", Layers);
    }

    private ShapeProblem? ValidateRest()
    {
        ShapeProblem? problem = Negative(nameof(NormsPerLayer), ConfigRole.None, NormsPerLayer)
            ?? Negative(nameof(LearnedPositions), ConfigRole.MaxPositions, LearnedPositions)
            ?? (EmbeddingSize is { } size ? NotPositive(nameof(EmbeddingSize), ConfigRole.None, size) : null)
            ?? (SlidingWindow is { } window ? NotPositive(nameof(SlidingWindow), ConfigRole.None, window) : null)
            ?? Negative(nameof(SlidingLayers), ConfigRole.None, SlidingLayerCount)
            ?? (HeadOutputs is { } outputs ? Negative(nameof(HeadOutputs), ConfigRole.None, outputs) : null)
            ?? Negative(nameof(ExtraEmbeddingParameters), ConfigRole.None, ExtraEmbeddingParameters)
            ?? Negative(nameof(ExtraMatrixParameters), ConfigRole.None, ExtraMatrixParameters)
            ?? Negative(nameof(ExtraParameters), ConfigRole.None, ExtraParameters);
        if (problem is not null) return problem;
        if (SlidingLayerCount > Layers)
            return Problem(nameof(SlidingLayers), ConfigRole.None, SlidingLayerCount,
                "{0} of {1} layers cannot have a sliding window.", Layers);
        return Positions == PositionEncoding.Learned == (LearnedPositions > 0) ? null
            : Problem(nameof(LearnedPositions), ConfigRole.MaxPositions, LearnedPositions,
                "Learned positions need a table with rows, and no others have one; it has {0} rows.", 0);
    }

    private static ShapeProblem? NotPositive(string dimension, ConfigRole role, long value) =>
        value > 0 ? null : Problem(dimension, role, value, dimension + " must be at least 1; it is {0}.", 0);

    private static ShapeProblem? Negative(string dimension, ConfigRole role, long value) =>
        value >= 0 ? null : Problem(dimension, role, value, dimension + " must not be negative; it is {0}.", 0);

    private static ShapeProblem Problem(string dimension, ConfigRole role, long value, string message, long other) =>
        new(dimension, role, value, string.Format(CultureInfo.InvariantCulture, message, value, other));
}
