using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>Defaults of a mixture as DeepSeek's configuration classes describe it. -1: no default.</summary>
internal sealed record DeepSeekExperts(int Count, int PerToken, int Size, int Shared, int Dense, bool CorrectionBias);

/// <summary>Names of a mixture's fields where a family has others than DeepSeek.</summary>
internal sealed record DeepSeekNames
{
    public string Count { get; init; } = "n_routed_experts";

    public string PerToken { get; init; } = "num_experts_per_tok";

    public string Shared { get; init; } = "n_shared_experts";

    public string Dense { get; init; } = "first_k_dense_replace";
}

/// <summary>DeepSeek-V2 to V3.2 and what is built alike (Kimi K2, GLM-4.7-Flash, GLM-5): latent attention, and experts
/// after a few dense layers.</summary>
/// <remarks>
/// huggingface/transformers, configuration_deepseek_v2.py and configuration_deepseek_v3.py at 008e5742; deepseek_v32,
/// glm_moe_dsa and glm4_moe_lite as in ml-explore/mlx-lm at d78bf58e. kimi_k2 has V3's class beside its checkpoint. The
/// multi-token prediction modules are not part of the model that is counted.
/// </remarks>
internal static class DeepSeekFamilies
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("deepseek_v2", fields =>
            Latent(WithQueryRank(fields), new Sizes(Vocabulary: 32000, Hidden: 4096, FeedForward: 11008, Layers: 32, Heads: 32),
                new DeepSeekExperts(64, -1, 1407, Shared: 2, Dense: 0, CorrectionBias: false), V3Ranks), FamilyLineage.Mixture);
        yield return new ModelFamily("deepseek_v3", V3, FamilyLineage.Mixture);
        yield return new ModelFamily("kimi_k2", V3, FamilyLineage.Mixture);
        yield return new ModelFamily("glm4_moe_lite", fields =>
            Latent(fields, new Sizes(Vocabulary: 154880, Hidden: 2048, FeedForward: 10240, Layers: 47, Heads: 20),
                new DeepSeekExperts(64, 4, 1536, Shared: 1, Dense: 1, CorrectionBias: true), GlmRanks), FamilyLineage.Mixture);
        yield return new ModelFamily("deepseek_v32", fields => Sparse(fields, V3(fields)), FamilyLineage.Mixture);
        yield return new ModelFamily(
            "glm_moe_dsa",
            fields =>
                Sparse(fields, Latent(fields, Sizes.None, new DeepSeekExperts(-1, -1, -1, Shared: 1, Dense: 3, CorrectionBias: true),
                    V3Ranks)), FamilyLineage.Mixture);
    }

    // V2 has one, V2-Lite has none: C# must declare it, null for none.
    private static FieldSource WithQueryRank(FieldSource fields)
    {
        if (fields.IsMembers && fields.Node("q_lora_rank").IsMissing)
            fields.Refuse("q_lora_rank", "is not declared; models of this family differ in it (null: none).");
        return fields;
    }

    private static LatentAttentionShape V3Ranks { get; } =
        new() { QueryRank = 1536, KeyValueRank = 512, ContentHeadSize = 128, RotaryHeadSize = 64, ValueHeadSize = 128 };

    private static LatentAttentionShape GlmRanks { get; } =
        new() { QueryRank = 768, KeyValueRank = 512, ContentHeadSize = 192, RotaryHeadSize = 64, ValueHeadSize = 256 };

    private static TransformerShape V3(FieldSource fields) =>
        Latent(fields, new Sizes(Vocabulary: 129280, Hidden: 7168, FeedForward: 18432, Layers: 61, Heads: 128),
            new DeepSeekExperts(256, 8, 2048, Shared: 1, Dense: 3, CorrectionBias: true), V3Ranks);

    private static TransformerShape Latent(FieldSource fields, Sizes sizes, DeepSeekExperts experts, LatentAttentionShape ranks)
    {
        TransformerShape shape = Decoders.Gated(fields, sizes);
        return shape with
        {
            KeyValueHeads = null,
            HeadSize = null,
            LatentAttention = Ranks(fields, ranks),
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
            Experts = Experts(fields, shape.Layers, experts),
        };
    }

    /// <summary>The ranks and head sizes of latent attention, under the names that all who have it share.</summary>
    internal static LatentAttentionShape Ranks(FieldSource fields, LatentAttentionShape ranks) => new()
    {
        QueryRank = fields.Optional(ConfigRole.None, ranks.QueryRank, "q_lora_rank") ?? 0,
        KeyValueRank = fields.Size(ConfigRole.None, ranks.KeyValueRank, "kv_lora_rank"),
        ContentHeadSize = fields.Size(ConfigRole.None, ranks.ContentHeadSize, "qk_nope_head_dim"),
        RotaryHeadSize = fields.Size(ConfigRole.None, ranks.RotaryHeadSize, "qk_rope_head_dim"),
        ValueHeadSize = fields.Size(ConfigRole.None, ranks.ValueHeadSize, "v_head_dim"),
    };

    // All layers have the indexer.
    private static TransformerShape Sparse(FieldSource fields, TransformerShape shape)
    {
        int layers = fields.Layers(shape.Layers);
        AttentionShape attention = shape.AttentionOfEveryLayer() with
        {
            Indexer = new IndexerShape
            {
                Heads = fields.Own(64, "index_n_heads"),
                HeadSize = fields.Own(128, "index_head_dim"),
                KeptTokens = fields.Own(2048, "index_topk"),
            },
        };
        int sparse = System.Math.Max(0, System.Math.Min(layers, shape.ExpertLayers));
        return shape with
        {
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = attention,
                FeedForwardSize = i < layers - sparse ? shape.FeedForwardSize : 0,
                Experts = i < layers - sparse ? null : shape.Experts! with { Layers = null },
            }),
        };
    }

    /// <summary>The mixture, or null where the config has no routed experts.</summary>
    internal static ExpertShape? Experts(FieldSource fields, int layers, DeepSeekExperts experts, DeepSeekNames? named = null)
    {
        DeepSeekNames names = named ?? DeepSeek;
        JsonNode declared = fields.Node(names.Count);
        if (declared.Kind == JsonKind.Null || (declared.TryGetInt64(out long routed) && routed == 0)) return null;
        int size = fields.Size(ConfigRole.ExpertFeedForwardSize, experts.Size, "moe_intermediate_size");
        int shared = fields.HasMember(ConfigRole.SharedExperts) || fields.IsMembers
            ? fields.Size(ConfigRole.SharedExperts, -1, names.Shared)
            : fields.Optional(ConfigRole.SharedExperts, experts.Shared, names.Shared) ?? 0;
        int dense = fields.Size(ConfigRole.DenseLayers, experts.Dense, names.Dense);
        if (dense > layers && !fields.IsMembers) fields.Refuse(names.Dense, "makes more layers dense than num_hidden_layers has.");
        int frequency = System.Math.Max(1, fields.Trait(ConfigRole.None, 1, "moe_layer_freq"));
        int sparse = 0;
        if (dense <= layers) sparse = Multiples(layers, frequency) - Multiples(dense, frequency);
        JsonNode method = fields.Node("topk_method");
        return new ExpertShape
        {
            Count = fields.Size(ConfigRole.Experts, experts.Count, names.Count, "num_experts"),
            PerToken = fields.Size(ConfigRole.ExpertsPerToken, experts.PerToken, names.PerToken),
            Size = size,
            Layers = dense <= layers ? sparse : -1,
            SharedSize = shared == 0 ? 0 : Widths.Times(size, shared),
            CorrectionBias = method.Kind == JsonKind.String ? method.IsString("noaux_tc") : experts.CorrectionBias,
        };
    }

    private static DeepSeekNames DeepSeek { get; } = new();

    // How many numbers from 0 up to, not including, a bound are multiples of a frequency.
    internal static int Multiples(int bound, int frequency) => (int)(((long)bound + frequency - 1) / frequency);
}
