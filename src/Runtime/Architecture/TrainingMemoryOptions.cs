namespace ScalingAnalyzers;

/// <summary>How a model is trained, as far as memory cares. The defaults are one device, BF16 weights and Adam with a 32-bit master copy.</summary>
public sealed record TrainingMemoryOptions
{
    /// <summary>The optimizer.</summary>
    public Optimizer Optimizer { get; init; }

    /// <summary>
    /// The format of weights and gradients. FP16, BF16 (also Unspecified) and FP8: 2 bytes each, as mixed precision keeps them, and a master
    /// copy; FP32 and TF32: 4 bytes each and no copy.
    /// </summary>
    public NumericFormat Precision { get; init; }

    /// <summary>Whether 16-bit weights have a 32-bit master copy, 4 bytes (Micikevicius et al. 2018, arXiv:1710.03740, section 3.1).</summary>
    public bool MasterWeights { get; init; } = true;

    /// <summary>Whether gradients are kept in 32 bit though weights are in 16 (Megatron-LM's accumulation).</summary>
    public bool Fp32Gradients { get; init; }

    /// <summary>ZeRO stage: 1 divides optimizer state and master weights over data-parallel devices, 2 gradients too, 3 weights too.</summary>
    public int ZeroStage { get; init; }

    /// <summary>Devices that hold the same part of the model and see other sequences.</summary>
    public int DataParallel { get; init; } = 1;

    /// <summary>Devices that divide each matrix.</summary>
    public int TensorParallel { get; init; } = 1;

    /// <summary>Devices that divide the layers.</summary>
    public int PipelineParallel { get; init; } = 1;

    /// <summary>Devices, taken from the data-parallel ones, that divide the routed experts.</summary>
    public int ExpertParallel { get; init; } = 1;

    /// <summary>All devices: data * tensor * pipeline (expert parallelism lives inside data parallelism).</summary>
    public long Devices => (long)DataParallel * TensorParallel * PipelineParallel;
}
