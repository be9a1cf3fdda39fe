using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Laws.Literature;

/// <summary>The three training sets of Gadre et al. 2024.</summary>
public static class Gadre2024
{
    /// <summary>Trained on C4.</summary>
    public static GadreLaw C4 { get; } =
        new("c4", "C4", 113.7, 189.5, 0.2425, 1.5083, new(0.8497, 2.0789, 0.7561), new(0.7589, 1.2885, 0.9722));

    /// <summary>Trained on RedPajama.</summary>
    public static GadreLaw RedPajama { get; } =
        new("redpajama", "RedPajama", 166.21, 366.69, 0.27285, 1.83665, new(0.85699, 2.20649, 0.71459), new(0.7608, 1.3229, 0.8907));

    /// <summary>Trained on RefinedWeb.</summary>
    public static GadreLaw RefinedWeb { get; } =
        new("refinedweb", "RefinedWeb", 125.1, 246.2, 0.2544, 1.7345, new(0.8653, 2.2148, 0.7070), new(0.7677, 1.1281, 0.8215));

    /// <summary>All three.</summary>
    public static IReadOnlyList<GadreLaw> All { get; } = Array.AsReadOnly(new[] { C4, RedPajama, RefinedWeb });
}
