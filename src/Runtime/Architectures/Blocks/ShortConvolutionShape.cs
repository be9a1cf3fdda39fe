namespace ScalingAnalyzers.Architectures;

/// <summary>A gated short convolution over the hidden size (Liquid AI's LFM2): no state but the last tokens.</summary>
/// <remarks>Weights as in huggingface/transformers, modeling_lfm2.py, class Lfm2ShortConv.</remarks>
public sealed record ShortConvolutionShape : RecurrentShape
{
    /// <summary>Channels: the hidden size.</summary>
    public int Channels { get; init; }

    /// <summary>Tokens that the convolution sees.</summary>
    public int Kernel { get; init; }

    /// <summary>Whether convolution and projections have a bias.</summary>
    public bool Bias { get; init; }

    /// <inheritdoc/>
    public override long StateValues => 0;

    /// <inheritdoc/>
    public override long ConvolutionStateValues => checked((Kernel - 1L) * Channels);

    /// <inheritdoc/>
    public override long ForwardFlopsPerToken => 0;

    internal override int SplitHeads => Channels;

    internal override (string Name, long Value)? Impossible() => FirstBelowOne((nameof(Channels), Channels), (nameof(Kernel), Kernel));

    // modeling_lfm2.py: the three projected parts, the convolution's input and output, and the last product.
    internal override bool TryAddSaved(SavedForBackward saved)
    {
        saved.Divided(6L * Channels);
        return true;
    }

    internal override void AddTo(PartWeights weights, long hidden)
    {
        weights.Matrix(hidden, 3L * Channels);
        weights.VectorIf(Bias, 3L * Channels);
        weights.Matrix(Channels, Kernel);
        weights.VectorIf(Bias, Channels);
        weights.Matrix(Channels, hidden);
        weights.VectorIf(Bias, hidden);
    }
}
