using System;
using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// Fields of a JSON config by which mixtures are known, or that change how a block is built, and that the family did
/// not read: the count would be that of another model.
/// </summary>
internal static class UnreadFields
{
    /// <summary>Stops the shape at the first such field.</summary>
    public static void Check(FieldSource fields, JsonNode config, TransformerShape shape)
    {
        if (fields.Problem is not null) return;
        bool isDense = !shape.HasExperts;
        foreach (JsonNode field in config.Children)
        {
            if (field.Kind is JsonKind.False or JsonKind.Null || !MayStop(field.NameLength, field.NameFirst)) continue;
            string name = field.Name;
            if (!(isDense && IsMoreThanOne(field) && IsOfMixture(name)) && !ChangesBlocks(name, field, shape)) continue;
            if (WasRead(fields, field)) continue;
            fields.Refuse(name, ConfigRole.None, field, "is " + Shortened(field.Text)
                + (IsOfMixture(name) ? ", by which mixtures of experts are known, and this model_type does not read it."
                    : ", which changes how the model is built, and this model_type does not read it."));
            return;
        }
    }

    // Names are looked at only where their length and first letter are possible: most fields are none of these.
    private static bool MayStop(int length, char first) => (length is >= 4 and <= 40
        && first is 'n' or 'm' or 'e' or 'r' or 'k' or 't' or 's' or 'a' or 'f' or 'u' or 'l' or 'i' or 'b' or '\\')
            || (first == 'h' && length == 10) || (first == 'd' && length == 4);

    private static bool IsOfMixture(string name)
    {
        // Words are taken apart only of names that can have one of these.
        if (!Has(name, "expert") && !Has(name, "moe") && !Has(name, "router")) return false;
        List<string> words = NameWords.Of(name);
        bool isOfExperts = words.Contains("experts") || words.Contains("expert") || words.Contains("moe") || words.Contains("router");
        return isOfExperts && !words.Contains("coef") && !words.Contains("loss") && !words.Contains("id") && !words.Contains("token");
    }

    private static bool Has(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    // A size, or a list with one for each layer; null, false, 0 and 1 are those of a dense model.
    private static bool IsMoreThanOne(JsonNode field)
    {
        if (field.TryGetInt64(out long number)) return number > 1;
        if (field.Kind != JsonKind.Array) return false;
        foreach (JsonNode item in field.Children)
        {
            if (item.TryGetInt64(out long one) && one > 1) return true;
        }

        return false;
    }

    private static bool ChangesBlocks(string name, JsonNode field, TransformerShape shape)
    {
        switch (name)
        {
            case "attention_head_type": return field.Kind == JsonKind.String && !field.IsString("multihead");
            case "ffn_type" or "mlp_type" or "feed_forward_type": return field.Kind == JsonKind.String;
            case "multi_query" or "mqa": return field.Kind == JsonKind.True && shape.KeyValueHeadCount != 1;
            case "num_key_value_heads" or "num_kv_heads" or "n_kv_heads" or "multi_query_group_num":
                return field.TryGetInt64(out long groups) && groups > 0 && shape.LatentAttention is null && shape.Blocks is null
                    && groups != shape.KeyValueHeadCount;
            case "kv_lora_rank" or "q_lora_rank":
                return field.TryGetInt64(out long rank) && rank > 0 && shape.LatentAttention is null && shape.Blocks is null;
            case "qk_norm" or "use_qk_norm" or "qk_layernorm":
                return field.Kind == JsonKind.True && shape.QueryKeyNorm == QueryKeyNorm.None && shape.Blocks is null;
            case "mlp_hidden_size" or "hidden_dim" or "ffn_dim" or "ff_dim" or "ffn_hidden_size" or "mlp_dim" or "d_ff" or "n_inner":
                return field.TryGetInt64(out long inner) && inner > 0 && shape.Blocks is null && !shape.HasExperts
                    && inner != shape.FeedForwardSize;
            case "embedding_size" or "word_embed_proj_dim" or "embedding_dim":
                return field.TryGetInt64(out long width) && width > 0 && width != shape.HiddenSize && width != shape.VocabularySize;
            default: return false;
        }
    }

    private static bool WasRead(FieldSource fields, JsonNode field)
    {
        int start = field.Position.Start;
        foreach (FieldReading reading in fields.Readings)
        {
            if (!reading.Node.IsMissing && reading.Node.Position.Start == start) return true;
        }

        return false;
    }

    private static string Shortened(string text)
    {
        text = string.Join(" ", text.Split(new[] { ' ', '\n', '\r', '\t' }, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 30 ? text : text.Substring(0, 27) + "...";
    }
}
