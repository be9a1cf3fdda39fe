using System;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>Configs that their family's mapping would count as another model are refused at the field that says
/// so.</summary>
public class UnreadConfigsTests
{
    [Theory]
    [InlineData("\"num_experts\": 8, \"num_experts_per_tok\": 2", "num_experts")] // 46.7B, counted dense as 7.24B
    [InlineData("\"moe_topk\": [2, 2]", "moe_topk")]
    [InlineData("\"moe_intermediate_size\": 1024", "moe_intermediate_size")]
    [InlineData("\"n_shared_experts\": 2", "n_shared_experts")]
    [InlineData("\"ffn_type\": \"glu\"", "ffn_type")]
    [InlineData("\"attention_head_type\": \"multiquery\"", "attention_head_type")]
    [InlineData("\"kv_lora_rank\": 512", "kv_lora_rank")]
    [InlineData("\"use_qk_norm\": true", "use_qk_norm")]
    [InlineData("\"mlp_hidden_size\": 22016", "mlp_hidden_size")] // the width of both gate halves in hf_olmo
    [InlineData("\"hidden_dim\": 11008", "hidden_dim")]
    [InlineData("\"ffn_dim\": 16384", "ffn_dim")]
    [InlineData("\"architectures\": [\"LlamaForCausalLMEagle\"]", "architectures")]
    [InlineData("\"architectures\": [\"DFlashDraftModel\"]", "architectures")]
    [InlineData("\"architectures\": [\"LlamaMTPModel\"]", "architectures")]
    [InlineData("\"architectures\": [\"LlamaForRewardModel\"]", "architectures")] // a head of two layers in some programs
    [InlineData("\"architectures\": [\"LlamaBidirectionalModel\"]", "architectures")]
    [InlineData("\"architectures\": [\"Qwen2ForCausalLM\"]", "architectures")]
    public void A_field_that_changes_the_model_and_is_not_read_stops_the_count(string fields, string field)
    {
        var config = HuggingFaceConfig.Parse(Llama(fields));

        Assert.Null(config.Shape);
        Assert.Equal(field, config.Problem?.Field);
    }

    // 8,030,261,248 with the output matrix of 128,256 x 4,096.
    [Theory]
    [InlineData("\"num_local_experts\": 0, \"router_aux_loss_coef\": 0.01, \"output_router_logits\": false", 8_030_261_248)]
    [InlineData("\"num_experts\": null, \"moe_layer_freq\": 1", 8_030_261_248)]
    [InlineData("\"architectures\": [\"LlamaForCausalLM\"]", 8_030_261_248)]
    [InlineData("\"architectures\": [\"LlamaModel\"]", 8_030_261_248 - (128_256L * 4096))]
    [InlineData("\"architectures\": [\"LlamaForSequenceClassification\"], \"num_labels\": 1", 8_030_261_248 - (128_256L * 4096) + 4096)]
    [InlineData("\"time_step_limit\": [0.0, Infinity], \"a\": -Infinity, \"b\": NaN", 8_030_261_248)]
    public void What_changes_nothing_is_counted(string fields, long parameters) =>
        Assert.Equal(parameters, HuggingFaceConfig.Parse(Llama(fields)).Shape?.Parameters);

    // No experts: the feed-forward is that of dense layers, and the rest is Llama's.
    [Theory]
    [InlineData("mixtral", "\"num_local_experts\": 0")]
    [InlineData("granitemoe", "\"num_local_experts\": 0")]
    [InlineData("glm4_moe", "\"n_routed_experts\": null")]
    public void A_mixture_without_experts_is_dense(string type, string fields) =>
        Assert.Equal(8_030_261_248, HuggingFaceConfig.Parse(Llama(fields, type)).Shape?.Parameters);

    [Theory]
    [InlineData("qwen2_moe", "\"num_experts\": 0")]
    [InlineData("qwen3_moe", "\"num_experts\": 0")]
    [InlineData("olmoe", "\"num_experts\": 0")]
    [InlineData("llama4_text", "\"num_local_experts\": 0, \"intermediate_size_mlp\": 8192")]
    [InlineData("deepseek_v2", "\"n_routed_experts\": 0")]
    [InlineData("ernie4_5_moe", "\"moe_num_experts\": 0")]
    public void No_experts_are_not_an_impossible_shape(string type, string fields)
    {
        var config = HuggingFaceConfig.Parse(Llama(fields, type));

        Assert.Null(config.Problem);
        Assert.Equal(config.Shape!.Parameters, config.Shape.ActiveParameters);
    }

    [Theory]
    [InlineData("""{ "do_sample": true, "eos_token_id": 2, "transformers_version": "4.40.0" }""", "a generation config")]
    [InlineData("""{ "eos_token_id": 2, "bos_token_id": 1 }""", "a generation config")]
    [InlineData("""{ "tokenizer_class": "LlamaTokenizer", "model_max_length": 4096 }""", "a tokenizer's config")]
    [InlineData("""{ "per_device_train_batch_size": 8, "learning_rate": 1e-4, "max_steps": -1 }""", "a trainer's arguments")]
    [InlineData("""{ "zero_optimization": { "stage": 3 }, "train_batch_size": "auto" }""", "a DeepSpeed config")]
    [InlineData("""{ "metadata": { "total_size": 16060522496 }, "weight_map": {} }""", "the index of a checkpoint's files")]
    [InlineData("""{ "peft_type": "LORA", "r": 16, "base_model_name_or_path": "meta-llama/Llama-3.1-8B" }""", "adapter for meta-llama")]
    public void A_file_beside_the_config_is_told_for_what_it_is(string json, string what)
    {
        var config = HuggingFaceConfig.Parse(json);

        Assert.Null(config.Shape);
        Assert.Contains(what, config.Problem!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"vision_config\": { \"num_hidden_layers\": 24, \"hidden_size\": 1024 }", "vision_config: 24 layers of width 1024")]
    [InlineData("\"visual\": { \"layers\": 48, \"width\": 1664 }", "visual")] // Qwen-VL
    [InlineData("\"mm_vision_tower\": \"openai/clip-vit-large-patch14-336\"", "mm_vision_tower")] // LLaVA 1.5
    [InlineData("\"audio_config\": { \"num_hidden_layers\": 32 }", "audio_config")]
    public void Towers_beside_a_text_model_are_named_as_left_out(string fields, string part)
    {
        var config = HuggingFaceConfig.Parse(Llama(fields));

        Assert.Equal(8_030_261_248, config.Shape?.Parameters);
        Assert.Contains(part, config.LeftOut);
    }

    // google/gemma-3-4b-pt states no heads and no vocabulary; its class does.
    [Fact]
    public void Sizes_that_the_class_supplies_are_listed_where_the_file_states_others()
    {
        Assert.Equal(["num_attention_heads = 32"],
            HuggingFaceConfig.Parse(Llama("").Replace("\"num_attention_heads\": 32,", "", StringComparison.Ordinal)).Supplied);
        Assert.Empty(HuggingFaceConfig.Parse("""{ "model_type": "gpt2" }""").Supplied);
        Assert.Empty(HuggingFaceConfig.Parse(Llama("")).Supplied);
    }

    private static string Llama(string fields, string type = "llama") =>
        "{ \"model_type\": \"" + type + "\", \"hidden_size\": 4096, \"num_hidden_layers\": 32, \"num_attention_heads\": 32, "
        + "\"num_key_value_heads\": 8, \"intermediate_size\": 14336, \"vocab_size\": 128256"
        + (fields.Length > 0 ? ", " + fields : "") + " }";
}
