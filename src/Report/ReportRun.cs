using System;
using System.Collections.Generic;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.Reports;

/// <summary>A run of a report with its findings.</summary>
public sealed class ReportRun
{
    /// <summary>A run in plain values; its findings are those of its checks.</summary>
    /// <param name="run">The run.</param>
    /// <param name="options">The options of the checks; the defaults where null.</param>
    /// <exception cref="ArgumentNullException">No run.</exception>
    public ReportRun(TrainingRun run, CheckOptions? options = null)
        : this(ConfigRun.Of(run, options))
    {
    }

    /// <summary>A run that a reader found.</summary>
    /// <param name="run">The run.</param>
    /// <param name="findings">Its findings; those of its checks where null.</param>
    /// <exception cref="ArgumentNullException">No run.</exception>
    public ReportRun(ConfigRun run, IReadOnlyList<Finding>? findings = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        Run = run;
        Findings = findings ?? run.Check();
    }

    /// <summary>The run.</summary>
    public ConfigRun Run { get; }

    /// <summary>What the checks find.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Where the run is declared, such as the path of its file; empty where nowhere.</summary>
    public string Source { get; init; } = "";

    /// <summary>How a training step runs; where given, and where the run has a shape, the chart of memory shows
    /// activations.</summary>
    public TrainingActivationOptions? Step { get; init; }

    /// <summary>The name of the run.</summary>
    public string Name => Run.Name;
}
