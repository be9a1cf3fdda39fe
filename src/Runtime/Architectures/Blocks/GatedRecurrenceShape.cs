namespace ScalingAnalyzers.Architectures;

/// <summary>Griffin's recurrent block: two branches, a convolution and the RG-LRU with block-diagonal gates (De et al.
/// 2024, arXiv:2402.19427).</summary>
/// <remarks>Weights as in huggingface/transformers, modeling_recurrent_gemma.py.</remarks>
public sealed record GatedRecurrenceShape : RecurrentShape
{
    /// <summary>Channels, each with a state of one number.</summary>
    public int Width { get; init; }

    /// <summary>Blocks of the two gates.</summary>
    public int Heads { get; init; }

    /// <summary>Tokens that the convolution sees.</summary>
    public int ConvolutionKernel { get; init; }

    /// <inheritdoc/>
    public override long StateValues => Width;

    /// <inheritdoc/>
    public override long ConvolutionStateValues => checked((ConvolutionKernel - 1L) * Width);

    /// <inheritdoc/>
    public override long ForwardFlopsPerToken => checked(4 * StateValues);

    internal override int SplitHeads => Heads;

    internal override (string Name, long Value)? Impossible() =>
        FirstBelowOne((nameof(Width), Width), (nameof(Heads), Heads), (nameof(ConvolutionKernel), ConvolutionKernel));

    // huggingface/transformers, modeling_recurrent_gemma.py: of the first branch the input and result of its function;
    // input and output of the convolution, and its copy for the gates; both gates, -8 times the second, the decay, its
    // square, 1 minus that, the multiplier, the gated input, the state and the product with the first branch. The scan
    // takes decay and state in 32 bit.
    internal override bool TryAddSaved(SavedForBackward saved)
    {
        saved.Divided(15L * Width);
        saved.Divided(2L * Width, bytes: 4);
        return true;
    }

    internal override void AddTo(PartWeights weights, long hidden)
    {
        long block = Width / Heads;
        for (int branch = 0; branch < 2; branch++)
        {
            weights.Matrix(hidden, Width);
            weights.Vector(Width);
        }

        weights.Matrix(Width, ConvolutionKernel);
        weights.Vector(Width);
        for (int gate = 0; gate < 2; gate++)
        {
            weights.Matrices(block, block, Heads);
            weights.Vector(Heads * block);
        }

        weights.Vector(Width);
        weights.Matrix(Width, hidden);
        weights.Vector(hidden, split: false);
    }
}
