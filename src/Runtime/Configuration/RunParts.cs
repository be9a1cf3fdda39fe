using System.Collections.Generic;

namespace ScalingAnalyzers.Configuration;

/// <summary>
/// The parts into which a settings section, or the options object bound to it, may divide a run: "Hardware",
/// "Optimizer". What is in them is read as if it were in the section itself. Parts of other names may be about
/// another run, and are not read.
/// </summary>
internal static class RunParts
{
    private static readonly HashSet<string> Names = new(PlainName.Comparer)
    {
        "Training", "TrainingRun", "Hardware", "Compute", "Cluster", "Optimizer", "Optimization", "Optim", "Schedule", "Scheduler", "Batch",
        "Batching", "Parallelism", "Parallel", "Budget", "Plan",
    };

    private static readonly HashSet<string> KindNames = new(PlainName.Comparer) { "Name", "Type", "Kind" };

    private static readonly HashSet<string> FamilyNames = new(PlainName.Comparer) { "Family", "ModelFamily", "model_type" };

    /// <summary>Whether a group of this name is a part of the run.</summary>
    public static bool Is(string name) => Names.Contains(name);

    /// <summary>The role of a value in a part; None where it has none there.</summary>
    /// <param name="part">The name of the part.</param>
    /// <param name="name">The name of the value.</param>
    public static (ConfigRole Role, double Scale) RoleOf(string part, string name)
    {
        if (IsKind(name) && RoleTable.Of(part).Role == ConfigRole.Optimizer) return (ConfigRole.Optimizer, 1);
        var (role, scale) = RoleTable.Of(name);
        return role == ConfigRole.Model || RoleTable.IsDimension(role) ? (ConfigRole.None, 1) : (role, scale);
    }

    /// <summary>Whether a value of this name says of what kind its part is.</summary>
    public static bool IsKind(string name) => KindNames.Contains(name);

    /// <summary>Whether a text of this name in the part of the model is the name of its family.</summary>
    public static bool IsFamily(string name) => FamilyNames.Contains(name);
}
