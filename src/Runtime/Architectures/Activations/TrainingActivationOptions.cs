using System;
using System.Globalization;

namespace ScalingAnalyzers.Architectures;

/// <summary>How a training step runs, as far as its activations depend on it. The defaults are one sequence on one
/// device with flash attention, and everything stored.</summary>
public sealed record TrainingActivationOptions
{
    /// <summary>Tokens of a sequence.</summary>
    public int SequenceLength { get; init; }

    /// <summary>Sequences of a micro-batch.</summary>
    public int MicroBatch { get; init; } = 1;

    /// <summary>What is computed again in the backward pass. Selective changes nothing with flash attention, which
    /// never stores its softmax.</summary>
    public Recomputation Recomputation { get; init; }

    /// <summary>Devices that divide each matrix.</summary>
    public int TensorParallel { get; init; } = 1;

    /// <summary>Whether the tensor-parallel devices divide what they would all hold along the sequence.</summary>
    public bool SequenceParallel { get; init; }

    /// <summary>Devices that divide the layers, scheduled one forward, one backward.</summary>
    public int PipelineParallel { get; init; } = 1;

    /// <summary>Parts of the layers that each pipeline device holds (interleaved schedule); 1: the plain
    /// schedule.</summary>
    public int InterleavedStages { get; init; } = 1;

    /// <summary>Whether attention computes its softmax again (FlashAttention) rather than storing it.</summary>
    public bool FlashAttention { get; init; } = true;

    /// <summary>Whether a gated feed-forward computes its activation function again rather than storing it.</summary>
    public bool FusedActivation { get; init; } = true;

    /// <summary>Whether the loss is computed in parts, so that the logits are never stored at once.</summary>
    public bool ChunkedLogits { get; init; }

    internal void Require(int layers)
    {
        AtLeastOne(nameof(SequenceLength), SequenceLength);
        AtLeastOne(nameof(MicroBatch), MicroBatch);
        AtLeastOne(nameof(TensorParallel), TensorParallel);
        AtLeastOne(nameof(PipelineParallel), PipelineParallel);
        AtLeastOne(nameof(InterleavedStages), InterleavedStages);
        if (PipelineParallel > layers)
            throw Out(nameof(PipelineParallel), PipelineParallel, "must be at most the number of layers, " + Text(layers));
        if (Recomputation is < Recomputation.None or > Recomputation.Full)
            throw Out(nameof(Recomputation), (int)Recomputation, "must be one of the kinds of recomputation");
    }

    private static void AtLeastOne(string name, int value)
    {
        if (value < 1) throw Out(name, value, "must be at least 1");
    }

    private static ArgumentOutOfRangeException Out(string name, int value, string rule) =>
        new(name, value, name + " " + rule + "; it is " + Text(value) + ".");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
