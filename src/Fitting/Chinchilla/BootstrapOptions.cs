using System;
using System.Threading;

namespace ScalingAnalyzers.Fitting;

/// <summary>How to resample.</summary>
public sealed record BootstrapOptions
{
    /// <summary>Resamples.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>One seed gives one result, on every machine and any number of cores.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>Whether several cores may share the work.</summary>
    public bool Parallel { get; init; } = true;

    /// <summary>Receives the number of finished resamples, about a hundred times.</summary>
    public IProgress<int>? Progress { get; init; }

    /// <summary>Cancels the work.</summary>
    public CancellationToken Cancellation { get; init; }
}
