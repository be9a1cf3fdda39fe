using System;
using System.Globalization;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// The memory that training needs on the fullest device between steps, bytes. Activations and buffers are additional.
/// </summary>
/// <remarks>
/// Rajbhandari et al. 2020, "ZeRO", arXiv:1910.02054, figure 1: 2 + 2 + K bytes a parameter, K = 12 for Adam with
/// 16-bit weights, divided over data-parallel devices stage by stage.
/// </remarks>
public readonly record struct TrainingMemory
{
    /// <summary>A memory by its parts.</summary>
    /// <param name="weights">Weights in the format of the multiplications.</param>
    /// <param name="gradients">Gradients.</param>
    /// <param name="masterWeights">The 32-bit copy of 16-bit weights.</param>
    /// <param name="optimizerState">Moments.</param>
    /// <param name="parametersPerDevice">Parameters the fullest device computes with.</param>
    public TrainingMemory(long weights, long gradients, long masterWeights, long optimizerState, long parametersPerDevice)
    {
        Weights = weights;
        Gradients = gradients;
        MasterWeights = masterWeights;
        OptimizerState = optimizerState;
        ParametersPerDevice = parametersPerDevice;
    }

    /// <summary>Weights in the format of the multiplications.</summary>
    public long Weights { get; }

    /// <summary>Gradients.</summary>
    public long Gradients { get; }

    /// <summary>The 32-bit copy of 16-bit weights.</summary>
    public long MasterWeights { get; }

    /// <summary>Moments.</summary>
    public long OptimizerState { get; }

    /// <summary>Parameters the fullest device computes with, before ZeRO divides their state.</summary>
    public long ParametersPerDevice { get; }

    /// <summary>The sum, bytes.</summary>
    public long Total => checked(Weights + Gradients + MasterWeights + OptimizerState);

    /// <summary>
    /// The same where only the number of parameters is known. They are assumed to divide evenly over tensor- and
    /// pipeline-parallel devices; norms, small matrices and the ends of the pipeline do not, so the fullest device may
    /// need slightly more.
    /// </summary>
    /// <param name="parameters">All parameters.</param>
    /// <param name="options">How the model is trained; one device, BF16 and Adam where null.</param>
    /// <returns>Bytes on one device, with their parts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count or degree is impossible, or the options need a shape:
    /// Adafactor, expert parallelism.</exception>
    /// <exception cref="OverflowException">The result exceeds a long.</exception>
    public static TrainingMemory Of(long parameters, TrainingMemoryOptions? options = null)
    {
        options ??= new TrainingMemoryOptions();
        if (parameters < 1)
            throw new ArgumentOutOfRangeException(nameof(parameters), parameters,
                "There must be at least 1 parameter; there are " + parameters.ToString(CultureInfo.InvariantCulture) + ".");
        options.Require(heads: int.MaxValue, layers: int.MaxValue, experts: 1);
        if (options.Optimizer == Optimizer.Adafactor)
            throw new ArgumentOutOfRangeException(nameof(options), options.Optimizer,
                "Adafactor's state follows from the shape of each matrix, not from the number of parameters.");
        return Of(
            new DeviceShare { Shared = ShareSink.CeilingOf(parameters, (long)options.TensorParallel * options.PipelineParallel) }, options);
    }

    /// <summary>
    /// The smallest number of devices whose memory fits the state, where only the number of parameters is known: data
    /// parallelism grows, the other degrees are fixed.
    /// </summary>
    /// <param name="parameters">All parameters.</param>
    /// <param name="bytesPerDevice">Memory of one device for weights, gradients and optimizer, bytes.</param>
    /// <param name="options">How the model is trained; its data-parallel degree is ignored.</param>
    /// <returns>Data * tensor * pipeline; null where it fits with no data-parallel degree.</returns>
    /// <exception cref="ArgumentNullException">The options are null.</exception>
    /// <inheritdoc cref="Of(long, TrainingMemoryOptions?)" path="/exception"/>
    public static long? SmallestDeviceCount(long parameters, long bytesPerDevice, TrainingMemoryOptions options) =>
        FewestDevices(bytesPerDevice, options ?? throw new ArgumentNullException(nameof(options)), changed => Of(parameters, changed));

    internal static long? FewestDevices(
        long bytesPerDevice, TrainingMemoryOptions options, Func<TrainingMemoryOptions, TrainingMemory> state)
    {
        long Needed(int groups) => state(options with { DataParallel = groups * options.ExpertParallel }).Total;

        // More groups never need more: halve the interval between too few and enough.
        int enough = Math.Max(1, int.MaxValue / Math.Max(1, options.ExpertParallel));
        if (Needed(enough) > bytesPerDevice) return null;
        int tooFew = 0;
        while (enough - tooFew > 1)
        {
            int middle = tooFew + ((enough - tooFew) / 2);
            if (Needed(middle) <= bytesPerDevice) enough = middle;
            else tooFew = middle;
        }

        return (options with { DataParallel = enough * options.ExpertParallel }).Devices;
    }

    internal static TrainingMemory Of(in DeviceShare share, TrainingMemoryOptions options)
    {
        bool half = options.Precision is not (NumericFormat.FP32 or NumericFormat.TF32);
        checked
        {
            long state = Divided(share.Shared, share.Routed, options, fromStage: 1);
            long moments = options.Optimizer switch
            {
                Optimizer.Adam => 8 * state,
                Optimizer.Adam8Bit => 2 * state,
                Optimizer.SgdMomentum => 4 * state,
                _ => 4 * Divided(share.SharedFactors, share.RoutedFactors, options, fromStage: 1),
            };
            return new TrainingMemory(
                weights: (half ? 2 : 4) * Divided(share.Shared, share.Routed, options, fromStage: 3),
                gradients: (half && !options.Fp32Gradients ? 2 : 4) * Divided(share.Shared, share.Routed, options, fromStage: 2),
                masterWeights: half && options.MasterWeights ? 4 * state : 0,
                optimizerState: moments,
                parametersPerDevice: share.Shared + share.Routed);
        }
    }

    // The state of a routed expert is on the data-parallel devices that have this expert.
    private static long Divided(long shared, long routed, TrainingMemoryOptions options, int fromStage) => options.ZeroStage >= fromStage
        ? checked(ShareSink.CeilingOf(shared, options.DataParallel)
            + ShareSink.CeilingOf(routed, options.DataParallel / options.ExpertParallel))
        : checked(shared + routed);
}
