using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Architectures;

/// <summary>RWKV-4: time mixing and a feed-forward with a gate of its own; no attention and no positions.</summary>
/// <remarks>huggingface/transformers, configuration_rwkv.py and modeling_rwkv.py (at 053f59ef and 058a04a3).</remarks>
internal static class RwkvFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("rwkv", Read, FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        int layers = fields.Size(ConfigRole.Layers, 32, "num_hidden_layers");
        int hidden = fields.Size(ConfigRole.HiddenSize, 4096, "hidden_size");
        int width = fields.Optional(ConfigRole.FeedForwardSize, 0, "intermediate_size") ?? Widths.Times(hidden, 4);

        // The feed-forward's gate is a matrix, and its two mixes of the token before are vectors.
        var block = new BlockShape
        {
            Recurrent = new RwkvShape
            {
                InnerSize = fields.Optional(ConfigRole.None, 0, "attention_hidden_size") ?? hidden,
                HiddenSize = hidden,
                StateFormat = NumericFormat.FP32,
            },
            FeedForwardSize = width,
            GatedFeedForward = false,
            ExtraMatrixParameters = (long)hidden * hidden,
            ExtraVectorParameters = 2L * hidden,
        };
        return new TransformerShape
        {
            Layers = layers,
            HiddenSize = hidden,
            VocabularySize = fields.Size(ConfigRole.VocabularySize, 50277, "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, false, "tie_word_embeddings"),
            Norm = NormKind.Layer,
            Positions = PositionEncoding.None,

            // The first layer has a norm more, before it.
            Blocks = new[] { block with { Norms = 3 }, block with { Count = layers - 1 } }.Where(kind => kind.Count > 0).ToArray(),
        };
    }
}
