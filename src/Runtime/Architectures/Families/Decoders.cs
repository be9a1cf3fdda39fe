using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>The fields that nearly all configuration classes share, under the names they share.</summary>
internal static class Decoders
{
    /// <summary>A decoder as Llama's: gated, RMSNorm, rotary, no biases; families change what is theirs. Sizes with a
    /// feed-forward of 0 have experts only.</summary>
    public static TransformerShape Gated(FieldSource fields, Sizes sizes) => new()
    {
        Layers = fields.Size(ConfigRole.Layers, sizes.Layers, "num_hidden_layers", "num_layers"),
        HiddenSize = fields.Size(ConfigRole.HiddenSize, sizes.Hidden, "hidden_size"),
        Heads = fields.Size(ConfigRole.AttentionHeads, sizes.Heads, "num_attention_heads"),
        KeyValueHeads = fields.Optional(ConfigRole.KeyValueHeads, sizes.KeyValueHeads, "num_key_value_heads"),
        HeadSize = fields.Optional(ConfigRole.HeadSize, sizes.HeadSize, "head_dim"),
        FeedForwardSize = sizes.FeedForward == 0 ? 0 : FeedForward(fields, sizes.FeedForward),
        VocabularySize = fields.Size(ConfigRole.VocabularySize, sizes.Vocabulary, "vocab_size"),
        TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, sizes.Tied, "tie_word_embeddings"),
    };

    /// <summary>The same with layer-normed, plain feed-forward blocks.</summary>
    public static TransformerShape Plain(FieldSource fields, Sizes sizes) => Gated(fields, sizes) with
    {
        GatedFeedForward = false,
        Norm = NormKind.Layer,
    };

    /// <summary>Biases of attention where a flag enables them.</summary>
    public static Biases If(bool flag, Biases biases) => flag ? biases : Biases.None;

    /// <summary>
    /// Sets the sliding window of the layers that layer_types names, or of the layers that the family's rule defines.
    /// </summary>
    public static TransformerShape Windowed(TransformerShape shape, FieldSource fields, int? window, int byRule)
    {
        int sliding = byRule;
        JsonNode types = fields.Node("layer_types");
        if (types.Kind == JsonKind.Array)
        {
            sliding = 0;
            int layer = 0;
            foreach (JsonNode type in types.Children)
            {
                if (layer++ >= shape.Layers) break;
                if (type.IsString("sliding_attention") || type.IsString("chunked_attention")) sliding++;
                else if (!type.IsString("full_attention"))
                    fields.Refuse(
                        "layer_types", ConfigRole.None, type, "has " + type.Text + ", which is not an attention that is counted.");
            }

            if (layer < shape.Layers) fields.Refuse("layer_types", ConfigRole.None, types, "names fewer layers than num_hidden_layers.");
        }

        return window is > 0 && sliding > 0 ? shape with { SlidingWindow = window, SlidingLayers = sliding } : shape;
    }

    /// <summary>The window of a field that applies only where use_sliding_window is true (Qwen).</summary>
    public static int? WindowIfUsed(FieldSource fields) =>
        fields.Flag(false, "use_sliding_window") ? fields.Optional(ConfigRole.None, 4096, "sliding_window") : null;

    private static int FeedForward(FieldSource fields, int fallback)
    {
        if (!fields.HasMember(ConfigRole.FeedForwardMultipleOf) || fields.HasMember(ConfigRole.FeedForwardSize))
        {
            return fields.Size(ConfigRole.FeedForwardSize, fallback, "intermediate_size");
        }

        return MetaFeedForward.SizeOrZero(
            fields.Size(ConfigRole.HiddenSize, -1, "hidden_size"),
            fields.Size(ConfigRole.FeedForwardMultipleOf, -1, "multiple_of"),
            fields.Number(ConfigRole.FeedForwardMultiplier, "ffn_dim_multiplier"));
    }
}
