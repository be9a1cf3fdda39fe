using System;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// Adds up the tensors of one token that a block keeps for the backward pass, bytes on one device. Numbers are of two
/// bytes unless a width is given.
/// </summary>
internal sealed class SavedForBackward
{
    private readonly TrainingActivationOptions _options;

    public SavedForBackward(TrainingActivationOptions options) => _options = options;

    public long Bytes { get; private set; }

    public int SequenceLength => _options.SequenceLength;

    /// <summary>Whether the softmax of attention is stored.</summary>
    public bool StoresSoftmax => !_options.FlashAttention && _options.Recomputation == Recomputation.None;

    /// <summary>Tensors that each factor of a gated feed-forward keeps: both factors, their product, and the activation
    /// function's result where it is not computed again.</summary>
    public int GatedTensors => _options.FusedActivation ? 3 : 4;

    /// <summary>Numbers that every tensor-parallel device holds, unless the sequence is divided.</summary>
    public void Whole(long numbers, int bytes = 2) => Add(numbers, bytes, _options.SequenceParallel ? _options.TensorParallel : 1);

    /// <summary>Numbers that tensor parallelism divides.</summary>
    public void Divided(long numbers, int bytes = 2) => Add(numbers, bytes, _options.TensorParallel);

    /// <summary>Numbers of heads; no device holds less than one head.</summary>
    public void Heads(long heads, long size, int bytes = 2) =>
        Bytes = checked(Bytes + (ShareSink.CeilingOf(heads, Math.Min(heads, _options.TensorParallel)) * size * bytes));

    private void Add(long numbers, int bytes, int parts) => Bytes = checked(Bytes + ShareSink.CeilingOf(numbers * bytes, parts));
}
