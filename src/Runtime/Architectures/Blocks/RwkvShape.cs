namespace ScalingAnalyzers.Architectures;

/// <summary>RWKV's time mixing: a weighted mean over all earlier tokens, whose numerator, denominator and maximum each
/// channel keeps (Peng et al. 2023, arXiv:2305.13048).</summary>
/// <remarks>Weights as in huggingface/transformers, modeling_rwkv.py.</remarks>
internal sealed record RwkvShape : RecurrentShape
{
    /// <summary>Channels of the mean.</summary>
    public int InnerSize { get; init; }

    /// <summary>Width of the model: both halves of a layer mix in the token before.</summary>
    public int HiddenSize { get; init; }

    /// <inheritdoc/>
    public override long StateValues => checked(3L * InnerSize);

    /// <inheritdoc/>
    public override long ConvolutionStateValues => checked(2L * HiddenSize);

    /// <inheritdoc/>
    public override long ForwardFlopsPerToken => checked(4L * 2 * InnerSize);

    internal override int SplitHeads => InnerSize;

    internal override (string Name, long Value)? Impossible() =>
        FirstBelowOne((nameof(InnerSize), InnerSize), (nameof(HiddenSize), HiddenSize));

    // Of both halves: the token before, what each matrix reads (three and two mixes), the gate of the feed-forward and
    // what it gates; keys and values, the mean that the kernel keeps, the receptance, and their product.
    internal override bool TryAddSaved(SavedForBackward saved)
    {
        saved.Whole(checked(9L * HiddenSize));
        saved.Divided(checked(5L * InnerSize));
        return true;
    }

    // Decay and bonus of each channel, and how much of the token before goes into key, value and receptance.
    internal override void AddTo(PartWeights weights, long hidden)
    {
        weights.Vector(2L * InnerSize);
        weights.Vector(3 * hidden, split: false);
        for (int projection = 0; projection < 3; projection++) weights.Matrix(hidden, InnerSize);
        weights.Matrix(InnerSize, hidden);
    }
}
