using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Hardware;

/// <summary>A training compute at which a rule of law begins to hold.</summary>
/// <param name="Flops">Cumulative training compute above which it holds, FLOPs.</param>
/// <param name="Law">The law and its article.</param>
/// <param name="Consequence">What it then says of the model, in a few words.</param>
/// <param name="Source">Where the text stands.</param>
public sealed record ComputeThreshold(double Flops, string Law, string Consequence, string Source)
{
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
