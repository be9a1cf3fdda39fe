using System;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

public class HuggingFaceConfigTests
{
    private const string Llama = """
        {
          // Llama 3.1 8B
          "model_type": "llama",
          "hidden_size": 4096,
          "num_attention_heads": 32,
          "num_key_value_heads": 8,
          "intermediate_size": 14336,
          "num_hidden_layers": 32,
          "vocab_size": 128256,
        }
        """;

    [Fact]
    public void Every_field_that_was_read_has_its_place()
    {
        HuggingFaceConfig config = HuggingFaceConfig.Parse(Llama);
        ConfigField heads = FieldOf(config, ConfigRole.AttentionHeads)!;

        Assert.Equal(8_030_261_248, config.Shape?.Parameters);
        Assert.Equal(("num_attention_heads", "32", 5, 3), (heads.Name, heads.Text, heads.NamePosition.Line, heads.NamePosition.Column));
        Assert.Equal("\"num_attention_heads\"", Llama.Substring(heads.NamePosition.Start, heads.NamePosition.Length));
        Assert.Equal("32", Llama.Substring(heads.ValuePosition.Start, heads.ValuePosition.Length));
        Assert.Null(FieldOf(config, ConfigRole.HeadSize));
        Assert.Equal(config.Fields.Count, config.Fields.Select(field => field.Name).Distinct().Count());
    }

    [Fact]
    public void A_field_that_is_looked_at_twice_keeps_its_role() =>
        Assert.Equal("n_routed_experts",
            FieldOf(HuggingFaceConfig.Parse("{\"model_type\": \"deepseek_v3\", \"n_routed_experts\": 64}"), ConfigRole.Experts)?.Name);

    [Theory]
    [InlineData("\"num_attention_heads\": 32", "\"num_attention_heads\": 33", "num_attention_heads", 5)]
    [InlineData("\"num_key_value_heads\": 8", "\"num_key_value_heads\": 5", "num_key_value_heads", 6)]
    [InlineData("\"hidden_size\": 4096", "\"hidden_size\": 0", "hidden_size", 4)]
    [InlineData("\"hidden_size\": 4096", "\"hidden_size\": -4096", "hidden_size", 4)]
    [InlineData("\"hidden_size\": 4096", "\"hidden_size\": \"4096\"", "hidden_size", 4)]
    [InlineData("\"hidden_size\": 4096", "\"hidden_size\": 4096.5", "hidden_size", 4)]
    [InlineData("\"hidden_size\": 4096", "\"hidden_size\": 99999999999", "hidden_size", 4)]
    [InlineData("\"hidden_size\": 4096", "\"hidden_size\": null", "hidden_size", 4)]
    [InlineData("\"vocab_size\": 128256", "\"vocab_size\": true", "vocab_size", 9)]
    [InlineData("\"vocab_size\": 128256", "\"tie_word_embeddings\": 1", "tie_word_embeddings", 9)]
    [InlineData("\"model_type\": \"llama\"", "\"model_type\": \"llamma\"", "model_type", 3)]
    [InlineData("\"model_type\": \"llama\"", "\"model_type\": 3", "model_type", 3)]
    [InlineData("\"model_type\": \"llama\",", "", "model_type", 1)]
    [InlineData("\"vocab_size\": 128256", "\"is_encoder_decoder\": true", "is_encoder_decoder", 9)]
    [InlineData("\"vocab_size\": 128256", "\"pruned_heads\": { \"0\": [1] }", "pruned_heads", 9)]
    public void What_stops_a_config_is_named_and_placed(string from, string to, string field, int line)
    {
        HuggingFaceConfig config = HuggingFaceConfig.Parse(Llama.Replace(from, to, StringComparison.Ordinal));

        Assert.Null(config.Shape);
        Assert.Equal((field, line), (config.Problem?.Field, config.Problem?.Position.Line));
        Assert.Contains(field, config.Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_impossible_shape_can_still_be_looked_at()
    {
        HuggingFaceConfig config =
            HuggingFaceConfig.Parse(Llama.Replace("\"num_attention_heads\": 32", "\"num_attention_heads\": 33", StringComparison.Ordinal));

        Assert.Equal((4096, 33), (config.Declared?.HiddenSize, config.Declared?.Heads));
        Assert.Equal("33", FieldOf(config, ConfigRole.AttentionHeads)?.Text);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("[]", 1, 1)]
    [InlineData("{\n  \"model_type\": \"llama\",\n  \"model_type\": \"qwen2\"\n}", 3, 3)]
    [InlineData("{ \"model_type\": ", 1, 17)]
    public void What_is_no_config_at_all_has_a_place_too(string text, int line, int column)
    {
        HuggingFaceConfig config = HuggingFaceConfig.Parse(text);

        Assert.Null(config.Shape);
        Assert.Empty(config.Fields);
        Assert.Equal((line, column), (config.Problem!.Position.Line, config.Problem.Position.Column));
    }

    // The defaults of the configuration classes: the models they were written for, by published integers of
    // science/shapes.csv.
    [Theory]
    [InlineData("llama", 6_738_415_616)] // LLaMA 7B
    [InlineData("mistral", 7_241_732_096)] // Mistral 7B v0.1
    [InlineData("mixtral", 46_702_792_704)] // Mixtral 8x7B
    [InlineData("gemma", 8_537_680_896)] // Gemma 7B
    [InlineData("gemma2", 2_614_341_888)] // Gemma 2 2B
    [InlineData("phi3", 3_821_079_552)] // Phi-3-mini
    [InlineData("gpt2", 124_439_808)]
    [InlineData("gptj", 6_050_882_784)]
    [InlineData("deepseek_v3", 671_026_419_200)]
    [InlineData("gpt_oss", 116_829_156_672)] // gpt-oss-120b
    [InlineData("smollm3", 3_075_098_624)]
    [InlineData("phimoe", 41_873_153_344 - 32064 - (32L * ((2 * 4096) + (2 * 1024))))] // Phi-3.5-MoE without its biases
    [InlineData("opt", 125_239_296)]
    [InlineData("qwen2_moe", 14_315_784_192)] // Qwen1.5-MoE-A2.7B
    [InlineData("falcon", 6_921_720_704)] // Falcon 7B
    [InlineData("starcoder2", 3_030_371_328)]
    [InlineData("cohere", 34_980_831_232)] // Command-R 35B
    [InlineData("minimax_m2", 228_689_764_864)]
    [InlineData("gpt_neo", 1_315_575_808)] // GPT-Neo 1.3B
    [InlineData("phi", 1_418_270_720)] // Phi-1 and 1.5
    [InlineData("glm", 9_399_951_360)] // GLM-4 9B
    [InlineData("ernie4_5", 360_748_032)] // ERNIE 4.5 0.3B; a public log of the loaded model: L=18, d=1024, params=360748032
    [InlineData("ernie4_5_moe", 21_825_437_888)] // the index of ERNIE 4.5 21B-A3B Thinking (llmfit)
    public void A_config_of_nothing_but_its_type_is_the_classes_own_model(string type, long parameters) =>
        Assert.Equal(parameters, HuggingFaceConfig.Parse($"{{\"model_type\": \"{type}\"}}").Shape?.Parameters);

    // Safetensors totals of the model cards, RECALLED. GLM's leaves out what its 45 routers learn to balance 128
    // experts, a buffer there.
    [Theory]
    [InlineData("seed_oss", 36_151_104_512, "\"hidden_size\": 5120")] // Seed-OSS-36B
    [InlineData("glm4_moe", 106_852_245_504 + (45 * 128), "\"attention_bias\": true, \"head_dim\": 128")] // GLM-4.5-Air
    // MiniCPM 2B
    [InlineData("minicpm", 2_724_880_896, "\"hidden_size\": 2304, \"num_hidden_layers\": 40, \"num_attention_heads\": 36, "
        + "\"intermediate_size\": 5760, \"vocab_size\": 122753")]
    // MPT 7B (science/shapes.csv)
    [InlineData("mpt", 6_649_286_656, "\"d_model\": 4096, \"n_layers\": 32, \"n_heads\": 32, \"vocab_size\": 50432")]
    // StableLM 2 1.6B (science/shapes.csv)
    [InlineData("stablelm", 1_644_515_328,
        "\"hidden_size\": 2048, \"num_hidden_layers\": 24, \"intermediate_size\": 5632, \"vocab_size\": 100352, \"use_qkv_bias\": true")]
    // DeepSeekMoE 16B (science/shapes.csv)
    [InlineData("deepseek", 16_375_728_128,
        "\"hidden_size\": 2048, \"num_hidden_layers\": 28, \"num_attention_heads\": 16, \"num_key_value_heads\": 16, "
            + "\"intermediate_size\": 10944, \"moe_intermediate_size\": 1408, \"n_routed_experts\": 64, \"num_experts_per_tok\": 6, "
                + "\"n_shared_experts\": 2, \"first_k_dense_replace\": 1")]
    public void Models_far_from_their_classes_defaults_count_too(string type, long parameters, string fields) =>
        Assert.Equal(parameters, HuggingFaceConfig.Parse($"{{\"model_type\": \"{type}\", {fields}}}").Shape?.Parameters);

    [Theory]
    [InlineData("baichuan", "hidden_size")]
    [InlineData("internlm2", "hidden_size")]
    [InlineData("grok-1", "hidden_size")]
    public void A_size_without_any_default_stops_the_config(string type, string field)
    {
        ConfigProblem? problem = HuggingFaceConfig.Parse($"{{\"model_type\": \"{type}\", \"num_hidden_layers\": 2}}").Problem;

        Assert.Equal(field, problem?.Field);
        Assert.Contains("missing", problem!.Message, StringComparison.Ordinal);
    }

    // null sets the configuration class to "none" explicitly, which is not its default of 8.
    [Fact]
    public void Null_is_not_absent()
    {
        TransformerShape? absent = HuggingFaceConfig.Parse("{\"model_type\": \"mistral\"}").Shape;
        TransformerShape? none =
            HuggingFaceConfig.Parse("{\"model_type\": \"mistral\", \"num_key_value_heads\": null, \"sliding_window\": null}").Shape;

        Assert.Equal((8, 4096), (absent?.KeyValueHeads, absent?.SlidingWindow));
        Assert.Equal((null, null), (none?.KeyValueHeads, none?.SlidingWindow));
        Assert.Equal(32L * 2 * 4096 * (4096 - 1024), none?.Parameters - absent?.Parameters);
    }

    [Theory]
    [InlineData("gemma3_text", 26, 22)] // every sixth layer is full
    [InlineData("gemma2", 26, 13)]
    [InlineData("gpt_oss", 36, 18)]
    [InlineData("olmo3", 32, 24)]
    [InlineData("cohere2", 40, 30)]
    [InlineData("mistral", 32, 32)]
    [InlineData("llama4_text", 48, 36)] // chunked where positions are rotated
    [InlineData("qwen3", 32, null)]
    public void Windows_follow_the_familys_rule(string type, int layers, int? sliding)
    {
        TransformerShape? shape = HuggingFaceConfig.Parse($"{{\"model_type\": \"{type}\"}}").Shape;

        Assert.Equal((layers, sliding), (shape?.Layers, shape?.SlidingLayers));
    }

    [Fact]
    public void Layer_types_win_over_the_rule_and_unknown_ones_are_refused()
    {
        const string Types = "{\"model_type\": \"gemma2\", \"num_hidden_layers\": 3, \"layer_types\": [\"sliding_attention\", "
            + "\"full_attention\", \"full_attention\"]}";

        Assert.Equal(1, HuggingFaceConfig.Parse(Types).Shape?.SlidingLayers);
        Assert.Equal("layer_types",
            HuggingFaceConfig.Parse(
                Types.Replace("\"full_attention\"]", "\"linear_attention\"]", StringComparison.Ordinal)).Problem?.Field);
        Assert.Equal("layer_types", HuggingFaceConfig.Parse(Types.Replace(": 3", ": 4", StringComparison.Ordinal)).Problem?.Field);
    }

    [Fact]
    public void A_decoder_inside_a_wrapper_has_its_fields_by_path()
    {
        HuggingFaceConfig config = HuggingFaceConfig.Parse("""
            { "model_type": "mistral3", "tie_word_embeddings": true, "vision_config": { "model_type": "pixtral" },
              "text_config": { "model_type": "mistral", "hidden_size": 5120, "num_attention_heads": 33 } }
            """);

        Assert.Equal("text_config.num_attention_heads", config.Problem?.Field);
        Assert.Equal(2, config.Problem!.Position.Line);
        Assert.Equal("text_config.hidden_size", FieldOf(config, ConfigRole.HiddenSize)?.Name);
    }

    // Qwen2-VL 7B's decoder is Qwen2 7B's (science/shapes.csv), its fields outside or inside text_config.
    [Theory]
    [InlineData("{\"model_type\": \"qwen2_vl\", FIELDS, \"vision_config\": {}}")]
    [InlineData("{\"model_type\": \"qwen2_5_vl\", \"text_config\": {\"model_type\": \"qwen2_5_vl_text\", FIELDS}, \"vision_config\": {}}")]
    public void A_decoder_may_stand_outside_or_inside(string text)
    {
        const string Fields = "\"hidden_size\": 3584, \"num_hidden_layers\": 28, \"num_attention_heads\": 28, \"num_key_value_heads\": 4, "
            + "\"intermediate_size\": 18944, \"vocab_size\": 152064, \"tie_word_embeddings\": false";
        HuggingFaceConfig config = HuggingFaceConfig.Parse(text.Replace("FIELDS", Fields, StringComparison.Ordinal));

        Assert.Equal(7_615_616_512, config.Shape?.Parameters);
        Assert.Contains("vision_config", config.LeftOut);
    }

    [Fact]
    public void A_wrapper_ties_the_embeddings_where_its_decoder_declares_nothing()
    {
        const string Wrapper =
            "{\"model_type\": \"mistral3\", \"tie_word_embeddings\": true, \"text_config\": {\"model_type\": \"mistral\"}}";

        Assert.True(HuggingFaceConfig.Parse(Wrapper).Shape?.TiedEmbeddings);
        Assert.False(
            HuggingFaceConfig.Parse(Wrapper.Replace(
                "\"mistral\"}", "\"mistral\", \"tie_word_embeddings\": false}", StringComparison.Ordinal)).Shape?.TiedEmbeddings);
    }

    [Theory]
    [InlineData("t5", "encoder-decoder")]
    [InlineData("rwkv7", "recurrent layers")]
    [InlineData("mllama", "cross-attention")]
    [InlineData("llama3", "there are llama")]
    [InlineData("zzz", "not a family")]
    public void A_type_that_is_not_counted_has_a_reason(string type, string why) =>
        Assert.Contains(why, HuggingFaceConfig.Parse($"{{\"model_type\": \"{type}\"}}").Problem!.Message, StringComparison.Ordinal);

    private static ConfigField? FieldOf(HuggingFaceConfig config, ConfigRole role) =>
        config.TryGetField(role, out ConfigField? field) ? field : null;
}
