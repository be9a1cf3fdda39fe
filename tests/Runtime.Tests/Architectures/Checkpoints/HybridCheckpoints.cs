using System.Linq;

namespace ScalingAnalyzers.Tests;

/// <summary>Hybrids, linear attention and state space.</summary>
internal static partial class HybridCheckpoints
{
    private const string Granite =
        """
        "model_type": "granitemoehybrid", "num_hidden_layers": 40, "vocab_size": 100352, "tie_word_embeddings": true,
        "mamba_d_head": 64, "mamba_d_state": 128, "mamba_d_conv": 4, "mamba_expand": 2, "mamba_n_groups": 1
        """;

    private const string Nemotron =
        """ "model_type": "nemotron_h", "conv_kernel": 4, "head_dim": 128, "n_groups": 8, "ssm_state_size": 128, "vocab_size": 131072 """;

    private const string Lfm =
        """ "model_type": "lfm2", "block_multiple_of": 256, "conv_L_cache": 3, "vocab_size": 65536, "num_key_value_heads": 8 """;

    private const string Qwen35 = """ "model_type": "qwen3_5_text", "head_dim": 256, "vocab_size": 248320 """;

    private const string Qwen35Experts = """ "model_type": "qwen3_5_moe_text", "head_dim": 256, "vocab_size": 248320 """;

    public static Checkpoint[] All { get; } = Published.Concat(Newest).ToArray();

    private static Checkpoint[] Published =>
    [
        // Seen: ai-dynamo/aiconfigurator, model_configs. The index leaves out what 23 routers learn to balance 128
        // experts.
        new("Nemotron 3 Nano 30B-A3B", CountSource.Index, 31_577_937_344 + (23 * 128), $$"""
            {{{Nemotron}}, "hidden_size": 2688, "hybrid_override_pattern": "MEMEM*EMEMEM*EMEMEM*EMEMEM*EMEMEM*EMEMEMEM*EMEMEMEME",
             "intermediate_size": 1856,
              "mamba_head_dim": 64, "mamba_num_heads": 64, "moe_intermediate_size": 1856,
              "moe_shared_expert_intermediate_size": 3712, "n_routed_experts": 128,
              "n_shared_experts": 1, "num_attention_heads": 32, "num_experts_per_tok": 6, "num_hidden_layers": 52, "num_key_value_heads": 2}
            """),

        // Seen as above. Less the prediction module: two states into one, an attention block, an expert block, three
        // norms.
        new("Nemotron 3 Super 120B-A12B", CountSource.Index,
            123_611_012_096 + (40 * 512) - ((2 * 4096 * 4096) + (2 * 4096 * 4096) + (2 * 4096 * 256) + 4096 + (512L * 2 * 1024 * 2688)
                + (512 * 4096) + (2 * 4096 * 1024) + (2 * 4096 * 5376) + 4096 + (3 * 4096)), $$"""
            {{{Nemotron}}, "hidden_size": 4096,
             "hybrid_override_pattern": "MEMEMEM*EMEMEMEM*EMEMEMEM*EMEMEMEMEM*EMEMEMEMEM*EMEMEMEMEM*EMEMEMEMEM*EMEMEMEM*EMEMEMEME",
              "intermediate_size": 2688, "mamba_head_dim": 64, "mamba_num_heads": 128, "moe_intermediate_size": 2688,
              "moe_latent_size": 1024,
              "moe_shared_expert_intermediate_size": 5376, "n_routed_experts": 512, "n_shared_experts": 1,
              "num_attention_heads": 32, "num_experts_per_tok": 22,
              "num_hidden_layers": 88, "num_key_value_heads": 2, "num_nextn_predict_layers": 1}
            """),
        new("Nemotron-H 8B", CountSource.Index, 8_100_852_736, $$"""
            {{{Nemotron}}, "hidden_size": 4096, "hybrid_override_pattern": "M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M-",
             "intermediate_size": 21504,
              "mamba_head_dim": 64, "mamba_num_heads": 128, "num_attention_heads": 32, "num_hidden_layers": 52,
              "num_key_value_heads": 8, "time_step_limit": [0.0, Infinity]}
            """),
        new("Nemotron-H 4B", CountSource.Index, 4_489_223_040, $$"""
            {{{Nemotron}}, "hidden_size": 3072, "hybrid_override_pattern": "M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M-",
             "intermediate_size": 12288,
              "mamba_head_dim": 64, "mamba_num_heads": 112, "num_attention_heads": 32, "num_key_value_heads": 8}
            """),
        new("Nemotron Nano 9B v2", CountSource.Index, 8_888_227_328, $$"""
            {{{Nemotron}}, "hidden_size": 4480,
             "hybrid_override_pattern": "M-M-M-MM-M-M-M*-M-M-M*-M-M-M-M*-M-M-M-M*-M-MM-M-M-M-M-M-", "intermediate_size": 15680,
              "mamba_head_dim": 80, "mamba_num_heads": 128, "num_attention_heads": 40, "num_key_value_heads": 8}
            """),

        // The index of Qwen3-Coder-Next, which has no prediction module.
        new("Qwen3-Next 80B-A3B", CountSource.Index, 79_674_391_296, """
            {"model_type": "qwen3_next", "hidden_size": 2048, "num_hidden_layers": 48, "num_attention_heads": 16,
             "num_key_value_heads": 2, "head_dim": 256, "intermediate_size": 5120,
             "moe_intermediate_size": 512, "shared_expert_intermediate_size": 512, "num_experts": 512, "num_experts_per_tok": 10,
             "decoder_sparse_step": 1, "full_attention_interval": 4,
             "linear_conv_kernel_dim": 4, "linear_key_head_dim": 128, "linear_num_key_heads": 16, "linear_num_value_heads": 32,
             "linear_value_head_dim": 128, "vocab_size": 151936}
            """),

        // Seen, as the three below: ai-dynamo/aiconfigurator, model_configs, and sgl-project/ome.
        new("Qwen3.5 27B", CountSource.Index, 27_781_427_952 - Checkpoint.QwenVision(27, 1152, 4304, 5120, 0)
            - Checkpoint.QwenPrediction(5120, 24, 4, 3L * 5120 * 17408), $$"""
            {{{Qwen35}}, "hidden_size": 5120, "intermediate_size": 17408, "num_hidden_layers": 64, "num_attention_heads": 24,
             "num_key_value_heads": 4, "linear_num_value_heads": 48,
              "layer_types": {{Checkpoint.Layers(Checkpoint.Times(16, "linear_attention*3 full_attention"))}},
              "mtp_num_hidden_layers": 1, "mamba_ssm_dtype": "float32"}
            """),
        new("Qwen3.5 35B-A3B", CountSource.Index,
            35_951_822_704 - Checkpoint.QwenVision(27, 1152, 4304, 2048, 0)
                - Checkpoint.QwenPrediction(2048, 16, 2, Checkpoint.QwenExperts(2048, 256, 512, 512)), $$"""
            {{{Qwen35Experts}}, "hidden_size": 2048, "num_hidden_layers": 40, "num_attention_heads": 16, "num_key_value_heads": 2,
             "moe_intermediate_size": 512,
              "shared_expert_intermediate_size": 512, "num_experts": 256, "num_experts_per_tok": 8, "mlp_only_layers": []}
            """),
        new("Qwen3.5 122B-A10B", CountSource.Index,
            125_086_497_008 - Checkpoint.QwenVision(27, 1152, 4304, 3072, 0)
                - Checkpoint.QwenPrediction(3072, 32, 2, Checkpoint.QwenExperts(3072, 256, 1024, 1024)), $$"""
            {{{Qwen35Experts}}, "hidden_size": 3072, "num_hidden_layers": 48, "num_attention_heads": 32, "num_key_value_heads": 2,
             "moe_intermediate_size": 1024,
              "shared_expert_intermediate_size": 1024, "num_experts": 256, "num_experts_per_tok": 8, "linear_num_value_heads": 64}
            """),
        new("Qwen3.5 397B-A17B", CountSource.Index,
            403_397_928_944 - Checkpoint.QwenVision(27, 1152, 4304, 4096, 0)
                - Checkpoint.QwenPrediction(4096, 32, 2, Checkpoint.QwenExperts(4096, 512, 1024, 1024)), $$"""
            {{{Qwen35Experts}}, "hidden_size": 4096, "num_hidden_layers": 60, "num_attention_heads": 32, "num_key_value_heads": 2,
             "moe_intermediate_size": 1024,
              "shared_expert_intermediate_size": 1024, "num_experts": 512, "num_experts_per_tok": 10, "linear_num_value_heads": 64}
            """),

        // principled-intelligence/Qwen3.5-9B-text-only.
        new("Qwen3.5 9B", CountSource.Index, 8_953_803_264, $$"""
            {{{Qwen35}}, "hidden_size": 4096, "intermediate_size": 12288, "num_hidden_layers": 32, "num_attention_heads": 16,
             "num_key_value_heads": 4}
            """),
        new("Qwen3.5 4B", CountSource.Index,
            4_659_865_088 - Checkpoint.QwenVision(24, 1024, 4096, 2560, 0) - Checkpoint.QwenPrediction(2560, 16, 4, 3L * 2560 * 9216), $$"""
            {{{Qwen35}}, "hidden_size": 2560, "intermediate_size": 9216, "num_hidden_layers": 32, "num_attention_heads": 16,
             "num_key_value_heads": 4, "tie_word_embeddings": true}
            """),
        new("Qwen3.5 2B", CountSource.Index,
            2_274_069_824 - Checkpoint.QwenVision(24, 1024, 4096, 2048, 0) - Checkpoint.QwenPrediction(2048, 8, 2, 3L * 2048 * 6144), $$"""
            {{{Qwen35}}, "hidden_size": 2048, "intermediate_size": 6144, "num_hidden_layers": 24, "num_attention_heads": 8,
             "num_key_value_heads": 2, "linear_num_value_heads": 16, "tie_word_embeddings": true}
            """),
        new("Qwen3.5 0.8B", CountSource.Index,
            873_438_784 - Checkpoint.QwenVision(12, 768, 3072, 1024, 0) - Checkpoint.QwenPrediction(1024, 8, 2, 3L * 1024 * 3584), $$"""
            {{{Qwen35}}, "hidden_size": 1024, "intermediate_size": 3584, "num_hidden_layers": 24, "num_attention_heads": 8,
             "num_key_value_heads": 2, "linear_num_value_heads": 16, "tie_word_embeddings": true}
            """),
        new("Kimi Linear 48B-A3B", CountSource.Index, 49_122_681_728, """
            {"model_type": "kimi_linear", "hidden_size": 2304, "num_hidden_layers": 27, "num_attention_heads": 32,
             "num_key_value_heads": 32, "head_dim": 72, "intermediate_size": 9216,
             "vocab_size": 163840, "kv_lora_rank": 512, "q_lora_rank": null, "qk_nope_head_dim": 128, "qk_rope_head_dim": 64,
             "v_head_dim": 128, "num_experts": 256,
             "num_experts_per_token": 8, "num_shared_experts": 1, "moe_intermediate_size": 1024, "first_k_dense_replace": 1,
             "moe_layer_freq": 1,
             "linear_attn_config": {"full_attn_layers": [4, 8, 12, 16, 20, 24, 27], "head_dim": 128, "num_heads": 32,
             "short_conv_kernel_size": 4,
                                    "kda_layers": [1, 2, 3, 5, 6, 7, 9, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22, 23, 25, 26]}}
            """),
        // The total that is listed for MiniMax-M1, which was trained further from it.
        new("MiniMax-Text-01", CountSource.Card, 456_089_655_296, $$"""
            {"model_type": "minimax", "hidden_size": 6144, "num_hidden_layers": 80, "num_attention_heads": 64,
             "num_key_value_heads": 8, "head_dim": 128, "intermediate_size": 9216,
             "num_local_experts": 32, "num_experts_per_tok": 2, "vocab_size": 200064,
             "layer_types": {{Checkpoint.Layers(Checkpoint.Times(10, "linear_attention*7 full_attention"))}} }
            """),
        new("Granite 4.0 Micro", CountSource.Index, 3_402_836_480, $$"""
            {{{Granite}}, "hidden_size": 2560, "num_attention_heads": 40, "num_key_value_heads": 8,
             "shared_intermediate_size": 8192, "num_local_experts": 0, "num_experts_per_tok": 0,
              "layer_types": {{Checkpoint.Layers("attention*40")}} }
            """),
        new("Granite 4.0 H Micro", CountSource.Index, 3_191_396_096, $$"""
            {{{Granite}}, "hidden_size": 2048, "num_attention_heads": 32, "num_key_value_heads": 8,
             "shared_intermediate_size": 8192, "num_local_experts": 0, "num_experts_per_tok": 0,
              "mamba_n_heads": 64, "layer_types": {{Checkpoint.Layers(
                  "mamba*5 attention mamba*9 attention mamba*9 attention mamba*9 attention mamba*4")}} }
            """),
        new("Granite 4.0 H 1B", CountSource.Index, 1_461_538_368, $$"""
            {{{Granite}}, "hidden_size": 1536, "num_attention_heads": 12, "num_key_value_heads": 4,
             "shared_intermediate_size": 4096, "num_local_experts": 0, "num_experts_per_tok": 0,
              "mamba_n_heads": 48, "layer_types": {{Checkpoint.Layers(
                  "mamba*5 attention mamba*8 attention mamba*9 attention mamba*9 attention mamba*5")}} }
            """),
        new("Granite 4.0 H Tiny", CountSource.Index, 6_939_037_248, $$"""
            {{{Granite}}, "hidden_size": 1536, "num_attention_heads": 12, "num_key_value_heads": 4, "intermediate_size": 512,
             "shared_intermediate_size": 1024, "num_local_experts": 64,
              "num_experts_per_tok": 6, "mamba_n_heads": 48,
              "layer_types": {{Checkpoint.Layers("mamba*5 attention mamba*8 attention mamba*9 attention mamba*9 attention mamba*5")}} }
            """),
        new("Falcon-H1 0.5B", CountSource.Index, 521_411_104, """
            {"model_type": "falcon_h1", "hidden_size": 1024, "num_hidden_layers": 36, "num_attention_heads": 8,
             "num_key_value_heads": 2, "head_dim": 64, "intermediate_size": 2048,
             "mamba_d_ssm": 1536, "mamba_n_heads": 24, "mamba_d_head": 64, "mamba_d_state": 128, "mamba_n_groups": 1,
             "mamba_d_conv": 4, "mamba_rms_norm": false, "vocab_size": 32784}
            """),
        new("LFM2 350M", CountSource.Index, 354_483_968,
            $$"""
            {{{Lfm}}, "hidden_size": 1024, "num_hidden_layers": 16, "num_attention_heads": 16, "block_ff_dim": 6656,
             "full_attn_idxs": [2, 5, 8, 10, 12, 14]}
            """),
        new("LFM2 700M", CountSource.Index, 742_489_344,
            $$"""
            {{{Lfm}}, "hidden_size": 1536, "num_hidden_layers": 16, "num_attention_heads": 24, "block_ff_dim": 10240,
             "full_attn_idxs": [2, 5, 8, 10, 12, 14]}
            """),
        new("LFM2 1.2B", CountSource.Index, 1_170_340_608,
            $$"""
            {{{Lfm}}, "hidden_size": 2048, "num_hidden_layers": 16, "num_attention_heads": 32, "block_ff_dim": 12288,
             "full_attn_idxs": [2, 5, 8, 10, 12, 14]}
            """),
        new("LFM2 2.6B", CountSource.Index, 2_569_272_320, $$"""
            {{{Lfm}}, "hidden_size": 2048, "num_hidden_layers": 30, "num_attention_heads": 32, "block_ff_dim": 10752,
             "block_auto_adjust_ff_dim": false,
              "layer_types": {{Checkpoint.Layers(
                  "conv*2 full_attention conv*3 full_attention conv*3 full_attention conv*3 full_attention conv*2 "
                  + "full_attention conv*2 full_attention conv*2 full_attention conv*2 full_attention conv*3")}} }
            """),

        // The index leaves out what 22 routers learn to balance 32 experts.
        new("LFM2 8B-A1B", CountSource.Index, 8_339_929_856 + (22 * 32), $$"""
            {"model_type": "lfm2_moe", "hidden_size": 2048, "num_hidden_layers": 24, "num_attention_heads": 32,
             "num_key_value_heads": 8, "intermediate_size": 7168, "moe_intermediate_size": 1792,
             "num_dense_layers": 2, "num_experts": 32, "num_experts_per_tok": 4, "use_expert_bias": true, "vocab_size": 65536,
             "conv_L_cache": 3,
             "layer_types": {{Checkpoint.Layers(
                 "conv*2 full_attention conv*3 full_attention conv*3 full_attention conv*3 full_attention conv*3 "
                 + "full_attention conv*2 full_attention conv*2")}} }
            """),
        new("LFM2 24B-A2B", CountSource.Index, 23_843_661_440, $$"""
            {"model_type": "lfm2_moe", "hidden_size": 2048, "num_hidden_layers": 40, "num_attention_heads": 32,
             "num_key_value_heads": 8, "intermediate_size": 11776, "moe_intermediate_size": 1536,
             "num_dense_layers": 2, "num_experts": 64, "num_experts_per_tok": 4, "use_expert_bias": true, "vocab_size": 65536,
             "conv_L_cache": 3,
             "layer_types": {{Checkpoint.Layers("conv*2 full_attention " + Checkpoint.Times(9, "conv*3 full_attention") + " conv")}} }
            """),
        new("Jamba 1.5 Mini", CountSource.Index, 51_570_323_328, """
            {"model_type": "jamba", "hidden_size": 4096, "intermediate_size": 14336, "num_hidden_layers": 32,
             "num_attention_heads": 32, "num_key_value_heads": 8, "vocab_size": 65536, "num_experts": 16,
             "num_experts_per_tok": 2, "attn_layer_period": 8, "attn_layer_offset": 4, "expert_layer_period": 2,
             "expert_layer_offset": 1, "mamba_d_state": 16, "mamba_d_conv": 4, "mamba_expand": 2, "mamba_dt_rank": 256}
            """),
        new("Bamba 9B v1", CountSource.Index, 9_780_235_392, """
            {"model_type": "bamba", "hidden_size": 4096, "intermediate_size": 14336, "num_hidden_layers": 32,
             "num_attention_heads": 32, "num_key_value_heads": 8, "vocab_size": 128256,
             "attn_layer_indices": [9, 18, 27], "mamba_n_heads": 128, "mamba_d_head": 64, "mamba_d_state": 128, "mamba_n_groups": 1}
            """),
        new("Zamba2 1.2B", CountSource.Index, 1_215_064_704, $$"""
            {"model_type": "zamba2", "hidden_size": 2048, "num_hidden_layers": 38, "num_attention_heads": 32,
             "num_key_value_heads": 32, "mamba_d_state": 128, "mamba_expand": 2, "mamba_ngroups": 1,
             "n_mamba_heads": 64, "num_mem_blocks": 1, "intermediate_size": 8192, "adapter_rank": 128,
             "use_shared_attention_adapter": true, "vocab_size": 32000,
             "layers_block_type": {{Checkpoint.Layers(Checkpoint.Times(6, "mamba*5 hybrid") + " mamba*2")}} }
            """),
        // By hand: 76 Mamba layers, 13 of which have a matrix from the one shared block; the three files have 14.47 GB.
        new("Zamba 7B v1", CountSource.Arithmetic,
            (32000L * 3712) + 3712 + (13L * 3712 * 3712)
            + (76 * ((3712L * 14848) + (5 * 7424) + (7424 * (232 + 32)) + (233 * 7424) + (17 * 7424) + (7424L * 3712) + 3712))
            + (3L * 7424 * 7424) + (7424L * 3712) + (3L * 3712 * 14848) + (3 * 3712), $$"""
            {"architectures": ["ZambaForCausalLM"], "attention_dropout": 0.0, "attn_layer_offset": 4, "attn_layer_period": 6,
             "hidden_act": "gelu", "hidden_mamba_act": "silu", "hidden_size": 3712, "intermediate_size": 14848,
             "layers_block_type": {{Checkpoint.Layers("mamba*2 hybrid mamba*4 hybrid "
                 + Checkpoint.Times(11, "mamba*5 hybrid") + " mamba*2")}},
             "mamba_conv_bias": true, "mamba_d_conv": 4, "mamba_d_state": 16, "mamba_dt_rank": 232, "mamba_expand": 2,
             "mamba_proj_bias": false, "max_position_embeddings": 4096, "model_type": "zamba", "n_mamba_heads": 2,
             "num_attention_heads": 16, "num_hidden_layers": 76, "num_key_value_heads": 16, "vocab_size": 32000}
            """),
        new("Zamba 7B v1, by its class's defaults", CountSource.Arithmetic, 7_232_490_496, """{"model_type": "zamba"}"""),
        new("Mamba 130M", CountSource.Index, 129_135_360,
            """{"model_type": "mamba", "hidden_size": 768, "num_hidden_layers": 24, "vocab_size": 50280, "state_size": 16}"""),
        new("Mamba 370M", CountSource.Index, 371_516_416,
            """{"model_type": "mamba", "hidden_size": 1024, "num_hidden_layers": 48, "vocab_size": 50280, "state_size": 16}"""),
        new("Falcon Mamba 7B", CountSource.Index, 7_272_665_088, """
            {"model_type": "falcon_mamba", "hidden_size": 4096, "intermediate_size": 8192, "num_hidden_layers": 64,
             "vocab_size": 65024, "state_size": 16, "tie_word_embeddings": false}
            """),
        // Its sizes are those of the metadata of its GGUF files; the figure is that of Mistral's announcement
        // (mistral.ai/news/codestral-mamba, 16 July 2024): "with 7,285,403,648 parameters".
        new("Mamba-Codestral 7B", CountSource.Card, 7_285_403_648, """
            {"model_type": "mamba2", "hidden_size": 4096, "num_hidden_layers": 64, "num_heads": 128, "head_dim": 64,
             "n_groups": 8, "state_size": 128, "vocab_size": 32768}
            """),
        // Peng et al. 2023, arXiv:2305.13048: 2 V D + 13 D^2 L + D (11 L + 4); its table has 169M, 430M and 14B.
        new("RWKV-4 169M", CountSource.Arithmetic, (2L * 50277 * 768) + (13L * 768 * 768 * 12) + (768 * ((11 * 12) + 4)),
            """{"model_type": "rwkv", "hidden_size": 768, "num_hidden_layers": 12, "vocab_size": 50277, "context_length": 1024}"""),
        new("RWKV-4 430M", CountSource.Arithmetic, (2L * 50277 * 1024) + (13L * 1024 * 1024 * 24) + (1024 * ((11 * 24) + 4)), """
            {"architectures": ["RwkvForCausalLM"], "attention_hidden_size": 1024, "context_length": 1024, "hidden_size": 1024,
             "intermediate_size": 4096, "layer_norm_epsilon": 1e-05, "model_type": "rwkv", "num_hidden_layers": 24,
             "rescale_every": 6, "tie_word_embeddings": false, "torch_dtype": "float32", "use_cache": true,
             "vocab_size": 50277}
            """),
        new("RWKV-4 14B", CountSource.Arithmetic, (2L * 50277 * 5120) + (13L * 5120 * 5120 * 40) + (5120 * ((11 * 40) + 4)),
            """{"model_type": "rwkv", "hidden_size": 5120, "num_hidden_layers": 40, "vocab_size": 50277}"""),
        new("RecurrentGemma 2B", CountSource.Card, 2_682_862_080, """
            {"model_type": "recurrent_gemma", "hidden_size": 2560, "intermediate_size": 15360, "num_hidden_layers": 26,
             "num_attention_heads": 10, "num_key_value_heads": 1, "lru_width": 2560,
             "vocab_size": 256000, "_block_types": ["recurrent", "recurrent", "attention"]}
            """),

        // By hand: 24 layers of Gated DeltaNet of 30 heads, 96 by 192, and 8 of attention with norms over the whole
        // width.
        new("Olmo Hybrid 7B", CountSource.Arithmetic,
            (2L * 100352 * 3840) + 3840 + (32 * ((3L * 3840 * 11008) + (2 * 3840)))
            + (24 * ((3840L * (2880 + 2880 + 5760 + 5760 + 30 + 30)) + (4 * 11520) + (2 * 30) + 192 + (5760 * 3840)))
            + (8 * ((4L * 3840 * 3840) + (2 * 3840))), """
            {"model_type": "olmo_hybrid", "hidden_size": 3840, "intermediate_size": 11008, "num_hidden_layers": 32,
             "num_attention_heads": 30, "vocab_size": 100352}
            """),
    ];
}
