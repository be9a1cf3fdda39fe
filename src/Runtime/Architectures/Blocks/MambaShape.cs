namespace ScalingAnalyzers.Architectures;

/// <summary>Mamba's selective state space: every channel has a state of its own (Gu and Dao 2023,
/// arXiv:2312.00752).</summary>
/// <remarks>Weights as in huggingface/transformers, modeling_mamba.py, and modeling_jamba.py for the norms.</remarks>
public sealed record MambaShape : RecurrentShape
{
    /// <summary>Channels.</summary>
    public int InnerSize { get; init; }

    /// <summary>Numbers of one channel's state.</summary>
    public int StateSize { get; init; }

    /// <summary>Width through which the time step is projected.</summary>
    public int TimeStepRank { get; init; }

    /// <summary>Tokens that the convolution sees.</summary>
    public int ConvolutionKernel { get; init; }

    /// <summary>Whether the convolution has a bias.</summary>
    public bool ConvolutionBias { get; init; } = true;

    /// <summary>Whether the projections in and out have a bias.</summary>
    public bool ProjectionBias { get; init; }

    /// <summary>Whether time step and the two state vectors are normalised with weights (Jamba).</summary>
    public bool ParameterNorms { get; init; }

    /// <inheritdoc/>
    public override long StateValues => checked((long)InnerSize * StateSize);

    /// <inheritdoc/>
    public override long ConvolutionStateValues => checked((ConvolutionKernel - 1L) * InnerSize);

    /// <inheritdoc/>
    public override long ForwardFlopsPerToken => checked(4 * StateValues);

    internal override int SplitHeads => InnerSize;

    internal override (string Name, long Value)? Impossible() => FirstBelowOne(
        (nameof(InnerSize), InnerSize), (nameof(StateSize), StateSize), (nameof(TimeStepRank), TimeStepRank),
        (nameof(ConvolutionKernel), ConvolutionKernel));

    // state-spaces/mamba, selective_scan_interface.py, MambaInnerFn: both halves of the projected input, the scan's
    // output, time step and state vectors (twice). The states between chunks of 2,048 tokens are left out.
    internal override bool TryAddSaved(SavedForBackward saved)
    {
        saved.Divided(3L * InnerSize);
        saved.Whole(TimeStepRank + (4L * StateSize));
        return true;
    }

    internal override void AddTo(PartWeights weights, long hidden)
    {
        weights.Matrix(hidden, 2L * InnerSize);
        weights.VectorIf(ProjectionBias, 2L * InnerSize);
        weights.Matrix(InnerSize, ConvolutionKernel);
        weights.VectorIf(ConvolutionBias, InnerSize);
        weights.Matrix(InnerSize, TimeStepRank + (2L * StateSize));
        weights.Matrix(TimeStepRank, InnerSize);
        weights.Vector(InnerSize);

        // A is stored as a matrix and used element by element, as D is.
        weights.Vector(StateValues);
        weights.Vector(InnerSize);
        if (ParameterNorms) weights.Vector(TimeStepRank + (2L * StateSize), split: false);
        weights.Matrix(InnerSize, hidden);
        weights.VectorIf(ProjectionBias, hidden);
    }
}
