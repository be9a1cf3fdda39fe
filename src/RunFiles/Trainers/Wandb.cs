using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>The config.yaml of a Weights and Biases run: each key of the trainer with `desc` and `value` under it.</summary>
internal static class Wandb
{
    /// <summary>Whether a text is such a file.</summary>
    public static bool IsIn(string text) => text.Contains("\n_wandb:", StringComparison.Ordinal) || text.Contains("wandb_version:", StringComparison.Ordinal);

    /// <summary>The trainer's own keys, where the file is W and B's; the entries as they are where not.</summary>
    public static IEnumerable<KeyEntry> Unwrapped(IReadOnlyList<KeyEntry> entries)
    {
        if (!entries.Any(entry => entry.Path is "_wandb" or "wandb_version")) return entries;
        return entries.Where(entry => !entry.Path.StartsWith("_wandb", StringComparison.Ordinal) && Name(entry.Path) is not null)
            .Select(entry => entry with { Path = Name(entry.Path)! });
    }

    // "lr.value" is lr, "model.value.dim" is model.dim.
    private static string? Name(string path)
    {
        string[] parts = path.Split('.');
        return parts.Length > 1 && parts[1] == "value" ? string.Join('.', parts.Where((_, i) => i != 1)) : null;
    }
}
