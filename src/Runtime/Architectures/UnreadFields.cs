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
    /// <param name="fields">The fields read.</param>
    /// <param name="marked">The fields of the config for which <see cref="MayBe"/> is true, and perhaps others.</param>
    /// <param name="shape">The shape read.</param>
    public static void Check(FieldSource fields, IReadOnlyList<JsonNode> marked, TransformerShape shape)
    {
        if (fields.Problem is not null) return;
        bool isDense = !shape.HasExperts;
        for (int i = 0; i < marked.Count; i++)
        {
            JsonNode field = marked[i];
            if (field.Kind is JsonKind.False or JsonKind.Null || fields.WasRead(field)) continue;
            string name = field.Name;
            if (!(isDense && IsMoreThanOne(field) && IsOfMixture(name)) && !ChangesBlocks(name, field, shape)) continue;
            fields.Refuse(name, ConfigRole.None, field, "is " + Shortened(field.Text)
                + (IsOfMixture(name) ? ", by which mixtures of experts are known, and this model_type does not read it."
                    : ", which changes how the model is built, and this model_type does not read it."));
            return;
        }
    }

    /// <summary>Whether the name of a field may be that of one.</summary>
    public static bool MayBe(JsonNode field) => BlockNames.Of(field) != 0 || field.NameHasAny(MixtureWords);

    // Words are taken apart only of names that have one of these.
    private static readonly string[] MixtureWords = { "expert", "moe", "router" };

    // The names that ChangesBlocks compares.
    private static readonly NameFilter BlockNames = new(
        new[]
        {
            "attention_head_type", "ffn_type", "mlp_type", "feed_forward_type", "multi_query", "mqa", "num_key_value_heads",
            "num_kv_heads", "n_kv_heads", "multi_query_group_num", "kv_lora_rank", "q_lora_rank", "qk_norm", "use_qk_norm",
            "qk_layernorm", "embedding_size", "word_embed_proj_dim", "embedding_dim", "mlp_hidden_size",
            "hidden_dim", "ffn_dim", "ff_dim", "ffn_hidden_size", "mlp_dim", "d_ff", "n_inner",
        },
        lengthsApart: 0);

    private static bool IsOfMixture(string name)
    {
        List<string> words = NameWords.Of(name);
        bool isOfExperts = words.Contains("experts") || words.Contains("expert") || words.Contains("moe") || words.Contains("router");
        return isOfExperts && !words.Contains("coef") && !words.Contains("loss") && !words.Contains("id") && !words.Contains("token");
    }

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

    private static string Shortened(string text)
    {
        text = string.Join(" ", text.Split(new[] { ' ', '\n', '\r', '\t' }, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 30 ? text : text.Substring(0, 27) + "...";
    }
}
