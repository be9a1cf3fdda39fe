using System.Linq;

namespace ScalingAnalyzers.Tests;

/// <summary>Dense models and mixtures since 2024 whose layers all have attention: those whose index or card gives the
/// count.</summary>
internal static partial class AttentionCheckpoints
{
    private const string QwenVl =
        """
        "model_type": "qwen3_vl", "vision_config": {"model_type": "qwen3_vl"}, "text_config": {"model_type": "qwen3_vl_text",
        "head_dim": 128, "vocab_size": 151936, "num_key_value_heads": 8
        """;

    private const string QwenVlExperts =
        """
        "model_type": "qwen3_vl_moe", "vision_config": {}, "text_config": {"model_type": "qwen3_vl_moe_text", "head_dim": 128,
        "vocab_size": 151936, "num_key_value_heads": 4, "decoder_sparse_step": 1, "mlp_only_layers": [], "num_experts": 128,
        "num_experts_per_tok": 8
        """;

    public static Checkpoint[] All { get; } = Published.Concat(Derived).Concat(Newest).Concat(Later).ToArray();

    private static Checkpoint[] Published =>
    [
        // Seen: ai-dynamo/aiconfigurator, model_configs, as the five below.
        new("Qwen3-VL 2B", CountSource.Index, 2_127_532_032 - Checkpoint.QwenVision(24, 1024, 4096, 2048, 3),
            $$"""
            {{{QwenVl}}, "hidden_size": 2048, "intermediate_size": 6144, "num_hidden_layers": 28, "num_attention_heads": 16,
             "tie_word_embeddings": true} }
            """),
        new("Qwen3-VL 4B", CountSource.Index, 4_437_815_808 - Checkpoint.QwenVision(24, 1024, 4096, 2560, 3),
            $$"""
            {{{QwenVl}}, "hidden_size": 2560, "intermediate_size": 9728, "num_hidden_layers": 36, "num_attention_heads": 32,
             "tie_word_embeddings": true} }
            """),
        new("Qwen3-VL 8B", CountSource.Index, 8_767_123_696 - Checkpoint.QwenVision(27, 1152, 4304, 4096, 3),
            $$"""{{{QwenVl}}, "hidden_size": 4096, "intermediate_size": 12288, "num_hidden_layers": 36, "num_attention_heads": 32} }"""),
        new("Qwen3-VL 32B", CountSource.Index, 33_357_390_064 - Checkpoint.QwenVision(27, 1152, 4304, 5120, 3),
            $$"""{{{QwenVl}}, "hidden_size": 5120, "intermediate_size": 25600, "num_hidden_layers": 64, "num_attention_heads": 64} }"""),
        new("Qwen3-VL 30B-A3B", CountSource.Index, 31_070_754_032 - Checkpoint.QwenVision(27, 1152, 4304, 2048, 3),
            $$"""
            {{{QwenVlExperts}}, "hidden_size": 2048, "moe_intermediate_size": 768, "num_hidden_layers": 48, "num_attention_heads": 32} }
            """),
        new("Qwen3-VL 235B-A22B", CountSource.Index, 235_670_022_896 - Checkpoint.QwenVision(27, 1152, 4304, 4096, 3),
            $$"""
            {{{QwenVlExperts}}, "hidden_size": 4096, "moe_intermediate_size": 1536, "num_hidden_layers": 94, "num_attention_heads": 64} }
            """),

        // The index of mlx-community/Kimi-K2.6, which is dequantised text; the config seen as above.
        new("Kimi K2.5", CountSource.Index, 1_026_408_232_448, """
            {"model_type": "kimi_k25", "vision_config": {"vt_hidden_size": 1152, "vt_num_hidden_layers": 27},
             "text_config": {"model_type": "kimi_k2", "first_k_dense_replace": 1, "hidden_size": 7168,
             "intermediate_size": 18432, "kv_lora_rank": 512, "moe_intermediate_size": 2048, "n_routed_experts": 384,
             "n_shared_experts": 1, "num_attention_heads": 64, "num_experts_per_tok": 8,
             "num_hidden_layers": 61, "num_key_value_heads": 64, "q_lora_rank": 1536, "qk_nope_head_dim": 128,
             "qk_rope_head_dim": 64, "topk_method": "noaux_tc", "v_head_dim": 128, "vocab_size": 163840}}
            """),

        // The index of lmstudio-community/GLM-4.7-Flash-MLX; the checkpoint's own has a prediction module more.
        new("GLM-4.7-Flash", CountSource.Index, 29_943_393_920, """
            {"model_type": "glm4_moe_lite", "hidden_size": 2048, "num_hidden_layers": 47, "num_attention_heads": 20,
             "intermediate_size": 10240, "moe_intermediate_size": 1536, "n_routed_experts": 64,
             "n_shared_experts": 1, "num_experts_per_tok": 4, "first_k_dense_replace": 1, "q_lora_rank": 768, "kv_lora_rank": 512,
             "qk_nope_head_dim": 192, "qk_rope_head_dim": 64, "v_head_dim": 256,
             "vocab_size": 154880, "num_nextn_predict_layers": 1}
            """),

        // The index of inferencerlabs/GLM-5.1-MLX, text without the prediction module; the config seen as above.
        new("GLM-5.1", CountSource.Index, 743_911_218_432, """
            {"model_type": "glm_moe_dsa", "hidden_size": 6144, "num_hidden_layers": 78, "num_attention_heads": 64,
             "num_key_value_heads": 64, "intermediate_size": 12288, "moe_intermediate_size": 2048,
             "n_routed_experts": 256, "n_shared_experts": 1, "num_experts_per_tok": 8, "first_k_dense_replace": 3,
             "q_lora_rank": 2048, "kv_lora_rank": 512, "qk_nope_head_dim": 192,
             "qk_rope_head_dim": 64, "v_head_dim": 256, "index_head_dim": 128, "index_n_heads": 32, "index_topk": 2048,
             "topk_method": "noaux_tc", "vocab_size": 154880}
            """),

        // Less the prediction module: two states into one, latent attention, a dense feed-forward, five norms, its own
        // token table.
        new("LongCat-Flash", CountSource.Index,
            561_862_880_256 - ((2L * 6144 * 6144) + (3L * 6144 * 12288) + (6144L * 1536) + 1536 + (1536L * 64 * 192) + (6144L * 576) + 512
                + (512L * 64 * 256) + (8192L * 6144) + (5 * 6144) + (131072L * 6144)), """
            {"model_type": "longcat_flash", "hidden_size": 6144, "num_layers": 28, "num_attention_heads": 64,
             "ffn_hidden_size": 12288, "expert_ffn_hidden_size": 2048, "n_routed_experts": 512,
             "zero_expert_num": 256, "moe_topk": 12, "q_lora_rank": 1536, "kv_lora_rank": 512, "qk_nope_head_dim": 128,
             "qk_rope_head_dim": 64, "v_head_dim": 128, "vocab_size": 131072}
            """),
        new("Gemma 4 26B-A4B", CountSource.Index, 25_805_933_872 - Checkpoint.GemmaVision(2816), $$"""
            {"model_type": "gemma4", "tie_word_embeddings": true, "vision_config": {"model_type": "gemma4_vision"},
             "text_config": {"model_type": "gemma4_text", "attention_k_eq_v": true,
             "enable_moe_block": true, "global_head_dim": 512, "head_dim": 256, "hidden_size": 2816,
             "hidden_size_per_layer_input": 0, "intermediate_size": 2112, "moe_intermediate_size": 704,
             "num_attention_heads": 16, "num_experts": 128, "num_global_key_value_heads": 2, "num_hidden_layers": 30,
             "num_key_value_heads": 8, "num_kv_shared_layers": 0, "sliding_window": 1024,
             "top_k_experts": 8, "use_double_wide_mlp": false, "vocab_size": 262144,
             "layer_types": {{Checkpoint.Layers(Checkpoint.Times(5, "sliding_attention*5 full_attention"))}} } }
            """),
        new("Gemma 4 31B", CountSource.Index, 31_273_086_512 - Checkpoint.GemmaVision(5376), $$"""
            {"model_type": "gemma4_text", "attention_k_eq_v": true, "global_head_dim": 512, "head_dim": 256, "hidden_size": 5376,
             "intermediate_size": 21504, "num_attention_heads": 32,
             "num_global_key_value_heads": 4, "num_hidden_layers": 60, "num_key_value_heads": 16, "sliding_window": 1024,
             "vocab_size": 262144,
             "layer_types": {{Checkpoint.Layers(Checkpoint.Times(10, "sliding_attention*5 full_attention"))}} }
            """),
        new("AFM 4.5B", CountSource.Index, 4_619_184_640, """
            {"model_type": "arcee", "hidden_size": 2560, "num_hidden_layers": 36, "num_attention_heads": 20,
             "num_key_value_heads": 4, "head_dim": 128, "intermediate_size": 18432, "vocab_size": 128004}
            """),
        new("Apertus 8B", CountSource.Index, 8_053_338_176, """
            {"model_type": "apertus", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
             "num_key_value_heads": 8, "intermediate_size": 21504, "vocab_size": 131072, "hidden_act": "xielu"}
            """),
        new("dots.llm1", CountSource.Index, 142_774_381_696, """
            {"model_type": "dots1", "hidden_size": 4096, "num_hidden_layers": 62, "num_attention_heads": 32,
             "num_key_value_heads": 32, "head_dim": 128, "intermediate_size": 10944,
             "moe_intermediate_size": 1408, "n_routed_experts": 128, "num_experts_per_tok": 6, "n_shared_experts": 2,
             "first_k_dense_replace": 1, "vocab_size": 152064}
            """),
        new("Ling Lite 16.8B", CountSource.Index, 16_801_974_272, """
            {"model_type": "bailing_moe", "hidden_size": 2048, "num_hidden_layers": 28, "num_attention_heads": 16,
             "num_key_value_heads": 4, "intermediate_size": 5632, "moe_intermediate_size": 1408,
             "num_experts": 64, "num_experts_per_tok": 6, "num_shared_experts": 2, "first_k_dense_replace": 0, "vocab_size": 126464}
            """),
        new("Ling Mini 2.0", CountSource.Index, 16_255_643_392, """
            {"model_type": "bailing_moe_v2", "hidden_size": 2048, "num_hidden_layers": 20, "num_attention_heads": 16,
             "num_key_value_heads": 4, "head_dim": 128, "intermediate_size": 5120,
             "moe_intermediate_size": 512, "num_experts": 256, "num_experts_per_tok": 8, "num_shared_experts": 1,
             "first_k_dense_replace": 1, "vocab_size": 157184}
            """),
        new("Hunyuan A13B", CountSource.Card, 80_393_183_232, """
            {"model_type": "hunyuan_v1_moe", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
             "num_key_value_heads": 8, "head_dim": 128, "intermediate_size": 3072,
             "moe_intermediate_size": 3072, "num_experts": 64, "moe_topk": 8, "num_shared_expert": 1, "use_qk_norm": true,
             "vocab_size": 128167, "tie_word_embeddings": true}
            """),

        // Less the prediction module: two states into one, attention with norms on queries and keys, a dense
        // feed-forward, five norms.
        new("K-EXAONE 236B-A23B", CountSource.Index, 237_099_669_632
            - ((2L * 6144 * 6144) + (2L * 6144 * 8192) + (2L * 6144 * 1024) + (2 * 128) + (3L * 6144 * 18432) + (5 * 6144)), """
            {"model_type": "exaone_moe", "hidden_size": 6144, "num_hidden_layers": 48, "num_attention_heads": 64,
             "num_key_value_heads": 8, "head_dim": 128, "intermediate_size": 18432,
             "moe_intermediate_size": 2048, "num_experts": 128, "num_experts_per_tok": 8, "num_shared_experts": 1,
             "first_k_dense_replace": 1, "vocab_size": 153600}
            """),
        new("Trinity Nano", CountSource.Index, 6_120_003_328, """
            {"model_type": "afmoe", "hidden_size": 1024, "num_hidden_layers": 56, "num_attention_heads": 8,
             "num_key_value_heads": 2, "head_dim": 128, "intermediate_size": 3072,
             "moe_intermediate_size": 256, "num_experts": 128, "num_experts_per_tok": 8, "num_shared_experts": 1,
             "num_dense_layers": 2, "vocab_size": 200192}
            """),

        // Less the prediction module: two states into one, attention with biases, a feed-forward, five norms.
        new("MiMo 7B", CountSource.Index, 7_833_409_536
            - ((2L * 4096 * 4096) + (2L * 4096 * 4096) + (2L * 4096 * 1024) + 4096 + 1024 + 1024 + (3L * 4096 * 11008) + (5 * 4096)), """
            {"model_type": "mimo", "hidden_size": 4096, "num_hidden_layers": 36, "num_attention_heads": 32,
             "num_key_value_heads": 8, "head_dim": 128, "intermediate_size": 11008, "vocab_size": 151680,
             "attention_bias": true, "num_nextn_predict_layers": 1}
            """),

        // Less three prediction modules: two states into one, windowed attention with its gate, a dense feed-forward,
        // five norms, an output layer.
        new("Step-3.5-Flash", CountSource.Index,
            199_384_301_376
                - (3 * ((2L * 4096 * 4096) + (2L * 4096 * 12288) + (2L * 4096 * 1024) + (4096 * 96) + (2 * 128) + (3L * 4096 * 11264)
                    + (5 * 4096) + (128896L * 4096))), $$"""
            {"model_type": "step3p5", "hidden_size": 4096, "num_hidden_layers": 45, "num_attention_heads": 64,
             "num_attention_groups": 8, "head_dim": 128, "intermediate_size": 11264, "vocab_size": 128896,
             "moe_layers_enum": "{{string.Join(',', System.Linq.Enumerable.Range(3, 42))}}",
             "attention_other_setting": {"num_attention_heads": 96, "num_attention_groups": 8},
             "layer_types": {{Checkpoint.Layers(Checkpoint.Times(11, "full_attention sliding_attention*3") + " full_attention")}} }
            """),
        new("SmolLM3 3B", CountSource.Index, 3_075_098_624, """
            {"model_type": "smollm3", "hidden_size": 2048, "num_hidden_layers": 36, "num_attention_heads": 16,
             "num_key_value_heads": 4, "intermediate_size": 11008, "vocab_size": 128256, "tie_word_embeddings": true}
            """),
        new("Olmo 3 7B", CountSource.Index, 7_298_011_136,
            """
            {"model_type": "olmo3", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
             "intermediate_size": 11008, "vocab_size": 100278}
            """),
        new("Tiny Aya", CountSource.Index, 3_349_227_520, """
            {"model_type": "cohere2", "hidden_size": 2048, "num_hidden_layers": 36, "num_attention_heads": 16,
             "num_key_value_heads": 4, "intermediate_size": 11008, "vocab_size": 262144}
            """),
        new("Command R7B", CountSource.Index, 8_028_033_024, """
            {"model_type": "cohere2", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
             "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 256000}
            """),
        new("Granite 3.3 8B", CountSource.Index, 8_170_864_640, """
            {"model_type": "granite", "hidden_size": 4096, "num_hidden_layers": 40, "num_attention_heads": 32,
             "num_key_value_heads": 8, "intermediate_size": 12800, "vocab_size": 49159, "tie_word_embeddings": true}
            """),
        new("EXAONE 3.5 2.4B", CountSource.Index, 2_405_327_360, """
            {"model_type": "exaone", "hidden_size": 2560, "num_layers": 30, "num_attention_heads": 32, "num_key_value_heads": 8,
             "head_dim": 80, "intermediate_size": 7168, "vocab_size": 102400}
            """),

        // The same model as allenai/OLMo-1B-hf, whose index this is, under its first names.
        new("OLMo 1B, first names", CountSource.Index, 1_176_764_416, """
            {"model_type": "hf_olmo", "d_model": 2048, "n_heads": 16, "n_layers": 16, "mlp_ratio": 8, "mlp_hidden_size": 16384,
             "weight_tying": true, "embedding_size": 50304, "vocab_size": 50280,
             "layer_norm_type": "default", "include_bias": false, "rope": true}
            """),
        // RECALLED; the same number stands in one public script.
        new("BitNet b1.58 2B4T", CountSource.Card, 2_412_820_480,
            """
            {"model_type": "bitnet", "hidden_size": 2560, "num_hidden_layers": 30, "num_attention_heads": 20,
             "num_key_value_heads": 5, "intermediate_size": 6912, "vocab_size": 128256, "tie_word_embeddings": true}
            """),
        new("Llama 3.1 8B, Meta's params.json", CountSource.Index, 8_030_261_248, """
            {"dim": 4096, "ffn_dim_multiplier": 1.3, "multiple_of": 1024, "n_heads": 32, "n_kv_heads": 8, "n_layers": 32,
             "norm_eps": 1e-05, "rope_theta": 500000.0, "use_scaled_rope": true, "vocab_size": 128256}
            """),
        new("Mistral 7B v0.1, its params.json", CountSource.Index, 7_241_732_096,
            """
            {"dim": 4096, "n_layers": 32, "head_dim": 128, "hidden_dim": 14336, "n_heads": 32, "n_kv_heads": 8, "norm_eps": 1e-05,
             "vocab_size": 32000}
            """),
        new("Llama 3.1 8B, Megatron's flags", CountSource.Index, 8_030_261_248, """
            {"num_layers": 32, "hidden_size": 4096, "num_attention_heads": 32, "ffn_hidden_size": 14336, "vocab_size": 128256,
             "swiglu": true, "normalization": "RMSNorm", "disable_bias_linear": true,
             "position_embedding_type": "rope", "group_query_attention": true, "num_query_groups": 8,
             "untie_embeddings_and_output_weights": true}
            """),

        // The exact figure of the card of sdobson/nanochat, the published 20-layer run.
        new("nanochat d20", CountSource.Card, 560_988_160, """
            {"model_type": "nanochat", "hidden_size": 1280, "intermediate_size": 5120, "num_hidden_layers": 20,
             "num_attention_heads": 10, "num_key_value_heads": 10, "vocab_size": 65536}
            """),
        // Its model card: "Parameters 8,019,808,256".
        new("Ministral 8B", CountSource.Card, 8_019_808_256, """
            {"model_type": "ministral", "vocab_size": 131072, "hidden_size": 4096, "intermediate_size": 12288,
             "num_hidden_layers": 36, "num_attention_heads": 32, "num_key_value_heads": 8, "head_dim": 128}
            """),
    ];
}
