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

/// <summary>DeepSeek-V2 to V3.2 and what is built alike (Kimi K2, GLM-4.7-Flash, GLM-5, A.X-K1, Mistral Small 4,
/// Youtu-LLM): latent attention, and experts after a few dense layers.</summary>
/// <remarks>
/// huggingface/transformers, configuration_deepseek_v2.py, configuration_deepseek_v3.py, configuration_glm_moe_dsa.py
/// and configuration_mistral4.py at 008e5742, modular_axk1.py at 0f5550f7, modular_youtu.py at 07497505; deepseek_v32
/// and glm4_moe_lite as in ml-explore/mlx-lm at d78bf58e. kimi_k2 has V3's class beside its checkpoint. The multi-token
/// prediction modules are not part of the model that is counted.
/// </remarks>
internal static class DeepSeekFamilies
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("deepseek_v2", V2, FamilyLineage.Mixture);
        yield return new ModelFamily("deepseek_v3", V3, FamilyLineage.Mixture);
        yield return new ModelFamily("kimi_k2", V3, FamilyLineage.Mixture);
        yield return new ModelFamily("axk1", fields => Axk1(fields, everywhere: false), FamilyLineage.Mixture);
        yield return new ModelFamily("AXK1", fields => Axk1(fields, everywhere: true), FamilyLineage.Mixture);
        yield return new ModelFamily("mistral4", Mistral4, FamilyLineage.Mixture);
        yield return new ModelFamily("youtu", Youtu);
        yield return new ModelFamily("youtu_llm", Youtu);
        yield return new ModelFamily("glm4_moe_lite", fields =>
            Latent(fields, new Sizes(Vocabulary: 154880, Hidden: 2048, FeedForward: 10240, Layers: 47, Heads: 20),
                new DeepSeekExperts(64, 4, 1536, Shared: 1, Dense: 1, CorrectionBias: true), GlmRanks), FamilyLineage.Mixture);
        yield return new ModelFamily("deepseek_v32", fields => Sparse(fields, V3(fields), 64, mayShare: false), FamilyLineage.Mixture);
        yield return new ModelFamily(
            "glm_moe_dsa",
            fields => Sparse(fields, Latent(fields,
                new Sizes(Vocabulary: 154880, Hidden: 6144, FeedForward: 12288, Layers: 78, Heads: 64),
                new DeepSeekExperts(256, 8, 2048, Shared: 1, Dense: 3, CorrectionBias: true), Glm5Ranks), 32, mayShare: true),
            FamilyLineage.Mixture);
    }

    // The decoder of DeepSeek-VL2's smallest model has ordinary attention.
    private static TransformerShape V2(FieldSource fields)
    {
        var sizes = new Sizes(Vocabulary: 32000, Hidden: 4096, FeedForward: 11008, Layers: 32, Heads: 32);
        var experts = new DeepSeekExperts(64, -1, 1407, Shared: 2, Dense: 0, CorrectionBias: false);
        if (fields.Flag(true, "use_mla")) return Latent(WithQueryRank(fields), sizes, experts, V3Ranks);
        TransformerShape shape = LlamaFamilies.AttentionBiased(fields, sizes);
        return shape with { Experts = Experts(fields, shape.Layers, experts) };
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

    private static LatentAttentionShape Glm5Ranks { get; } =
        new() { QueryRank = 2048, KeyValueRank = 512, ContentHeadSize = 192, RotaryHeadSize = 64, ValueHeadSize = 256 };

    private static TransformerShape V3(FieldSource fields) =>
        Latent(fields, new Sizes(Vocabulary: 129280, Hidden: 7168, FeedForward: 18432, Layers: 61, Heads: 128),
            new DeepSeekExperts(256, 8, 2048, Shared: 1, Dense: 3, CorrectionBias: true), V3Ranks);

    // DeepSeek-V3 with a norm on what the experts return. The program beside the checkpoint has it in the dense layer
    // too, and no correction of the router.
    private static TransformerShape Axk1(FieldSource fields, bool everywhere)
    {
        TransformerShape shape = Latent(fields, new Sizes(Vocabulary: 163840, Hidden: 7168, FeedForward: 18432, Layers: 61, Heads: 64),
            new DeepSeekExperts(192, 8, 2048, Shared: 1, Dense: 1, CorrectionBias: !everywhere), V3Ranks);
        int layers = fields.Layers(shape.Layers);
        int dense = layers - System.Math.Max(0, System.Math.Min(layers, shape.ExpertLayers));
        AttentionShape attention = shape.AttentionOfEveryLayer();
        return shape with
        {
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = attention,
                FeedForwardSize = i < dense ? shape.FeedForwardSize : 0,
                Experts = i < dense || shape.Experts is null ? null : shape.Experts with { Layers = null },
                Norms = i < dense && !everywhere ? 2 : 3,
            }),
        };
    }

    private static TransformerShape Mistral4(FieldSource fields)
    {
        TransformerShape shape = Latent(fields, new Sizes(Vocabulary: 131072, Hidden: 4096, FeedForward: 12288, Layers: 36, Heads: 32),
            new DeepSeekExperts(128, 4, 2048, Shared: 1, Dense: 0, CorrectionBias: false),
            new LatentAttentionShape
            {
                QueryRank = 1024,
                KeyValueRank = 256,
                ContentHeadSize = 64,
                RotaryHeadSize = 64,
                ValueHeadSize = 128,
            });
        return shape with { Experts = shape.Experts is { } experts ? experts with { CorrectionBias = false } : null };
    }

    private static TransformerShape Youtu(FieldSource fields) => Latent(fields,
        new Sizes(Vocabulary: 128256, Hidden: 2048, FeedForward: 6144, Layers: 32, Heads: 16, Tied: true), null, V3Ranks);

    private static TransformerShape Latent(FieldSource fields, Sizes sizes, DeepSeekExperts? experts, LatentAttentionShape ranks)
    {
        TransformerShape shape = Decoders.Gated(fields, sizes);
        return shape with
        {
            KeyValueHeads = null,
            HeadSize = null,
            LatentAttention = Ranks(fields, ranks),
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
            Experts = experts is null ? null : Experts(fields, shape.Layers, experts),
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

    // GLM-5.2's layers may use what an earlier layer's indexer picked.
    private static TransformerShape Sparse(FieldSource fields, TransformerShape shape, int indexHeads, bool mayShare)
    {
        int layers = fields.Layers(shape.Layers);
        AttentionShape shared = shape.AttentionOfEveryLayer();
        AttentionShape attention = shared with
        {
            Indexer = new IndexerShape
            {
                Heads = fields.Own(indexHeads, "index_n_heads"),
                HeadSize = fields.Own(128, "index_head_dim"),
                KeptTokens = fields.Own(2048, "index_topk"),
            },
        };
        bool[]? own = mayShare ? Indexers(fields, layers) : null;
        int sparse = System.Math.Max(0, System.Math.Min(layers, shape.ExpertLayers));
        return shape with
        {
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = own is null || own[i] ? attention : shared,
                FeedForwardSize = i < layers - sparse ? shape.FeedForwardSize : 0,
                Experts = i < layers - sparse ? null : shape.Experts! with { Layers = null },
            }),
        };
    }

    // A list of words, a word of letters, or every n-th layer from an offset on.
    private static bool[] Indexers(FieldSource fields, int layers)
    {
        var own = new bool[layers];
        if (!fields.Has("indexer_types") && fields.Node("index_topk_pattern").AsString() is { } letters)
        {
            if (letters.Length != layers)
                fields.Refuse("index_topk_pattern", LayerKinds.CountMessage(letters.Length, layers));
            for (int i = 0; i < layers; i++) own[i] = i >= letters.Length || letters[i] != 'S';
            return own;
        }

        int frequency = System.Math.Max(1, fields.Trait(ConfigRole.None, 1, "index_topk_freq"));
        int offset = fields.Trait(ConfigRole.None, 2, "index_skip_topk_offset");
        string[] kinds = LayerKinds.Read(fields, fields.Has("indexer_types") ? "indexer_types" : "index_topk_pattern", layers, IndexerKinds,
            i => IndexerKinds[System.Math.Max(i - offset + 1, 0) % frequency == 0 ? 0 : 1]);
        for (int i = 0; i < layers; i++) own[i] = kinds[i] == IndexerKinds[0];
        return own;
    }

    private static string[] IndexerKinds { get; } = { "full", "shared" };

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
