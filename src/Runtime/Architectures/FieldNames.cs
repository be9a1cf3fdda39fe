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

    /// <summary>Stops the shape at the first misspelt size.</summary>
    public static void CheckAbsent(FieldSource fields, JsonNode config)
    {
        foreach (string size in Sizes)
        {
            if (!config[size].IsMissing) continue;
            foreach (JsonNode field in config.Children)
            {
                if (Math.Abs(field.NameLength - size.Length) > 1) continue;
                string name = field.Name;
                if (Fields.Contains(name) || !IsOneEdit(name, size)) continue;
                fields.Refuse(name, ConfigRole.None, field, "is not a field of a config; " + size + " is.");
                return;
            }
        }
    }

    /// <summary>The size that a field is all but named like; null where it is a field of its own.</summary>
    public static string? Meant(string name)
    {
        foreach (string size in Sizes)
        {
            if (!Fields.Contains(name) && Math.Abs(name.Length - size.Length) <= 1 && IsOneEdit(name, size)) return size;
        }

        return null;
    }

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
