using System;

namespace ScalingAnalyzers;

/// <summary>Marks a type as a training run: its numbers are held against scaling laws while they are typed, and what
/// follows from them becomes constants.</summary>
/// <remarks>
/// Every argument is optional. A member of the type with the same role has precedence over the argument.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class TrainingConfigAttribute : Attribute
{
    /// <summary>The law to use, one of <see cref="KnownLaws"/>; besiroglu-2024 by default.</summary>
    public string? Law { get; set; }

    /// <summary>The purpose of the run.</summary>
    public TrainingIntent Intent { get; set; }

    /// <summary>The stage of training; the laws apply to pre-training only.</summary>
    public TrainingStage Stage { get; set; }

    /// <summary>The accelerator, one of <see cref="KnownAccelerators"/>.</summary>
    public string? Accelerator { get; set; }

    /// <summary>The number of accelerators; there is no default.</summary>
    public int AcceleratorCount { get; set; }

    /// <summary>Model FLOPs utilization over the whole wall time, restarts included, in (0, 1]; there is no
    /// default.</summary>
    public double Utilization { get; set; }

    /// <summary>The number format of matrix multiplication; BF16 by default, FP16 on chips without BF16.</summary>
    public NumericFormat Precision { get; set; }

    /// <summary>
    /// Dense peak of one accelerator, FLOP/s, for a chip that is not known by name or runs below its data sheet; the
    /// known chip's peak by default.
    /// </summary>
    public double PeakFlopsPerSecond { get; set; }

    /// <summary>Price of one accelerator for an hour, in your currency; there is no default.</summary>
    public double PricePerAcceleratorHour { get; set; }

    /// <summary>The most training FLOPs allowed.</summary>
    public double MaxFlops { get; set; }

    /// <summary>The most accelerator-hours allowed.</summary>
    public double MaxAcceleratorHours { get; set; }

    /// <summary>The highest cost allowed, in the currency of the price.</summary>
    public double MaxCost { get; set; }

    /// <summary>The longest wall-clock time allowed, days.</summary>
    public double MaxDays { get; set; }

    /// <summary>The loss to reach, nats per token on the law's own data and tokenizer: plans what of the run is not
    /// declared.</summary>
    public double TargetLoss { get; set; }

    /// <summary>The type that describes the model.</summary>
    public Type? Model { get; set; }

    /// <summary>Why a deviation is intended; silences the balance rules here and appears in reports.</summary>
    public string? Justification { get; set; }

    /// <summary>The name of the nested class of constants; Estimates by default. For a type in which that name is
    /// taken.</summary>
    public string? EstimatesName { get; set; }
}
