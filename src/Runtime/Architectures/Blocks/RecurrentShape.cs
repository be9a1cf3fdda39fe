namespace ScalingAnalyzers.Architectures;

/// <summary>
/// What mixes tokens in constant time a token: it reads and writes a state whose size does not depend on the sequence.
/// </summary>
public abstract record RecurrentShape
{
    private protected RecurrentShape()
    {
    }

    /// <summary>The format of the state, where the config states one; Unspecified: that of the activations.</summary>
    public NumericFormat StateFormat { get; init; }

    /// <summary>Numbers of one block's recurrent state, a sequence: heads * key size * value size.</summary>
    public abstract long StateValues { get; }

    /// <summary>Numbers that one block's convolution remembers, a sequence: (kernel - 1) * channels.</summary>
    public abstract long ConvolutionStateValues { get; }

    /// <summary>
    /// FLOPs of one token's forward pass through the recurrence of one block, without its projections: 4 a number of
    /// the state (decay and write, read), 8 with the delta rule, which reads before it writes. Training is three times
    /// that; chunks are not counted.
    /// </summary>
    public abstract long ForwardFlopsPerToken { get; }

    /// <summary>Into how many parts tensor parallelism can divide the block.</summary>
    internal abstract int SplitHeads { get; }

    /// <summary>The first size that is not at least 1, by its name; null where all are.</summary>
    internal abstract (string Name, long Value)? Impossible();

    /// <summary>The weights of one block.</summary>
    internal abstract void AddTo(PartWeights weights, long hidden);

    /// <summary>Adds the tensors that one block keeps for the backward pass, without its input; false where they are
    /// not known.</summary>
    internal abstract bool TryAddSaved(SavedForBackward saved);

    private protected static (string Name, long Value)? FirstBelowOne(params (string Name, long Value)[] sizes)
    {
        foreach ((string name, long value) in sizes)
        {
            if (value < 1) return (name, value);
        }

        return null;
    }
}
