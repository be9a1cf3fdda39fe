using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>The list of all trainers, and the choice among them.</summary>
internal static class AllTrainers
{
    public static IReadOnlyList<TrainerTable> Tables { get; } =
    [
        GptNeoX.Table, LlmFoundry.Table, Torchtitan.Table, Nanotron.Table, NeMo.Table, MegatronBridge.Table, MegatronLm.Table,
        Olmo.Table, OlmoCore.Table, Levanter.Table, Axolotl.Table, TrainingArguments.Table, LlamaFactory.Table, LitGpt.Table,
        DeepSpeed.Table, NanoGpt.Table, MetaParams.Table,
    ];

    /// <summary>The names that keys have anywhere, with their roles: what looks like a role.</summary>
    private static readonly Dictionary<string, ConfigRole> Leaves = Tables
        .SelectMany(table => table.Keys.Select(row => (Leaf: row.Key[(row.Key.LastIndexOf('.') + 1)..], row.Role))
            .Concat((table.Model?.Keys ?? []).Select(key => (Leaf: key.Key[(key.Key.LastIndexOf('.') + 1)..], key.Role))))
        .Where(entry => entry.Leaf.Length > 3 && entry.Role != ConfigRole.None)
        .GroupBy(entry => KeyTree.Normal(entry.Leaf), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First().Role, StringComparer.OrdinalIgnoreCase);

    /// <summary>The trainers that a file may be of.</summary>
    public static IReadOnlyList<TrainerTable> Of(KeyTree tree, FileFormat format) =>
        Tables.Where(table => table.Fits(tree, format)).ToArray();

    /// <summary>The role that a name has at some trainer; None where it has none.</summary>
    public static ConfigRole RoleOf(string leaf) => Leaves.GetValueOrDefault(KeyTree.Normal(leaf));
}
