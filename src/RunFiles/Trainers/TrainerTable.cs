using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>A way in which the words of a trainer mislead, and its source.</summary>
internal sealed record Trap(string Text, string Source);

/// <summary>Everything that is known of one trainer's files: its marks, its keys, its model, its traps.</summary>
internal sealed class TrainerTable
{
    public TrainerTable(string name, string units)
    {
        Name = name;
        Units = units;
    }

    public string Name { get; }

    /// <summary>Whose words Runtime multiplies by: one of ConfigRunBuilder.Trainers.</summary>
    public string Units { get; }

    /// <summary>"EleutherAI/gpt-neox ea7aefd8f8, megatron/neox_arguments/arguments.py".</summary>
    public string Source { get; init; } = "";

    public IReadOnlyList<FileFormat> Formats { get; init; } = [];

    /// <summary>Sets of keys: a file that has all keys of one set may be this trainer's.</summary>
    public IReadOnlyList<string[]> Marks { get; init; } = [];

    /// <summary>Keys that show another trainer; one that ends in a dot counts only as a table.</summary>
    public IReadOnlyList<string> Foreign { get; init; } = [];

    public IReadOnlyList<KeyRow> Keys { get; init; } = [];

    /// <summary>Further keys that the trainer reads: none of them is a slip of a key with a role.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>The model; null where the files hold none.</summary>
    public ModelTable? Model { get; init; }

    /// <summary>What no row can hold: values of several keys, keys that switch others off.</summary>
    public Action<RunDraft>? Finish { get; init; }

    /// <summary>Reports what the trainer itself refuses; called when all inputs are given.</summary>
    public Action<RunDraft>? Refuse { get; init; }

    /// <summary>The shape, where no config.json means the same; called when all inputs are given.</summary>
    public Action<RunDraft>? Shape { get; init; }

    public IReadOnlyList<Trap> Traps { get; init; } = [];

    /// <summary>Whether a file may be this trainer's.</summary>
    public bool Fits(KeyTree tree, FileFormat format) => Formats.Contains(format)
        && !Foreign.Any(key => key.EndsWith('.') ? tree.HasTable(key[..^1]) : tree.Has(key)) && Marks.Any(set => set.All(tree.Has));
}
