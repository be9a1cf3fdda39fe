using System;
using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// Sizes that a config does not have, and a field that is all but named like one: the library would take its default,
/// and the writer meant another.
/// </summary>
internal static class FieldNames
{
    private static readonly string[] Sizes =
    {
        "num_hidden_layers", "hidden_size", "intermediate_size", "num_attention_heads", "num_key_value_heads", "vocab_size", "head_dim",
        "tie_word_embeddings", "num_experts", "num_local_experts", "num_experts_per_tok", "moe_intermediate_size",
    };

    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal)
    {
        "num_hidden_layers", "hidden_size", "intermediate_size", "num_attention_heads", "num_key_value_heads", "vocab_size", "head_dim",
        "num_experts_per_tok", "num_experts_per_token", "moe_intermediate_size", "num_local_experts", "num_experts", "n_routed_experts",
        "tie_word_embeddings", "hidden_act", "head_dims", "num_layers", "hidden_dim", "intermediate_sizes",
    };

    // One edit leaves the first or the last character of a size as it is, and changes its length by one at most.
    private static readonly NameFilter NearSizes = new(Sizes, lengthsApart: 1);

    /// <summary>Whether a field is no size itself and is all but named like one.</summary>
    public static bool MayBeMisspelt(JsonNode field) => NearSizes.Of(field) != 0 && Meant(field.Name) is not null;

    /// <summary>Stops the shape at the first misspelt size.</summary>
    /// <param name="fields">The fields read.</param>
    /// <param name="config">The config.</param>
    /// <param name="marked">Its fields for which <see cref="MayBeMisspelt"/> is true, and perhaps others.</param>
    public static void CheckAbsent(FieldSource fields, JsonNode config, IReadOnlyList<JsonNode> marked)
    {
        int first = Sizes.Length;
        JsonNode misspelt = default;
        for (int at = 0; at < marked.Count; at++)
        {
            if (!MayBeMisspelt(marked[at])) continue;
            for (int i = 0; i < first; i++)
            {
                if (!IsMisspelt(marked[at].Name, Sizes[i]) || !config[Sizes[i]].IsMissing) continue;
                first = i;
                misspelt = marked[at];
            }
        }

        if (misspelt.IsMissing) return;
        fields.Refuse(misspelt.Name, ConfigRole.None, misspelt, "is not a field of a config; " + Sizes[first] + " is.");
    }

    /// <summary>The size that a field is all but named like; null where it is a field of its own.</summary>
    public static string? Meant(string name)
    {
        foreach (string size in Sizes)
        {
            if (Math.Abs(name.Length - size.Length) <= 1 && IsMisspelt(name, size)) return size;
        }

        return null;
    }

    private static bool IsMisspelt(string name, string size) => IsOneEdit(name, size) && !Fields.Contains(name);

    // Equal but for one character more, less, other, or two exchanged.
    private static bool IsOneEdit(string a, string b)
    {
        int start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start]) start++;
        int end = 0;
        while (end < a.Length - start && end < b.Length - start && a[a.Length - 1 - end] == b[b.Length - 1 - end]) end++;
        int left = a.Length - start - end;
        int right = b.Length - start - end;
        return (left <= 1 && right <= 1) || (left == 2 && right == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]);
    }
}
