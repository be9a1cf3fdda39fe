using System;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers;

/// <content>What a training step stores of its forward pass.</content>
public sealed partial class Estimate
{
    /// <summary>Activations on the fullest device with flash attention in 16 bit, all of them stored but what the run
    /// declares to compute again; null where the shape, the sequence, the micro-batch or a parallel degree is not
    /// known.</summary>
    public TrainingActivations? Activations { get; private set; }

    /// <summary>The least of them: the declared recomputation, or full where none is declared, the loss in parts, and
    /// norms divided along the sequence by tensor-parallel devices.</summary>
    public TrainingActivations? RecomputedActivations { get; private set; }

    private void CountActivations()
    {
        if (Counted.Shape is not { } shape || Counted.SequenceLength is not { } length || Counted.MicroBatchSequences is not { } micro)
            return;
        if (Counted.Precision is not (NumericFormat.Unspecified or NumericFormat.BF16 or NumericFormat.FP16)) return;
        long parts = Counted.ContextParallel ?? 1;
        long tensor = Counted.TensorParallel ?? 1, pipeline = Counted.PipelineParallel ?? 1;
        long each = (length / parts) + (length % parts == 0 ? 0 : 1);
        if (each > int.MaxValue || micro > int.MaxValue || tensor > int.MaxValue || pipeline > int.MaxValue) return;
        var stored = new TrainingActivationOptions
        {
            SequenceLength = (int)each,
            MicroBatch = (int)micro,
            TensorParallel = (int)tensor,
            PipelineParallel = (int)pipeline,
            Recomputation = Counted.Recomputation ?? Recomputation.None,
        };
        try
        {
            var least = shape.TrainingActivations(stored with
            {
                Recomputation = Counted.Recomputation ?? Recomputation.Full,
                ChunkedLogits = true,
                SequenceParallel = tensor > 1,
            });
            (Activations, RecomputedActivations) = (shape.TrainingActivations(stored), least);
        }
        catch (ArgumentOutOfRangeException)
        {
            // More stages than layers: another rule reports it.
        }
        catch (OverflowException)
        {
            // More bytes than a count holds: unknown.
        }
    }
}
