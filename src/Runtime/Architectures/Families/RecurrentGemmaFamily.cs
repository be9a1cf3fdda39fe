using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>RecurrentGemma: two gated linear recurrences, then one layer of local attention.</summary>
/// <remarks>huggingface/transformers, configuration_recurrent_gemma.py at 052b1dcd and modeling_recurrent_gemma.py.
/// Half of intermediate_size is the width of the gated feed-forward.</remarks>
internal static class RecurrentGemmaFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("recurrent_gemma", Read, FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        TransformerShape shape =
            Decoders.Gated(fields, new Sizes(Vocabulary: 256000, Hidden: 2560, FeedForward: 7680, Layers: 26, Heads: 10, Tied: true)) with
            {
                Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.QueryKeyValue) | Biases.AttentionOutput,
            };
        int layers = fields.Layers(shape.Layers);
        List<string> pattern = fields.Texts("block_types") ?? fields.Texts("_block_types")
            ?? new List<string> { "recurrent", "recurrent", "attention" };
        if (pattern.Count == 0 || pattern.Exists(kind => kind is not ("recurrent" or "attention")))
        {
            fields.Refuse("block_types", ConfigRole.None, fields.Node("block_types"), "must hold 'recurrent' and 'attention'.");
            pattern = new List<string> { "attention" };
        }

        var recurrence = new GatedRecurrenceShape
        {
            Width = fields.Optional(ConfigRole.None, 0, "lru_width") ?? shape.HiddenSize,
            Heads = shape.Heads,
            ConvolutionKernel = fields.Trait(ConfigRole.None, 4, "conv1d_width"),
        };
        AttentionShape attention =
            shape.AttentionOfEveryLayer() with { Window = fields.Optional(ConfigRole.None, 2048, "attention_window_size") };
        int width = shape.FeedForwardSize / 2;
        return shape with
        {
            FeedForwardSize = width,
            Blocks = LayerKinds.Blocks(layers, i =>
            {
                bool local = pattern[i % pattern.Count] == "attention";
                return new BlockShape
                {
                    Attention = local ? attention : null,
                    Recurrent = local ? null : recurrence,
                    FeedForwardSize =
                    width,
                    FeedForwardBias = true
                };
            }),
        };
    }
}
