using ScalingAnalyzers;

namespace ConfigStyles;

/// <summary>Public fields with initialisers and a base class of common options, the style of trainer options.</summary>
public abstract class TrainerOptions
{
    public int MaxSteps = 100_000;
    public int SequenceLength = 2048;
    public double LearningRate = 3e-4;
}

/// <summary>The derived options add the batch and the size; inherited members count too.</summary>
[TrainingConfig(Accelerator = KnownAccelerators.A100Sxm80GB, AcceleratorCount = 256, Utilization = 0.4)]
public partial class FineGrainedOptions : TrainerOptions
{
    public int PerDeviceBatchSize = 4;
    public int GradientAccumulationSteps = 2;
    public int WorldSize = 256;
    public double ParamsB = 20;
}
