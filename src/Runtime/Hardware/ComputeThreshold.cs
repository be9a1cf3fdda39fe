using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Hardware;

/// <summary>A training compute above which a legal rule applies.</summary>
public sealed record ComputeThreshold
{
    /// <summary>Makes a threshold.</summary>
    /// <param name="flops">Cumulative training compute above which it applies, FLOPs.</param>
    /// <param name="law">The law and its article.</param>
    /// <param name="consequence">The consequence for the model, in a few words.</param>
    /// <param name="source">The citation.</param>
    public ComputeThreshold(double flops, string law, string consequence, string source)
    {
        Flops = flops;
        Law = law;
        Consequence = consequence;
        Source = source;
    }

    /// <summary>Cumulative training compute above which it applies, FLOPs.</summary>
    public double Flops { get; }

    /// <summary>The law and its article.</summary>
    public string Law { get; }

    /// <summary>The consequence for the model, in a few words.</summary>
    public string Consequence { get; }

    /// <summary>The citation.</summary>
    public string Source { get; }

    /// <summary>The thresholds in force that are known, lowest first. Another one is one more line.</summary>
    public static IReadOnlyList<ComputeThreshold> All { get; } = Array.AsReadOnly(new[]
    {
        new ComputeThreshold(
            1e25,
            "EU AI Act, Article 51(2)",
            "a general-purpose model is presumed to have high-impact capabilities, and so systemic risk",
            "Regulation (EU) 2024/1689, Article 51(2); recital 111 on what counts as cumulative compute"),
    });
}
