using System.Linq;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Configuration;

/// <summary>Into how many parts a config divides matrices, layers and sequences.</summary>
internal static class ParallelDegrees
{
    private static readonly ConfigRole[] OfOneCopy = [ConfigRole.TensorParallel, ConfigRole.PipelineParallel, ConfigRole.ContextParallel];

    /// <summary>The degree; null where it is unset or cannot be read.</summary>
    public static long? Of(CheckedConfig config, ConfigRole role) =>
        Numbers.ToInteger(config.Find(role)?.Content) is { } value && value > 0 && value <= int.MaxValue ? (long)value : null;

    /// <summary>Whether none of the degrees is written and cannot be read.</summary>
    public static bool AreKnown(CheckedConfig config) => OfOneCopy.All(role => !config.Has(role) || Of(config, role) is not null);
}
