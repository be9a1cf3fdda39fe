using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class JsonConfigTests
{
    private const string File = "configs/llama/config.json";

    // Llama 3.1 8B, 8,030,261,248 parameters; {0} its heads, {1} its vocabulary.
    private static string Llama(string heads = "32", string vocabulary = "128256", string first = "{") =>
        first
            + "\n  \"model_type\": \"llama\", // comments are read over\n  \"hidden_size\": 4096, \"num_hidden_layers\": 32,\n "
                + " \"num_attention_heads\": " + heads +
        ", \"num_key_value_heads\": 8,\n  \"intermediate_size\": 14336, \"vocab_size\": " + vocabulary + "\n}\n";

    [Theory]
    [InlineData("Tokens=15T", "SCALE004", "'Llama' trains 8.03B on 15T tokens (1,868 each): declare Intent or InferenceTokens.")]
    [InlineData("Tokens=15T; Intent=ComputeOptimal", "SCALE002", "and declares ComputeOptimal")]
    [InlineData("Tokens=15T; Intent=inferenceOptimal; InferenceTokens=100T", null, "")]
    [InlineData("Tokens=15T; Justification=served on phones; it pays = 1", null, "")]
    [InlineData("Tokens=15T; NoWarn=SCALE001;scale004", null, "")]
    [InlineData("Tokens=15T; Stage=FineTuning", "SCALE105", "a third of 1e23")]
    [InlineData("Tokens=600B; Stage=FineTuning", null, "")]
    [InlineData("Tokens=10B", "SCALE001", "(metadata Tokens of the ScalingConfig item)")]
    [InlineData("Tokens=300", "SCALE907", "'Llama.Tokens' is 300 tokens")]
    [InlineData("Tokens=-5", "SCALE902", "'Llama.Tokens' is -5: it must be positive")]
    [InlineData("Tokens=many", "SCALE902", "'Llama.Tokens' is many: it is not a number; write it as 0.4, 15T or 1.5e13. Nothing is "
        + "computed from it (metadata Tokens of the ScalingConfig item)")]
    [InlineData("Tokens=1e40", "SCALE902", "it does not fit a 64-bit count")]
    [InlineData("Utilization=40%", "SCALE902", "'Llama.Utilization' is 40%: it is not a number")]
    [InlineData("Intent=Best", "SCALE902",
        "'Llama.Intent' is Best: it is not recognised; expected Unspecified, ComputeOptimal, InferenceOptimal")]
    [InlineData("Law=no-law-1999", "SCALE904", "available: ")]
    [InlineData("Accelerator=H1000", "SCALE104", "'H1000', which is not a known accelerator")]
    [InlineData("Accelerator=H100-SXM; AcceleratorCount=1", "SCALE103",
        "'Llama' keeps 128 GB of training state on each of 1 H100-SXM with 80 GB")]
    [InlineData(
        "Tokens=15T; Intent=InferenceOptimal; InferenceTokens=100T; MaxSteps=1000; GlobalBatchSize=1024; SequenceLength=8192",
        "SCALE304",
        "MaxSteps x GlobalBatchSize x SequenceLength gives 8.39B")]
    [InlineData("Parameters=7B", "SCALE302", "'Llama' declares 7B parameters, but its dimensions give 8.03B")]
    [InlineData("Name=Llama 3.1 8B; Parameters=7B", "SCALE302", "'Llama3_1_8B' declares 7B")]
    [InlineData("Tokens=15T; Intent=InferenceOptimal; InferenceTokens=100T; Tokns=3", null, "")]
    [InlineData("", null, "")]
    public async Task A_value_of_the_project_is_reported_at_the_first_character(string item, string? rule, string words)
    {
        var reported = await Config.Code.Json(File, rule is null ? Llama() : Llama(first: "{|" + rule + ":{|}"), item).ReportsAsMarked();
        if (rule is not null)
            Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{|SCALE301:30|}", "128256", null)]
    [InlineData("32", "{|SCALE303:128001|}", "'Llama.vocab_size' is 128001, not a multiple of 64: 128064")]
    [InlineData("{|SCALE902:0|}", "128256",
        "'Llama.num_attention_heads' is 0: it makes the shape impossible: Heads must be at least 1; it is 0")]
    [InlineData("{|SCALE902:3.5|}", "128256", "'Llama.num_attention_heads' is 3.5: it stops the count: num_attention_heads must be a whole "
        + "number from 0 to 2147483647; it is 3.5")]
    [InlineData("{|SCALE902:null|}", "128256", "it stops the count: num_attention_heads must be a whole number; it is null")]
    [InlineData("{|SCALE902:\"many\"|}", "128256", "stops the count")]
    [InlineData("32", "{|SCALE902:99999999999|}", "vocab_size must be a whole number from 0 to 2147483647")]
    public async Task A_value_of_the_file_is_reported_at_its_field(string heads, string vocabulary, string? words)
    {
        var reported = await Config.Code.Json(File, Llama(heads, vocabulary), "Tokens=200B")
            .Only("SCALE301", "SCALE303", "SCALE902", "SCALE908")
            .Marking("SCALE301")
            .Diagnostics();
        if (words is null)
        {
            // Neither 4096 divides into 30 heads nor 30 heads into 8 groups.
            Assert.Equal(["SCALE301", "SCALE301"], reported.Select(d => d.Id));
            return;
        }

        reported = await Config.Code.Json(File, Llama(heads, vocabulary), "Tokens=200B").ReportsAsMarked();
        Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"model_type\": \"llama\", {|SCALE908:]|} }", "'Llama' is not counted: ")]
    [InlineData("{|SCALE908:|}", "'Llama' is not counted: ")]
    [InlineData("{|SCALE908:[]|}", "'Llama' is not counted: A model config is a JSON object")]
    [InlineData("{|SCALE908:{|} \"hidden_size\": 3 }", "'Llama' is not counted: model_type is missing")]
    [InlineData("{ \"model_type\": {|SCALE908:\"t5\"|} }",
        "'Llama' is not counted: model_type 't5' is not counted: it is an encoder-decoder")]
    [InlineData("{ \"model_type\": {|SCALE908:\"lama\"|} }", "'lama' is not a family that is counted; there are llama")]
    [InlineData("{|SCALE908:{|} \"model_type\": \"baichuan\" }", "is missing, and this model_type has no default for it")]
    [InlineData("{ \"model_type\": \"llama\", \"is_encoder_decoder\": {|SCALE908:true|} }", "encoder-decoders are not counted")]
    [InlineData("{ \"model_type\": \"mixtral\", \"num_local_experts\": 8, \"num_experts_per_tok\": {|SCALE902:9|} }",
        "'Llama.num_experts_per_tok' is 9: it makes the shape impossible: A token cannot visit 9 of 8 experts")]
    // 32 heads by default
    [InlineData("{ \"model_type\": \"llama\", \"hidden_size\": {|SCALE301:4100|}, \"vocab_size\": 32000 }",
        "'Llama': hidden_size 4100 does not divide into 32 heads")]
    public async Task A_file_without_a_shape_is_reported_with_reason_and_place(string json, string words)
    {
        var reported = await Config.Code.Json(File, json, "Name=Llama; NoWarn=SCALE303").ReportsAsMarked();
        Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_decoder_inside_is_assessed_at_its_own_fields()
    {
        // The class supplies the sizes that the decoder does not state, which is information.
        const string Json = "{|SCALE908:{|} \"model_type\": \"mistral3\", \"vision_config\": {}, "
            + "\"text_config\": { \"model_type\": \"mistral\", \"hidden_size\": 5120, \"vocab_size\": {|SCALE303:131073|} } }";
        var reported = await Config.Code.Json(File, Json, "Tokens=200B").ReportsAsMarked();
        Assert.Contains("'Llama.text_config.vocab_size' is 131073",
            reported.Single(d => d.Id == "SCALE303").GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_runs_of_one_file_report_the_model_once_and_each_run()
    {
        var reported =
            await Config.Code.Json(File, Llama(vocabulary: "128001"), "Name=Short; Tokens=10B", "Name=Long; Tokens=15T",
                "Name=Meant; Tokens=15T; Intent=InferenceOptimal").Diagnostics();
        Assert.Equal(["SCALE001", "SCALE004", "SCALE501", "SCALE303"], reported.Select(d => d.Id));
        Assert.Contains("'Short' trains", reported[0].GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
        Assert.Contains("'Long' trains", reported[1].GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_clash_are_reported_at_the_later_file()
    {
        var code = Config.Code.Json("a/llama/config.json", Llama(), "")
            .Json("b/Llama.json", Llama(first: "{|SCALE903:{|}"), "")
            .Json("c/x.json", Llama(first: "{|SCALE903:{|}"), "Name=LLama", "Name=LLama");
        var reported = await code.ReportsAsMarked();
        Assert.Equal(
            "'Llama' has no constants under this name: an earlier ScalingConfig item has it, so they are in ScalingConfigs.Llama_2. Give "
                + "the item a Name of its own",
            reported[0].GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("scaling_analyzers.token_ratio_tolerance = 1000", null)]
    [InlineData("scaling_analyzers.law = hoffmann-2022-approach2", "hoffmann-2022-approach2")]
    [InlineData("scaling_analyzers.law = newton-1687", "Option 'scaling_analyzers.law' is 'newton-1687'")]
    public async Task Options_hold_for_json_too(string line, string? words)
    {
        var reported = await Config.Code.Json(File, Llama(), "Tokens=15T")
            .Config(".editorconfig", "root = true\n[*.json]\n" + line + "\n")
            .Only("SCALE004", "SCALE905")
            .Diagnostics();
        if (words is null) Assert.Empty(reported);
        else Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Fact]
    public Task A_json_file_that_is_no_ScalingConfig_is_left_alone() =>
        Config.Code.AdditionalFile(File, Llama(heads: "30")).AdditionalFile("other.json", "[", ("ScalingConfig", "")).ReportsNothing();

    [Theory]
    [InlineData("llama-3.1-8b", "Llama3_1_8B")]
    [InlineData("qwen3-8b", "Qwen3_8B")]
    [InlineData("deepseek_v3", "DeepseekV3")]
    [InlineData("DeepSeek-V3", "DeepSeekV3")]
    [InlineData("7b run", "_7BRun")]
    [InlineData("gpt2", "Gpt2")]
    [InlineData("класс", "Класс")]
    [InlineData("---", "Config")]
    [InlineData("cost", "Cost_")]
    [InlineData("scalingConfigs", "ScalingConfigs_")]
    public void A_name_becomes_an_identifier(string name, string identifier) =>
        Assert.Equal(identifier, Evaluation.ConfigNames.Identifier(name));

    [Theory]
    [InlineData("%")]
    [InlineData("\u241D\u241E\u241F")]
    [InlineData("Name\u241F\u241EName\u241Fa\u241Fb")]
    public async Task Nonsense_in_the_joined_metadata_never_crashes(string joined)
    {
        await Config.Code.AdditionalFile(File, Llama(), ("ScalingConfig", joined)).Diagnostics();
    }
}
