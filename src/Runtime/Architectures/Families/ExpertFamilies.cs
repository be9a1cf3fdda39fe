using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>Mixtures of experts over ordinary attention.</summary>
/// <remarks>
/// huggingface/transformers, configuration_*.py: mixtral, qwen2_moe, qwen3_moe, olmoe, llama4, glm4_moe, minimax_m2,
/// ernie4_5_moe at 008e5742, phimoe and granitemoe at 040e1a7e, gpt_oss at 02b8f42b, dbrx at 032b32ab; granitemoeshared
/// RECALLED; grok-1 from xai-org/grok-1 run.py and model.py; deepseek (V1) beside its checkpoint, RECALLED.
/// </remarks>
internal static partial class ExpertFamilies
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("mixtral", Mixtral, FamilyLineage.Mixture);
        yield return new ModelFamily("qwen2_moe", Qwen2, FamilyLineage.Mixture);
        yield return new ModelFamily("qwen3_moe", Qwen3, FamilyLineage.Mixture);
        yield return new ModelFamily("olmoe", Olmoe, FamilyLineage.Mixture);
        yield return new ModelFamily("phimoe", Phi, FamilyLineage.Mixture);
        yield return new ModelFamily("granitemoe", fields => Granite(fields, shared: 0), FamilyLineage.Mixture);
        yield return new ModelFamily("granitemoeshared",
            fields => Granite(fields, fields.Size(ConfigRole.SharedExperts, 0, "shared_intermediate_size")), FamilyLineage.Mixture);
        yield return new ModelFamily("dbrx", Dbrx, FamilyLineage.Mixture);
        yield return new ModelFamily("grok-1", Grok1, FamilyLineage.Mixture);
        yield return new ModelFamily("gpt_oss", GptOss, FamilyLineage.Mixture);
        yield return new ModelFamily("llama4_text", Llama4, FamilyLineage.Mixture);
        yield return new ModelFamily("minimax_m2", MiniMaxM2, FamilyLineage.Mixture);
        yield return new ModelFamily("glm4_moe", Glm4, FamilyLineage.Mixture);
        yield return new ModelFamily("ernie4_5_moe", Ernie, FamilyLineage.Mixture);
        yield return new ModelFamily("deepseek", DeepSeek1, FamilyLineage.Mixture);
    }

    /// <summary>Experts of a family that names their width as other families name the dense width.</summary>
    internal static TransformerShape Everywhere(
        FieldSource fields, Sizes sizes, int experts, int perToken, string count = "num_local_experts")
    {
        TransformerShape shape = Decoders.Gated(fields, sizes with { FeedForward = 0 });
        bool named = fields.HasMember(ConfigRole.FeedForwardSize) && !fields.HasMember(ConfigRole.ExpertFeedForwardSize);
        return shape with
        {
            Experts = new ExpertShape
            {
                Count = fields.Size(ConfigRole.Experts, experts, count, count == "num_experts" ? "num_local_experts" : "num_experts"),
                PerToken = fields.Size(ConfigRole.ExpertsPerToken, perToken, "num_experts_per_tok", "experts_per_token"),
                Size = fields.Size(named ? ConfigRole.FeedForwardSize : ConfigRole.ExpertFeedForwardSize, sizes.FeedForward,
                    "intermediate_size"),
            },
        };
    }

    private static TransformerShape Mixtral(FieldSource fields)
    {
        TransformerShape shape = Everywhere(
            fields, new Sizes(Vocabulary: 32000, Hidden: 4096, FeedForward: 14336, Layers: 32, Heads: 32, KeyValueHeads: 8), 8, 2);
        return Decoders.Windowed(shape, fields, fields.Optional(ConfigRole.None, 0, "sliding_window"), shape.Layers);
    }

    private static TransformerShape Olmoe(FieldSource fields) =>
        Everywhere(fields, new Sizes(Vocabulary: 50304, Hidden: 2048, FeedForward: 2048, Layers: 16, Heads: 16), 64, 8, "num_experts") with
        {
            QueryKeyNorm = QueryKeyNorm.FullWidth,
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
        };

    private static TransformerShape Phi(FieldSource fields)
    {
        TransformerShape shape = Everywhere(
            fields, new Sizes(Vocabulary: 32064, Hidden: 4096, FeedForward: 6400, Layers: 32, Heads: 32, KeyValueHeads: 8), 16, 2) with
        {
            Norm = NormKind.Layer,
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention)
                | Decoders.If(fields.Flag(false, "lm_head_bias"), Biases.Head),
        };
        return Decoders.Windowed(shape, fields, fields.Optional(ConfigRole.None, 0, "sliding_window"), shape.Layers);
    }

    internal static TransformerShape Granite(FieldSource fields, int shared)
    {
        TransformerShape shape =
            Everywhere(fields, new Sizes(Vocabulary: 32000, Hidden: 4096, FeedForward: 11008, Layers: 32, Heads: 32), 8, 2);
        return shape with
        {
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
            Experts = shape.Experts! with { SharedSize = fields.IsMembers ? Widths.Times(shape.Experts.Size, shared) : shared },
        };
    }

    private static TransformerShape Grok1(
        FieldSource fields) => Everywhere(fields, Sizes.None with { Tied = true }, -1, -1, "num_experts") with
        {
            NormsPerLayer = 4,
        };

    private static TransformerShape GptOss(FieldSource fields)
    {
        TransformerShape shape =
            Everywhere(fields, new Sizes(
                Vocabulary: 201088, Hidden: 2880, FeedForward: 2880, Layers: 36, Heads: 64, KeyValueHeads: 8, HeadSize: 64), 128, 4) with
            {
                Biases = Decoders.If(fields.Flag(true, "attention_bias"), Biases.Attention) | Biases.Experts | Biases.Router,
                AttentionSinks = true,
            };
        return Decoders.Windowed(shape, fields, fields.Optional(ConfigRole.None, 128, "sliding_window"), (shape.Layers + 1) / 2);
    }

    private static TransformerShape MiniMaxM2(FieldSource fields)
    {
        TransformerShape shape = Everywhere(fields,
            new Sizes(Vocabulary: 200064, Hidden: 3072, FeedForward: 1536, Layers: 62, Heads: 48, KeyValueHeads: 8, HeadSize: 128), 256, 8);
        if (fields.Has("shared_intermediate_size") && fields.Trait(ConfigRole.None, 0, "shared_intermediate_size") > 0)
        {
            fields.Refuse("shared_intermediate_size", "is not 0: shared experts of MiniMax-M2 are not counted.");
        }

        return shape with
        {
            QueryKeyNorm = fields.Flag(true, "use_qk_norm") ? QueryKeyNorm.FullWidth : QueryKeyNorm.None,
            Experts = shape.Experts! with { CorrectionBias = fields.Flag(true, "use_routing_bias") },
        };
    }

    private static TransformerShape Dbrx(FieldSource fields)
    {
        FieldSource attention = fields.Inside("attn_config");
        FieldSource experts = fields.Inside("ffn_config");
        return new TransformerShape
        {
            Layers = fields.Size(ConfigRole.Layers, 24, "n_layers", "num_hidden_layers"),
            HiddenSize = fields.Size(ConfigRole.HiddenSize, 2048, "d_model", "hidden_size"),
            Heads = fields.Size(ConfigRole.AttentionHeads, 16, "n_heads", "num_attention_heads"),
            KeyValueHeads = attention.Size(ConfigRole.KeyValueHeads, 1, "kv_n_heads"),
            VocabularySize = fields.Size(ConfigRole.VocabularySize, 32000, "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, false, "tie_word_embeddings"),
            Norm = NormKind.LayerWithoutBias,
            Experts = new ExpertShape
            {
                Count = experts.Size(ConfigRole.Experts, 4, "moe_num_experts"),
                PerToken = experts.Size(ConfigRole.ExpertsPerToken, 1, "moe_top_k"),
                Size = fields.HasMember(ConfigRole.FeedForwardSize)
                    ? fields.Size(ConfigRole.FeedForwardSize, -1, "ffn_hidden_size")
                    : experts.Size(ConfigRole.ExpertFeedForwardSize, 3584, "ffn_hidden_size"),
            },
        };
    }

    // intermediate_size is that of an expert, and of the one shared expert; dense layers have intermediate_size_mlp.
    private static TransformerShape Llama4(FieldSource fields)
    {
        int size = fields.Size(ConfigRole.ExpertFeedForwardSize, 8192, "intermediate_size");
        int layers = fields.Size(ConfigRole.Layers, 48, "num_hidden_layers");
        int step = System.Math.Max(1, fields.Trait(ConfigRole.None, 1, "interleave_moe_layer_step"));
        JsonNode listed = fields.Node("moe_layers");
        int sparse = listed.Kind == JsonKind.Array
            ? LayersIn(listed, layers).Count
            : fields.IsMembers
            ? layers - fields.Size(ConfigRole.DenseLayers, -1, "moe_layers")
            : layers / step;
        int interval = System.Math.Max(1, fields.Trait(ConfigRole.None, 4, "no_rope_layer_interval"));
        var shape = new TransformerShape
        {
            Layers = layers,
            HiddenSize = fields.Size(ConfigRole.HiddenSize, 5120, "hidden_size"),
            Heads = fields.Size(ConfigRole.AttentionHeads, 40, "num_attention_heads"),
            KeyValueHeads = fields.Optional(ConfigRole.KeyValueHeads, 8, "num_key_value_heads"),
            HeadSize = fields.Optional(ConfigRole.HeadSize, 128, "head_dim"),
            FeedForwardSize = sparse == layers && !fields.Has("intermediate_size_mlp")
                ? 0
                : fields.Size(ConfigRole.FeedForwardSize, 16384, "intermediate_size_mlp"),
            VocabularySize = fields.Size(ConfigRole.VocabularySize, 202048, "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, false, "tie_word_embeddings"),
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
            QueryKeyNorm = fields.Flag(true, "use_qk_norm") ? QueryKeyNorm.PerHead : QueryKeyNorm.None,
            QueryKeyNormKind = NormKind.ParameterFree,
            Experts = sparse == 0 && !fields.IsMembers ? null : new ExpertShape
            {
                Count = fields.Size(ConfigRole.Experts, 16, "num_local_experts"),
                PerToken = fields.Size(ConfigRole.ExpertsPerToken, 1, "num_experts_per_tok"),
                Size = size,
                Layers = sparse,
                SharedSize = size,
            },
        };
        return Decoders.Windowed(
            shape, fields, fields.Optional(ConfigRole.None, 8192, "attention_chunk_size"), layers - (layers / interval));
    }

    internal static TransformerShape Glm4(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(
            fields, new Sizes(Vocabulary: 151552, Hidden: 4096, FeedForward: 10944, Layers: 46, Heads: 96, KeyValueHeads: 8));
        return shape with
        {
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.QueryKeyValue),
            QueryKeyNorm = fields.Flag(false, "use_qk_norm") ? QueryKeyNorm.PerHead : QueryKeyNorm.None,
            Experts = DeepSeekFamilies.Experts(
                fields, shape.Layers, new DeepSeekExperts(128, 8, 1408, Shared: 1, Dense: 1, CorrectionBias: true)),
        };
    }

    private static TransformerShape DeepSeek1(FieldSource fields)
    {
        TransformerShape shape = LlamaFamilies.AttentionBiased(
            fields, new Sizes(Vocabulary: 102400, Hidden: 4096, FeedForward: 11008, Layers: 30, Heads: 32, KeyValueHeads: 32));
        return shape with
        {
            Experts =
            DeepSeekFamilies.Experts(fields, shape.Layers, new DeepSeekExperts(-1, -1, 1407, Shared: 0, Dense: 0, CorrectionBias: false))
        };
    }

    // Experts in the layers from start to end whose number, from 1, is a multiple of the interval.
    private static TransformerShape Ernie(FieldSource fields)
    {
        if (fields.Flag(false, "use_bias")) fields.Refuse("use_bias", "is true: biases of ERNIE's experts are not counted.");
        TransformerShape shape = Decoders.Gated(
            fields, new Sizes(Vocabulary: 103424, Hidden: 2560, FeedForward: 12288, Layers: 28, Heads: 20, KeyValueHeads: 4, Tied: true));
        int size = fields.Size(ConfigRole.ExpertFeedForwardSize, 1536, "moe_intermediate_size");
        int shared = fields.Size(ConfigRole.SharedExperts, 2, "moe_num_shared_experts");
        int first = fields.Size(ConfigRole.DenseLayers, 1, "moe_layer_start_index");
        int end = shape.Layers;
        if (fields.Node("moe_layer_end_index").TryGetInt64(out long last) && last >= 0 && last < end) end = (int)last + 1;
        int interval = System.Math.Max(1, fields.Trait(ConfigRole.None, 1, "moe_layer_interval"));
        return shape with
        {
            Experts = new ExpertShape
            {
                Count = fields.Size(ConfigRole.Experts, 64, "moe_num_experts", "num_experts"),
                PerToken = fields.Size(ConfigRole.ExpertsPerToken, 6, "moe_k", "num_experts_per_tok"),
                Size = size,
                Layers = (end / interval) - (first / interval),
                SharedSize = shared == 0 ? 0 : Widths.Times(size, shared),
                CorrectionBias = true,
            },
        };
    }
}
