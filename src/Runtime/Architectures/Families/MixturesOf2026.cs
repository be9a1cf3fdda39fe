using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Mixtures of 2026 over ordinary attention: Hy3, Mellum 2, Cohere's, Laguna, Granite with sinks.</summary>
/// <remarks>
/// huggingface/transformers: modular_hy_v3.py at 008e5742, modular_mellum.py and modular_laguna.py at 049b5a3a,
/// configuration_cohere2_moe.py at 008e5742 and modular_cohere2_moe.py at 02606a5d, configuration_granitemoe_swa.py at
/// 1b27b6be. Prediction modules are not counted.
/// </remarks>
internal static class MixturesOf2026
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("hy_v3", Hy3, FamilyLineage.Mixture);
        yield return new ModelFamily("mellum", Mellum, FamilyLineage.Mixture);
        yield return new ModelFamily("cohere2_moe", Cohere, FamilyLineage.Mixture);
        yield return new ModelFamily("laguna", Laguna, FamilyLineage.Mixture);
        yield return new ModelFamily("granitemoe_swa", Granite, FamilyLineage.Mixture);
    }

    private static TransformerShape Hy3(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(fields,
            new Sizes(Vocabulary: 120832, Hidden: 4096, FeedForward: 13312, Layers: 80, Heads: 64, KeyValueHeads: 8, HeadSize: 128)) with
        {
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
            QueryKeyNorm = QueryKeyNorm.PerHead,
        };
        if (fields.Flag(false, "mlp_bias")) fields.Refuse("mlp_bias", "is true: biases of Hy3's feed-forwards are not counted.");
        ExpertShape experts = Experts(fields, 192, 8, 1536) with
        {
            Layers = SparseLayers.Count(fields, shape.Layers, dense: 1),
            CorrectionBias = true,
        };
        int shared = fields.Size(ConfigRole.SharedExperts, 1, "num_shared_experts");
        return shape with { Experts = experts with { SharedSize = shared == 0 ? 0 : Widths.Times(experts.Size, shared) } };
    }

    private static TransformerShape Mellum(FieldSource fields)
    {
        bool dense = fields.HasMember(ConfigRole.FeedForwardSize) || !fields.IsMembers;
        var sizes = new Sizes(Vocabulary: 98304, Hidden: 2304, FeedForward: 7168, Layers: 28, Heads: 32, KeyValueHeads: 4, HeadSize: 128);
        TransformerShape shape = Decoders.Gated(fields, dense ? sizes : sizes with { FeedForward = 0 }) with
        {
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
            QueryKeyNorm = QueryKeyNorm.PerHead,
        };
        return Decoders.Windowed(shape, fields, fields.Optional(ConfigRole.None, 1024, "sliding_window"), 0) with
        {
            Experts = Experts(fields, 64, 8, 896) with { Layers = SparseLayers.Count(fields, shape.Layers, dense: 0) },
        };
    }

    // One norm before attention and experts, which are side by side; the first layers may be dense.
    private static TransformerShape Cohere(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(fields, new Sizes(Vocabulary: 256000, Hidden: 8192, FeedForward: 0, Layers: 40, Heads: 64,
            HeadSize: 128, Tied: true)) with
        {
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
            Norm = fields.Has("rms_norm_eps") ? NormKind.RootMeanSquare : NormKind.LayerWithoutBias,
            NormsPerLayer = 1,
            ParallelBlock = true,
        };
        int size = fields.Size(
            fields.HasMember(ConfigRole.ExpertFeedForwardSize) ? ConfigRole.ExpertFeedForwardSize : ConfigRole.FeedForwardSize, 22528,
            "intermediate_size");
        int sparse = SparseLayers.Count(fields, shape.Layers, dense: 0);
        int shared = fields.Size(ConfigRole.SharedExperts, 0, "num_shared_experts");
        int first = System.Math.Max(0, shape.Layers - sparse);
        int firstPattern = System.Math.Max(1, fields.Trait(ConfigRole.None, 1, "prefix_dense_sliding_window_pattern"));
        int pattern = System.Math.Max(1, fields.Trait(ConfigRole.None, 4, "sliding_window_pattern"));
        int windowed = first - (first / firstPattern) + sparse - (sparse / pattern);
        return Decoders.Windowed(shape, fields, fields.Optional(ConfigRole.None, 4096, "sliding_window"), windowed) with
        {
            FeedForwardSize = sparse == shape.Layers ? 0
                : fields.Optional(ConfigRole.None, 0, "prefix_dense_intermediate_size") ?? size,
            Experts = new ExpertShape
            {
                Count = fields.Size(ConfigRole.Experts, 8, "num_experts"),
                PerToken = fields.Size(ConfigRole.ExpertsPerToken, 2, "num_experts_per_tok"),
                Size = size,
                Layers = sparse,
                SharedSize = shared == 0 ? 0 : Widths.Times(size, shared),
            },
        };
    }

    // Each layer has its own number of heads, and each head a gate.
    private static TransformerShape Laguna(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(fields,
            new Sizes(Vocabulary: 100352, Hidden: 2048, FeedForward: 8192, Layers: 40, Heads: 48, KeyValueHeads: 8, HeadSize: 128)) with
        {
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
            QueryKeyNorm = QueryKeyNorm.PerHead,
        };
        int layers = fields.Layers(shape.Layers);
        int[] heads = fields.Has("num_attention_heads_per_layer")
            ? fields.PerLayer(ConfigRole.None, -1, "num_attention_heads_per_layer", layers)
            : new int[layers];
        string[] kinds = LayerKinds.Read(fields, "layer_types", layers, AttentionKinds, _ => AttentionKinds[0]);
        bool[] sparse = SparseLayers.Each(fields, layers, dense: 1);
        int? window = fields.Optional(ConfigRole.None, 512, "sliding_window");
        ExpertShape experts = Experts(fields, 256, 8, 512) with
        {
            SharedSize = fields.IsMembers ? fields.Own(-1, "shared_expert_intermediate_size")
                : fields.Size(ConfigRole.SharedExperts, 512, "shared_expert_intermediate_size"),
            CorrectionBias = true,
        };
        AttentionShape attention = shape.AttentionOfEveryLayer() with { Gate = AttentionGate.Head };
        return shape with
        {
            Experts = experts,
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = attention with
                {
                    Heads = heads[i] > 0 ? heads[i] : attention.Heads,
                    Window = kinds[i] == AttentionKinds[0] ? null : window,
                },
                FeedForwardSize = sparse[i] ? 0 : shape.FeedForwardSize,
                Experts = sparse[i] ? experts : null,
            }),
        };
    }

    private static string[] AttentionKinds { get; } = { "full_attention", "sliding_attention" };

    private static TransformerShape Granite(FieldSource fields) => GraniteWindows(
        ExpertFamilies.Granite(fields, fields.Size(ConfigRole.SharedExperts, 0, "shared_intermediate_size")), fields);

    /// <summary>Sinks, and a window in three of four layers, from the second on.</summary>
    internal static TransformerShape GraniteWindows(TransformerShape shape, FieldSource fields) => Decoders.Windowed(
        shape with { AttentionSinks = true }, fields, fields.Optional(ConfigRole.None, 128, "sliding_window"),
        shape.Layers - (shape.Layers / 4) - (shape.Layers % 4 == 0 ? 0 : 1));

    private static ExpertShape Experts(FieldSource fields, int count, int perToken, int size) => new()
    {
        Count = fields.Size(ConfigRole.Experts, count, "num_experts", "num_local_experts"),
        PerToken = fields.Size(ConfigRole.ExpertsPerToken, perToken, "num_experts_per_tok"),
        Size = fields.Size(ConfigRole.ExpertFeedForwardSize, size, "moe_intermediate_size"),
    };
}
