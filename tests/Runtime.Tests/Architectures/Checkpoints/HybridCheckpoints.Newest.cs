using System.Linq;

namespace ScalingAnalyzers.Tests;

/// <content>Of 2026.</content>
internal static partial class HybridCheckpoints
{
    private static Checkpoint[] Newest =>
    [
        // The index's total_size, 1,560,860,324,864 bytes: experts of 33,030,144 numbers in 17,547,264 bytes (MXFP4),
        // convolutions, decays and corrections in 32 bit, all else in 16 bit, and the vision tower. Config seen:
        // ai-dynamo/aiconfigurator, model_configs.
        new("Kimi K3", CountSource.Index,
            ((1_560_860_324_864 - (92L * 896 * 17_547_264) - (4 * KimiWide)) / 2) - KimiVision + KimiWide + (92L * 896 * 33_030_144), $$"""
            {"model_type": "kimi_k3", "tie_word_embeddings": false, "vision_config": {"vt_hidden_size": 1024, "vt_num_hidden_layers": 27},
             "text_config": {"model_type": "kimi_linear", "attn_res_block_size": 12, "first_k_dense_replace": 1, "hidden_size": 7168,
             "intermediate_size": 33792, "kv_lora_rank": 512, "latent_moe_use_norm": true, "mla_use_nope": true,
             "mla_use_output_gate": true, "moe_intermediate_size": 3072, "moe_layer_freq": 1, "num_attention_heads": 96,
             "num_experts": 896, "num_experts_per_token": 16, "num_hidden_layers": 93, "num_key_value_heads": 96,
             "num_nextn_predict_layers": 0, "num_shared_experts": 2, "q_lora_rank": 1536, "qk_nope_head_dim": 128,
             "qk_rope_head_dim": 64, "routed_expert_hidden_size": 3584, "tie_word_embeddings": false, "topk_method": "noaux_tc",
             "v_head_dim": 128, "vocab_size": 163840, "linear_attn_config": {"full_attn_layers": [{{KimiFull}}], "gate_lower_bound": -5.0,
             "head_dim": 128, "kda_layers": [{{KimiDelta}}], "num_heads": 96, "short_conv_kernel_size": 4, "use_full_rank_gate": true} } }
            """),
    ];

    private static string KimiFull => string.Join(", ", Enumerable.Range(1, 93).Where(i => i % 4 == 0 || i == 93));

    private static string KimiDelta => string.Join(", ", Enumerable.Range(1, 92).Where(i => i % 4 != 0));

    private const long KimiWide = (69 * ((3L * 12288 * 4) + 128 + 12288 + 128)) + (92L * 896);

    private const long KimiVision = (27L * ((2 * 1024) + (4 * 1536 * 1024) + (2 * 1024 * 4096))) + (588 * 1024) + (4096 * 1024) + 1024
        + (4096L * 4096) + (4096 * 7168) + 7168;
}
