using System.Collections.Generic;

namespace ScalingAnalyzers.Configuration;

/// <summary>
/// The accelerators of a run that declares its nodes. Trainers write under one name those of a node (Lightning's
/// <c>gpus</c> beside <c>num_nodes</c>) or those of all nodes.
/// </summary>
internal static class AcceleratorTotal
{
    // These names are of all nodes in every config.
    private static readonly string[] NamesOfAll = ["AcceleratorCount", "TotalAccelerators", "TotalGpus"];

    /// <summary>Settles the number of accelerators among the values of a config.</summary>
    public static void Settle(IDictionary<ConfigRole, ConfigValue> values)
    {
        if (Count(values, ConfigRole.NodeCount) is not { } nodes) return;
        bool isDeclared = values.TryGetValue(ConfigRole.AcceleratorCount, out var declared) && !declared.IsUnset;
        long? perNode = Count(values, ConfigRole.AcceleratorsPerNode);
        if (!isDeclared)
        {
            if (perNode is { } each) values[ConfigRole.AcceleratorCount] = Product(values, nodes, each);
            return;
        }

        if (nodes == 1 || IsNameOfAll(declared!.Name) || Count(values, ConfigRole.AcceleratorCount) is not { } written) return;
        if (perNode is { } one && one <= long.MaxValue / nodes && written == one * nodes) return;
        values[ConfigRole.AcceleratorCount] = perNode == written
            ? Product(values, nodes, written)
            : declared.With(new UnknownReason(UnknownKind.OfNodeOrOfAll, Quantity.Format(written), Quantity.Format(nodes)));
    }

    private static ConfigValue Product(IDictionary<ConfigRole, ConfigValue> values, long nodes, long each)
    {
        var (all, part) = (values[ConfigRole.NodeCount], values[ConfigRole.AcceleratorsPerNode]);
        return new ConfigValue(ConfigRole.AcceleratorCount, all.Name + " x " + part.Name, (decimal)nodes * each, 1, part.Source);
    }

    private static bool IsNameOfAll(string name)
    {
        foreach (string known in NamesOfAll)
        {
            if (PlainName.Comparer.Equals(known, name)) return true;
        }

        return false;
    }

    private static long? Count(IDictionary<ConfigRole, ConfigValue> values, ConfigRole role) =>
        values.TryGetValue(role, out var value) ? ValueReading.Count(value).Value : null;
}
