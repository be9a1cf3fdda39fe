using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Kimi Linear and Kimi K3: Kimi Delta Attention, every fourth layer latent attention, experts after a dense
/// layer.</summary>
/// <remarks>
/// ml-explore/mlx-lm, kimi_linear.py at d78bf58e, which follows the repository of
/// moonshotai/Kimi-Linear-48B-A3B-Instruct. Kimi K3 has the same model_type inside, and residuals that attend over
/// earlier blocks (a norm and a vector before each half of a layer and at the end), a gate on latent attention, and
/// experts in a latent: huggingface/transformers, modular_kimi_k3.py at aa83b548. What the residuals multiply counts
/// once, however many blocks are before.
/// </remarks>
internal static class KimiLinearFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("kimi_linear", Read, FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        bool third = fields.Has("attn_res_block_size");
        TransformerShape shape = Decoders.Gated(fields, Sizes.None);
        int layers = fields.Layers(shape.Layers);
        FieldSource linear = fields.Inside("linear_attn_config");
        var delta = new HashSet<int>(linear.Wholes("kda_layers") ?? new List<int>());
        List<int>? full = linear.Wholes("full_attn_layers");
        LinearAttentionShape recurrent = Recurrent(linear, third);
        if (full is not null && full.Count + delta.Count != layers)
        {
            linear.Refuse("kda_layers", ConfigRole.None, linear.Node("kda_layers"),
                "and full_attn_layers name " + (full.Count + delta.Count).ToString(System.Globalization.CultureInfo.InvariantCulture)
                    + " layers together, which is not num_hidden_layers.");
        }

        bool gated = fields.Flag(false, "mla_use_output_gate");
        var attention = new AttentionShape
        {
            Heads = shape.Heads,
            Latent = Latent(fields),
            Gate = gated ? AttentionGate.Channel : AttentionGate.None,
        };
        ExpertShape? experts = Experts(fields, layers);
        int dense = fields.Size(ConfigRole.DenseLayers, 0, "first_k_dense_replace");
        int frequency = System.Math.Max(1, fields.Trait(ConfigRole.None, 1, "moe_layer_freq"));
        return shape with
        {
            KeyValueHeads = null,
            HeadSize = null,
            LatentAttention = attention.Latent,
            Experts = experts,
            ExtraMatrixParameters = third ? shape.HiddenSize : 0,
            ExtraParameters = third ? shape.HiddenSize : 0,
            Blocks = LayerKinds.Blocks(layers, i =>
            {
                bool sparse = experts is not null && i >= dense && i % frequency == 0;
                return new BlockShape
                {
                    Attention = delta.Contains(i + 1) ? null : attention,
                    Recurrent = delta.Contains(i + 1) ? recurrent : null,
                    FeedForwardSize = sparse ? 0 : shape.FeedForwardSize,
                    Experts = sparse ? experts : null,
                    Norms = third ? 4 : 2,
                    ExtraMatrixParameters = third ? 2L * shape.HiddenSize : 0,
                    HasOwnResidual = third,
                };
            }),
        };
    }

    private static LinearAttentionShape Recurrent(FieldSource linear, bool third)
    {
        int heads = linear.Own(-1, "num_heads");
        int size = linear.Own(-1, "head_dim");
        return new LinearAttentionShape
        {
            Kind = LinearAttentionKind.KimiDelta,
            KeyHeads = heads,
            ValueHeads = heads,
            KeyHeadSize = size,
            ValueHeadSize = size,
            ConvolutionKernel = linear.Trait(ConfigRole.None, 4, "short_conv_kernel_size"),
            FullRankGate = linear.Flag(false, "use_full_rank_gate"),
            ScalePerChannel = third,
        };
    }

    private static ExpertShape? Experts(FieldSource fields, int layers)
    {
        var sizes = new DeepSeekExperts(-1, -1, -1, Shared: 0, Dense: 0, CorrectionBias: true);
        return DeepSeekFamilies.Experts(fields, layers, sizes, KimiNames) is not { } experts
            ? null
            : experts with
            {
                LatentSize = fields.Optional(ConfigRole.None, 0, "routed_expert_hidden_size") ?? 0,
                LatentNorm = fields.Flag(false, "latent_moe_use_norm"),
            };
    }

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
