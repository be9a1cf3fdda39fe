using System;
using System.Globalization;

namespace ScalingAnalyzers.Architectures;

/// <summary>What is stored of a forward pass for the backward pass, and what is computed again instead.</summary>
public enum Recomputation
{
    /// <summary>Everything is stored.</summary>
    None,

    /// <summary>The softmax, its dropout and attention over values are computed again (the paper's section
    /// 5).</summary>
    Selective,

    /// <summary>Only the input of each block is stored.</summary>
    Full,
}

/// <summary>
/// Activations of a GPT block in 16 bit, by Korthikanti et al. 2022, "Reducing Activation Recomputation in Large
/// Transformer Models", arXiv:2205.05198, equations 1 to 6 and table 2.
/// </summary>
/// <remarks>
/// The equations are for blocks with as many key-value heads as heads, a plain feed-forward of four times the width,
/// dropout, and no flash attention. For other shapes only full recomputation is given: the input of a block is 2sbh
/// bytes whatever is in it.
/// </remarks>
public static class ActivationMemory
{
    /// <summary>Bytes of one block on one device: equation 1; 2 with tensor parallelism; 4 with sequence parallelism;
    /// table 2 with recomputation.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="sequenceLength">s, tokens.</param>
    /// <param name="microBatch">b, sequences.</param>
    /// <param name="recomputation">What is computed again.</param>
    /// <param name="tensorParallel">t, devices.</param>
    /// <param name="sequenceParallel">Whether norms and dropouts are divided along the sequence too.</param>
    /// <returns>Bytes, rounded up; null where the equations do not cover the shape.</returns>
    /// <exception cref="ArgumentNullException">The shape is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is not at least 1, or a dimension is
    /// impossible.</exception>
    /// <exception cref="OverflowException">The result exceeds a long.</exception>
    public static long? BytesPerLayer(
        TransformerShape shape, int sequenceLength, int microBatch,
        Recomputation recomputation = Recomputation.None, int tensorParallel = 1, bool sequenceParallel = false)
    {
        if (shape is null) throw new ArgumentNullException(nameof(shape));
        shape.RequirePossible();
        Require(nameof(sequenceLength), sequenceLength);
        Require(nameof(microBatch), microBatch);
        Require(nameof(tensorParallel), tensorParallel);
        if (recomputation is < Recomputation.None or > Recomputation.Full)
            throw new ArgumentOutOfRangeException(nameof(recomputation), recomputation, "Not a kind of recomputation.");
        checked
        {
            long width = (long)sequenceLength * microBatch * shape.HiddenSize;
            if (recomputation == Recomputation.Full) return 2 * width;
            if (!Covers(shape)) return null;

            // sbh(10 + 24/t + 5as/(ht)): norms, dropouts and inputs; matrices; the softmax. In integers: all over t.
            long undivided = (sequenceParallel ? 10 : 10 * (long)tensorParallel) * width;
            long softmax = recomputation == Recomputation.Selective
                ? 0
                : 5 * (long)shape.Heads * sequenceLength * sequenceLength * microBatch;
            return ShareSink.CeilingOf(undivided + (24 * width) + softmax, tensorParallel);
        }
    }

    /// <summary>
    /// Bytes of all blocks on the fullest device. The first pipeline stage keeps as many micro-batches as there are
    /// stages, so the stages do not divide it (equation 5; equation 6 with selective recomputation).
    /// </summary>
    /// <inheritdoc cref="BytesPerLayer"/>
    public static long? Bytes(
        TransformerShape shape, int sequenceLength, int microBatch,
        Recomputation recomputation = Recomputation.None, int tensorParallel = 1, bool sequenceParallel = false) =>
        BytesPerLayer(shape, sequenceLength, microBatch, recomputation, tensorParallel, sequenceParallel) is { } layer
            ? checked(layer * shape.Layers)
            : null;

    /// <summary>Whether the equations cover a shape.</summary>
    /// <param name="shape">The model.</param>
    /// <returns>True for a GPT block: plain feed-forward of 4h, as many key-value heads as heads, heads as wide as the
    /// model, no experts.</returns>
    /// <exception cref="ArgumentNullException">The shape is null.</exception>
    public static bool Covers(TransformerShape shape) => shape is null
        ? throw new ArgumentNullException(nameof(shape))
        : shape.Blocks is null && !shape.GatedFeedForward && shape.Experts is null && shape.LatentAttention is null
            && shape.FeedForwardSize == 4L * shape.HiddenSize && shape.KeyValueHeadCount == shape.Heads
            && shape.QueryHeadSize * shape.Heads == shape.HiddenSize && shape.NormsPerLayer == 2 && !shape.ParallelBlock
            && shape.QueryKeyNorm == QueryKeyNorm.None;

    private static void Require(string name, int value)
    {
        if (value < 1)
            throw new ArgumentOutOfRangeException(
                name, value, name + " must be at least 1; it is " + value.ToString(CultureInfo.InvariantCulture) + ".");
    }
}
