using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Architectures;

/// <summary>MiniMax-M3: grouped attention that an indexer restricts to blocks of tokens, and experts beside a shared
/// one after a few dense layers.</summary>
/// <remarks>huggingface/transformers, modular_minimax_m3_vl.py at 0117d5f7: MiniMaxM3VLTextConfig,
/// MiniMaxM3VLAttention, MiniMaxM3VLIndexer, MiniMaxM3VLSparseMoeBlock.</remarks>
internal static class MiniMaxM3Family
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("minimax_m3", Read, FamilyLineage.Mixture);
        yield return new ModelFamily("minimax_m3_vl_text", Read, FamilyLineage.Mixture);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        ConfigRole role = fields.HasMember(ConfigRole.ExpertFeedForwardSize) ? ConfigRole.ExpertFeedForwardSize : ConfigRole.None;
        int size = fields.Size(role, 3072, "intermediate_size");
        TransformerShape shape =
            Decoders.Gated(fields, new Sizes(Vocabulary: 200064, Hidden: 6144, FeedForward: 0, Layers: 60, Heads: 64, KeyValueHeads: 4,
                HeadSize: 128)) with
            {
                FeedForwardSize = fields.Size(ConfigRole.FeedForwardSize, 12288, "dense_intermediate_size"),
                QueryKeyNorm = fields.Flag(true, "use_qk_norm") ? QueryKeyNorm.PerHead : QueryKeyNorm.None,
            };
        int layers = fields.Layers(shape.Layers);
        if (fields.Text("qk_norm_type") is { } norm && norm != "per_head")
            fields.Refuse("qk_norm_type", "is not 'per_head', the norm of MiniMax-M3.");
        if (fields.Flag(false, "attention_output_gate"))
            fields.Refuse("attention_output_gate", "is true: a gate on MiniMax-M3's attention is not counted.");
        var experts = new ExpertShape
        {
            Count = fields.Size(ConfigRole.Experts, 128, "num_local_experts", "num_experts"),
            PerToken = fields.Size(ConfigRole.ExpertsPerToken, 4, "num_experts_per_tok"),
            Size = size,
            SharedSize = Shared(fields),
            CorrectionBias = fields.Flag(true, "use_routing_bias"),
        };
        AttentionShape attention = shape.AttentionOfEveryLayer();
        FieldSource sparse = fields.Inside("sparse_attention_config");
        AttentionShape indexed = attention with { Indexer = Indexer(fields, sparse) };
        bool[] picks = PerLayer(fields, "layer_types", "minimax_m3_sparse", "full_attention", layers)
            ?? PerLayer(sparse, "sparse_attention_freq", layers) ?? new bool[layers];
        bool[] mixed = PerLayer(fields, "mlp_layer_types", "sparse", "dense", layers)
            ?? PerLayer(fields, "moe_layer_freq", layers) ?? Enumerable.Repeat(true, layers).ToArray();
        bool[]? withoutValues = PerLayer(sparse, "sparse_disable_index_value", layers);
        for (int i = 0; withoutValues is not null && i < layers; i++)
        {
            if (!picks[i] || withoutValues[i]) continue;
            sparse.Refuse("sparse_disable_index_value", "is 0 for a sparse layer: values of MiniMax-M3's indexer are not counted.");
            break;
        }

        return shape with
        {
            Experts = experts,
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = picks[i] ? indexed : attention,
                FeedForwardSize = mixed[i] ? 0 : shape.FeedForwardSize,
                Experts = mixed[i] ? experts : null,
            }),
        };
    }

    private static int Shared(FieldSource fields)
    {
        int count = fields.Size(ConfigRole.SharedExperts, 1, "n_shared_experts");
        if (count != 1)
            fields.Refuse("n_shared_experts", ConfigRole.SharedExperts, fields.Node("n_shared_experts"),
                "is not 1; MiniMax-M3 has one shared expert.");
        return fields.Own(3072, "shared_intermediate_size");
    }

    private static IndexerShape Indexer(FieldSource fields, FieldSource sparse) => new()
    {
        Kind = IndexerKind.Blocks,
        Heads = Either(fields, sparse, "sparse_num_index_heads", 4, "index_n_heads"),
        HeadSize = Either(fields, sparse, "sparse_index_dim", 128, "index_head_dim"),
        KeptTokens = Either(fields, sparse, "sparse_topk_blocks", 16, "index_topk_blocks"),
    };

    private static int Either(FieldSource fields, FieldSource sparse, string inner, int fallback, string name) =>
        sparse.Has(inner) ? sparse.Own(fallback, inner) : fields.Own(fallback, name);

    private static bool[]? PerLayer(FieldSource fields, string name, string yes, string no, int layers) => fields.Has(name)
        ? LayerKinds.Read(fields, name, layers, new[] { no, yes }, _ => no).Select(kind => kind == yes).ToArray()
        : null;

    private static bool[]? PerLayer(FieldSource fields, string name, int layers) =>
        fields.Has(name) ? fields.PerLayer(ConfigRole.None, -1, name, layers).Select(value => value != 0).ToArray() : null;
}
