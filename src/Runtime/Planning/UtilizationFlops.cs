using System;
using System.Collections.Generic;
using System.Linq;
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
        : KnowsAttention(run) ? UtilizationBasis.Attention12
        : UtilizationBasis.SixN;

    /// <summary>
    /// The basis for those of several runs that declare none, so that all are counted alike; null where none declares
    /// none. Runs of measured throughput count no FLOPs.
    /// </summary>
    public static UtilizationBasis? CommonBasis(IEnumerable<TrainingRun> runs)
    {
        var counted = runs.Where(run => run.TokensPerSecondPerAccelerator is null).ToArray();
        var open = counted.Where(run => run.UtilizationBasis == UtilizationBasis.Unspecified).ToArray();
        if (open.Length == 0) return null;
        var declared = counted
            .Select(run => run.UtilizationBasis)
            .Where(basis => basis != UtilizationBasis.Unspecified)
            .Distinct()
            .ToArray();
        if (declared.Length > 1 || !open.All(KnowsAttention)) return UtilizationBasis.SixN;
        return declared.Length == 1 ? declared[0] : UtilizationBasis.Attention12;
    }

    /// <summary>Whether a window of the shape keeps some positions from being attended, which a width alone does not
    /// say.</summary>
    public static bool HasWindow(TrainingRun run) => run.Shape is { } shape && run.SequenceLength is { } length
        && Attended(shape, length) != new BigInteger(shape.AttentionWidth) * length;

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

    private static bool KnowsAttention(TrainingRun run) => run.AttentionWidth is not null && run.SequenceLength is not null;

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
                twice += attention.TwiceAttended(shape.HiddenSize, length) * block.Uses;
            }

            return twice / 2;
        }

        long layer = shape.AttentionWidth / shape.Layers;
        long sliding = shape.SlidingLayerCount;
        return new BigInteger(layer) * (((shape.Layers - sliding) * length) + (sliding * Math.Min(length, shape.SlidingWindow ?? length)));
    }
}
