using System;
using ScalingAnalyzers;

Console.WriteLine(Gopher.Estimates.Summary);

[TrainingConfig(Accelerator = KnownAccelerators.H100Sxm, AcceleratorCount = 1024, Utilization = 0.40)]
public static partial class Gopher
{
    public const long Parameters = 280_000_000_000;
    public const long Tokens     = 300_000_000_000;      // SCALE001
}

[TrainingConfig]
public static partial class Llama31_8B
{
    public const long Parameters = 8_030_261_248;
    public const long Tokens     = 15 * Quantity.Trillion;
}
