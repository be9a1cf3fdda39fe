using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Granite 4: layers of Mamba-2 or attention, each with a shared feed-forward and, where there are any,
/// experts.</summary>
/// <remarks>huggingface/transformers, configuration_granitemoehybrid.py at 008f5c8c and modeling_granitemoehybrid.py.
/// Its placeholder sizes are no defaults here.</remarks>
internal static class GraniteHybridFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("granitemoehybrid", Read, FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(fields, Sizes.None with { FeedForward = 0 }) with
        {
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
        };
        int layers = fields.Layers(shape.Layers);
        string[] kinds =
            LayerKinds.Read(fields, fields.Has("layers_block_type") ? "layers_block_type" : "layer_types", layers, Kinds, _ => Kinds[0]);
        Mamba2Shape? mamba = System.Array.IndexOf(kinds, Kinds[0]) < 0 ? null : Mamba2Reading.Read(fields, shape.HiddenSize, -1, -1);
        int shared = fields.Own(-1, "shared_intermediate_size");
        int count = fields.Size(ConfigRole.Experts, 0, "num_local_experts", "num_experts");
        ExpertShape? experts = count == 0 ? null : new ExpertShape
        {
            Count = count,
            PerToken = fields.Size(ConfigRole.ExpertsPerToken, -1, "num_experts_per_tok"),
            Size = fields.Size(fields.HasMember(ConfigRole.ExpertFeedForwardSize)
                ? ConfigRole.ExpertFeedForwardSize
                : ConfigRole.FeedForwardSize, -1, "intermediate_size"),
            SharedSize = shared,
        };
        AttentionShape attention = shape.AttentionOfEveryLayer();
        return shape with
        {
            Experts = experts,
            FeedForwardSize = experts is null ? shared : 0,
            Blocks = LayerKinds.Blocks(layers, i => new BlockShape
            {
                Attention = kinds[i] == Kinds[0] ? null : attention,
                Recurrent = kinds[i] == Kinds[0] ? mamba : null,
                FeedForwardSize = experts is null ? shared : 0,
                Experts = experts,
            }),
        };
    }

    private static string[] Kinds { get; } = { "mamba", "attention" };
}
