using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Step-3: queries through a latent, one wide key-value head, experts in most layers.</summary>
/// <remarks>
/// The repository of stepfun-ai/step3, configuration_step3.py and modeling_step3.py, RECALLED: the count is 316B as its
/// card states for the language model, 321B with the vision tower. The config must name the layers that have experts.
/// </remarks>
internal static class Step3Family
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("step3_text", Read, FamilyLineage.Mixture);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        var shape = new TransformerShape
        {
            Layers = fields.Size(ConfigRole.Layers, -1, "num_hidden_layers"),
            HiddenSize = fields.Size(ConfigRole.HiddenSize, -1, "hidden_size"),
            Heads = fields.Size(ConfigRole.AttentionHeads, -1, "num_attention_heads"),
            KeyValueHeads = fields.Size(ConfigRole.KeyValueHeads, -1, "num_attention_groups"),
            HeadSize = fields.Size(ConfigRole.HeadSize, -1, "head_dim"),
            FeedForwardSize = fields.Size(ConfigRole.FeedForwardSize, -1, "intermediate_size"),
            VocabularySize = fields.Size(ConfigRole.VocabularySize, -1, "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, false, "tie_word_embeddings"),
        };
        int layers = fields.Layers(shape.Layers);
        var experts = new ExpertShape
        {
            Count = fields.Size(ConfigRole.Experts, -1, "moe_num_experts"),
            PerToken = fields.Size(ConfigRole.ExpertsPerToken, -1, "moe_top_k"),
            Size = fields.Size(ConfigRole.ExpertFeedForwardSize, -1, "moe_intermediate_size"),
            SharedSize = fields.Own(-1, "share_expert_dim"),
        };
        AttentionShape attention = shape.AttentionOfEveryLayer() with { QueryRank = fields.Own(-1, "share_q_dim") };
        HashSet<int>? sparse = TwoAttentionFamilies.Sparse(fields);
        if (sparse is null)
            fields.Refuse("moe_layers_enum", ConfigRole.None, fields.Node("moe_layers_enum"),
                "is missing: it names the layers that have experts.");
        return shape with
        {
            Experts = experts,
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = attention,
                FeedForwardSize = sparse?.Contains(i) == true ? 0 : shape.FeedForwardSize,
                Experts = sparse?.Contains(i) == true ? experts : null,
            }),
        };
    }
}
