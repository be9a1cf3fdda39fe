using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>Where multimodal configs have their decoder, and what their classes are named.</summary>
public class WrapperPlacesTests
{
    private const string Qwen7 =
        """
        "vocab_size": 152064, "hidden_size": 3584, "num_hidden_layers": 28, "num_attention_heads": 28, "num_key_value_heads": 4,
        "intermediate_size": 18944
        """;

    // Qwen 2.5 7B, 7,615,616,512 by its index, in every place; fields of the published configs.
    [Theory]
    [InlineData("\"model_type\": \"internvl_chat\", \"architectures\": [\"InternVLChatModel\"], "
        + "\"llm_config\": {\"model_type\": \"qwen2\", FIELDS}")]
    [InlineData("\"model_type\": \"skywork_chat\", \"architectures\": [\"SkyworkChatModel\"], "
        + "\"llm_config\": {\"model_type\": \"qwen2\", FIELDS}")]
    [InlineData("\"model_type\": \"qwen2_audio\", \"audio_config\": {}, \"text_config\": {FIELDS}")]
    [InlineData("\"model_type\": \"qwen2_5_omni\", \"architectures\": [\"Qwen2_5OmniModel\"], \"talker_config\": {}, "
        + "\"thinker_config\": {\"model_type\": \"qwen2_5_omni_thinker\", "
        + "\"text_config\": {\"model_type\": \"qwen2_5_omni_text\", FIELDS}}")]
    [InlineData("\"model_type\": \"eagle_2_5_vl\", \"architectures\": [\"Eagle2_5_VLForConditionalGeneration\"], "
        + "\"text_config\": {\"model_type\": \"qwen2\", FIELDS}")]
    [InlineData("\"model_type\": \"opencua\", \"language_config\": {\"model_type\": \"qwen2\", FIELDS}")]
    public void A_decoder_is_counted_where_it_is(string config)
    {
        HuggingFaceConfig parsed = HuggingFaceConfig.Parse("{" + config.Replace("FIELDS", Qwen7, System.StringComparison.Ordinal) + "}");

        Assert.Null(parsed.Problem?.Message);
        Assert.Equal(7_615_616_512, parsed.Shape!.Parameters);
    }

    // DeepSeek-VL2 tiny: ordinary attention in place of latents; 64 experts of 896 and two shared from the second layer
    // on.
    [Fact]
    public void A_decoder_of_DeepSeek_VL2_may_have_ordinary_attention() => Assert.Equal(
        (2L * 129280 * 1280) + 1280 + (12 * ((4L * 1280 * 1280) + (2 * 1280))) + (3L * 1280 * 6848)
            + (11 * ((66 * 3L * 1280 * 896) + (64 * 1280))),
        HuggingFaceConfig.Parse("""
            {"model_type": "deepseek_vl_v2", "language_config": {"architectures": ["DeepseekV2ForCausalLM"], "first_k_dense_replace": 1,
             "hidden_size": 1280, "intermediate_size": 6848, "kv_lora_rank": null, "model_type": "deepseek_v2",
             "moe_intermediate_size": 896, "n_routed_experts": 64, "n_shared_experts": 2, "num_attention_heads": 10,
             "num_experts_per_tok": 6, "num_hidden_layers": 12, "num_key_value_heads": 10, "q_lora_rank": null, "qk_nope_head_dim": 0,
             "qk_rope_head_dim": 0, "topk_method": "greedy", "use_mla": false, "v_head_dim": 0, "vocab_size": 129280},
             "projector_config": {}, "vision_config": {"layers": 27, "width": 1152}}
            """).Shape?.Parameters);

    [Theory]
    [InlineData("\"model_type\": \"whatever\", \"text_config\": {\"model_type\": \"t5\"}", "model_type")]
    [InlineData("\"model_type\": \"whatever\", \"text_config\": {\"hidden_size\": 8}", "model_type")]
    [InlineData("\"model_type\": \"clip\", \"text_config\": {\"model_type\": \"llama\"}", "model_type")]
    [InlineData("\"model_type\": \"blt\", \"text_config\": {\"model_type\": \"llama\"}", "model_type")]
    [InlineData("\"model_type\": \"internvl_chat\", \"llm_config\": {\"model_type\": \"internlm9\"}", "llm_config.model_type")]
    [InlineData("\"model_type\": \"internvl_chat\", \"llm_config\": {\"hidden_size\": 8}", "llm_config.model_type")]
    [InlineData("\"model_type\": \"qwen2_audio\", \"architectures\": [\"Qwen2AudioForRewardModel\"], \"text_config\": {}", "architectures")]
    public void A_config_without_a_decoder_that_is_known_is_refused_at_its_field(string config, string field) =>
        Assert.Equal(field, HuggingFaceConfig.Parse("{" + config + "}").Problem?.Field);
}
