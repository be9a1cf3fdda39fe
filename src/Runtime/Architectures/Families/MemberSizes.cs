using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Sizes that C# members give by a ratio: the feed-forward width as a multiple of the model's.</summary>
internal static class MemberSizes
{
    private static readonly string[] Ratios = ["mlpratio", "ffnratio", "ffratio", "expansionratio", "mlpexpansion", "ffnexpansion"];

    /// <summary>Whether a name is such a ratio.</summary>
    public static bool IsRatio(string name) => Array.IndexOf(Ratios, NamedMembers.Normal(name)) >= 0;

    /// <summary>The members with the width that a ratio gives, where no width is declared.</summary>
    public static IReadOnlyDictionary<ConfigRole, decimal> Completed(
        IReadOnlyDictionary<ConfigRole, decimal> members, IReadOnlyDictionary<string, object> others)
    {
        if (others.Count == 0 || members.ContainsKey(ConfigRole.FeedForwardSize)
            || !members.TryGetValue(ConfigRole.HiddenSize, out decimal hidden)) return members;
        foreach (KeyValuePair<string, object> other in others)
        {
            if (!IsRatio(other.Key) || other.Value is not decimal ratio || ratio <= 0 || ratio > 1000 || hidden is <= 0 or > int.MaxValue)
                continue;
            decimal width = hidden * ratio;
            if (width != decimal.Truncate(width) || width > int.MaxValue) continue;
            var completed = new Dictionary<ConfigRole, decimal>();
            foreach (KeyValuePair<ConfigRole, decimal> member in members) completed.Add(member.Key, member.Value);
            completed.Add(ConfigRole.FeedForwardSize, width);
            return completed;
        }

        return members;
    }
}
