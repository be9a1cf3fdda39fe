using System;
using System.Globalization;

namespace ScalingAnalyzers;

public sealed partial record TransformerShape
{
    /// <summary>All weights in one format, bytes.</summary>
    /// <param name="precision">The format; Unspecified is BF16.</param>
    /// <returns>Bytes.</returns>
    /// <inheritdoc cref="Parameters" path="/exception"/>
    public long WeightBytes(NumericFormat precision = NumericFormat.BF16) => checked(Parameters * BytesOf(precision));

    /// <summary>
    /// What training keeps on the fullest device: the pipeline stage with most parameters, where layers are dealt out evenly and a
    /// remainder goes to it, and blocks with the most parameters count first.
    /// </summary>
    /// <remarks>
    /// Rajbhandari et al. 2020, "ZeRO", arXiv:1910.02054, figure 1: 2 + 2 + K bytes a parameter, K = 12 for Adam, divided over
    /// data-parallel devices stage by stage. Tensor parallelism as in Megatron-LM, arXiv:1909.08053, section 3; routed experts are
    /// divided over expert-parallel devices, their state over data / expert of them.
    /// </remarks>
    /// <param name="options">How the model is trained; one device, BF16 and Adam where null.</param>
    /// <returns>Bytes on one device, with their parts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A dimension or a degree of parallelism is impossible.</exception>
    /// <exception cref="OverflowException">More than a long holds.</exception>
    public TrainingMemory TrainingMemory(TrainingMemoryOptions? options = null)
    {
        options ??= new TrainingMemoryOptions();
        RequirePossible();
        Require(options);
        DeviceShare share = FullestStage(options);
        bool half = options.Precision is not (NumericFormat.FP32 or NumericFormat.TF32);
        long shared = options.DataParallel;
        long routed = options.DataParallel / options.ExpertParallel;
        checked
        {
            long state = Divided(share, options.ZeroStage >= 1, shared, routed);
            long moments = options.Optimizer switch
            {
                Optimizer.Adam => 8 * state,
                Optimizer.Adam8Bit => 2 * state,
                Optimizer.SgdMomentum => 4 * state,
                _ => 4 * Divided(new DeviceShare { Shared = share.SharedFactors, Routed = share.RoutedFactors }, options.ZeroStage >= 1, shared, routed),
            };
            return new TrainingMemory(
                Weights: (half ? 2 : 4) * Divided(share, options.ZeroStage >= 3, shared, routed),
                Gradients: (half && !options.Fp32Gradients ? 2 : 4) * Divided(share, options.ZeroStage >= 2, shared, routed),
                MasterWeights: half && options.MasterWeights ? 4 * state : 0,
                OptimizerState: moments,
                ParametersPerDevice: share.Shared + share.Routed);
        }
    }

    /// <summary>Bytes of one number.</summary>
    internal static int BytesOf(NumericFormat format) => format switch
    {
        NumericFormat.FP32 or NumericFormat.TF32 => 4,
        NumericFormat.FP8 => 1,
        NumericFormat.Unspecified or NumericFormat.FP16 or NumericFormat.BF16 => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a number format."),
    };

    private DeviceShare FullestStage(TrainingMemoryOptions options)
    {
        var sink = new ShareSink(options.TensorParallel, options.ExpertParallel);
        WeightsOf.Visit(this, ref sink);
        long layers = ShareSink.CeilingOf(Layers, options.PipelineParallel);
        bool sparseFirst = sink.Sparse.Shared + sink.Sparse.Routed >= sink.Dense.Shared;
        long heavier = Math.Min(layers, sparseFirst ? ExpertLayers : Layers - ExpertLayers);
        DeviceShare blocks = (sink.Block * layers)
            + ((sparseFirst ? sink.Sparse : sink.Dense) * heavier)
            + ((sparseFirst ? sink.Dense : sink.Sparse) * (layers - heavier));
        if (options.PipelineParallel == 1) return blocks + sink.Front + sink.Back;
        DeviceShare last = sink.Back + (TiedEmbeddings ? sink.TokenTable : default);
        return blocks + (sink.Front.Shared >= last.Shared ? sink.Front : last);
    }

    private static long Divided(DeviceShare share, bool divide, long shared, long routed) => divide
        ? checked(ShareSink.CeilingOf(share.Shared, shared) + ShareSink.CeilingOf(share.Routed, routed))
        : checked(share.Shared + share.Routed);

    private void Require(TrainingMemoryOptions options)
    {
        RequireDegree(nameof(options.DataParallel), options.DataParallel, int.MaxValue, "devices");
        RequireDegree(nameof(options.TensorParallel), options.TensorParallel, Heads, "the number of heads");
        RequireDegree(nameof(options.PipelineParallel), options.PipelineParallel, Layers, "the number of layers");
        RequireDegree(nameof(options.ExpertParallel), options.ExpertParallel, Experts?.Count ?? 1, "the number of experts");
        if (options.DataParallel % options.ExpertParallel != 0)
        {
            throw Degree(nameof(options.ExpertParallel), options.ExpertParallel, "must divide the data-parallel degree " + Text(options.DataParallel));
        }

        if (options.ZeroStage is < 0 or > 3) throw Degree(nameof(options.ZeroStage), options.ZeroStage, "must be 0, 1, 2 or 3");
        if (options.Optimizer is < Optimizer.Adam or > Optimizer.Adafactor) throw Degree(nameof(options.Optimizer), (int)options.Optimizer, "is no optimizer");
        BytesOf(options.Precision);
    }

    private static void RequireDegree(string name, int value, int most, string what)
    {
        if (value < 1 || value > most) throw Degree(name, value, "must be from 1 to " + what + (most == int.MaxValue ? "" : ", " + Text(most)));
    }

    private static ArgumentOutOfRangeException Degree(string name, int value, string rule) => new(name, value, name + " " + rule + "; it is " + Text(value) + ".");

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
