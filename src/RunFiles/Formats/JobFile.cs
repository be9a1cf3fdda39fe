using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>A job of MosaicML's command: what the trainer reads stands under `parameters`, the machines under
/// `compute`.</summary>
internal static class JobFile
{
    private const string Prefix = "parameters.";

    /// <summary>The trainer's own keys and those of the machines, where the file is a job; else the entries as they
    /// are.</summary>
    public static IReadOnlyList<KeyEntry> Unwrapped(IReadOnlyList<KeyEntry> entries)
    {
        bool isJob = entries.Any(entry => entry.Path is "image" or "compute.gpus")
            && entries.Any(entry => entry.Path.StartsWith(Prefix, StringComparison.Ordinal));
        if (!isJob) return entries;
        return entries.Where(entry => entry.Path.StartsWith(Prefix, StringComparison.Ordinal)
                || entry.Path.StartsWith("compute", StringComparison.Ordinal))
            .Select(entry => entry.Path.StartsWith(Prefix, StringComparison.Ordinal)
                ? entry with { Path = entry.Path[Prefix.Length..] }
                : entry)
            .ToArray();
    }
}
