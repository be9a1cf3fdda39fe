namespace ScalingAnalyzers.Architectures;

/// <summary>Mamba-2: heads with one decay each, and state vectors shared by groups of heads (Dao and Gu 2024,
/// arXiv:2405.21060).</summary>
/// <remarks>Weights as in huggingface/transformers, modeling_mamba2.py; the gated norm is absent in Falcon-H1 unless
/// asked for.</remarks>
public sealed record Mamba2Shape : RecurrentShape
{
    /// <summary>Heads.</summary>
    public int Heads { get; init; }

    /// <summary>Width of one head.</summary>
    public int HeadSize { get; init; }

    /// <summary>Numbers of the state, a channel.</summary>
    public int StateSize { get; init; }

    /// <summary>Groups of heads that share their state vectors.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Tokens that the convolution sees.</summary>
    public int ConvolutionKernel { get; init; }

    /// <summary>Whether the convolution has a bias.</summary>
    public bool ConvolutionBias { get; init; } = true;

    /// <summary>Whether the projection in has a bias.</summary>
    public bool InputBias { get; init; }

    /// <summary>Whether the projection out has a bias.</summary>
    public bool OutputBias { get; init; }

    /// <summary>Whether a gated norm precedes the projection out.</summary>
    public bool GatedNorm { get; init; } = true;

    /// <inheritdoc/>
    public override long StateValues => checked(Inner * StateSize);

    /// <inheritdoc/>
    public override long ConvolutionStateValues => checked((ConvolutionKernel - 1L) * Channels);

    /// <inheritdoc/>
    public override long ForwardFlopsPerToken => checked(4 * StateValues);

    private long Inner => checked((long)Heads * HeadSize);

    private long Channels => checked(Inner + (2L * Groups * StateSize));

    internal override int SplitHeads => Heads;

    internal override (string Name, long Value)? Impossible() => FirstBelowOne(
        (nameof(Heads), Heads), (nameof(HeadSize), HeadSize), (nameof(StateSize), StateSize), (nameof(Groups), Groups),
        (nameof(ConvolutionKernel), ConvolutionKernel));

    // state-spaces/mamba, ssd_combined.py, MambaSplitConv1dScanCombinedFn: the projected input and the scan's output;
    // the convolution and what follows the scan are computed again.
    internal override bool TryAddSaved(SavedForBackward saved)
    {
        saved.Divided(checked((2 * Inner) + Channels + Heads));
        if (GatedNorm) saved.Divided(Groups, bytes: 4);
        return true;
    }

    internal override void AddTo(PartWeights weights, long hidden)
    {
        long into = checked(Inner + Channels + Heads);
        weights.Matrix(hidden, into);
        weights.VectorIf(InputBias, into);
        weights.Matrix(Channels, ConvolutionKernel);
        weights.VectorIf(ConvolutionBias, Channels);

        // Time-step bias, decay and skip of each head.
        weights.Vector(Heads);
        weights.Vector(Heads);
        weights.Vector(Heads);
        weights.VectorIf(GatedNorm, Inner);
        weights.Matrix(Inner, hidden);
        weights.VectorIf(OutputBias, hidden);
    }
}
