using System;
using System.Numerics;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Planning;

/// <summary>The FLOPs of a run that a utilization counts.</summary>
internal static class UtilizationFlops
{
    /// <summary>The declared basis; else attention is counted where it is known.</summary>
    public static UtilizationBasis BasisOf(TrainingRun run) =>
        run.UtilizationBasis != UtilizationBasis.Unspecified ? run.UtilizationBasis
        : run.AttentionWidth is not null && run.SequenceLength is not null ? UtilizationBasis.Attention12
        : UtilizationBasis.SixN;

    /// <summary>All training FLOPs by that basis.</summary>
    /// <param name="run">The run with the counts of its shape.</param>
    /// <param name="basis">The basis.</param>
    /// <param name="flops">FLOPs, exact and rounded once; null where they are unknown.</param>
    /// <param name="why">What is missing for the declared basis; null where nothing is.</param>
    public static void Of(TrainingRun run, UtilizationBasis basis, out double? flops, out string? why)
    {
        flops = null;
        why = null;
        if (run.ComputeParameters is not { } parameters || run.TrainingTokens is not { } tokens) return;
        if (basis == UtilizationBasis.SixN)
        {
            flops = ExactProduct.Of(6, parameters, tokens);
            return;
        }

        if (run.SequenceLength is not { } length || run.AttentionWidth is not { } width)
        {
            why = "the declared " + basis + " counts attention, which needs the model's shape and a SequenceLength";
            return;
        }

        var attended = run.Shape is { } shape && shape.AttentionWidth == width ? Attended(shape, length) : new BigInteger(width) * length;
        int factor = basis == UtilizationBasis.AttentionCausal ? 6 : 12;
        flops = ExactProduct.Round(((6 * new BigInteger(parameters)) + (factor * attended)) * tokens);
    }

    // Width x positions, summed over the layers; a window counts where it is shorter than the sequence. Twice, because
    // the mean of two widths may be half a number.
    private static BigInteger Attended(TransformerShape shape, long length)
    {
        if (shape.Blocks is { } blocks)
        {
            BigInteger twice = 0;
            foreach (var block in blocks)
            {
                if (block.Attention is not { } attention) continue;
                twice += new BigInteger(attention.TwiceWidth(shape.HiddenSize)) * block.Uses
                    * Math.Min(length, attention.Window ?? length);
            }

            return twice / 2;
        }

        long layer = shape.AttentionWidth / shape.Layers;
        long sliding = shape.SlidingLayerCount;
        return new BigInteger(layer) * (((shape.Layers - sliding) * length) + (sliding * Math.Min(length, shape.SlidingWindow ?? length)));
    }
}
