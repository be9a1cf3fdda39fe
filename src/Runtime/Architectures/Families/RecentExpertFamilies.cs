using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>Mixtures since 2024 over ordinary attention: dots.llm1, Ling and Ring, Hunyuan A13B, EXAONE MoE, Trinity,
/// Solar Open.</summary>
/// <remarks>
/// ml-explore/mlx-lm at d78bf58e: dots1.py, bailing_moe.py, hunyuan.py, exaone_moe.py, afmoe.py, solar_open.py;
/// huggingface/transformers, modeling_hunyuan_v1_moe.py. Sizes have no default, but for those of Ling 2's flags, which
/// are RECALLED from its configuration class.
/// </remarks>
internal static class RecentExpertFamilies
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("dots1", Dots, FamilyLineage.Mixture);
        yield return new ModelFamily("solar_open", Solar, FamilyLineage.Mixture);
        yield return new ModelFamily("bailing_moe", Bailing, FamilyLineage.Mixture);
        yield return new ModelFamily("bailing_moe_v2", Bailing, FamilyLineage.Mixture);
        yield return new ModelFamily("hunyuan_v1_moe", Hunyuan, FamilyLineage.Mixture);
        yield return new ModelFamily("exaone_moe", Exaone, FamilyLineage.Mixture);
        yield return new ModelFamily("afmoe", Afmoe, FamilyLineage.Mixture);
        yield return new ModelFamily("qwen3_vl_moe_text", ExpertFamilies.Qwen3, FamilyLineage.Mixture);
        yield return new ModelFamily("qwen3_omni_moe_text", ExpertFamilies.Qwen3, FamilyLineage.Mixture);
    }

    private static TransformerShape Dots(FieldSource fields)
    {
        TransformerShape shape = LlamaFamilies.AttentionBiased(fields, Sizes.None) with { QueryKeyNorm = QueryKeyNorm.PerHead };
        return shape with
        {
            Experts =
            DeepSeekFamilies.Experts(fields, shape.Layers, new DeepSeekExperts(
                -1, -1, -1, Shared: 0, Dense: 0, CorrectionBias: true)) is { } experts ? experts with { CorrectionBias = true } : null
        };
    }

    private static TransformerShape Solar(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(fields, Sizes.None) with
        {
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.QueryKeyValue),
            QueryKeyNorm = fields.Flag(false, "use_qk_norm") ? QueryKeyNorm.PerHead : QueryKeyNorm.None,
        };
        return shape with
        {
            Experts =
            DeepSeekFamilies.Experts(fields, shape.Layers, new DeepSeekExperts(-1, -1, -1, Shared: 1, Dense: 0, CorrectionBias: true))
        };
    }

    // Ling 2 has the first's model_type in some files; its architecture distinguishes them.
    private static TransformerShape Bailing(FieldSource fields)
    {
        bool second = false;
        foreach (JsonNode name in fields.Node("architectures").Children) second |= name.IsString("BailingMoeV2ForCausalLM");
        second |= fields.Node("model_type").IsString("bailing_moe_v2");
        TransformerShape shape = Decoders.Gated(fields, Sizes.None) with
        {
            Biases = Decoders.If(fields.Flag(false, "use_qkv_bias"), Biases.QueryKeyValue)
                | Decoders.If(fields.Flag(false, "use_bias"), Biases.AttentionOutput | Biases.FeedForward | Biases.Experts),
            QueryKeyNorm = fields.Flag(second, "use_qk_norm") ? QueryKeyNorm.PerHead : QueryKeyNorm.None,
        };
        ExpertShape? experts = DeepSeekFamilies.Experts(
            fields, shape.Layers, new DeepSeekExperts(-1, -1, -1, Shared: 0, Dense: 0, CorrectionBias: false), Bailings);
        if (experts is null) return shape;
        int shared = fields.Flag(true, "moe_router_enable_shared_expert") ? experts.SharedSize : 0;
        if (shared > 0 && fields.Has("moe_shared_expert_intermediate_size"))
            shared = Widths.Times(fields.Own(-1, "moe_shared_expert_intermediate_size"), shared / System.Math.Max(1, experts.Size));
        return shape with
        {
            Experts =
            experts with { SharedSize = shared, CorrectionBias = fields.Flag(second, "moe_router_enable_expert_bias") }
        };
    }

    private static DeepSeekNames Bailings { get; } = new() { Count = "num_experts", Shared = "num_shared_experts" };

    // Each size may be one for all layers or a list; a shared feed-forward is as wide as intermediate_size, times its
    // number.
    private static TransformerShape Hunyuan(FieldSource fields)
    {
        if (fields.Flag(false, "use_cla"))
            fields.Refuse("use_cla", "is true: keys and values shared between layers are not counted for Hunyuan.");
        TransformerShape shape =
            LlamaFamilies.AttentionBiased(fields, Sizes.None) with { QueryKeyNorm = PlainRecentFamilies.HunyuanNorm(fields) };
        int layers = fields.Layers(shape.Layers);
        bool stated = fields.Has("moe_intermediate_size") || fields.HasMember(ConfigRole.ExpertFeedForwardSize);
        int[] sizes = stated
            ? fields.PerLayer(ConfigRole.ExpertFeedForwardSize, -1, "moe_intermediate_size", layers)
            : fields.PerLayer(ConfigRole.FeedForwardSize, -1, "intermediate_size", layers);
        int[] perToken = fields.PerLayer(ConfigRole.ExpertsPerToken, -1, "moe_topk", layers);
        int[] shared = fields.PerLayer(
            ConfigRole.SharedExperts, 1, fields.Has("num_shared_expert") ? "num_shared_expert" : "num_shared_experts", layers);
        int[] counts = fields.PerLayer(ConfigRole.Experts, -1, "num_experts", layers);
        bool isShared = fields.Flag(true, "use_mixed_mlp_moe");
        AttentionShape attention = shape.AttentionOfEveryLayer();
        return shape with
        {
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = attention,
                FeedForwardSize = counts[i] == 1 ? shape.FeedForwardSize : 0,
                Experts = counts[i] == 1 ? null : new ExpertShape
                {
                    Count = counts[i],
                    PerToken = perToken[i],
                    Size = sizes[i],
                    SharedSize = isShared && shared[i] > 0 ? Widths.Times(shape.FeedForwardSize, shared[i]) : 0,
                },
            }),
        };
    }

    private static TransformerShape Exaone(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(fields, Sizes.None) with { QueryKeyNorm = QueryKeyNorm.PerHead };
        int layers = fields.Layers(shape.Layers);
        string[] kinds = LayerKinds.Read(fields, "layer_types", layers, Kinds, _ => Kinds[0]);
        List<int>? sparse = fields.Wholes("is_moe_layer");
        if (sparse is not null && sparse.Count != layers)
            fields.Refuse("is_moe_layer", ConfigRole.None, fields.Node("is_moe_layer"), LayerKinds.CountMessage(sparse.Count, layers));
        ExpertShape? experts =
            DeepSeekFamilies.Experts(fields, layers, new DeepSeekExperts(-1, -1, -1, Shared: 0, Dense: 0, CorrectionBias: true), Exaones);
        int dense = fields.Trait(ConfigRole.DenseLayers, 0, "first_k_dense_replace");
        AttentionShape attention = shape.AttentionOfEveryLayer();
        int? window = fields.Optional(ConfigRole.None, 0, "sliding_window");
        return shape with
        {
            Experts = experts,
            Blocks = LayerKinds.Blocks(layers, i =>
            {
                bool mixed = experts is not null && (sparse is null ? i >= dense : i < sparse.Count && sparse[i] != 0);
                return new BlockShape
                {
                    Attention = kinds[i] == Kinds[0] ? attention : attention with { Window = window },
                    FeedForwardSize = mixed ? 0 : shape.FeedForwardSize,
                    Experts = mixed ? experts! with { Layers = null } : null,
                };
            }),
        };
    }

    private static DeepSeekNames Exaones { get; } = new() { Count = "num_experts", Shared = "num_shared_experts" };

    private static string[] Kinds { get; } = { "full_attention", "sliding_attention" };

    // Gated attention and four norms a layer.
    private static TransformerShape Afmoe(FieldSource fields)
    {
        TransformerShape shape =
            Decoders.Gated(fields, new Sizes(Vocabulary: 200192, Hidden: 2048, FeedForward: 6144, Layers: 32, Heads: 32, KeyValueHeads: 4,
                HeadSize: 64)) with
            { QueryKeyNorm = QueryKeyNorm.PerHead };
        int layers = fields.Layers(shape.Layers);
        int every = System.Math.Max(1, fields.Trait(ConfigRole.None, 4, "global_attn_every_n_layers"));
        string[] kinds = LayerKinds.Read(fields, "layer_types", layers, Kinds, i => (i + 1) % every == 0 ? Kinds[0] : Kinds[1]);
        int? window = fields.Optional(ConfigRole.None, 2048, "sliding_window");
        ExpertShape? experts =
            DeepSeekFamilies.Experts(fields, layers, new DeepSeekExperts(128, 8, 1024, Shared: 1, Dense: 2, CorrectionBias: true), Trinity);
        int dense = fields.Size(ConfigRole.DenseLayers, 2, "num_dense_layers");
        AttentionShape attention = shape.AttentionOfEveryLayer() with { Gate = AttentionGate.Channel };
        return shape with
        {
            Experts = experts,
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = kinds[i] == Kinds[0] ? attention : attention with { Window = window },
                FeedForwardSize = i < dense ? shape.FeedForwardSize : 0,
                Experts = i < dense ? null : experts,
                Norms = 4,
            }),
        };
    }

    private static DeepSeekNames Trinity { get; } =
        new() { Count = "num_experts", Shared = "num_shared_experts", Dense = "num_dense_layers" };
}
