using System;
using System.Globalization;

namespace ScalingAnalyzers.Architectures;

/// <summary>How a model is trained, as far as memory cares. The defaults are one device, BF16 weights and Adam with a
/// 32-bit master copy.</summary>
public sealed record TrainingMemoryOptions
{
    /// <summary>The optimizer.</summary>
    public Optimizer Optimizer { get; init; }

    /// <summary>
    /// The format of weights and gradients. FP16, BF16 (also Unspecified) and FP8: 2 bytes each, as in mixed precision,
    /// and a master copy; FP32 and TF32: 4 bytes each without a copy.
    /// </summary>
    public NumericFormat Precision { get; init; }

    /// <summary>Whether 16-bit weights have a 32-bit master copy, 4 bytes (Micikevicius et al. 2018, arXiv:1710.03740,
    /// section 3.1).</summary>
    public bool MasterWeights { get; init; } = true;

    /// <summary>Whether gradients are kept in 32 bit though weights are in 16 (Megatron-LM's accumulation).</summary>
    public bool Fp32Gradients { get; init; }

    /// <summary>These options with gradients in a declared format; null where weights of this precision have no such
    /// gradients.</summary>
    internal TrainingMemoryOptions? WithGradients(NumericFormat? gradients)
    {
        bool isWide = Precision is NumericFormat.FP32 or NumericFormat.TF32;
        return gradients switch
        {
            NumericFormat.Unspecified => this,
            NumericFormat.FP32 or NumericFormat.TF32 => isWide ? this : this with { Fp32Gradients = true },
            NumericFormat.FP16 or NumericFormat.BF16 => isWide ? null : this,
            _ => null,
        };
    }

    /// <summary>ZeRO stage: 1 divides optimizer state and master weights over data-parallel devices, 2 gradients too, 3
    /// weights too.</summary>
    public int ZeroStage { get; init; }

    /// <summary>Devices with the same part of the model and different sequences.</summary>
    public int DataParallel { get; init; } = 1;

    /// <summary>Devices that divide each matrix.</summary>
    public int TensorParallel { get; init; } = 1;

    /// <summary>Devices that divide the layers.</summary>
    public int PipelineParallel { get; init; } = 1;

    /// <summary>Devices, taken from the data-parallel ones, that divide the routed experts.</summary>
    public int ExpertParallel { get; init; } = 1;

    /// <summary>All devices: data * tensor * pipeline (expert parallelism is inside data parallelism).</summary>
    public long Devices => (long)DataParallel * TensorParallel * PipelineParallel;

    /// <summary>Refuses a plan that no model of this many heads, layers and experts can follow.</summary>
    internal void Require(int heads, int layers, int experts)
    {
        RequireDegree(nameof(DataParallel), DataParallel, int.MaxValue, "devices");
        RequireDegree(nameof(TensorParallel), TensorParallel, heads, "the number of heads");
        RequireDegree(nameof(PipelineParallel), PipelineParallel, layers, "the number of layers");
        RequireDegree(nameof(ExpertParallel), ExpertParallel, experts, "the number of experts");
        if (DataParallel % ExpertParallel != 0)
            throw Out(nameof(ExpertParallel), ExpertParallel, "must divide the data-parallel degree " + Text(DataParallel));
        if (ZeroStage is < 0 or > 3) throw Out(nameof(ZeroStage), ZeroStage, "must be 0, 1, 2 or 3");
        if (Optimizer is < Optimizer.Adam or > Optimizer.Adafactor)
            throw Out(nameof(Optimizer), (int)Optimizer, "must be one of the optimizers");
        TransformerShape.BytesFor(1, Precision);
    }

    private static void RequireDegree(string name, int value, int most, string what)
    {
        if (value < 1 || value > most)
            throw Out(name, value, most == int.MaxValue ? "must be at least 1" : "must be from 1 to " + what + ", " + Text(most));
    }

    private static ArgumentOutOfRangeException Out(string name, int value, string rule) =>
        new(name, value, name + " " + rule + "; it is " + Text(value) + ".");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
