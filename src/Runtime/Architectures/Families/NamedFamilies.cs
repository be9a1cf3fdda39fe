using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>Files without a model_type that their names give away: Meta's params.json (also Mistral's), and the flags
/// of Megatron-LM.</summary>
/// <remarks>
/// Meta's reference code of Llama 2 and 3, model.py; mistralai/mistral-inference, args.py; NVIDIA/Megatron-LM,
/// megatron/training/arguments.py. All RECALLED, and checked on models whose counts are published.
/// </remarks>
internal static class NamedFamilies
{
    public const string Meta = "params.json";

    public const string Megatron = "megatron";

    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily(Meta, Params);
        yield return new ModelFamily(Megatron, Flags);
    }

    /// <summary>The family whose names an object has; null where it has neither.</summary>
    public static string? Of(JsonNode root)
    {
        if (!root["dim"].IsMissing && !root["n_layers"].IsMissing) return Meta;
        if (root["num_layers"].IsMissing || root["hidden_size"].IsMissing || root["num_attention_heads"].IsMissing) return null;
        foreach (string flag in MegatronOnly)
        {
            if (!root[flag].IsMissing) return Megatron;
        }

        return null;
    }

    private static string[] MegatronOnly { get; } =
    {
        "swiglu", "untie_embeddings_and_output_weights", "group_query_attention", "num_query_groups", "normalization",
        "disable_bias_linear",
        "add_bias_linear", "padded_vocab_size", "make_vocab_size_divisible_by", "position_embedding_type",
    };

    private static TransformerShape Params(FieldSource fields)
    {
        if (fields.Has("moe_args")) fields.Refuse("moe_args", "describes Llama 4's experts, which are not counted from params.json.");

        int hidden = fields.Size(ConfigRole.HiddenSize, -1, "dim");
        int width = fields.Has("hidden_dim") || fields.HasMember(ConfigRole.FeedForwardSize)
            ? fields.Size(ConfigRole.FeedForwardSize, -1, "hidden_dim")
            : MetaFeedForward.SizeOrZero(hidden, fields.Size(ConfigRole.FeedForwardMultipleOf, 256, "multiple_of"),
                fields.Number(ConfigRole.FeedForwardMultiplier, "ffn_dim_multiplier"));
        FieldSource mixture = fields.Inside("moe");
        bool sparse = fields.Has("moe");
        return new TransformerShape
        {
            Layers = fields.Size(ConfigRole.Layers, -1, "n_layers"),
            HiddenSize = hidden,
            Heads = fields.Size(ConfigRole.AttentionHeads, -1, "n_heads"),
            KeyValueHeads = fields.Optional(ConfigRole.KeyValueHeads, 0, "n_kv_heads"),
            HeadSize = fields.Optional(ConfigRole.HeadSize, 0, "head_dim"),
            FeedForwardSize = sparse ? 0 : width,
            VocabularySize = fields.Size(ConfigRole.VocabularySize, -1, "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, false, "tied_embeddings"),
            Experts = sparse
                ? new ExpertShape
                {
                    Count = mixture.Own(-1, "num_experts"),
                    PerToken =
                    mixture.Own(-1, "num_experts_per_tok"),
                    Size = width
                }
                : null,
        };
    }

    // Defaults are the flags' own: GPT's block, LayerNorm, biases, learned positions and a shared table, unless a flag
    // says otherwise.
    private static TransformerShape Flags(FieldSource fields)
    {
        if (fields.Flag(false, "multi_latent_attention"))
            fields.Refuse("multi_latent_attention", "is true: latent attention is not counted from Megatron's flags.");
        if (fields.Has("hybrid_override_pattern"))
            fields.Refuse("hybrid_override_pattern", "makes layers that differ, which are not counted from Megatron's flags.");
        int hidden = fields.Size(ConfigRole.HiddenSize, -1, "hidden_size");
        bool silu = fields.Flag(false, "swiglu");
        bool gated = fields.Flag(false, "quick_geglu") || silu;
        bool biased = !fields.Flag(false, "disable_bias_linear") && fields.Flag(true, "add_bias_linear");
        string positions = fields.Text("position_embedding_type")
            ?? (fields.Flag(false, "use_rotary_position_embeddings") ? "rope" : "learned_absolute");
        bool learned = positions == "learned_absolute";
        bool grouped = fields.Flag(fields.Has("num_query_groups") || fields.HasMember(ConfigRole.KeyValueHeads), "group_query_attention");
        bool rms = fields.Text("normalization") == "RMSNorm";
        int standard = silu ? (int)System.Math.Min(int.MaxValue, ((4L * hidden * 2 / 3) / 64) * 64) : Widths.Times(hidden, 4);
        int width = fields.Optional(ConfigRole.FeedForwardSize, 0, "ffn_hidden_size") ?? standard;
        int count = fields.Has("num_experts") || fields.HasMember(ConfigRole.Experts)
            ? fields.Optional(ConfigRole.Experts, 0, "num_experts") ?? 0
            : 0;
        return new TransformerShape
        {
            Layers = fields.Size(ConfigRole.Layers, -1, "num_layers"),
            HiddenSize = hidden,
            Heads = fields.Size(ConfigRole.AttentionHeads, -1, "num_attention_heads"),
            KeyValueHeads = grouped ? fields.Optional(ConfigRole.KeyValueHeads, 1, "num_query_groups") : null,
            HeadSize = fields.Optional(ConfigRole.HeadSize, 0, "kv_channels"),
            FeedForwardSize = count > 0 ? 0 : width,
            VocabularySize =
                fields.Has("padded_vocab_size") ? fields.Size(ConfigRole.VocabularySize, -1, "padded_vocab_size") : Padded(fields),
            TiedEmbeddings = fields.IsMembers
                ? fields.Flag(ConfigRole.TiedEmbeddings, true, "tie_word_embeddings")
                : !fields.Flag(false, "untie_embeddings_and_output_weights"),
            GatedFeedForward = gated,
            Norm = rms ? NormKind.RootMeanSquare : NormKind.Layer,
            Positions = learned ? PositionEncoding.Learned : PositionEncoding.Rotary,
            LearnedPositions = learned ? fields.Size(ConfigRole.MaxPositions, -1, "max_position_embeddings") : 0,
            QueryKeyNorm = fields.Flag(false, "qk_layernorm") ? QueryKeyNorm.PerHead : QueryKeyNorm.None,
            QueryKeyNormKind = rms ? NormKind.RootMeanSquare : NormKind.Layer,
            Biases =
                Decoders.If(biased, Biases.Block | Biases.Experts) | Decoders.If(fields.Flag(false, "add_qkv_bias"), Biases.QueryKeyValue),
            Experts = count == 0 ? null : new ExpertShape
            {
                Count = count,
                PerToken = fields.Size(ConfigRole.ExpertsPerToken, 2, "moe_router_topk"),
                Size = fields.Optional(ConfigRole.ExpertFeedForwardSize, 0, "moe_ffn_hidden_size") ?? width,
                SharedSize = fields.Optional(ConfigRole.None, 0, "moe_shared_expert_intermediate_size") ?? 0,
            },
        };
    }

    // Rows are added until tensor-parallel devices have equal multiples of 128.
    private static int Padded(FieldSource fields)
    {
        long size = fields.Size(ConfigRole.VocabularySize, -1, "vocab_size");
        if (fields.IsMembers) return (int)size;
        long multiple = (long)System.Math.Max(1, fields.Trait(ConfigRole.None, 128, "make_vocab_size_divisible_by"))
            * System.Math.Max(1, fields.Trait(ConfigRole.None, 1, "tensor_model_parallel_size"));
        long padded = (size + multiple - 1) / multiple * multiple;
        return padded <= int.MaxValue ? (int)padded : 0;
    }
}
