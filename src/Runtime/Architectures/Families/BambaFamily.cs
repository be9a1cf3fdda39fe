using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Bamba: Mamba-2 with a few layers of attention, all with a gated feed-forward.</summary>
/// <remarks>huggingface/transformers, configuration_bamba.py at 001f85b3 and modeling_bamba.py.</remarks>
internal static class BambaFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("bamba", Read, FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(
            fields, new Sizes(Vocabulary: 128000, Hidden: 4096, FeedForward: 14336, Layers: 32, Heads: 32, KeyValueHeads: 8));
        int layers = fields.Layers(shape.Layers);
        HashSet<int> full = new(fields.Wholes("attn_layer_indices") ?? new List<int>());
        Mamba2Shape mamba = Mamba2Reading.Read(fields, shape.HiddenSize, 128, 256);
        AttentionShape attention = shape.AttentionOfEveryLayer();
        return shape with
        {
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = full.Contains(i) ? attention : null,
                Recurrent = full.Contains(i) ? null : mamba,
                FeedForwardSize = shape.FeedForwardSize,
            }),
        };
    }
}
