using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Qwen3-Next and Qwen 3.5: three layers of Gated DeltaNet, then one of gated attention; experts, or a dense
/// feed-forward.</summary>
/// <remarks>
/// huggingface/transformers, configuration_ and modeling_ qwen3_next.py, qwen3_5.py, qwen3_5_moe.py at 008e5742. The
/// prediction module of the checkpoints is not part of the model that is counted.
/// </remarks>
internal static class Qwen3NextFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily(
            "qwen3_next",
            fields =>
                Read(fields, new Sizes(Vocabulary: 151936, Hidden: 2048, FeedForward: 5632, Layers: 48, Heads: 16, KeyValueHeads: 2,
                    HeadSize: 256), experts: 512, perToken: 10), FamilyLineage.Hybrid);
        yield return new ModelFamily(
            "qwen3_5_text",
            fields =>
                Read(fields, new Sizes(Vocabulary: 248320, Hidden: 4096, FeedForward: 12288, Layers: 32, Heads: 16, KeyValueHeads: 4,
                    HeadSize: 256), experts: 0, perToken: 0), FamilyLineage.Hybrid);
        yield return new ModelFamily("qwen3_5_moe_text",
            fields =>
                Read(fields, new Sizes(Vocabulary: 248320, Hidden: 2048, FeedForward: 0, Layers: 40, Heads: 16, KeyValueHeads: 2,
                    HeadSize: 256), experts: 256, perToken: 8), FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields, Sizes sizes, int experts, int perToken)
    {
        bool sparseEverywhere = experts > 0 && !fields.Has("mlp_only_layers")
            && fields.Trait(ConfigRole.None, 1, "decoder_sparse_step") == 1;
        TransformerShape shape =
            Decoders.Gated(fields, sizes with { FeedForward = sparseEverywhere && fields.IsMembers ? 0 : sizes.FeedForward }) with
            {
                Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
                QueryKeyNorm = QueryKeyNorm.PerHead,
            };
        int layers = fields.Layers(shape.Layers);
        int interval = System.Math.Max(1, fields.Trait(ConfigRole.None, 4, "full_attention_interval"));
        string[] kinds = LayerKinds.Read(fields, "layer_types", layers, Kinds, i => (i + 1) % interval == 0 ? Kinds[0] : Kinds[1]);
        ExpertShape? mixture = experts == 0 ? null : Experts(fields, experts, perToken);
        bool gated = fields.Flag(true, "attn_output_gate");
        AttentionShape attention = shape.AttentionOfEveryLayer() with { Gate = gated ? AttentionGate.Channel : AttentionGate.None };
        LinearAttentionShape linear = Linear(fields);
        int step = System.Math.Max(1, fields.Trait(ConfigRole.None, 1, "decoder_sparse_step"));
        HashSet<int> dense = new(fields.Wholes("mlp_only_layers") ?? new List<int>());
        return shape with
        {
            Experts = mixture,
            Blocks = LayerKinds.Blocks(layers, i =>
            {
                bool sparse = mixture is not null && (i + 1) % step == 0 && !dense.Contains(i);
                return new BlockShape
                {
                    Attention = kinds[i] == Kinds[0] ? attention : null,
                    Recurrent = kinds[i] == Kinds[0] ? null : linear,
                    FeedForwardSize = sparse ? 0 : shape.FeedForwardSize,
                    Experts = sparse ? mixture : null,
                };
            }),
        };
    }

    private static string[] Kinds { get; } = { "full_attention", "linear_attention" };

    /// <summary>Gated DeltaNet under the names that Qwen gave its sizes.</summary>
    private static LinearAttentionShape Linear(FieldSource fields) => new()
    {
        Kind = LinearAttentionKind.GatedDelta,
        KeyHeads = fields.Own(16, "linear_num_key_heads"),
        ValueHeads = fields.Own(32, "linear_num_value_heads"),
        KeyHeadSize = fields.Own(128, "linear_key_head_dim"),
        ValueHeadSize = fields.Own(128, "linear_value_head_dim"),
        ConvolutionKernel = fields.Trait(ConfigRole.None, 4, "linear_conv_kernel_dim"),
        StateFormat = LayerKinds.StateFormat(fields, "mamba_ssm_dtype"),
    };

    private static ExpertShape? Experts(FieldSource fields, int count, int perToken)
    {
        int experts = fields.Size(ConfigRole.Experts, count, "num_experts");
        if (experts == 0 && !fields.IsMembers) return null;
        int size = fields.Size(ConfigRole.ExpertFeedForwardSize, 512, "moe_intermediate_size");
        bool isDeclared = fields.IsMembers && fields.Has("shared_expert_intermediate_size");
        int shared = isDeclared ? fields.Own(512, "shared_expert_intermediate_size")
            : fields.IsMembers ? Widths.Times(size, fields.Size(ConfigRole.SharedExperts, -1, "shared_expert_intermediate_size"))
            : fields.Size(ConfigRole.SharedExperts, 512, "shared_expert_intermediate_size");
        return new ExpertShape
        {
            Count = experts,
            PerToken = fields.Size(ConfigRole.ExpertsPerToken, perToken, "num_experts_per_tok"),
            Size = size,
            SharedSize = shared,
            SharedGate = shared > 0,
        };
    }
}
