using System;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// The change of each field, by hand, on a model small enough for it: 2 layers, width 64, 4 heads of 16, 2 key-value
/// heads, feed-forward 96, 100 tokens; 4 experts of 32, 2 per token. The use of a field is from the modelling files of
/// huggingface/transformers.
/// </summary>
public class FamilyFlagsTests
{
    private const string Sizes = """
        "hidden_size": 64, "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": 16,
        "intermediate_size": 96, "vocab_size": 100,
        "num_experts": 4, "num_local_experts": 4, "num_experts_per_tok": 2, "moe_intermediate_size": 32,
        "shared_expert_intermediate_size": 32, "n_routed_experts": 4, "n_shared_experts": 1
        """;

    private const string Latent = """
        , "first_k_dense_replace": 0, "kv_lora_rank": 20, "qk_nope_head_dim": 16, "qk_rope_head_dim": 8, "v_head_dim": 16
        """;

    private const string Delta = """
        , "linear_num_key_heads": 2, "linear_num_value_heads": 4, "linear_key_head_dim": 16, "linear_value_head_dim": 16,
          "full_attention_interval": 2
        """;

    private const string Mamba = """
        , "mamba_d_ssm": 128, "mamba_n_heads": 4, "mamba_d_head": 32, "mamba_d_state": 16, "mamba_n_groups": 1
        """;

    private const string Nemotron = """
        , "hybrid_override_pattern": "M-", "mamba_num_heads": 4, "mamba_head_dim": 32, "ssm_state_size": 16, "n_groups": 1
        """;

    private const string Zamba = """
        , "layers_block_type": ["mamba", "hybrid"]
        """;

    // Mamba-2 of 4 heads of 32 with a state of 16 and a gated norm, on a width of 64.
    private const long MambaWeights = (64 * (128 + 128 + 32 + 4)) + (160 * 4) + 160 + (3 * 4) + 128 + (128 * 64);

    [Theory]
    [InlineData("llama", "", "\"attention_bias\": true", 2 * (64 + 32 + 32 + 64))]
    [InlineData("llama", "", "\"mlp_bias\": true", 2 * (96 + 96 + 64))]
    [InlineData("llama", "", "\"tie_word_embeddings\": true", -100 * 64)]
    [InlineData("granite", "", "\"mlp_bias\": true", 2 * (96 + 96 + 64))]
    [InlineData("nemotron", "", "\"mlp_bias\": true", 2 * (96 + 64))]
    [InlineData("gemma", "", "\"attention_bias\": true", 2 * (64 + 32 + 32 + 64))]
    [InlineData("qwen3", "", "\"attention_bias\": true", 2 * (64 + 32 + 32 + 64))]
    [InlineData("seed_oss", "", "\"attention_bias\": false", -2 * (64 + 32 + 32))]
    [InlineData("seed_oss", "", "\"attention_out_bias\": true", 2 * 64)]
    [InlineData("glm", "", "\"attention_bias\": false", -2 * (64 + 32 + 32))]
    [InlineData("stablelm", "", "\"use_qkv_bias\": true", 2 * (64 + 32 + 32))]
    [InlineData("stablelm", "", "\"use_parallel_residual\": true", -2 * 2 * 64)]
    [InlineData("stablelm", "", "\"qk_layernorm\": true", 2 * (64 + 32))]
    [InlineData("cohere", "", "\"use_qk_norm\": true", 2 * (64 + 32))]
    [InlineData("phi", "", "\"qk_layernorm\": true", 2 * 2 * 2 * 16)]
    [InlineData("persimmon", "", "\"qk_layernorm\": false", -2 * 2 * 2 * 16)]
    [InlineData("starcoder2", "", "\"use_bias\": false", -2 * (64 + 32 + 32 + 64 + 96 + 64))]
    [InlineData("gpt_neox", "", "\"attention_bias\": false", -2 * (64 + 32 + 32 + 64))]
    [InlineData("internlm2", "", "\"bias\": false", -2 * (64 + 32 + 32 + 64))]
    [InlineData("qwen", ", \"kv_channels\": 16", "\"no_bias\": false", 2 * (64 + 48 + 48 + 64))]
    [InlineData("falcon", "", "\"bias\": true", 2 * (64 + 16 + 16 + 64 + 256 + 64))]
    [InlineData("falcon", "", "\"multi_query\": false", 2 * 2 * 64 * (64 - 16))]
    [InlineData("falcon", "", "\"parallel_attn\": false", 2 * 2 * 64)]
    [InlineData("falcon", "", "\"num_ln_in_parallel_attn\": 2", 2 * 2 * 64)]
    [InlineData("falcon", "", "\"new_decoder_architecture\": true", (2 * 2 * 64 * (64 - 16)) + (2 * 2 * 64))]
    [InlineData("falcon", "", "\"ffn_hidden_size\": 128", -2 * 2 * 64 * 128)]
    [InlineData("opt", ", \"ffn_dim\": 96", "\"word_embed_proj_dim\": 32", (-100 * 32) + (2 * 64 * 32))]
    [InlineData("opt", ", \"ffn_dim\": 96", "\"do_layer_norm_before\": false", -2 * 64)]
    [InlineData("opt", ", \"ffn_dim\": 96", "\"_remove_final_layer_norm\": true", -2 * 64)]
    [InlineData("opt", ", \"ffn_dim\": 96", "\"enable_bias\": false", -2 * ((4 * 64) + 96 + 64))]
    [InlineData("opt", ", \"ffn_dim\": 96", "\"layer_norm_elementwise_affine\": false", -5 * 2 * 64)]
    [InlineData("gpt_bigcode", "", "\"multi_query\": false", 2 * 2 * 65 * 48)]
    [InlineData("gpt2", "", "\"n_inner\": 128", -2 * ((2 * 64 * 128) + 128))]
    [InlineData("chatglm", ", \"ffn_hidden_size\": 96, \"kv_channels\": 16", "\"add_qkv_bias\": true", 2 * 3 * 64)]
    [InlineData("chatglm", ", \"ffn_hidden_size\": 96, \"kv_channels\": 16", "\"add_bias_linear\": true", 2 * ((4 * 64) + 96 + 96 + 64))]
    [InlineData("chatglm", ", \"ffn_hidden_size\": 96, \"kv_channels\": 16", "\"rmsnorm\": false", 5 * 64)]
    [InlineData("mpt", "", "\"expansion_ratio\": 2", -2 * 2 * 64 * 128)]
    [InlineData("mixtral", "", "\"num_local_experts\": 5, \"num_experts\": 5", 2 * ((3 * 64 * 96) + 64))]
    [InlineData("olmoe", "", "\"attention_bias\": true", 2 * (64 + 32 + 32 + 64))]
    [InlineData("phimoe", "", "\"lm_head_bias\": true", 100)]
    [InlineData("granitemoeshared", "", "\"shared_intermediate_size\": 32", 2 * 3 * 64 * 32)]
    [InlineData("gpt_oss", "", "\"attention_bias\": false", -2 * (64 + 32 + 32 + 64))]
    [InlineData("minimax_m2", "", "\"use_qk_norm\": false", -2 * (64 + 32))]
    [InlineData("minimax_m2", "", "\"use_routing_bias\": false", -2 * 4)]
    [InlineData("qwen3_moe", "", "\"mlp_only_layers\": [0]", (3 * 64 * 96) - (4 * 3 * 64 * 32) - (4 * 64))]
    // layer_idx not in mlp_only_layers
    [InlineData("qwen3_moe", "", "\"mlp_only_layers\": [0, 0, 7]", (3 * 64 * 96) - (4 * 3 * 64 * 32) - (4 * 64))]
    [InlineData("qwen3_moe", "", "\"decoder_sparse_step\": 2", (3 * 64 * 96) - (4 * 3 * 64 * 32) - (4 * 64))]
    [InlineData("qwen3_moe", "", "\"decoder_sparse_step\": 2, \"mlp_only_layers\": [0]", (3 * 64 * 96) - (4 * 3 * 64 * 32) - (4 * 64))]
    [InlineData("qwen2_moe", "", "\"qkv_bias\": false", -2 * (64 + 32 + 32))]
    [InlineData("glm4_moe", "", "\"use_qk_norm\": true", 2 * 2 * 16)]
    [InlineData("glm4_moe", "", "\"attention_bias\": true", 2 * (64 + 32 + 32))]
    [InlineData("llama4_text", ", \"intermediate_size_mlp\": 96", "\"interleave_moe_layer_step\": 2",
        (3 * 64 * 96) - (5 * 3 * 64 * 96) - (4 * 64))]
    // layer_idx in moe_layers
    [InlineData("llama4_text", ", \"intermediate_size_mlp\": 96", "\"moe_layers\": [1, 1, 7]",
        (3 * 64 * 96) - (5 * 3 * 64 * 96) - (4 * 64))]
    [InlineData("llama4_text", ", \"intermediate_size_mlp\": 96", "\"moe_layers\": [1]", (3 * 64 * 96) - (5 * 3 * 64 * 96) - (4 * 64))]
    [InlineData("deepseek_v3", Latent, "\"moe_layer_freq\": 2", (3 * 64 * 96) - (5 * 3 * 64 * 32) - (4 * 64) - 4)]
    [InlineData("deepseek_v3", Latent, "\"topk_method\": \"greedy\"", -2 * 4)]
    [InlineData("deepseek_v3", Latent, "\"n_shared_experts\": 0", -2 * 3 * 64 * 32)]
    [InlineData("deepseek_v3", Latent, "\"n_routed_experts\": null", 2 * ((3 * 64 * 96) - (5 * 3 * 64 * 32) - (4 * 64) - 4))]
    [InlineData("deepseek_v3", Latent + ", \"q_lora_rank\": 24", "\"q_lora_rank\": null", 2 * ((64 * 96) - (64 * 24) - 24 - (24 * 96)))]
    [InlineData("deepseek_v3", Latent + ", \"q_lora_rank\": 24", "\"attention_bias\": true", 2 * (24 + 28 + 64))]
    [InlineData("deepseek_v2", Latent, "\"topk_method\": \"noaux_tc\"", 2 * 4)]
    [InlineData("arcee", "", "\"mlp_bias\": true", 2 * (96 + 64))]
    [InlineData("apertus", "", "\"hidden_act\": \"relu2\"", -2 * 2)]
    [InlineData("hunyuan_v1_dense", "", "\"use_qk_norm\": false", -2 * 2 * 16)]
    [InlineData("internlm3", "", "\"qkv_bias\": true", 2 * (64 + 32 + 32))]
    [InlineData("internlm3", "", "\"bias\": true", 2 * (64 + 96 + 96 + 64))]
    [InlineData("helium", "", "\"attention_bias\": true", 2 * (64 + 32 + 32))]
    [InlineData("mimo", "", "\"attention_bias\": false", -2 * (64 + 32 + 32))]
    [InlineData("bailing_moe", ", \"num_shared_experts\": 1, \"first_k_dense_replace\": 0", "\"use_qkv_bias\": true", 2 * (64 + 32 + 32))]
    [InlineData("bailing_moe", ", \"num_shared_experts\": 1, \"first_k_dense_replace\": 0",
        "\"moe_router_enable_expert_bias\": true", 2 * 4)]
    [InlineData("bailing_moe", ", \"num_shared_experts\": 1, \"first_k_dense_replace\": 0", "\"moe_router_enable_shared_expert\": false",
        -2 * 3 * 64 * 32)]
    [InlineData("hunyuan_v1_moe", ", \"moe_topk\": 2", "\"use_mixed_mlp_moe\": false", -2 * 3 * 64 * 96)]
    [InlineData("hunyuan_v1_moe", ", \"moe_topk\": 2", "\"num_shared_expert\": [1, 2]", 3 * 64 * 96)]
    [InlineData("minicpm", "", "\"num_experts\": 0", 2 * ((3 * 64 * 96) - (4 * 3 * 64 * 96) - (4 * 64)))]
    [InlineData("qwen3_next", Delta, "\"attention_bias\": true", 128 + 32 + 32 + 64)]
    [InlineData("qwen3_next", Delta, "\"attn_output_gate\": false", -64 * 64)]
    [InlineData("qwen3_next", Delta, "\"linear_conv_kernel_dim\": 3", -((2 * 32) + 64))]
    [InlineData("qwen3_next", Delta, "\"mlp_only_layers\": [0]", (3 * 64 * 96) - (5 * 3 * 64 * 32) - (5 * 64))]
    [InlineData("falcon_h1", Mamba, "\"mamba_rms_norm\": true", 2 * 128)]
    [InlineData("falcon_h1", Mamba, "\"projectors_bias\": true", 2 * 64)]
    [InlineData("falcon_h1", Mamba, "\"mamba_conv_bias\": false", -2 * (128 + 32))]
    [InlineData("falcon_h1", Mamba, "\"mamba_proj_bias\": true", 2 * (128 + 128 + 32 + 4))]
    [InlineData("falcon_h1", Mamba, "\"mlp_bias\": true", 2 * (96 + 96 + 64))]
    [InlineData("bamba", Mamba, "\"attn_layer_indices\": [1]", (2 * 64 * 64) + (2 * 64 * 32) - MambaWeights)]
    [InlineData("granitemoehybrid", Mamba + ", \"shared_intermediate_size\": 96", "\"layer_types\": [\"mamba\", \"attention\"]",
        (2 * 64 * 64) + (2 * 64 * 32) - MambaWeights)]
    [InlineData("granitemoehybrid", Mamba + ", \"shared_intermediate_size\": 96", "\"num_local_experts\": 0",
        -2 * ((4 * 3 * 64 * 96) + (4 * 64)))]
    [InlineData("nemotron_h", Nemotron, "\"use_bias\": true", 128 + 160 + 4 + 64)]
    [InlineData("nemotron_h", Nemotron, "\"mamba_proj_bias\": true", 0)]
    [InlineData("nemotron_h", Nemotron, "\"mlp_bias\": true", 96 + 64)]
    [InlineData("zamba", Zamba, "\"mamba_proj_bias\": true", 2 * (256 + 64))]
    [InlineData("zamba", Zamba, "\"mamba_conv_bias\": false", -2 * 128)]
    [InlineData("zamba", Zamba, "\"n_mamba_heads\": 4", 0)]
    [InlineData("jamba", "", "\"mamba_proj_bias\": true", 2 * (256 + 64))]
    [InlineData("jamba", "", "\"expert_layer_offset\": 0", 0)]
    [InlineData("jamba", "", "\"mamba_dt_rank\": 5", 2 * (128 + 128 + 1))]
    [InlineData("mamba", ", \"state_size\": 8", "\"use_conv_bias\": false", -2 * 96)]
    [InlineData("mamba", ", \"state_size\": 8", "\"use_bias\": true", 2 * (192 + 64))]
    [InlineData("lfm2", ", \"layer_types\": [\"conv\", \"full_attention\"], \"block_multiple_of\": 8", "\"conv_bias\": true",
        (3 * 64) + 64 + 64)]
    [InlineData("lfm2", ", \"layer_types\": [\"conv\", \"full_attention\"], \"block_multiple_of\": 8",
        "\"block_auto_adjust_ff_dim\": false", 2 * 3 * 64 * 32)]
    [InlineData("lfm2_moe", ", \"layer_types\": [\"conv\", \"full_attention\"], \"num_dense_layers\": 1", "\"use_expert_bias\": false", -4)]
    [InlineData("olmo_hybrid", "", "\"layer_types\": [\"full_attention\", \"linear_attention\"]", 0)]
    [InlineData("afmoe", ", \"num_shared_experts\": 1", "\"num_dense_layers\": 1", (5 * 3 * 64 * 32) + (4 * 64) + 4 - (3 * 64 * 96))]
    [InlineData("deepseek", ", \"first_k_dense_replace\": 0", "\"first_k_dense_replace\": 1", (3 * 64 * 96) - (5 * 3 * 64 * 32) - (4 * 64))]
    public void A_field_changes_what_its_weights_are(string type, string more, string field, long difference)
    {
        Assert.Equal(difference, Count(type, more, field) - Count(type, more, null));
    }

    [Theory]
    [InlineData("mpt", "\"no_bias\": false", "no_bias")]
    [InlineData("mpt", "\"attn_config\": {\"alibi\": false}", "attn_config.alibi")]
    [InlineData("mpt", "\"attn_config\": {\"qk_ln\": true}", "attn_config.qk_ln")]
    [InlineData("mpt", "\"attn_config\": {\"kv_n_heads\": 2}", "attn_config.kv_n_heads")]
    [InlineData("mpt", "\"attn_config\": {\"attn_type\": \"multiquery_attention\"}", "attn_config.attn_type")]
    [InlineData("mpt", "\"attn_config\": 3", "attn_config")]
    [InlineData("chatglm", "\"inner_hidden_size\": 64", "inner_hidden_size")]
    [InlineData("phi3small", "\"ff_dim_multiplier\": 2", "ff_dim_multiplier")]
    [InlineData("minimax_m2", "\"shared_intermediate_size\": 8", "shared_intermediate_size")]
    [InlineData("llama", "\"add_cross_attention\": true", "add_cross_attention")]
    [InlineData("llama", "\"block_configs\": [{}]", "block_configs")]
    [InlineData("deepseek_v3", "\"first_k_dense_replace\": 3", "first_k_dense_replace")]
    [InlineData("nemotron_h", "\"hybrid_override_pattern\": \"MX\"", "hybrid_override_pattern")]
    [InlineData("nemotron_h", "\"hybrid_override_pattern\": \"EE\", \"moe_shared_expert_intermediate_size\": 32, \"mlp_bias\": true",
        "mlp_bias")]
    [InlineData("zamba", "\"num_hidden_layers\": 3, \"attention_head_dim\": 8", "attention_head_dim")]
    [InlineData("lfm2", "\"conv_L_cache\": 3", "layer_types")]
    [InlineData("gpt2", "\"attention_head_type\": \"other\"", "attention_head_type")]
    [InlineData("llama", "\"architectures\": [\"LlamaForTokenClassification\"]", "architectures")]
    [InlineData("bamba", "\"num_hidden_layers\": 20000", "num_hidden_layers")]
    [InlineData("mixtral", "\"num_experts_per_tok\": 5", "num_experts_per_tok")]
    public void A_field_that_would_change_the_count_in_unknown_ways_stops_it(string type, string field, string name) =>
        Assert.Equal(name, Parse(type, "", field).Problem?.Field);

    private static long Count(string type, string more, string? field)
    {
        HuggingFaceConfig config = Parse(type, more, field);
        return config.Shape is { } shape ? shape.Parameters : throw new InvalidOperationException(config.Problem!.Message);
    }

    // A name may occur once: the field's value replaces the earlier one.
    private static HuggingFaceConfig Parse(string type, string more, string? field)
    {
        string text = Sizes + more;
        if (field is not null)
        {
            foreach (string part in field.Split(", \""))
            {
                string name = part.TrimStart('"').Split('"')[0];
                text = System.Text.RegularExpressions.Regex.Replace(text, $",\\s*\"{name}\": [^,]+", "");
            }

            text += ", " + field;
        }

        HuggingFaceConfig config = HuggingFaceConfig.Parse("{\"model_type\": \"" + type + "\", " + text + "}");

        // Families whose heads have other names refuse the common one.
        if (config.Problem?.Message.StartsWith("num_key_value_heads is 2, which changes", StringComparison.Ordinal) == true)
        {
            text = text.Replace(" \"num_key_value_heads\": 2,", "", StringComparison.Ordinal);
            config = HuggingFaceConfig.Parse("{\"model_type\": \"" + type + "\", " + text + "}");
        }

        if (config.Problem?.Message.Contains("by which mixtures of experts are known", StringComparison.Ordinal) != true) return config;

        // A family without experts refuses their keys.
        string dense = System.Text.RegularExpressions.Regex.Replace(
            text, ",\\s*\"([a-z_]*expert[a-z_]*|moe_intermediate_size)\": [0-9]+", "");
        return HuggingFaceConfig.Parse("{\"model_type\": \"" + type + "\", " + dense + "}");
    }
}
