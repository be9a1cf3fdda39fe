using System;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Configuration;

/// <summary>What a member is whose type is marked as a model: the model of the run, a teacher, or another model beside
/// it.</summary>
internal static class ModelParts
{
    private static readonly string[] Teachers = ["teacher"];

    private static readonly string[] Others =
    [
        "draft", "assistant", "reward", "critic", "judge", "reference", "ref", "parent", "ema", "previous", "old", "baseline", "proxy",
        "smaller", "larger", "verifier",
    ];

    /// <summary>The role of the member by its name.</summary>
    public static ConfigRole RoleOf(string name)
    {
        var words = NameWords.Of(name);
        if (words.Any(word => Array.IndexOf(Teachers, word) >= 0)) return ConfigRole.StartingPoint;
        return words.Any(word => Array.IndexOf(Others, word) >= 0) ? ConfigRole.None : ConfigRole.Model;
    }
}
