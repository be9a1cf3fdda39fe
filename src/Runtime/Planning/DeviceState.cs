using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.Planning;

/// <summary>Weights, gradients and optimizer of a run on its fullest accelerator, and what that accelerator
/// has.</summary>
public sealed class DeviceState
{
    internal DeviceState(StateMemory state)
    {
        PerDevice = state.PerDevice;
        Devices = state.Devices;
        MemoryBytes = state.Memory;
        Sharding = state.Sharding;
    }

    /// <summary>The state by its parts, bytes; activations and buffers are additional.</summary>
    public TrainingMemory PerDevice { get; }

    /// <summary>All accelerators.</summary>
    public long Devices { get; }

    /// <summary>Memory of one accelerator, bytes.</summary>
    public long MemoryBytes { get; }

    /// <summary>How the state is divided: "ZeRO 3 over 64, tensor 8"; "split evenly over all, the least it can be"
    /// where no sharding is declared.</summary>
    public string Sharding { get; }
}
