namespace ScalingAnalyzers.Architectures;

/// <summary>A <see cref="ParameterBreakdown"/> while it is being summed.</summary>
internal struct PartSums
{
    private long _embedding;
    private long _attention;
    private long _recurrent;
    private long _feedForward;
    private long _experts;
    private long _norms;
    private long _head;
    private long _other;

    public void Add(WeightPart part, long count)
    {
        checked
        {
            switch (part)
            {
                case WeightPart.Embedding: _embedding += count; break;
                case WeightPart.Attention: _attention += count; break;
                case WeightPart.Recurrent: _recurrent += count; break;
                case WeightPart.FeedForward: _feedForward += count; break;
                case WeightPart.Experts: _experts += count; break;
                case WeightPart.Norms: _norms += count; break;
                case WeightPart.Head: _head += count; break;
                default: _other += count; break;
            }
        }
    }

    public readonly ParameterBreakdown Parts => new()
    {
        Embedding = _embedding,
        Attention = _attention,
        Recurrent = _recurrent,
        FeedForward = _feedForward,
        Experts = _experts,
        Norms = _norms,
        Head = _head,
        Other = _other,
    };
}
