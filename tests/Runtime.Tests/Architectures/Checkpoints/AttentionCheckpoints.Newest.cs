namespace ScalingAnalyzers.Tests;

/// <content>Of 2026: pooled tokens, indexers over blocks, indexers that layers share.</content>
internal static partial class AttentionCheckpoints
{
    private static Checkpoint[] Newest =>
    [
        // The index of the base checkpoints, less what they store beside the model: the prediction module with its own
        // tables, one FP8 scale for each 128 x 128 block, and three tables of six experts for each token. Configs seen:
        // ai-dynamo/aiconfigurator, model_configs.
        new("DeepSeek-V4 Flash", CountSource.Index,
            292_021_347_282 - V4Beside(hidden: 4096, heads: 64, rank: 1024, groups: 8, experts: 256, size: 2048, sparse: 21, layers: 43),
            """
            {"model_type": "deepseek_v4", "hidden_size": 4096, "num_hidden_layers": 43, "num_attention_heads": 64,
             "num_key_value_heads": 1, "head_dim": 512, "moe_intermediate_size": 2048, "n_routed_experts": 256,
             "n_shared_experts": 1, "num_experts_per_tok": 6, "num_hash_layers": 3, "num_nextn_predict_layers": 1,
             "hc_mult": 4, "index_head_dim": 128, "index_n_heads": 64, "index_topk": 512, "o_groups": 8, "o_lora_rank": 1024,
             "q_lora_rank": 1024, "qk_rope_head_dim": 64, "sliding_window": 128, "topk_method": "noaux_tc",
             "tie_word_embeddings": false, "vocab_size": 129280, "compress_ratios": [0, 0, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128,
              4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 128, 4, 0]}
            """),
        new("DeepSeek-V4 Pro", CountSource.Index,
            1_600_790_440_862
                - V4Beside(hidden: 7168, heads: 128, rank: 1536, groups: 16, experts: 384, size: 3072, sparse: 30, layers: 61),
            """
            {"model_type": "deepseek_v4", "hidden_size": 7168, "num_hidden_layers": 61, "num_attention_heads": 128,
             "num_key_value_heads": 1, "head_dim": 512, "moe_intermediate_size": 3072, "n_routed_experts": 384,
             "n_shared_experts": 1, "num_experts_per_tok": 6, "num_hash_layers": 3, "num_nextn_predict_layers": 1,
             "hc_mult": 4, "index_head_dim": 128, "index_n_heads": 64, "index_topk": 1024, "o_groups": 16, "o_lora_rank": 1024,
             "q_lora_rank": 1536, "qk_rope_head_dim": 64, "sliding_window": 128, "topk_method": "noaux_tc",
             "tie_word_embeddings": false, "vocab_size": 129280}
            """),

        // Three dense layers, then 57 of 128 experts and a shared one, with an indexer of four heads. By hand; the card
        // states 428B with vision tower and prediction module.
        new("MiniMax-M3", CountSource.Arithmetic,
            (2L * 200064 * 6144) + 6144 + (60 * ((2L * 6144 * 8192) + (2L * 6144 * 512) + (2 * 128) + (2 * 6144)))
                + (57 * ((6144L * 512) + (6144 * 128) + (2 * 128))) + (3 * 3L * 6144 * 12288)
                + (57 * ((6144L * 128) + 128 + (129 * 3L * 6144 * 3072))), $$"""
            {"model_type": "minimax_m3_vl", "vision_config": {"num_hidden_layers": 32, "hidden_size": 1280},
             "text_config": {"model_type": "minimax_m2", "hidden_size": 6144, "intermediate_size": 3072, "num_hidden_layers": 60,
             "num_attention_heads": 64, "num_key_value_heads": 4, "head_dim": 128, "vocab_size": 200064, "dense_intermediate_size": 12288,
             "shared_intermediate_size": 3072, "num_local_experts": 128, "num_experts_per_tok": 4, "n_shared_experts": 1,
             "use_qk_norm": true, "qk_norm_type": "per_head", "use_routing_bias": true, "num_mtp_modules": 1,
             "tie_word_embeddings": false, "moe_layer_freq": {{ThreeThenOnes}}, "sparse_attention_config": {"use_sparse_attention": true,
             "sparse_index_dim": 128, "sparse_num_index_heads": 4, "sparse_topk_blocks": 16, "sparse_block_size": 128,
             "sparse_disable_index_value": {{ThreeThenOnes}}, "sparse_attention_freq": {{ThreeThenOnes}} } } }
            """),

        // As GLM-5.1 (config as above), but 21 of 78 layers have an indexer, and the others use its choice.
        new("GLM-5.2", CountSource.Arithmetic,
            743_911_218_432 - (57 * ((2048L * 32 * 128) + (6144 * 128) + (2 * 128) + (6144 * 32))), $$"""
            {"model_type": "glm_moe_dsa", {{Glm5}}, "index_topk_freq": 4, "index_skip_topk_offset": 3, "index_topk_pattern": null}
            """),
    ];

    private const string Glm5 =
        """
        "first_k_dense_replace": 3, "head_dim": 192, "hidden_size": 6144, "index_head_dim": 128, "index_n_heads": 32,
        "index_topk": 2048, "intermediate_size": 12288, "kv_lora_rank": 512, "moe_intermediate_size": 2048, "moe_layer_freq": 1,
        "n_routed_experts": 256, "n_shared_experts": 1, "num_attention_heads": 64, "num_experts_per_tok": 8,
        "num_hidden_layers": 78, "num_key_value_heads": 64, "num_nextn_predict_layers": 1, "q_lora_rank": 2048,
        "qk_nope_head_dim": 192, "qk_rope_head_dim": 64, "tie_word_embeddings": false, "v_head_dim": 256, "vocab_size": 154880
        """;

    private static string ThreeThenOnes => "[0, 0, 0, " + string.Join(", ", System.Linq.Enumerable.Repeat(1, 57)) + "]";

    // Scales: one for 16384 numbers of queries, keys, output, the indexer's queries and experts.
    private static long V4Beside(long hidden, long heads, long rank, long groups, long experts, long size, long sparse, long layers)
    {
        long attention = (hidden * rank) + (rank * heads * 512) + (hidden * 512) + (heads * 512 * 1024) + (groups * 1024 * hidden);
        long block = attention + ((experts + 1) * 3 * hidden * size);
        long scales = ((layers * block) + (sparse * rank * 8192)) / 16384;
        long choices = 3 * 129280 * 6;
        long streams = 2 * ((24 * 4 * hidden) + 24 + 3);
        long module = block + rank + 512 + heads + streams + (2 * hidden) + (experts * hidden) + experts + (2 * hidden * hidden)
            + (3 * hidden) + (16 * hidden) + 5 + (2 * 129280 * hidden);
        return scales + choices + module + ((block + (2 * hidden * hidden)) / 16384);
    }
}
