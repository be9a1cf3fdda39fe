using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>MiniMax-Text-01 and M1: lightning attention, every eighth layer softmax attention, Mixtral's
/// experts.</summary>
/// <remarks>
/// huggingface/transformers, configuration_minimax.py and modeling_minimax.py at 008e5742; minimax_text_01 and
/// minimax_m1 are the same model under the names of its first repository, whose attn_type_list has 0 for lightning and
/// 1 for softmax (RECALLED).
/// </remarks>
internal static class MiniMaxFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("minimax", Read, FamilyLineage.Hybrid);
        yield return new ModelFamily("minimax_text_01", Read, FamilyLineage.Hybrid);
        yield return new ModelFamily("minimax_m1", Read, FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        if (fields.Has("shared_intermediate_size") && fields.Trait(ConfigRole.None, 0, "shared_intermediate_size") > 0)
        {
            fields.Refuse("shared_intermediate_size", "is not 0: shared experts of MiniMax are not counted.");
        }

        TransformerShape shape = ExpertFamilies.Everywhere(fields, Sizes.None with { KeyValueHeads = -1, FeedForward = -1 }, -1, -1);
        int layers = fields.Layers(shape.Layers);
        List<int>? types = fields.Wholes("attn_type_list");
        if (types is not null && types.Count != layers)
            fields.Refuse("attn_type_list", ConfigRole.None, fields.Node("attn_type_list"), LayerKinds.CountMessage(types.Count, layers));
        string[] kinds = types is null
            ? LayerKinds.Read(fields, "layer_types", layers, Kinds, i => (i + 1) % 2 == 1 ? Kinds[0] : Kinds[1])
            : new string[layers];
        for (int i = 0; types is not null && i < layers; i++) kinds[i] = i < types.Count && types[i] == 0 ? Kinds[1] : Kinds[0];
        int size = shape.HeadSize ?? (shape.Heads > 0 ? shape.HiddenSize / shape.Heads : 0);
        var linear = new LinearAttentionShape
        {
            Kind = LinearAttentionKind.Lightning,
            KeyHeads = shape.Heads,
            ValueHeads = shape.Heads,
            KeyHeadSize = size,
            ValueHeadSize = size,
        };
        AttentionShape attention = shape.AttentionOfEveryLayer() with { Window = fields.Optional(ConfigRole.None, 0, "sliding_window") };
        return shape with
        {
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = kinds[i] == Kinds[0] ? attention : null,
                Recurrent = kinds[i] == Kinds[0] ? null : linear,
                Experts = shape.Experts,
            }),
        };
    }

    private static string[] Kinds { get; } = { "full_attention", "linear_attention" };
}
