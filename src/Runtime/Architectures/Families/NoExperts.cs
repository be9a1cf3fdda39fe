namespace ScalingAnalyzers.Architectures;

/// <summary>A mixture's config with no expert is that of a dense model.</summary>
internal static class NoExperts
{
    /// <summary>The shape without experts where their number is 0: the feed-forward is that of dense layers.</summary>
    public static TransformerShape Dense(TransformerShape shape, FieldSource fields)
    {
        if (shape.Experts is not { Count: 0 } none || shape.Blocks is not null || fields.Problem is not null) return shape;
        int width = shape.FeedForwardSize > 0 ? shape.FeedForwardSize
            : fields.Optional(ConfigRole.FeedForwardSize, 0, "intermediate_size") ?? none.Size;
        return shape with { Experts = null, FeedForwardSize = width };
    }
}
