using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// Feed-forward widths that C# members give in another way than by the role's own names: as a multiple of the model's
/// width, or by a name that means it in some families only.
/// </summary>
internal static class MemberSizes
{
    private static readonly string[] Ratios = ["mlpratio", "ffnratio", "ffratio", "expansionratio", "mlpexpansion", "ffnexpansion"];

    /// <summary>Whether a name is such a ratio.</summary>
    public static bool IsRatio(string name) => Array.IndexOf(Ratios, NamedMembers.Normal(name)) >= 0;

    /// <summary>
    /// The name that means the feed-forward width in a family: Meta's and Mistral's params.json have dim and
    /// hidden_dim, OLMo's first config the width of both gate halves. Elsewhere the names mean other widths, too.
    /// </summary>
    private static string? WidthIn(string family) => family switch
    {
        "llama" or "mistral" or "mixtral" or NamedFamilies.Meta => "hiddendim",
        "hf_olmo" => "mlphiddensize",
        _ => null,
    };

    /// <summary>Whether a member is such a width of the family.</summary>
    public static bool IsWidth(string family, string name) => WidthIn(family) is { } width && NamedMembers.Normal(name) == width;

    /// <summary>The members with the width that a ratio or a family's own name gives, where no width is
    /// declared.</summary>
    public static IReadOnlyDictionary<ConfigRole, decimal> Completed(
        string family, IReadOnlyDictionary<ConfigRole, decimal> members, IReadOnlyDictionary<string, object> others)
    {
        if (others.Count == 0 || members.ContainsKey(ConfigRole.FeedForwardSize)
            || !members.TryGetValue(ConfigRole.HiddenSize, out decimal hidden)) return members;
        foreach (KeyValuePair<string, object> other in others)
        {
            if (other.Value is not decimal value || value <= 0 || hidden is <= 0 or > int.MaxValue) continue;
            if (!IsRatio(other.Key) && !IsWidth(family, other.Key)) continue;
            if (IsRatio(other.Key) && value > 1000) continue;
            decimal width = IsRatio(other.Key) ? hidden * value : value;
            if (width != decimal.Truncate(width) || width > int.MaxValue) continue;
            var completed = new Dictionary<ConfigRole, decimal>();
            foreach (KeyValuePair<ConfigRole, decimal> member in members) completed.Add(member.Key, member.Value);
            completed.Add(ConfigRole.FeedForwardSize, width);
            return completed;
        }

        return members;
    }
}
