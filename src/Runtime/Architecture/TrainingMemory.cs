namespace ScalingAnalyzers;

/// <summary>What training keeps on the fullest device between steps, bytes. Activations and buffers come on top.</summary>
/// <param name="Weights">Weights in the format of the multiplications.</param>
/// <param name="Gradients">Gradients.</param>
/// <param name="MasterWeights">The 32-bit copy of 16-bit weights.</param>
/// <param name="OptimizerState">Moments.</param>
/// <param name="ParametersPerDevice">Parameters the fullest device computes with, before ZeRO divides their state.</param>
public readonly record struct TrainingMemory(long Weights, long Gradients, long MasterWeights, long OptimizerState, long ParametersPerDevice)
{
    /// <summary>The sum, bytes.</summary>
    public long Total => checked(Weights + Gradients + MasterWeights + OptimizerState);
}
