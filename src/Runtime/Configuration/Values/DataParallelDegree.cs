using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Configuration;

/// <summary>
/// The number of data-parallel ranks: as declared, or the world size divided by the devices that hold one copy of the
/// model. Tensor-, pipeline- and context-parallel devices train on the same sequences.
/// </summary>
internal sealed class DataParallelDegree
{
    private DataParallelDegree(long ranks, string formula)
    {
        Ranks = ranks;
        Formula = formula;
    }

    public long Ranks { get; }

    /// <summary>"DataParallel", "WorldSize / (TensorParallel x PipelineParallel)".</summary>
    public string Formula { get; }

    /// <summary>What is taken for granted; empty where the degree is certain.</summary>
    public string Assumption { get; private init; } = "";

    /// <summary>The roles whose devices share their sequences.</summary>
    public static IReadOnlyList<ConfigRole> OfOneCopy { get; } =
        [ConfigRole.TensorParallel, ConfigRole.PipelineParallel, ConfigRole.ContextParallel];

    /// <summary>The degree; null where it is unknown.</summary>
    public static DataParallelDegree? Of(CheckedConfig config) => Declared(config) ?? OfWorld(config);

    /// <summary>Whether something declares the ranks or the devices.</summary>
    public static bool IsDeclared(CheckedConfig config) => Sources.Any(config.Has);

    private static ConfigRole[] Sources { get; } =
        [ConfigRole.DataParallel, ConfigRole.DataParallelShards, ConfigRole.WorldSize, ConfigRole.AcceleratorCount];

    private static DataParallelDegree? Declared(CheckedConfig config)
    {
        if (config.Count(ConfigRole.DataParallel) is { } ranks) return new(ranks, NameOf(config, ConfigRole.DataParallel));
        if (config.Has(ConfigRole.DataParallel) || config.Count(ConfigRole.DataParallelShards) is not { } shards) return null;
        if (!config.Has(ConfigRole.DataParallelReplicas)) return new(shards, NameOf(config, ConfigRole.DataParallelShards));
        if (config.Count(ConfigRole.DataParallelReplicas) is not { } replicas || shards > long.MaxValue / replicas) return null;
        return new(shards * replicas,
            NameOf(config, ConfigRole.DataParallelReplicas) + " x " + NameOf(config, ConfigRole.DataParallelShards));
    }

    /// <summary>Why a world size gives no degree; null where it does, or nothing declares one.</summary>
    public static string? WhyOpen(CheckedConfig config)
    {
        if (Of(config) is not null || !IsDeclared(config) || config.UnreadParallelism is not { } unread) return null;
        return "'" + unread + "' looks like a degree of parallelism and is not read: the data-parallel degree is unknown; declare "
            + nameof(ConfigRole.DataParallel);
    }

    private static DataParallelDegree? OfWorld(CheckedConfig config)
    {
        if (config.Has(ConfigRole.DataParallel) || config.Has(ConfigRole.DataParallelShards)) return null;
        var role = config.Has(ConfigRole.WorldSize) ? ConfigRole.WorldSize : ConfigRole.AcceleratorCount;
        if (config.Count(role) is not { } world || config.UnreadParallelism is not null) return null;
        long copy = 1;
        var divisors = new List<string>();
        foreach (var part in OfOneCopy.Where(config.Has))
        {
            if (config.Count(part) is not { } degree || copy > long.MaxValue / degree) return null;
            copy *= degree;
            if (degree > 1) divisors.Add(NameOf(config, part));
        }

        if (world % copy != 0) return null;
        string name = NameOf(config, role);
        string formula = divisors.Count switch
        {
            0 => name,
            1 => name + " / " + divisors[0],
            _ => name + " / (" + string.Join(" x ", divisors) + ")",
        };
        bool isPlan = role == ConfigRole.WorldSize || OfOneCopy.Any(config.Has);
        return new(world / copy, formula)
        {
            Assumption = isPlan ? "" : name + " is the data-parallel degree",
        };
    }

    private static string NameOf(CheckedConfig config, ConfigRole role) => config.Find(role)!.Name;
}
