using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Dense families since 2024 whose blocks are Llama's or GPT's but for a detail.</summary>
/// <remarks>
/// huggingface/transformers, configuration_ and modeling_ arcee.py, apertus.py, helium.py, biogpt.py, bitnet.py,
/// hunyuan_v1_dense.py; ml-explore/mlx-lm at d78bf58e: internlm3.py, hunyuan_v1_dense.py, bitnet.py, nanochat.py,
/// olmo.py. Orion and mosaic_gpt lie beside their checkpoints, RECALLED. Where a class's own sizes were not seen there
/// is no default.
/// </remarks>
internal static class PlainRecentFamilies
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily(
            "arcee",
            fields => LlamaFamilies.Biased(fields,
                new Sizes(Vocabulary: 32000, Hidden: 2560, FeedForward: 18432, Layers: 32, Heads: 32)) with
            { GatedFeedForward = false });
        yield return new ModelFamily("apertus", Apertus);
        yield return new ModelFamily(
            "hunyuan_v1_dense", fields => LlamaFamilies.AttentionBiased(fields, Sizes.None) with { QueryKeyNorm = HunyuanNorm(fields) });
        yield return new ModelFamily("internlm3", InternLm3);
        yield return new ModelFamily("orion", fields => Decoders.Gated(fields, Sizes.None) with { Norm = NormKind.Layer });
        yield return new ModelFamily("bitnet", BitNet);
        yield return new ModelFamily("hf_olmo", OlmoOriginal);
        yield return new ModelFamily("helium", fields => LlamaFamilies.Biased(fields, Sizes.None) with { Biases = Helium(fields) });
        yield return new ModelFamily("nanochat", NanoChat);
        yield return new ModelFamily("biogpt", BioGpt);
    }

    // xIELU learns two numbers a layer.
    private static TransformerShape Apertus(FieldSource fields)
    {
        TransformerShape shape =
            LlamaFamilies.Biased(fields, new Sizes(Vocabulary: 131072, Hidden: 4096, FeedForward: 14336, Layers: 32, Heads: 32));
        bool learns = fields.Node("hidden_act").Kind != ScalingAnalyzers.Json.JsonKind.String
            || fields.Node("hidden_act").IsString("xielu");
        return shape with
        {
            GatedFeedForward = false,
            QueryKeyNorm = QueryKeyNorm.PerHead,
            ExtraParameters =
            learns ? 2L * shape.Layers : 0
        };
    }

    internal static QueryKeyNorm HunyuanNorm(FieldSource fields) =>
        fields.Flag(true, "use_qk_norm") ? QueryKeyNorm.PerHead : QueryKeyNorm.None;

    private static TransformerShape InternLm3(FieldSource fields) => Decoders.Gated(fields, Sizes.None) with
    {
        Biases = Decoders.If(fields.Flag(false, "qkv_bias"), Biases.QueryKeyValue)
            | Decoders.If(fields.Flag(false, "bias"), Biases.AttentionOutput | Biases.FeedForward),
    };

    // Norms before the projections out of attention and feed-forward.
    private static TransformerShape BitNet(FieldSource fields)
    {
        TransformerShape shape = LlamaFamilies.AttentionBiased(
            fields, new Sizes(Vocabulary: 128256, Hidden: 2560, FeedForward: 6912, Layers: 30, Heads: 20, KeyValueHeads: 5));
        var block = new BlockShape
        {
            Count = shape.Layers,
            Attention = shape.AttentionOfEveryLayer() with { OutputNormSize = shape.HiddenSize },
            FeedForwardSize = shape.FeedForwardSize,
            ExtraVectorParameters = shape.FeedForwardSize,
        };
        return shape with { Blocks = new[] { block } };
    }

    // The model's own names; mlp_hidden_size is that of both gate halves together, and norms learn nothing unless asked
    // to.
    private static TransformerShape OlmoOriginal(FieldSource fields)
    {
        int hidden = fields.Size(ConfigRole.HiddenSize, -1, "d_model");
        int both = fields.Optional(ConfigRole.FeedForwardSize, 0, "mlp_hidden_size")
            ?? Widths.Times(hidden, fields.Trait(ConfigRole.None, 4, "mlp_ratio"));
        bool weighted = fields.Flag(false, "layer_norm_with_affine");
        if (fields.Flag(false, "include_bias")) fields.Refuse("include_bias", "is true: biases of the first OLMo are not counted.");
        if (fields.Flag(false, "alibi")) fields.Refuse("alibi", "is true: the first OLMo with other positions is not counted.");
        if (fields.Text("layer_norm_type") is { } norm && norm != "default")
            fields.Refuse("layer_norm_type", "is not 'default', the first OLMo's LayerNorm.");
        if (fields.Flag(false, "attention_layer_norm"))
            fields.Refuse("attention_layer_norm", "is true: norms on queries and keys of the first OLMo are not counted.");
        return new TransformerShape
        {
            Layers = fields.Size(ConfigRole.Layers, -1, "n_layers"),
            HiddenSize = hidden,
            Heads = fields.Size(ConfigRole.AttentionHeads, -1, "n_heads"),
            KeyValueHeads = fields.Flag(false, "multi_query_attention") ? 1 : fields.Optional(ConfigRole.KeyValueHeads, 0, "n_kv_heads"),
            FeedForwardSize = both / 2,
            VocabularySize = Rows(fields),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, true, "weight_tying"),
            Norm = weighted ? NormKind.LayerWithoutBias : NormKind.ParameterFree,
        };
    }

    // The table may have more rows than the vocabulary has words.
    private static int Rows(FieldSource fields)
    {
        if (!fields.Has("embedding_size")) return fields.Size(ConfigRole.VocabularySize, -1, "vocab_size");
        if (!fields.IsMembers) return fields.Size(ConfigRole.VocabularySize, -1, "embedding_size");
        fields.HasMember(ConfigRole.VocabularySize);
        return fields.Own(-1, "embedding_size");
    }

    private static Biases Helium(FieldSource fields) =>
        Decoders.If(fields.Flag(false, "attention_bias"), Biases.QueryKeyValue)
            | Decoders.If(fields.Flag(false, "mlp_bias"), Biases.FeedForward);

    // No norm learns anything.
    private static TransformerShape NanoChat(FieldSource fields) =>
        Decoders.Gated(fields, new Sizes(Vocabulary: 65536, Hidden: 1280, FeedForward: 5120, Layers: 20, Heads: 10, KeyValueHeads: 10)) with
        {
            GatedFeedForward = false,
            Norm = NormKind.ParameterFree,
        };

    // Two rows of the position table come before the first position, as in OPT.
    private static TransformerShape BioGpt(FieldSource fields)
    {
        int positions = fields.Size(ConfigRole.MaxPositions, 1024, "max_position_embeddings");
        return Decoders.Plain(fields, new Sizes(Vocabulary: 42384, Hidden: 1024, FeedForward: 4096, Layers: 24, Heads: 16, Tied: true)) with
        {
            KeyValueHeads = null,
            HeadSize = null,
            Biases = Biases.Block,
            Positions = PositionEncoding.Learned,
            LearnedPositions = positions > int.MaxValue - 2 ? 0 : positions + 2,
        };
    }
}
