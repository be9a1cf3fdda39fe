using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Olmo Hybrid: Gated DeltaNet, every fourth layer Olmo 3's attention.</summary>
/// <remarks>huggingface/transformers, configuration_olmo_hybrid.py at 06ad6bc4 and modeling_olmo_hybrid.py.</remarks>
internal static class OlmoHybridFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("olmo_hybrid", Read, FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        TransformerShape shape =
            LlamaFamilies.AttentionBiased(fields, new Sizes(Vocabulary: 100352, Hidden: 3840, FeedForward: 11008, Layers: 32,
                Heads: 30)) with
            { QueryKeyNorm = QueryKeyNorm.FullWidth };
        int layers = fields.Layers(shape.Layers);
        string[] kinds =
            LayerKinds.Read(fields, "layer_types", layers, Kinds, i => i % 4 == 3 || (layers < 4 && i == layers - 1) ? Kinds[0] : Kinds[1]);
        int keyHeads = fields.Optional(ConfigRole.None, 0, "linear_num_key_heads") ?? shape.Heads;
        int keySize = fields.Optional(ConfigRole.None, 0, "linear_key_head_dim")
            ?? (keyHeads > 0 ? (int)(3L * shape.HiddenSize / (4L * keyHeads)) : 0);
        var linear = new LinearAttentionShape
        {
            Kind = LinearAttentionKind.GatedDelta,
            KeyHeads = keyHeads,
            ValueHeads = fields.Optional(ConfigRole.None, 0, "linear_num_value_heads") ?? shape.Heads,
            KeyHeadSize = keySize,
            ValueHeadSize = fields.Optional(ConfigRole.None, 0, "linear_value_head_dim") ?? Widths.Times(keySize, 2),
            ConvolutionKernel = fields.Trait(ConfigRole.None, 4, "linear_conv_kernel_dim"),
        };
        AttentionShape attention = shape.AttentionOfEveryLayer();
        return shape with
        {
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = kinds[i] == Kinds[0] ? attention : null,
                Recurrent = kinds[i] == Kinds[0] ? null : linear,
                FeedForwardSize = shape.FeedForwardSize,
            }),
        };
    }

    private static string[] Kinds { get; } = { "full_attention", "linear_attention" };
}
