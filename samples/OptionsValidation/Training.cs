using System;

namespace OptionsValidation;

/// <summary>What the section "Training" is bound to. No attribute is needed: names give the members.</summary>
public sealed class Training
{
    public long Parameters { get; set; }

    public long Tokens { get; set; }

    public string? Accelerator { get; set; }

    public int AcceleratorCount { get; set; }

    public double Utilization { get; set; }

    public TimeSpan? MaxDays { get; set; }
}
