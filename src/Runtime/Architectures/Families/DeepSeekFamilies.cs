using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>Defaults of a mixture as DeepSeek's configuration classes describe it. -1: no default.</summary>
internal sealed record DeepSeekExperts(int Count, int PerToken, int Size, int Shared, int Dense, bool CorrectionBias);

/// <summary>DeepSeek-V2 and V3 and what is built alike (Kimi K2): latent attention, and experts after a few dense layers.</summary>
/// <remarks>
/// huggingface/transformers, configuration_deepseek_v2.py and configuration_deepseek_v3.py at 008e5742. kimi_k2 has V3's class beside
/// its checkpoint. The multi-token prediction modules are not part of the model that is counted.
/// </remarks>
internal static class DeepSeekFamilies
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("deepseek_v2", fields =>
            Latent(fields, new Sizes(32000, 4096, 11008, 32, 32), new DeepSeekExperts(64, -1, 1407, Shared: 2, Dense: 0, CorrectionBias: false)));
        yield return new ModelFamily("deepseek_v3", V3);
        yield return new ModelFamily("kimi_k2", V3);
    }

    private static TransformerShape V3(FieldSource fields) =>
        Latent(fields, new Sizes(129280, 7168, 18432, 61, 128), new DeepSeekExperts(256, 8, 2048, Shared: 1, Dense: 3, CorrectionBias: true));

    private static TransformerShape Latent(FieldSource fields, Sizes sizes, DeepSeekExperts experts)
    {
        TransformerShape shape = Decoders.Gated(fields, sizes);
        return shape with
        {
            KeyValueHeads = null,
            HeadSize = null,
            LatentAttention = new LatentAttentionShape
            {
                QueryRank = fields.Optional(ConfigRole.None, 1536, "q_lora_rank") ?? 0,
                KeyValueRank = fields.Size(ConfigRole.None, 512, "kv_lora_rank"),
                ContentHeadSize = fields.Size(ConfigRole.None, 128, "qk_nope_head_dim"),
                RotaryHeadSize = fields.Size(ConfigRole.None, 64, "qk_rope_head_dim"),
                ValueHeadSize = fields.Size(ConfigRole.None, 128, "v_head_dim"),
            },
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
            Experts = Experts(fields, shape.Layers, experts),
        };
    }

    /// <summary>The mixture, or null where a config says there are no routed experts.</summary>
    internal static ExpertShape? Experts(FieldSource fields, int layers, DeepSeekExperts experts)
    {
        JsonNode declared = fields.Node("n_routed_experts");
        if (declared.Kind == JsonKind.Null) return null;
        int size = fields.Size(ConfigRole.ExpertFeedForwardSize, experts.Size, "moe_intermediate_size");
        int shared = fields.HasMember(ConfigRole.SharedExperts) || fields.IsMembers
            ? fields.Size(ConfigRole.SharedExperts, -1, "n_shared_experts")
            : fields.Optional(ConfigRole.SharedExperts, experts.Shared, "n_shared_experts") ?? 0;
        int dense = fields.Size(ConfigRole.DenseLayers, experts.Dense, "first_k_dense_replace");
        if (dense > layers && !fields.IsMembers) fields.Refuse("first_k_dense_replace", "makes more layers dense than num_hidden_layers has.");
        int frequency = System.Math.Max(1, fields.Trait(ConfigRole.None, 1, "moe_layer_freq"));
        int sparse = 0;
        if (dense <= layers) sparse = Multiples(layers, frequency) - Multiples(dense, frequency);
        JsonNode method = fields.Node("topk_method");
        return new ExpertShape
        {
            Count = fields.Size(ConfigRole.Experts, experts.Count, "n_routed_experts", "num_experts"),
            PerToken = fields.Size(ConfigRole.ExpertsPerToken, experts.PerToken, "num_experts_per_tok"),
            Size = size,
            Layers = dense <= layers ? sparse : -1,
            SharedSize = shared == 0 ? 0 : Widths.Times(size, shared),
            CorrectionBias = method.Kind == JsonKind.String ? method.IsString("noaux_tc") : experts.CorrectionBias,
        };
    }

    // How many numbers from 0 up to, not including, a bound are multiples of a frequency.
    internal static int Multiples(int bound, int frequency) => (int)(((long)bound + frequency - 1) / frequency);
}
