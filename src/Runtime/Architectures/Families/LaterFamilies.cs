using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Dense families that differ from a known one by a detail: Granite with sinks, HyperCLOVA X, Hunyuan's and
/// Baidu's readers of pages, Muse Glimmer; and GPT's relatives XGLM and CTRL.</summary>
/// <remarks>
/// huggingface/transformers: modular_granite_swa.py at 1b27b6be, modular_hyperclovax.py at 4229c170,
/// configuration_hunyuan_vl.py at 043bb8dd, modular_muse_glimmer.py at 0173fbba. RECALLED: xglm, ctrl and
/// modernbert-decoder of the same library, held by published totals; aquila and iquestcoder, whose programs lie beside
/// their checkpoints, by their indexes.
/// </remarks>
internal static class LaterFamilies
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("granite_swa", fields => MixturesOf2026.GraniteWindows(LlamaFamilies.Biased(fields,
            new Sizes(Vocabulary: 100352, Hidden: 2560, FeedForward: 8192, Layers: 24, Heads: 20, KeyValueHeads: 4, Tied: true)), fields));
        yield return new ModelFamily("hyperclovax",
            fields => LlamaFamilies.Llama(fields) with { NormsPerLayer = fields.Flag(false, "use_post_norm") ? 4 : 2 });
        yield return new ModelFamily("hunyuan_vl_text", Hunyuan);
        yield return new ModelFamily("muse_glimmer_text", MuseGlimmer);
        yield return new ModelFamily("aquila", fields => Decoders.Gated(fields, Sizes.None));
        yield return new ModelFamily("iquestcoder", fields => Decoders.Gated(fields, Sizes.None with { KeyValueHeads = -1 }));
        yield return new ModelFamily("xglm", Xglm);
        yield return new ModelFamily("ctrl", Ctrl);
        yield return new ModelFamily("modernbert-decoder", ModernBert);
    }

    private static TransformerShape Hunyuan(FieldSource fields)
    {
        TransformerShape shape = LlamaFamilies.AttentionBiased(
            fields, new Sizes(Vocabulary: 290943, Hidden: 4096, FeedForward: 11008, Layers: 32, Heads: 32, Tied: true));
        return shape with
        {
            HeadSize = shape.HeadSize ?? fields.Optional(ConfigRole.None, 0, "attention_head_dim"),
            QueryKeyNorm = PlainRecentFamilies.HunyuanNorm(fields),
        };
    }

    // A gate on attention, norms without weights on queries and keys, four norms a layer.
    private static TransformerShape MuseGlimmer(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(fields,
            new Sizes(Vocabulary: 202048, Hidden: 6656, FeedForward: 19968, Layers: 52, Heads: 32, KeyValueHeads: 2, HeadSize: 128)) with
        {
            QueryKeyNorm = QueryKeyNorm.PerHead,
            QueryKeyNormKind = NormKind.ParameterFree,
        };
        if (fields.Flag(false, "attention_bias"))
            fields.Refuse("attention_bias", "is true: biases of Muse Glimmer's attention are not counted.");
        int layers = fields.Layers(shape.Layers);
        string[] kinds = LayerKinds.Read(fields, "layer_types", layers, Kinds, i => (layers - 1 - i) % 4 == 0 ? Kinds[0] : Kinds[1]);
        int? window = fields.Optional(ConfigRole.None, 2048, "sliding_window");
        AttentionShape attention = shape.AttentionOfEveryLayer() with
        {
            QueryKeyNormKind = NormKind.ParameterFree,
            Gate = AttentionGate.Channel,
        };
        return shape with
        {
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = kinds[i] == Kinds[0] ? attention : attention with { Window = window },
                FeedForwardSize = shape.FeedForwardSize,
                Norms = 4,
            }),
        };
    }

    private static string[] Kinds { get; } = { "full_attention", "sliding_attention" };

    // Positions are sines, which nothing learns.
    private static TransformerShape Xglm(FieldSource fields) => new()
    {
        Layers = fields.Size(ConfigRole.Layers, 24, "num_layers", "num_hidden_layers"),
        HiddenSize = fields.Size(ConfigRole.HiddenSize, 1024, "d_model", "hidden_size"),
        Heads = fields.Size(ConfigRole.AttentionHeads, 16, "attention_heads", "num_attention_heads"),
        FeedForwardSize = fields.Size(ConfigRole.FeedForwardSize, 4096, "ffn_dim"),
        VocabularySize = fields.Size(ConfigRole.VocabularySize, 256008, "vocab_size"),
        TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, true, "tie_word_embeddings"),
        GatedFeedForward = false,
        Norm = NormKind.Layer,
        Positions = PositionEncoding.None,
        Biases = Biases.Block,
    };

    private static TransformerShape Ctrl(FieldSource fields) => new()
    {
        Layers = fields.Size(ConfigRole.Layers, 48, "n_layer", "num_hidden_layers"),
        HiddenSize = fields.Size(ConfigRole.HiddenSize, 1280, "n_embd", "hidden_size"),
        Heads = fields.Size(ConfigRole.AttentionHeads, 16, "n_head", "num_attention_heads"),
        FeedForwardSize = fields.Size(ConfigRole.FeedForwardSize, 8192, "dff"),
        VocabularySize = fields.Size(ConfigRole.VocabularySize, 246534, "vocab_size"),
        TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, true, "tie_word_embeddings"),
        GatedFeedForward = false,
        Norm = NormKind.Layer,
        Positions = PositionEncoding.None,
        Biases = Biases.Block | Biases.Head,
    };

    // A norm on the embeddings in place of the first layer's; a matrix and a norm before the output, which has a bias.
    private static TransformerShape ModernBert(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(
            fields, new Sizes(Vocabulary: 50368, Hidden: 768, FeedForward: 1152, Layers: 22, Heads: 12, Tied: true));
        foreach (string flag in new[] { "attention_bias", "mlp_bias", "norm_bias", "classifier_bias" })
        {
            if (fields.Flag(false, flag)) fields.Refuse(flag, "is true: biases of ModernBERT are not counted.");
        }

        return shape with
        {
            Norm = NormKind.LayerWithoutBias,
            Biases = Decoders.If(fields.Flag(true, "decoder_bias"), Biases.Head),
            ExtraMatrixParameters = (long)shape.HiddenSize * shape.HiddenSize,
            ExtraParameters = shape.HiddenSize,
        };
    }
}
