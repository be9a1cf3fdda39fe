using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Gemma 3n: four residual streams, a low-rank residual and an embedding of its own in every layer, caches
/// shared by the last layers.</summary>
/// <remarks>huggingface/transformers, configuration_gemma3n.py at 01854809 and modeling_gemma3n.py; layers that share a
/// cache have projections in the checkpoint.</remarks>
internal static class Gemma3nFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("gemma3n_text", Read);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        TransformerShape shape =
            LlamaFamilies.AttentionBiased(fields, new Sizes(Vocabulary: 262400, Hidden: 2048, FeedForward: 0, Layers: 35, Heads: 8,
                KeyValueHeads: 2, HeadSize: 256, Tied: true)) with
            { QueryKeyNorm = QueryKeyNorm.PerHead };
        int layers = fields.Layers(shape.Layers);
        int[] widths = fields.PerLayer(ConfigRole.FeedForwardSize, 16384, "intermediate_size", layers);
        string[] kinds = LayerKinds.Read(fields, "layer_types", layers, Kinds, i => (i + 1) % 5 == 0 ? Kinds[0] : Kinds[1]);
        int shared = fields.Own(15, "num_kv_shared_layers");
        if (shared >= layers) fields.Refuse("num_kv_shared_layers", ConfigRole.None, fields.Node("num_kv_shared_layers"), SharesAll);
        decimal hidden = shape.HiddenSize;
        decimal own = fields.Own(256, "hidden_size_per_layer_input");
        decimal streams = fields.Own(4, "altup_num_inputs");
        decimal rank = fields.Own(64, "laurel_rank");
        if (streams > 1024) fields.Refuse("altup_num_inputs", ConfigRole.None, fields.Node("altup_num_inputs"), "is more than 1024.");
        int? window = fields.Optional(ConfigRole.None, 512, "sliding_window");
        AttentionShape attention = shape.AttentionOfEveryLayer();
        streams = System.Math.Min(streams, 1024);

        // Residual of low rank, router and coefficients of the streams, and the way in and out of the layer's own
        // embedding.
        decimal matrices = (2 * hidden * rank) + (hidden * streams) + (streams * streams) + (streams * streams * streams)
            + (2 * hidden * own);
        return shape with
        {
            ExtraEmbeddingParameters = Widths.Exact(own * layers * fields.Own(262144, "vocab_size_per_layer_input")),
            ExtraMatrixParameters = Widths.Exact((hidden * layers * own) + (2 * (streams - 1) * hidden * hidden)),
            ExtraParameters = (long)own,
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = attention with { Window = kinds[i] == Kinds[0] ? null : window, SharesCache = i >= layers - shared },
                FeedForwardSize = widths[i],
                Norms = 7,
                ExtraMatrixParameters = Widths.Exact(matrices),
                ExtraVectorParameters = (long)hidden,
            }),
        };
    }

    internal const string SharesAll = "leaves no layer whose cache the others could read: num_hidden_layers is not more.";

    private static string[] Kinds { get; } = { "full_attention", "sliding_attention" };
}
