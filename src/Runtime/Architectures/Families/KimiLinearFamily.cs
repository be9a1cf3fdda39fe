using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>Kimi Linear: Kimi Delta Attention, every fourth layer latent attention, experts after a dense
/// layer.</summary>
/// <remarks>
/// ml-explore/mlx-lm, kimi_linear.py at d78bf58e, which follows the repository of
/// moonshotai/Kimi-Linear-48B-A3B-Instruct. Kimi K3 has the same model_type inside and more parts; the fields that say
/// so stop it.
/// </remarks>
internal static class KimiLinearFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("kimi_linear", Read, FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        foreach (string field in NotCounted)
        {
            if (fields.Has(field) && fields.Node(field).Kind != JsonKind.False)
                fields.Refuse(field, "belongs to Kimi K3, whose residual and expert paths are not counted.");
        }

        TransformerShape shape = Decoders.Gated(fields, Sizes.None);
        int layers = fields.Layers(shape.Layers);
        FieldSource linear = fields.Inside("linear_attn_config");
        var delta = new HashSet<int>(linear.Wholes("kda_layers") ?? new List<int>());
        List<int>? full = linear.Wholes("full_attn_layers");
        int heads = linear.Own(-1, "num_heads");
        int size = linear.Own(-1, "head_dim");
        var recurrent = new LinearAttentionShape
        {
            Kind = LinearAttentionKind.KimiDelta,
            KeyHeads = heads,
            ValueHeads = heads,
            KeyHeadSize = size,
            ValueHeadSize = size,
            ConvolutionKernel = linear.Trait(ConfigRole.None, 4, "short_conv_kernel_size"),
            FullRankGate = linear.Flag(false, "use_full_rank_gate"),
        };
        if (full is not null && full.Count + delta.Count != layers)
        {
            linear.Refuse("kda_layers", ConfigRole.None, linear.Node("kda_layers"),
                "and full_attn_layers name " + (full.Count + delta.Count).ToString(System.Globalization.CultureInfo.InvariantCulture)
                    + " layers together, which is not num_hidden_layers.");
        }

        var attention = new AttentionShape { Heads = shape.Heads, Latent = Latent(fields) };
        ExpertShape? experts =
            DeepSeekFamilies.Experts(fields, layers, new DeepSeekExperts(-1, -1, -1, Shared: 0, Dense: 0, CorrectionBias: true), KimiNames);
        int dense = fields.Size(ConfigRole.DenseLayers, 0, "first_k_dense_replace");
        int frequency = System.Math.Max(1, fields.Trait(ConfigRole.None, 1, "moe_layer_freq"));
        return shape with
        {
            KeyValueHeads = null,
            HeadSize = null,
            LatentAttention = attention.Latent,
            Experts = experts,
            Blocks = LayerKinds.Blocks(layers, i =>
            {
                bool sparse = experts is not null && i >= dense && i % frequency == 0;
                return new BlockShape
                {
                    Attention = delta.Contains(i + 1) ? null : attention,
                    Recurrent = delta.Contains(i + 1) ? recurrent : null,
                    FeedForwardSize = sparse ? 0 : shape.FeedForwardSize,
                    Experts = sparse ? experts : null,
                };
            }),
        };
    }

    private static string[] NotCounted { get; } = { "attn_res_block_size", "routed_expert_hidden_size", "mla_use_output_gate" };

    private static DeepSeekNames KimiNames { get; } =
        new() { Count = "num_experts", PerToken = "num_experts_per_token", Shared = "num_shared_experts" };

    private static LatentAttentionShape Latent(FieldSource fields) => new()
    {
        QueryRank = fields.Optional(ConfigRole.None, 0, "q_lora_rank") ?? 0,
        KeyValueRank = fields.Own(-1, "kv_lora_rank"),
        ContentHeadSize = fields.Own(-1, "qk_nope_head_dim"),
        RotaryHeadSize = fields.Own(-1, "qk_rope_head_dim"),
        ValueHeadSize = fields.Own(-1, "v_head_dim"),
    };
}
