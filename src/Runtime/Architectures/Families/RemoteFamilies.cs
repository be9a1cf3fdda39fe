using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// Families whose configuration class is stored with the checkpoint instead of in the library. Where repositories of
/// one model_type differ in their defaults, this table has no default, and an absent size prevents the shape.
/// </summary>
/// <remarks>
/// RECALLED from the repositories' configuration and modelling files, and checked against published integers: EXAONE
/// 3.0 7.8B 7,818,448,896; MiniCPM 2B 2,724,880,896; GLM-4 9B 9,399,951,360; Phi-3-small 7,392,272,384 (its checkpoint
/// stores 2,048 more, rotary buffers).
/// </remarks>
internal static class RemoteFamilies
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("baichuan", fields => Decoders.Gated(fields, Sizes.None));
        yield return new ModelFamily("xverse", fields => Decoders.Gated(fields, Sizes.None));
        yield return new ModelFamily("Yi", fields => Decoders.Gated(fields, Sizes.None with { KeyValueHeads = -1 }));
        yield return new ModelFamily("minicpm", MiniCpm);
        yield return new ModelFamily("minicpm3", MiniCpm3);
        yield return new ModelFamily("internlm",
            fields => Decoders.Gated(fields, Sizes.None) with { Biases = Decoders.If(fields.Flag(true, "bias"), Biases.Attention) });
        yield return new ModelFamily("internlm2", InternLm2);
        yield return new ModelFamily("exaone", Exaone);
        yield return new ModelFamily("qwen", Qwen1);
        yield return new ModelFamily("chatglm", ChatGlm);
        yield return new ModelFamily("phi3small", Phi3Small);
    }

    // One matrix for query, key and value, and the way out; both under the flag.
    private static TransformerShape InternLm2(FieldSource fields) => Decoders.Gated(fields, Sizes.None) with
    {
        Biases = Decoders.If(fields.Flag(true, "bias"), Biases.Attention),
    };

    // MiniCPM-MoE has the dense model's type: its experts replace every feed-forward.
    private static TransformerShape MiniCpm(FieldSource fields)
    {
        TransformerShape shape = LlamaFamilies.AttentionBiased(fields, Sizes.None with { Tied = true });
        int count = fields.Has("num_experts") || fields.HasMember(ConfigRole.Experts)
            ? fields.Size(ConfigRole.Experts, 0, "num_experts")
            : 0;
        return count == 0 ? shape : shape with
        {
            FeedForwardSize = 0,
            Experts = new ExpertShape
            {
                Count = count,
                PerToken = fields.Size(ConfigRole.ExpertsPerToken, -1, "num_experts_per_tok"),
                Size = shape.FeedForwardSize
            },
        };
    }

    private static TransformerShape MiniCpm3(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(fields, Sizes.None with { Tied = true });
        return shape with
        {
            KeyValueHeads = null,
            HeadSize = null,
            LatentAttention = new LatentAttentionShape
            {
                QueryRank = fields.Trait(ConfigRole.None, 768, "q_lora_rank"),
                KeyValueRank = fields.Trait(ConfigRole.None, 256, "kv_lora_rank"),
                ContentHeadSize = fields.Trait(ConfigRole.None, 64, "qk_nope_head_dim"),
                RotaryHeadSize = fields.Trait(ConfigRole.None, 32, "qk_rope_head_dim"),
                ValueHeadSize = fields.Trait(ConfigRole.None, shape.Heads > 0 ? shape.HiddenSize / shape.Heads : 0, "v_head_dim"),
            },
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
        };
    }

    private static TransformerShape Exaone(FieldSource fields)
    {
        int hidden = fields.Size(ConfigRole.HiddenSize, 2048, "hidden_size");
        return Decoders.Gated(fields, new Sizes(102400, 2048, Widths.Times(hidden, 4), 32, 32, Tied: true));
    }

    // intermediate_size is that of both gate halves together; query, key and value have biases regardless of no_bias.
    private static TransformerShape Qwen1(FieldSource fields)
    {
        TransformerShape shape =
            Decoders.Gated(fields, new Sizes(Vocabulary: 151936, Hidden: 4096, FeedForward: 22016, Layers: 32, Heads: 32));
        bool biased = !fields.Flag(true, "no_bias");
        return shape with
        {
            FeedForwardSize = shape.FeedForwardSize / 2,
            HeadSize = fields.Trait(ConfigRole.HeadSize, 128, "kv_channels"),
            Biases = Biases.QueryKeyValue | Decoders.If(biased, Biases.AttentionOutput | Biases.FeedForward),
        };
    }

    private static TransformerShape ChatGlm(FieldSource fields)
    {
        if (fields.Has("inner_hidden_size"))
            fields.Refuse("inner_hidden_size", "belongs to the first ChatGLM, which has another structure and is not counted.");
        bool linear = fields.Flag(false, "add_bias_linear");
        bool grouped = fields.Flag(false, "multi_query_attention");
        return new TransformerShape
        {
            Layers = fields.Size(ConfigRole.Layers, 28, "num_layers", "num_hidden_layers"),
            HiddenSize = fields.Size(ConfigRole.HiddenSize, 4096, "hidden_size"),
            Heads = fields.Size(ConfigRole.AttentionHeads, 32, "num_attention_heads"),
            KeyValueHeads = grouped || fields.IsMembers ? fields.Optional(ConfigRole.KeyValueHeads, 1, "multi_query_group_num") : null,
            HeadSize = fields.Trait(ConfigRole.HeadSize, 128, "kv_channels"),
            FeedForwardSize = fields.Size(ConfigRole.FeedForwardSize, 13696, "ffn_hidden_size"),
            VocabularySize = fields.Size(ConfigRole.VocabularySize, 65024, "padded_vocab_size", "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, false, "tie_word_embeddings"),
            Norm = fields.Flag(true, "rmsnorm") ? NormKind.RootMeanSquare : NormKind.Layer,
            FinalNorm = fields.Flag(true, "post_layer_norm"),
            Biases = Decoders.If(linear || fields.Flag(fields.IsMembers, "add_qkv_bias"), Biases.QueryKeyValue)
                | Decoders.If(linear, Biases.AttentionOutput | Biases.FeedForward),
        };
    }

    private static TransformerShape Phi3Small(FieldSource fields)
    {
        if (fields.Has("ff_dim_multiplier"))
            fields.Refuse("ff_dim_multiplier", "replaces the feed-forward width in a way that is not counted.");
        return new TransformerShape
        {
            Layers = fields.Size(ConfigRole.Layers, 32, "num_hidden_layers"),
            HiddenSize = fields.Size(ConfigRole.HiddenSize, 4096, "hidden_size"),
            Heads = fields.Size(ConfigRole.AttentionHeads, 32, "num_attention_heads"),
            KeyValueHeads = fields.Optional(ConfigRole.KeyValueHeads, 8, "num_key_value_heads"),
            FeedForwardSize = fields.Size(ConfigRole.FeedForwardSize, 14336, "ff_intermediate_size"),
            VocabularySize = fields.Size(ConfigRole.VocabularySize, 100352, "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, true, "tie_word_embeddings"),
            Norm = NormKind.Layer,
            Biases = Biases.Block,
        };
    }
}
