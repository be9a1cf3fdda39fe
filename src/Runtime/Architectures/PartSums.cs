namespace ScalingAnalyzers.Architectures;

/// <summary>A <see cref="ParameterBreakdown"/> while it is being summed.</summary>
internal struct PartSums
{
    private long embedding;
    private long attention;
    private long recurrent;
    private long feedForward;
    private long experts;
    private long norms;
    private long head;
    private long other;

    public void Add(WeightPart part, long count)
    {
        checked
        {
            switch (part)
            {
                case WeightPart.Embedding: embedding += count; break;
                case WeightPart.Attention: attention += count; break;
                case WeightPart.Recurrent: recurrent += count; break;
                case WeightPart.FeedForward: feedForward += count; break;
                case WeightPart.Experts: experts += count; break;
                case WeightPart.Norms: norms += count; break;
                case WeightPart.Head: head += count; break;
                default: other += count; break;
            }
        }
    }

    public readonly ParameterBreakdown Parts => new()
    {
        Embedding = embedding,
        Attention = attention,
        Recurrent = recurrent,
        FeedForward = feedForward,
        Experts = experts,
        Norms = norms,
        Head = head,
        Other = other,
    };
}
