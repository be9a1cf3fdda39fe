using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Configuration;

/// <summary>
/// Names without a role that look like a degree of parallelism whose devices train on the same sequences: the world
/// size is then not the data-parallel degree, and by how much it is more is not known.
/// </summary>
internal static class UnreadParallelism
{
    /// <summary>The first such name of a role for which nothing is read; null where there is none.</summary>
    public static string? Of(CheckedConfig config, IEnumerable<string> names) => names
        .Where(name => RoleOf(name) is var role && role != ConfigRole.None && config.Find(role) is null)
        .OrderBy(name => name, System.StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>The role that a name of an inner value has: "Parallel.TensorParallelSize"; None where it has no such
    /// role.</summary>
    public static ConfigRole OfInner(string name) =>
        RoleTable.Of(name).Role is var role && DataParallelDegree.OfOneCopy.Contains(role) ? role : ConfigRole.None;

    private static ConfigRole RoleOf(string name)
    {
        int inner = name.LastIndexOf('.');
        if (inner >= 0) return OfInner(name.Substring(inner + 1));
        var words = NameWords.Of(name);
        bool isDegree = Has(words, "parallel", "parallelism");
        bool isSize = isDegree || Has(words, "degree", "size", "stages", "ranks");
        if (isDegree && Has(words, "tensor", "model", "tp", "mp")) return ConfigRole.TensorParallel;
        if (isSize && Has(words, "pipeline", "pipe", "pp")) return ConfigRole.PipelineParallel;
        if ((isDegree && Has(words, "context", "cp")) || (isSize && Has(words, "ulysses", "ring"))) return ConfigRole.ContextParallel;
        return ConfigRole.None;
    }

    private static bool Has(List<string> words, params string[] any) => any.Any(words.Contains);
}
