using System;
using System.Collections.Generic;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Reports;

/// <summary>A run of a report with its findings.</summary>
public sealed class ReportRun
{
    /// <summary>A run in plain values; its findings are those of its checks with their default options.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="ArgumentNullException">No run.</exception>
    public ReportRun(TrainingRun run)
        : this(ConfigRun.Of(run))
    {
    }

    /// <summary>A run that a reader found; its findings are those of its checks.</summary>
    /// <param name="run">The run; <see cref="ConfigRun.Of"/> makes one with options of the checks.</param>
    /// <exception cref="ArgumentNullException">No run.</exception>
    public ReportRun(ConfigRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        Run = run;
        Findings = run.Check();
    }

    /// <summary>The run.</summary>
    public ConfigRun Run { get; }

    /// <summary>What the checks find; a reader may leave out what a file accepts.</summary>
    public IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Where the run is declared, such as the path of its file; empty where nowhere.</summary>
    public string Source { get; init; } = "";

    /// <summary>How a training step runs; where given, and where the run has a shape, the chart of memory shows
    /// activations.</summary>
    public TrainingActivationOptions? Step { get; init; }

    /// <summary>The name of the run.</summary>
    public string Name => Run.Name;
}
