using System;
using ScalingAnalyzers.Fitting;

namespace ScalingAnalyzers.Reports;

/// <summary>A fit of a report.</summary>
public sealed class ReportFit
{
    /// <summary>A fit with a name.</summary>
    /// <param name="name">What the report calls it, such as the name of the file of runs.</param>
    /// <param name="fit">The fit.</param>
    /// <exception cref="ArgumentNullException">No name or no fit.</exception>
    public ReportFit(string name, SweepFit fit)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(fit);
        Name = name;
        Fit = fit;
    }

    /// <summary>What the report calls it.</summary>
    public string Name { get; }

    /// <summary>The fit.</summary>
    public SweepFit Fit { get; }

    /// <summary>Resamples of the cloud of coefficients; 0 leaves the cloud out.</summary>
    public int Resamples { get; init; } = 400;
}
