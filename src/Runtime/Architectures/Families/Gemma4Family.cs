using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Gemma 4: wide heads in full layers whose keys may be their values, experts beside the dense feed-forward,
/// or embeddings in every layer.</summary>
/// <remarks>ml-explore/mlx-lm, gemma4_text.py at d78bf58e. The number that scales a layer is not trained and not
/// counted.</remarks>
internal static class Gemma4Family
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("gemma4_text", Read);
        yield return new ModelFamily("gemma4_unified_text", Read);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        TransformerShape shape = LlamaFamilies.AttentionBiased(
            fields, Sizes.None with { KeyValueHeads = -1, HeadSize = 256, Tied = true }) with
        { QueryKeyNorm = QueryKeyNorm.PerHead };
        int layers = fields.Layers(shape.Layers);
        string[] kinds = LayerKinds.Read(fields, "layer_types", layers, Kinds, i => (i + 1) % 5 == 0 ? Kinds[0] : Kinds[1]);
        int shared = fields.Own(0, "num_kv_shared_layers");
        if (shared > 0 && shared >= layers)
            fields.Refuse("num_kv_shared_layers", ConfigRole.None, fields.Node("num_kv_shared_layers"), Gemma3nFamily.SharesAll);
        bool wide = fields.Flag(shared > 0, "use_double_wide_mlp");
        decimal own = fields.Own(0, "hidden_size_per_layer_input");
        bool same = fields.Flag(false, "attention_k_eq_v");
        AttentionShape local = shape.AttentionOfEveryLayer() with { Window = fields.Optional(ConfigRole.None, 512, "sliding_window") };
        AttentionShape full = local with
        {
            Window = null,
            HeadSize = fields.Trait(ConfigRole.None, 512, "global_head_dim"),
            KeyValueHeads =
                same ? fields.Optional(ConfigRole.None, 0, "num_global_key_value_heads") ?? local.KeyValueHeads : local.KeyValueHeads,
            ValuesAreKeys = same,
        };
        ExpertShape? experts = fields.Flag(false, "enable_moe_block") ? Experts(fields) : null;
        decimal hidden = shape.HiddenSize;
        return shape with
        {
            Experts = experts,
            ExtraEmbeddingParameters = Widths.Exact(own * layers * (own > 0 ? fields.Own(262144, "vocab_size_per_layer_input") : 0)),
            ExtraMatrixParameters = Widths.Exact(hidden * layers * own),
            ExtraParameters = (long)own,
            Blocks = LayerKinds.Blocks(layers, i =>
            {
                bool reads = i >= layers - shared;
                AttentionShape attention = kinds[i] == Kinds[0] ? full : local;
                return new BlockShape
                {
                    Attention = attention with { SharesCache = reads, WithoutKeyValues = reads },
                    FeedForwardSize = wide && reads ? Widths.Times(shape.FeedForwardSize, 2) : shape.FeedForwardSize,
                    Experts = experts,
                    Norms = 4 + (experts is null ? 0 : 3) + (own > 0 ? 1 : 0),
                    ExtraMatrixParameters = Widths.Exact(2 * hidden * own),
                    ExtraVectorParameters = experts is null ? 0 : (long)hidden + experts.Count,
                };
            }),
        };
    }

    private static ExpertShape Experts(FieldSource fields) => new()
    {
        Count = fields.Size(ConfigRole.Experts, -1, "num_experts"),
        PerToken = fields.Size(ConfigRole.ExpertsPerToken, -1, "top_k_experts"),
        Size = fields.Size(ConfigRole.ExpertFeedForwardSize, -1, "moe_intermediate_size"),
    };

    private static string[] Kinds { get; } = { "full_attention", "sliding_attention" };
}
