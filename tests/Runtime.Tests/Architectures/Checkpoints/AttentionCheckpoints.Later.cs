using System.Linq;

namespace ScalingAnalyzers.Tests;

/// <content>
/// Families added late, and totals with a prediction module: the total as AlexsJones/llmfit recorded it (CountSource)
/// less what the row computes. Where a row gives no sizes, they are those of the configuration class; other fields are
/// RECALLED from the model pages, and confirmed by the total.
/// </content>
internal static partial class AttentionCheckpoints
{
    private static Checkpoint[] Later =>
    [
        // A block of experts, two states into one, three norms.
        new("Hy3", CountSource.Index,
            298_786_155_776 - ((193 * 3L * 4096 * 1536) + (192 * 4096) + 192 + (2L * 4096 * 8192) + (2L * 4096 * 1024) + (2 * 128)
                + (2 * 4096) + (2L * 4096 * 4096) + (3 * 4096)), """{"model_type": "hy_v3", "architectures": ["HYV3ForCausalLM"]}"""),
        new("GLM-4.6", CountSource.Index,
            356_785_898_816 - ((161 * 3L * 5120 * 1536) + (160 * 5120) + 160 + (2L * 5120 * 12288) + (2L * 5120 * 1024) + 12288 + 2048
                + (2 * 128) + (2 * 5120) + (2L * 5120 * 5120) + (3 * 5120)), """
            {"model_type": "glm4_moe", "vocab_size": 151552, "hidden_size": 5120, "num_hidden_layers": 92, "num_attention_heads": 96,
             "num_key_value_heads": 8, "head_dim": 128, "intermediate_size": 12288, "moe_intermediate_size": 1536, "n_routed_experts": 160,
             "n_shared_experts": 1, "num_experts_per_tok": 8, "first_k_dense_replace": 3, "attention_bias": true, "use_qk_norm": true,
             "num_nextn_predict_layers": 1}
            """),

        // A dense block.
        new("ERNIE 4.5 300B-A47B", CountSource.Index,
            300_474_051_776 - ((2L * 8192 * 8192) + (2L * 8192 * 1024) + (3L * 8192 * 28672) + (2 * 8192) + (2L * 8192 * 8192)
                + (2 * 8192)), """
            {"model_type": "ernie4_5_moe", "vocab_size": 103424, "hidden_size": 8192, "num_hidden_layers": 54, "num_attention_heads": 64,
             "num_key_value_heads": 8, "intermediate_size": 28672, "moe_intermediate_size": 3584, "moe_num_experts": 64,
             "moe_num_shared_experts": 0, "moe_k": 8, "moe_layer_start_index": 3, "moe_layer_end_index": 53, "moe_layer_interval": 1,
             "use_bias": false, "tie_word_embeddings": false}
            """),
        new("A.X-K1", CountSource.Index, 518_983_059_456, """
            {"model_type": "AXK1", "architectures": ["AXK1ForCausalLM"], "vocab_size": 163840, "hidden_size": 7168, "num_hidden_layers": 61,
             "num_attention_heads": 64, "num_key_value_heads": 64, "intermediate_size": 18432, "moe_intermediate_size": 2048,
             "n_routed_experts": 192, "n_shared_experts": 1, "num_experts_per_tok": 8, "first_k_dense_replace": 1, "q_lora_rank": 1536,
             "kv_lora_rank": 512, "qk_nope_head_dim": 128, "qk_rope_head_dim": 64, "v_head_dim": 128}
            """),
        new("Laguna XS.2", CountSource.Index, 33_442_617_088, $$"""
            {"model_type": "laguna", "num_attention_heads_per_layer": [{{string.Join(", ", Enumerable.Repeat("48, 64, 64, 64", 10))}}],
             "layer_types": {{Checkpoint.Layers(Checkpoint.Times(10, "full_attention sliding_attention*3"))}} }
            """),

        // One matrix with a bias for patches of 30 x 30.
        new("Fuyu 8B, text", CountSource.Index, 9_408_238_592 - ((2700L * 4096) + 4096), """
            {"model_type": "fuyu", "patch_size": 30, "text_config": {"model_type": "persimmon", "vocab_size": 262144, "hidden_size": 4096,
             "num_hidden_layers": 36, "num_attention_heads": 64, "intermediate_size": 16384, "qk_layernorm": true}}
            """),

        // By hand from the classes' own sizes: the card's 119B and 12B, 30B with its vision tower, 2B.
        new("Mistral Small 4 119B, text", CountSource.Arithmetic,
            (2L * 131072 * 4096) + 4096 + (36 * ((4096L * 1024) + 1024 + (1024L * 32 * 128) + (4096L * 320) + 256 + (256L * 32 * 192)
                + (32L * 128 * 4096) + (2 * 4096) + (129 * 3L * 4096 * 2048) + (128 * 4096))), """
            {"model_type": "mistral3", "architectures": ["Mistral3ForConditionalGeneration"], "vision_config": {"model_type": "pixtral"},
             "text_config": {"model_type": "mistral4"}}
            """),
        new("Mellum 2 12B", CountSource.Arithmetic,
            (2L * 98304 * 2304) + 2304 + (28 * ((2L * 2304 * 4096) + (2L * 2304 * 512) + (2 * 128) + (2 * 2304) + (64 * 3L * 2304 * 896)
                + (64 * 2304))), """{"model_type": "mellum"}"""),
        new("Muse Glimmer 30B, text", CountSource.Arithmetic,
            (2L * 202048 * 6656) + 6656 + (52 * ((3L * 6656 * 4096) + (2L * 6656 * 256) + (3L * 6656 * 19968) + (4 * 6656))), """
            {"model_type": "muse_glimmer", "vision_config": {"model_type": "muse_glimmer_vision"},
             "text_config": {"model_type": "muse_glimmer_text"}}
            """),
        new("Youtu-LLM 2B", CountSource.Arithmetic,
            (128256L * 2048) + 2048 + (32 * ((2048L * 1536) + 1536 + (1536L * 16 * 192) + (2048L * 576) + 512 + (512L * 16 * 256)
                + (2048L * 2048) + (3L * 2048 * 6144) + (2 * 2048))),
            """{"model_type": "youtu_llm", "architectures": ["YoutuForCausalLM"]}"""),
        new("Granite SWASH 2B", CountSource.Arithmetic,
            (100352L * 2560) + 2560 + (24 * ((2L * 2560 * 2560) + (2L * 2560 * 512) + 20 + (3L * 2560 * 8192) + (2 * 2560))),
            """{"model_type": "granite_swa"}"""),

        // Three dense layers of 4096, 21 of eight experts and one shared; one LayerNorm without bias a layer.
        new("Cohere 2 MoE, small", CountSource.Arithmetic,
            (256000L * 1024) + 1024 + (24 * ((2L * 1024 * 2048) + (2L * 1024 * 512) + 1024)) + (3 * 3L * 1024 * 4096)
                + (21 * ((9 * 3L * 1024 * 512) + (8 * 1024))), """
            {"model_type": "cohere2_moe", "hidden_size": 1024, "intermediate_size": 512, "num_hidden_layers": 24,
             "num_attention_heads": 16, "num_key_value_heads": 4, "num_shared_experts": 1, "first_k_dense_replace": 3,
             "prefix_dense_intermediate_size": 4096}
            """),
        new("Arctic", CountSource.Arithmetic,
            (2L * 32000 * 7168) + 7168 + (35 * ((2L * 7168 * 7168) + (2L * 7168 * 1024) + (128 * 3L * 7168 * 4864) + (128 * 7168)
                + (3L * 7168 * 7168) + (3 * 7168))), """
            {"model_type": "arctic", "vocab_size": 32000, "hidden_size": 7168, "num_hidden_layers": 35, "num_attention_heads": 56,
             "num_key_value_heads": 8, "intermediate_size": 4864, "num_local_experts": 128, "num_experts_per_tok": 2,
             "moe_layer_frequency": 1, "parallel_attn_mlp_res": true, "use_residual": true}
            """),

        // 564M and 1.6B on their cards; ModernBERT-base's index, RECALLED: the decoder has the encoder's blocks and
        // head.
        new("XGLM 564M", CountSource.Arithmetic,
            (256008L * 1024) + (2 * 1024) + (24 * ((4L * 1024 * 1024) + (2L * 1024 * 4096) + (9 * 1024) + 4096)),
            """{"model_type": "xglm"}"""),
        new("CTRL", CountSource.Arithmetic,
            (246534L * 1280) + 246534 + (2 * 1280) + (48 * ((4L * 1280 * 1280) + (2L * 1280 * 8192) + (9 * 1280) + 8192)),
            """{"model_type": "ctrl"}"""),
        new("Ettin 150M", CountSource.Card, 149_655_232, """{"model_type": "modernbert-decoder"}"""),
    ];
}
