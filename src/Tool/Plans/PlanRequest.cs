using System.Collections.Generic;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Tool.Plans;

/// <summary>A complete request for a plan.</summary>
internal sealed record PlanRequest(IReadOnlyDictionary<ConfigRole, object> Values, ScalingLaw Law)
{
    /// <summary>Training compute, FLOPs, after the reserve; null where a loss or a size decides.</summary>
    public double? TrainingFlops { get; init; }

    /// <summary>The share that was kept back.</summary>
    public double Reserve { get; init; }

    /// <summary>Loss to reach.</summary>
    public double? TargetLoss { get; init; }

    /// <summary>Active over all parameters.</summary>
    public double? ActiveRatio { get; init; }

    public long? Parameters => Long(ConfigRole.Parameters);

    /// <summary>Parameters that a token passes through: those of a mixture that are active, else all.</summary>
    public double? ActiveParameters => Parameters * (ActiveRatio ?? 1);

    public long? UniqueTokens => Long(ConfigRole.UniqueTokens);

    public long? InferenceTokens => Long(ConfigRole.InferenceTokens);

    public long? Vocabulary => Long(ConfigRole.VocabularySize);

    public long? Count => Long(ConfigRole.AcceleratorCount);

    public double? Price => Number(ConfigRole.PricePerAcceleratorHour);

    public double? Utilization => Number(ConfigRole.Utilization);

    public double? Availability => Number(ConfigRole.Availability);

    public double? TokensPerSecond => Number(ConfigRole.TokensPerSecondPerAccelerator);

    public Accelerator? Accelerator => Values.TryGetValue(ConfigRole.Accelerator, out object? name) ? Accelerators.Get((string)name)
        : null;

    public NumericFormat Precision =>
        Values.TryGetValue(ConfigRole.Precision, out object? name) ? System.Enum.Parse<NumericFormat>((string)name) : default;

    /// <summary>The share of the peak that a measured throughput is; null where either is not known.</summary>
    public double? MeasuredUtilization => TokensPerSecond is { } rate && ActiveParameters is { } size && Accelerator is { } chip
        ? ComputeBudget.FlopsOfThroughput(1, size, rate) / ComputeBudget.FlopsOfTime(chip, 1, 1.0 / 24, 1, Precision) : null;

    /// <summary>FLOPs that money buys.</summary>
    public double FlopsOfMoney(double money) => TokensPerSecond is { } rate
        ? ComputeBudget.FlopsOfThroughput(money / Price!.Value, ActiveParameters!.Value, rate)
        : ComputeBudget.FlopsOfMoney(money, Price!.Value, Accelerator!, Utilization!.Value, Precision);

    /// <summary>FLOPs of all accelerators in some days.</summary>
    public double FlopsOfDays(double days) => TokensPerSecond is { } rate
        ? ComputeBudget.FlopsOfThroughput(days * 24 * Count!.Value, ActiveParameters!.Value, rate)
        : ComputeBudget.FlopsOfTime(Accelerator!, Count!.Value, days, Utilization!.Value, Precision);

    private long? Long(ConfigRole role) => Values.TryGetValue(role, out object? value) ? (long)value : null;

    private double? Number(ConfigRole role) => Values.TryGetValue(role, out object? value) ? (double)value : null;
}
