using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Hardware;

/// <summary>A training compute above which a legal rule applies. No legal advice.</summary>
public sealed record ComputeThreshold
{
    private const string Guidelines =
        "Commission guidelines on the scope of obligations for general-purpose AI models, C(2025) 7719, first published 18 July 2025";

    private const string OfficialText = "wording seen in the official text or at the authority";
    private const string Copies = "wording seen in copies of the regulation, not at the Official Journal";
    private const string Reports = "seen in two independent reports, not in the official text";

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

    /// <summary>The day from which it applies; empty where it is not stated.</summary>
    public string AppliesFrom { get; init; } = "";

    /// <summary>How well the row is confirmed; empty for thresholds of the user's own.</summary>
    public string Confidence { get; init; } = "";

    /// <summary>The thresholds in force that are known, lowest first. Another one is one more line.</summary>
    public static IReadOnlyList<ComputeThreshold> All { get; } = Array.AsReadOnly(new[]
    {
        new ComputeThreshold(
            1e25,
            "EU AI Act, Article 51(2)",
            "a general-purpose model is presumed to have high-impact capabilities, and so systemic risk",
            "Regulation (EU) 2024/1689, Article 51(2); recital 111 on what counts as cumulative compute")
        {
            AppliesFrom = "2 August 2025",
            Confidence = Copies,
        },
        new ComputeThreshold(
            1e26,
            "California Business and Professions Code, section 22757.11",
            "its developer is a frontier developer, and with its revenue perhaps a large one",
            "Transparency in Frontier Artificial Intelligence Act (SB 53), Stats. 2025, ch. 138; the original run and later "
                + "modifications of a preceding model count")
        {
            AppliesFrom = "1 January 2026",
            Confidence = OfficialText,
        },
    });

    /// <summary>The compute that the European Commission takes as an indication of a general-purpose model: no rule
    /// reports it, hover texts of compute name it.</summary>
    public static ComputeThreshold GeneralPurpose { get; } = new(
        1e23,
        "EU guidelines on general-purpose models",
        "with the ability to generate language, images or video from text, an indication of a general-purpose model",
        Guidelines)
    {
        AppliesFrom = "2 August 2025",
        Confidence = Reports,
    };

    /// <summary>The compute above which a downstream modifier of a general-purpose model counts as its provider: a
    /// third of the original's.</summary>
    /// <param name="originalFlops">The training compute of the original model, FLOPs; null where it is not known: then
    /// it is a third of 1e23.</param>
    /// <returns>The threshold; null where the original is not above 1e23.</returns>
    public static ComputeThreshold? OfModification(double? originalFlops) => originalFlops <= GeneralPurpose.Flops ? null : new(
        (originalFlops ?? GeneralPurpose.Flops) / 3,
        "EU guidelines on general-purpose models",
        "who modifies another provider's model with more than a third of its compute is likely a provider too",
        Guidelines)
    {
        AppliesFrom = "2 August 2025",
        Confidence = Reports,
    };
}
