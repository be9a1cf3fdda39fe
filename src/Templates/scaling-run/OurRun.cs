using ScalingAnalyzers;

namespace ScalingRun;

/// <summary>The planned run. Change a number, and the editor compares the run with a published scaling law.</summary>
/// <remarks>64 H100 for 30 days, at 40 % of the peak, are 6.6e22 FLOPs; the law splits them into this model and these
/// tokens.</remarks>
[TrainingConfig(
    Accelerator = KnownAccelerators.H100Sxm, AcceleratorCount = 64, Utilization = 0.40,
    PricePerAcceleratorHour = 2.0, MaxDays = 30)]
public static partial class OurRun
{
    public const long Parameters = 23_200_000_000;
    public const long Tokens = 452_000_000_000;
}
