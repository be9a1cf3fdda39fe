using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Snowflake Arctic: experts beside a dense feed-forward as wide as the model, each with a norm of its
/// own.</summary>
/// <remarks>
/// The classes of vllm-project/vllm, arctic.py (ArcticDecoderLayer: residual_mlp and residual_layernorm in layers with
/// experts); the width of the residual feed-forward is RECALLED to be hidden_size, with which the card's 480B and 17B
/// active agree.
/// </remarks>
internal static class ArcticFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("arctic", Read, FamilyLineage.Mixture);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(fields, Sizes.None with { KeyValueHeads = -1 });
        int layers = fields.Layers(shape.Layers);
        int every = System.Math.Max(1, fields.Size(ConfigRole.None, -1, "moe_layer_frequency"));
        bool beside = fields.Flag(false, "parallel_attn_mlp_res") | fields.Flag(false, "use_residual");
        var experts = new ExpertShape
        {
            Count = fields.Size(ConfigRole.Experts, -1, "num_local_experts"),
            PerToken = fields.Size(ConfigRole.ExpertsPerToken, -1, "num_experts_per_tok"),
            Size = shape.FeedForwardSize,
        };
        AttentionShape attention = shape.AttentionOfEveryLayer();
        return shape with
        {
            Experts = experts,
            Blocks = LayerKinds.Blocks(layers, i =>
            {
                bool mixed = (i + 1) % every == 0;
                return new BlockShape
                {
                    Attention = attention,
                    FeedForwardSize = !mixed ? shape.FeedForwardSize : beside ? shape.HiddenSize : 0,
                    Experts = mixed ? experts : null,
                    Norms = mixed && beside ? 3 : 2,
                };
            }),
        };
    }
}
