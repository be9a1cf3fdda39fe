using System;
using System.Linq;

namespace ScalingAnalyzers.Architectures;

/// <summary>The way of splitting a model's training state that moves least data and still fits.</summary>
public static class SmallestSharding
{
    private static readonly int[] TensorDegrees = { 1, 2, 4, 8 };
    private static readonly int[] PipelineDegrees = { 1, 2, 4, 8, 16 };

    /// <summary>The first that fits, in the order of what is exchanged: ZeRO 0 to 3, then tensor parallelism up to the
    /// 8 devices of a node, then pipeline stages.</summary>
    /// <remarks>Weights, gradients, master weights and optimizer state only: activations come on top.</remarks>
    /// <param name="shape">The model.</param>
    /// <param name="bytesPerDevice">Memory of one device for this state, bytes.</param>
    /// <param name="devices">All devices.</param>
    /// <param name="options">Optimizer and formats; its degrees and ZeRO stage are ignored. Defaults where
    /// null.</param>
    /// <returns>The options of the sharding; null where none of these fits.</returns>
    /// <exception cref="ArgumentNullException">No shape.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Memory or devices not positive, or an impossible
    /// shape.</exception>
    public static TrainingMemoryOptions? For(
        TransformerShape shape, long bytesPerDevice, long devices, TrainingMemoryOptions? options = null)
    {
        if (shape is null) throw new ArgumentNullException(nameof(shape));
        if (bytesPerDevice < 1)
            throw new ArgumentOutOfRangeException(nameof(bytesPerDevice), bytesPerDevice, "bytesPerDevice must be positive.");
        if (devices is < 1 or > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(devices), devices, "devices must be positive and fit 32 bits.");
        var start = options ?? new TrainingMemoryOptions();
        var candidates =
            from pipeline in PipelineDegrees
            where shape.Layers % pipeline == 0
            from tensor in TensorDegrees
            where shape.Heads % tensor == 0 && (shape.KeyValueHeads ?? shape.Heads) % tensor == 0
            where devices % (pipeline * tensor) == 0
            from stage in new[] { 0, 1, 2, 3 }
            where stage == 0 || devices > pipeline * tensor
            select start with
            {
                ZeroStage = stage,
                TensorParallel = tensor,
                PipelineParallel = pipeline,
                DataParallel = (int)(devices / (pipeline * tensor)),
                ExpertParallel = 1,
            };
        return candidates.FirstOrDefault(candidate => shape.TrainingMemory(candidate).Total <= bytesPerDevice);
    }
}
