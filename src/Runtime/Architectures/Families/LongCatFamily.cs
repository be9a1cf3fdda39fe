using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>LongCat-Flash: layers of two latent attentions and two dense feed-forwards, beside one mixture whose router
/// may also choose nothing.</summary>
/// <remarks>
/// huggingface/transformers, configuration_longcat_flash.py at 008e5742 and modeling_longcat_flash.py. A layer counts
/// as two, as the class has it. Active parameters are those of a token that visits experts only.
/// </remarks>
internal static class LongCatFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("longcat_flash", Read, FamilyLineage.Mixture);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        int layers = fields.Layers(fields.Size(ConfigRole.Layers, 28, "num_layers"));
        var latent = new LatentAttentionShape
        {
            QueryRank = 1536,
            KeyValueRank = 512,
            ContentHeadSize = 128,
            RotaryHeadSize = 64,
            ValueHeadSize = 128
        };
        var shape = new TransformerShape
        {
            Layers = 2 * layers,
            HiddenSize = fields.Size(ConfigRole.HiddenSize, 6144, "hidden_size"),
            Heads = fields.Size(ConfigRole.AttentionHeads, 64, "num_attention_heads"),
            FeedForwardSize = fields.Size(ConfigRole.FeedForwardSize, 12288, "ffn_hidden_size"),
            VocabularySize = fields.Size(ConfigRole.VocabularySize, 131072, "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, false, "tie_word_embeddings"),
            LatentAttention = DeepSeekFamilies.Ranks(fields, latent),
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention)
                | Decoders.If(fields.Flag(false, "router_bias"), Biases.Router),
            Experts = new ExpertShape
            {
                Count = fields.Size(ConfigRole.Experts, 512, "n_routed_experts"),
                PerToken = fields.Size(ConfigRole.ExpertsPerToken, 12, "moe_topk"),
                Size = fields.Size(ConfigRole.ExpertFeedForwardSize, 2048, "expert_ffn_hidden_size"),
                ZeroCount = fields.Own(256, "zero_expert_num"),
                Layers = layers,
                CorrectionBias = true,
            },
        };
        AttentionShape attention = shape.AttentionOfEveryLayer();
        var half = new BlockShape { Count = layers, Attention = attention, FeedForwardSize = shape.FeedForwardSize };
        return shape with { Blocks = new[] { half with { Experts = shape.Experts with { Layers = null } }, half } };
    }
}
