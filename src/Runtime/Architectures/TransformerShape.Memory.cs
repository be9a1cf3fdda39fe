using System;
using System.Globalization;

namespace ScalingAnalyzers.Architectures;

public sealed partial record TransformerShape
{
    /// <summary>All weights in one format, bytes.</summary>
    /// <param name="precision">The format; Unspecified is BF16.</param>
    /// <returns>Bytes.</returns>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public long WeightBytes(NumericFormat precision = NumericFormat.BF16) => BytesFor(Parameters, precision);

    /// <summary>
    /// The memory that training needs on the fullest device: the pipeline stage with most parameters. Layers are
    /// distributed evenly, that stage gets the remainder, and the largest blocks count first.
    /// </summary>
    /// <remarks>
    /// State by ZeRO (<see cref="Architectures.TrainingMemory"/>); tensor parallelism as in Megatron-LM,
    /// arXiv:1909.08053, section 3; routed experts are divided over expert-parallel devices, their state over data /
    /// expert of them.
    /// </remarks>
    /// <param name="options">How the model is trained; one device, BF16 and Adam where null.</param>
    /// <returns>Bytes on one device, with their parts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A dimension or a degree of parallelism is impossible.</exception>
    /// <exception cref="OverflowException">The result exceeds a long.</exception>
    public TrainingMemory TrainingMemory(TrainingMemoryOptions? options = null)
    {
        options ??= new TrainingMemoryOptions();
        RequirePossible();
        options.Require(MostHeads(), Layers, MostExperts());
        return Architectures.TrainingMemory.Of(FullestStage(options), options);
    }

    /// <summary>
    /// The smallest number of devices whose memory fits the training state: data parallelism grows, the other degrees
    /// are fixed.
    /// </summary>
    /// <param name="bytesPerDevice">Memory of one device for weights, gradients and optimizer, bytes.</param>
    /// <param name="options">How the model is trained; its data-parallel degree is ignored.</param>
    /// <returns>Data * tensor * pipeline; null where it fits with no data-parallel degree (the part that ZeRO does not
    /// divide is too large).</returns>
    /// <inheritdoc cref="TrainingMemory" path="/exception"/>
    public long? SmallestDeviceCount(long bytesPerDevice, TrainingMemoryOptions options)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        return Architectures.TrainingMemory.FewestDevices(bytesPerDevice, options, TrainingMemory);
    }

    /// <summary>Bytes of so many numbers.</summary>
    internal static long BytesFor(long count, NumericFormat format) => format switch
    {
        NumericFormat.FP32 or NumericFormat.TF32 => checked(4 * count),
        NumericFormat.FP8 or NumericFormat.INT8 => count,
        NumericFormat.FP4 => (count / 2) + (count % 2),
        NumericFormat.Unspecified or NumericFormat.FP16 or NumericFormat.BF16 => checked(2 * count),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a number format."),
    };

    private DeviceShare FullestStage(TrainingMemoryOptions options)
    {
        var sink = new ShareSink(options.TensorParallel, options.ExpertParallel);
        WeightsOf.Visit(this, ref sink);
        DeviceShare stage = sink.Heaviest(ShareSink.CeilingOf(Layers, options.PipelineParallel)) + sink.Shared;
        if (options.PipelineParallel == 1) return stage + sink.Front + sink.Back;
        DeviceShare last = sink.Back + (SharesHead ? sink.TokenTable : default);
        return stage + (sink.Front.Shared >= last.Shared ? sink.Front : last);
    }

    private int MostHeads()
    {
        if (_blocks is null) return Heads;
        int most = 1;
        foreach (BlockShape block in _blocks)
            most = Math.Max(most, Math.Max(block.Attention?.Heads ?? 1, block.Recurrent?.SplitHeads ?? 1));
        return most;
    }

    private int MostExperts()
    {
        if (_blocks is null) return Experts?.Count ?? 1;
        int most = 1;
        foreach (BlockShape block in _blocks) most = Math.Max(most, block.Experts?.Count ?? 1);
        return most;
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
