using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Mixtures whose windowed layers have other heads than the full ones: MiMo-V2-Flash,
/// Step-3.5-Flash.</summary>
/// <remarks>ml-explore/mlx-lm at d78bf58e: mimo_v2_flash.py, step3p5.py. Prediction modules are not counted.</remarks>
internal static class TwoAttentionFamilies
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("mimo_v2_flash", MiMo, FamilyLineage.Mixture);
        yield return new ModelFamily("step3p5", Step, FamilyLineage.Mixture);
    }

    private static TransformerShape MiMo(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(fields, Sizes.None with { KeyValueHeads = -1, HeadSize = -1 });
        int layers = fields.Layers(shape.Layers);
        int[] windowed = fields.PerLayer(ConfigRole.None, -1, "hybrid_layer_pattern", layers);
        int[] sparse = fields.PerLayer(ConfigRole.None, -1, "moe_layer_freq", layers);
        AttentionShape full = shape.AttentionOfEveryLayer() with
        {
            ValueHeadSize = fields.Own(-1, "v_head_dim"),
            Sinks = fields.Flag(false, "add_full_attention_sink_bias"),
        };
        AttentionShape local = full with
        {
            Heads = fields.Own(-1, "swa_num_attention_heads"),
            KeyValueHeads = fields.Own(-1, "swa_num_key_value_heads"),
            HeadSize = fields.Own(-1, "swa_head_dim"),
            ValueHeadSize = fields.Own(-1, "swa_v_head_dim"),
            Sinks = fields.Flag(true, "add_swa_attention_sink_bias"),
            Window = fields.Own(-1, "sliding_window_size", "sliding_window"),
        };
        int size = fields.Size(ConfigRole.ExpertFeedForwardSize, -1, "moe_intermediate_size");
        var experts = new ExpertShape
        {
            Count = fields.Size(ConfigRole.Experts, -1, "n_routed_experts"),
            PerToken = fields.Size(ConfigRole.ExpertsPerToken, -1, "num_experts_per_tok"),
            Size = size,
            SharedSize =
                fields.Optional(ConfigRole.SharedExperts, 0, "n_shared_experts") is { } count and > 0 ? Widths.Times(size, count) : 0,
            CorrectionBias = true,
        };
        return shape with
        {
            Experts = experts,
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = windowed[i] == 1 ? local : full,
                FeedForwardSize = sparse[i] == 1 ? 0 : shape.FeedForwardSize,
                Experts = sparse[i] == 1 ? experts : null,
            }),
        };
    }

    private static TransformerShape Step(FieldSource fields)
    {
        var shape = new TransformerShape
        {
            Layers = fields.Size(ConfigRole.Layers, -1, "num_hidden_layers"),
            HiddenSize = fields.Size(ConfigRole.HiddenSize, -1, "hidden_size"),
            Heads = fields.Size(ConfigRole.AttentionHeads, -1, "num_attention_heads"),
            KeyValueHeads = fields.Size(ConfigRole.KeyValueHeads, -1, "num_attention_groups", "num_key_value_heads"),
            HeadSize = fields.Size(ConfigRole.HeadSize, -1, "head_dim"),
            FeedForwardSize = fields.Size(ConfigRole.FeedForwardSize, -1, "intermediate_size"),
            VocabularySize = fields.Size(ConfigRole.VocabularySize, -1, "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, false, "tie_word_embeddings"),
            QueryKeyNorm = QueryKeyNorm.PerHead,
        };
        int layers = fields.Layers(shape.Layers);
        string[] kinds = LayerKinds.Read(fields, "layer_types", layers, Kinds, i => i % 2 == 0 ? Kinds[1] : Kinds[0],
            more: fields.Trait(ConfigRole.None, 0, "num_nextn_predict_layers"));
        AttentionShape full = shape.AttentionOfEveryLayer() with
        {
            Gate = fields.Flag(true, "use_head_wise_attn_gate") ? AttentionGate.Head : AttentionGate.None
        };
        AttentionShape local = full with { Window = fields.Optional(ConfigRole.None, 512, "sliding_window") };
        if (fields.Has("attention_other_setting"))
        {
            FieldSource other = fields.Inside("attention_other_setting");
            local = local with
            {
                Heads = other.Own(-1, "num_attention_heads"),
                KeyValueHeads = other.Trait(ConfigRole.None, shape.KeyValueHeads ?? -1, "num_attention_groups"),
            };
        }
        else if (fields.Has("num_sliding_attention_heads"))
        {
            local = local with { Heads = fields.Own(-1, "num_sliding_attention_heads") };
        }

        var experts = new ExpertShape
        {
            Count = fields.Size(ConfigRole.Experts, 288, "moe_num_experts", fields.Has("num_experts") ? "num_experts" : "n_routed_experts"),
            PerToken = fields.Size(ConfigRole.ExpertsPerToken, 8, "moe_top_k", "num_experts_per_tok"),
            Size = fields.Size(ConfigRole.ExpertFeedForwardSize, 1280, "moe_intermediate_size"),
            SharedSize = fields.Own(1280, "share_expert_dim", "share_expert_dims"),
            CorrectionBias = true,
        };
        bool[]? listed = fields.Has("mlp_layer_types") ? SparseLayers.Each(fields, layers, dense: 3) : null;
        HashSet<int>? sparse = Sparse(fields);
        return shape with
        {
            Experts = experts,
            Blocks = LayerKinds.Blocks(layers, i =>
            {
                bool mixed = listed?[i] ?? sparse?.Contains(i) ?? i > 2;
                return new BlockShape
                {
                    Attention = kinds[i] == Kinds[0] ? full : local,
                    FeedForwardSize = mixed ? 0 : shape.FeedForwardSize,
                    Experts = mixed ? experts : null,
                };
            }),
        };
    }

    // "3,4,5": the numbers of the layers with experts.
    internal static HashSet<int>? Sparse(FieldSource fields)
    {
        if (fields.Text("moe_layers_enum") is not { Length: > 0 } text) return null;
        var layers = new HashSet<int>();
        foreach (string part in text.Split(','))
        {
            if (int.TryParse(
                part, System.Globalization.NumberStyles.AllowLeadingWhite | System.Globalization.NumberStyles.AllowTrailingWhite,
                System.Globalization.CultureInfo.InvariantCulture, out int layer)) layers.Add(layer);
            else fields.Refuse("moe_layers_enum", ConfigRole.None, fields.Node("moe_layers_enum"), "must be whole numbers between commas.");
        }

        return layers;
    }

    private static string[] Kinds { get; } = { "full_attention", "sliding_attention" };
}
