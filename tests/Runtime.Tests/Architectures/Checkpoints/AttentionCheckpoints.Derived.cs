namespace ScalingAnalyzers.Tests;

/// <content>Those whose count is derived by hand from the sizes.</content>
internal static partial class AttentionCheckpoints
{
    private static Checkpoint[] Derived =>
    [
        // DeepSeek-V3 (data/configs) and the indexer of 61 layers: index queries, one key with its LayerNorm, a weight
        // a head.
        new("DeepSeek-V3.2", CountSource.Arithmetic,
            671_026_419_200 + (61 * ((1536L * 64 * 128) + (7168 * 128) + (2 * 128) + (7168 * 64))), """
            {"model_type": "deepseek_v32", "index_head_dim": 128, "index_n_heads": 64, "index_topk": 2048}
            """),
        new("Hunyuan 7B", CountSource.Arithmetic,
            (128167L * 4096) + 4096 + (32 * ((2L * 4096 * 4096) + (2 * 4096 * 1024) + (2 * 128) + (3L * 4096 * 14336) + (2 * 4096))), """
            {"model_type": "hunyuan_v1_dense", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
             "num_key_value_heads": 8, "head_dim": 128, "intermediate_size": 14336,
             "use_qk_norm": true, "vocab_size": 128167, "tie_word_embeddings": true}
            """),

        // The card states 316B for the language model. By hand: queries through 2048, one key-value head of 256, 56
        // layers of 48 experts and a shared one.
        new("Step-3", CountSource.Arithmetic,
            (2L * 128815 * 7168) + 7168
                + (61 * ((7168L * 2048) + 2048 + (2048L * 16384) + (2L * 7168 * 256) + (16384L * 7168) + (2 * 7168)))
                + (5 * 3L * 7168 * 18432) + (56 * ((49 * 3L * 7168 * 5120) + (7168 * 48))), $$"""
            {"model_type": "step3_vl", "vision_config": {}, "text_config": {"model_type": "step3_text", "hidden_size": 7168,
             "num_hidden_layers": 61, "num_attention_heads": 64, "num_attention_groups": 1,
             "head_dim": 256, "share_q_dim": 2048, "intermediate_size": 18432, "moe_num_experts": 48, "moe_top_k": 3,
             "moe_intermediate_size": 5120, "share_expert_dim": 5120, "vocab_size": 128815,
             "moe_layers_enum": "{{string.Join(",", System.Linq.Enumerable.Range(4, 56))}}"} }
            """),
        new("Ministral 3 3B", CountSource.Arithmetic,
            (131072L * 3072) + 3072 + (26 * ((2L * 3072 * 4096) + (2L * 3072 * 1024) + (3L * 3072 * 9216) + (2 * 3072))), """
            {"model_type": "mistral3", "tie_word_embeddings": true, "vision_config": {"model_type": "pixtral"},
             "text_config": {"model_type": "ministral3", "hidden_size": 3072, "num_hidden_layers": 26,
             "num_attention_heads": 32, "num_key_value_heads": 8, "head_dim": 128, "intermediate_size": 9216, "vocab_size": 131072}}
            """),
        new("InternLM3 8B", CountSource.Arithmetic,
            (2L * 128512 * 4096) + 4096 + (48 * ((2L * 4096 * 4096) + (2L * 4096 * 256) + (3L * 4096 * 10240) + (2 * 4096))), """
            {"model_type": "internlm3", "hidden_size": 4096, "num_hidden_layers": 48, "num_attention_heads": 32,
             "num_key_value_heads": 2, "head_dim": 128, "intermediate_size": 10240, "vocab_size": 128512}
            """),
        new("Orion 14B", CountSource.Arithmetic,
            (2L * 84608 * 5120) + (2 * 5120) + (40 * ((4L * 5120 * 5120) + (3L * 5120 * 15360) + (4 * 5120))), """
            {"model_type": "orion", "hidden_size": 5120, "num_hidden_layers": 40, "num_attention_heads": 40,
             "num_key_value_heads": 40, "intermediate_size": 15360, "vocab_size": 84608}
            """),

        // By hand: router and four coefficients of AltUp, a residual of rank 64, an embedding of 256 in each of 35
        // layers, three projections in and three out.
        new("Gemma 3n E4B", CountSource.Arithmetic,
            (262400L * 2048) + (262144L * 35 * 256) + (2048L * 35 * 256) + 256 + (6L * 2048 * 2048) + 2048
            + (35 * ((2L * 2048 * 2048) + (2L * 2048 * 512) + (2 * 256) + (3L * 2048 * 16384) + (2L * 2048 * 64) + (4 * 2048) + 16 + 64
                + (2L * 2048 * 256) + (7 * 2048) + 2048)), """
            {"model_type": "gemma3n", "audio_config": {}, "vision_config": {}, "text_config": {"model_type": "gemma3n_text",
             "hidden_size": 2048, "num_hidden_layers": 35, "num_attention_heads": 8,
             "num_key_value_heads": 2, "intermediate_size": 16384, "vocab_size": 262400}}
            """),

        // By hand: experts of 5760 in place of every feed-forward, a router of eight.
        new("MiniCPM-MoE 8x2B", CountSource.Arithmetic,
            (122753L * 2304) + 2304 + (40 * ((4L * 2304 * 2304) + (8 * 3L * 2304 * 5760) + (8 * 2304) + (2 * 2304))), """
            {"model_type": "minicpm", "hidden_size": 2304, "intermediate_size": 5760, "num_attention_heads": 36,
             "num_key_value_heads": 36, "num_hidden_layers": 40, "vocab_size": 122753,
             "num_experts": 8, "num_experts_per_tok": 2, "tie_word_embeddings": true}
            """),
        new("SantaCoder 1.1B", CountSource.Arithmetic, (49280L * 2048) + (2048 * 2048) + (2 * 2048)
            + (24 * ((2L * 2048 * 2048) + (2L * 2048 * 128) + (2 * 2048) + (2 * 128) + (2L * 2048 * 8192) + 8192 + 2048 + (4 * 2048))), """
            {"model_type": "gpt2", "architectures": ["GPT2LMHeadCustomModel"], "attention_head_type": "multiquery",
             "n_embd": 2048, "n_head": 16, "n_inner": 8192, "n_layer": 24, "n_positions": 2048, "vocab_size": 49280}
            """),
        new("BioGPT", CountSource.Arithmetic, (42384L * 1024) + (1026 * 1024) + (2 * 1024)
            + (24 * ((4L * 1024 * 1024) + (4 * 1024) + (2L * 1024 * 4096) + 4096 + 1024 + (4 * 1024))), """
            {"model_type": "biogpt", "hidden_size": 1024, "num_hidden_layers": 24, "num_attention_heads": 16,
             "intermediate_size": 4096, "max_position_embeddings": 1024, "vocab_size": 42384}
            """),
        new("Skywork Reward Llama 3.1 8B", CountSource.Arithmetic, 8_030_261_248 - (128256L * 4096) + 4096, """
            {"model_type": "llama", "architectures": ["LlamaForSequenceClassification"], "id2label": {"0": "LABEL_0"},
             "hidden_size": 4096, "intermediate_size": 14336, "num_attention_heads": 32,
             "num_hidden_layers": 32, "num_key_value_heads": 8, "vocab_size": 128256}
            """),
        new("Llama Guard 4 12B", CountSource.Arithmetic,
            (2L * 202048 * 5120) + 5120 + (48 * ((2L * 5120 * 5120) + (2L * 5120 * 1024) + (3L * 5120 * 8192) + (2 * 5120))), """
            {"model_type": "llama4", "vision_config": {"model_type": "llama4_vision_model"},
             "text_config": {"model_type": "llama4_text", "hidden_size": 5120, "num_hidden_layers": 48, "num_attention_heads": 40,
             "num_key_value_heads": 8, "head_dim": 128, "intermediate_size": 8192, "intermediate_size_mlp": 8192,
             "interleave_moe_layer_step": 0, "moe_layers": [], "num_local_experts": 0,
             "num_experts_per_tok": 0, "vocab_size": 202048}}
            """),

        // Seen: config.json of kyutai/helium-1-preview-2b; its card gives 2B.
        new("Helium 1 preview 2B", CountSource.Arithmetic,
            (2L * 48000 * 2560) + 2560 + (24 * ((4L * 2560 * 2560) + (3L * 2560 * 7040) + (2 * 2560))), """
            {"model_type": "helium", "attention_bias": false, "head_dim": 128, "hidden_size": 2560, "intermediate_size": 7040,
             "mlp_bias": false, "num_attention_heads": 20, "num_hidden_layers": 24, "num_key_value_heads": 20,
             "tie_word_embeddings": false, "vocab_size": 48000}
            """),

        // Seen: config.json of upstage/Solar-Open-100B; its card gives 102.6B. Each router learns a correction an
        // expert.
        new("Solar Open 100B", CountSource.Arithmetic,
            (2L * 196608 * 4096) + 4096 + (48 * ((2L * 4096 * 8192) + (2L * 4096 * 1024) + (129 * 3L * 4096 * 1280) + (128 * 4096) + 128
                + (2 * 4096))), """
            {"model_type": "solar_open", "hidden_size": 4096, "num_hidden_layers": 48, "num_attention_heads": 64, "head_dim": 128,
             "num_key_value_heads": 8, "vocab_size": 196608, "intermediate_size": 10240, "moe_intermediate_size": 1280,
             "n_routed_experts": 128, "n_shared_experts": 1, "num_experts_per_tok": 8, "first_k_dense_replace": 0,
             "tie_word_embeddings": false}
            """),

        // Seen: the defaults of MiMoV2FlashConfig in NVIDIA NeMo AutoModel's documentation; 9 of 48 layers attend to
        // all tokens (4 groups), 39 to a window (8 groups, a sink a head), and all but the first have experts. Card:
        // 309B.
        new("MiMo-V2-Flash", CountSource.Arithmetic,
            (2L * 152576 * 4096) + 4096 + (48 * 2 * 4096) + (48 * 4096L * 64 * (192 + 128)) + (9 * 4096L * 4 * (192 + 128))
                + (39 * ((4096L * 8 * (192 + 128)) + 64)) + (3L * 4096 * 16384)
                + (47 * ((256 * 3L * 4096 * 2048) + (256 * 4096) + 256)), $$"""
            {"model_type": "mimo_v2_flash", "vocab_size": 152576, "hidden_size": 4096, "intermediate_size": 16384,
             "moe_intermediate_size": 2048, "num_hidden_layers": 48, "num_attention_heads": 64, "num_key_value_heads": 4,
             "head_dim": 192, "v_head_dim": 128, "swa_num_attention_heads": 64, "swa_num_key_value_heads": 8,
             "swa_head_dim": 192, "swa_v_head_dim": 128, "sliding_window": 128, "add_full_attention_sink_bias": false,
             "add_swa_attention_sink_bias": true, "n_routed_experts": 256, "n_shared_experts": null, "num_experts_per_tok": 8,
             "hybrid_layer_pattern": [0,1,1,1,1, 0,1,1,1,1,1, 0,1,1,1,1,1, 0,1,1,1,1,1, 0,1,1,1,1,1, 0,1,1,1,1,1, 0,1,1,1,1,1,
              0,1,1,1,1,1, 0],
             "moe_layer_freq": [0, {{string.Join(",", System.Linq.Enumerable.Repeat(1, 47))}}], "tie_word_embeddings": false}
            """),

        // Sizes of the configuration classes (DerivedFamilies has the places), counted by what their modelling classes
        // add: cards of 32B, 1B, 8B and 33B; GLM-4.1V's text decoder within its card's 10.3B, GLM-4.5V's is GLM-4.5 Air
        // without its norms on queries and keys. The sizes of VaultGemma are RECALLED.
        new("Code World Model 32B", CountSource.Arithmetic,
            (2L * 128256 * 6144) + 6144
                + (64 * ((2L * 6144 * 6144) + (2L * 6144 * 1024) + (3L * 6144 * 21504) + (2 * 6144))),
            """{"model_type": "cwm"}"""),
        new("VaultGemma 1B", CountSource.Arithmetic,
            (256000L * 1152) + 1152 + (26 * ((4L * 1152 * 1024) + (3L * 1152 * 6912) + (2 * 1152))), """
            {"model_type": "vaultgemma", "hidden_size": 1152, "intermediate_size": 6912, "num_hidden_layers": 26,
             "num_attention_heads": 4, "num_key_value_heads": 4, "head_dim": 256, "vocab_size": 256000}
            """),
        new("Jais 2 8B", CountSource.Arithmetic,
            (2L * 150272 * 3328) + (2 * 3328)
                + (32 * ((4L * 3328 * 3328) + (4 * 3328) + (2L * 3328 * 26624) + 26624 + 3328 + (2 * 2 * 3328))),
            """{"model_type": "jais2"}"""),
        new("FlexOlmo 7x7B", CountSource.Arithmetic,
            (2L * 100352 * 4096) + 4096
                + (32 * ((4L * 4096 * 4096) + (7 * 3L * 4096 * 11008) + (7 * 4096) + (2 * 4096) + (2 * 4096))),
            """{"model_type": "flex_olmo"}"""),
        new("GLM-4.1V 9B, text", CountSource.Arithmetic,
            (2L * 151552 * 4096) + 4096
                + (40 * ((2L * 4096 * 4096) + (2L * 4096 * 256) + (4096 + 512) + (3L * 4096 * 13696) + (4 * 4096))), """
            {"model_type": "glm4v", "vision_config": {"model_type": "glm4v"}, "text_config": {"model_type": "glm4v_text"}}
            """),
        new("GLM-4.5V, text", CountSource.Arithmetic,
            (2L * 151552 * 4096) + 4096 + (46 * ((2L * 4096 * 96 * 128) + (2L * 4096 * 1024) + (96 * 128) + 2048 + (2 * 4096)))
                + (3L * 4096 * 10944) + (45 * ((129 * 3L * 4096 * 1408) + (128 * 4096) + 128)), """
            {"model_type": "glm4v_moe", "vision_config": {"model_type": "glm4v_moe"}, "text_config": {"model_type": "glm4v_moe_text",
             "attention_bias": true, "head_dim": 128, "vocab_size": 151552}}
            """),
    ];
}
