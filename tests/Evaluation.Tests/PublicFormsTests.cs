using System;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>Configs as public C# code has them: what they declare is read, and what they do not is not
/// guessed.</summary>
public class PublicFormsTests
{
    // Llama 3.1 8B, 8,030,261,248 parameters.
    private const string Sizes =
        "public int HiddenSize { get; init; } = 4096; public int NumHiddenLayers { get; init; } = 32; "
        + "public int NumAttentionHeads { get; init; } = 32; public int IntermediateSize { get; init; } = 14336; "
        + "public int VocabSize { get; init; } = 128256; ";

    private const string Groups = "public int NumKeyValueHeads { get; init; } = 8; ";

    private const string Small =
        "public int n_layer = 12, n_head = 12, n_embd = 768, vocab_size = 50257, n_positions = 1024; ";

    private const string Run = "public long Parameters { get; init; } = 70_000_000_000; public long Tokens { get; init; } = "
        + "1_400_000_000_000; ";

    // Counts by hand from the published shape; GPT-2 small has 124,439,808, without biases 102,144 less.
    [Theory]
    [InlineData("llama", Sizes + Groups, 8_030_261_248)]
    [InlineData("llama", Sizes + "public int NumKvHeads { get; init; } = 8;", 8_030_261_248)]
    [InlineData("llama", Sizes + "public int KvHeadCount { get; init; } = 8;", 8_030_261_248)]
    [InlineData("llama", Sizes + "[System.Text.Json.Serialization.JsonPropertyName(\"num_key_value_heads\")] public int G { "
        + "get; init; } = 8;",
        8_030_261_248)]
    [InlineData("llama", Sizes + "[System.Runtime.Serialization.DataMember(Name = \"num_key_value_heads\")] public int G { "
        + "get; init; } = 8;",
        8_030_261_248)]
    [InlineData("llama", Sizes + Groups + "public bool AttentionBias { get; init; } = "
        + "true;", 8_030_261_248 + (32L * ((2 * 4096) + (2 * 1024))))]
    [InlineData("llama", Sizes + Groups + "public bool TieWeights { get; init; } = true;", 8_030_261_248 - (128_256L * 4096))]
    [InlineData("llama", Sizes + Groups + "public int NumExperts { get; init; } = 0;", 8_030_261_248)]
    [InlineData("llama", Sizes + Groups + "public double RmsNormEps = 1e-5, RopeTheta = 5e5, AttentionDropout = 0.1; public "
        + "int BosTokenId = 1, "
        + "HeadDim = 128, MaxPositionEmbeddings = 8192, Seed = 7; public bool UseCache = true, UseBias = false; public string "
        + "HiddenAct = \"silu\";",
        8_030_261_248)]
    [InlineData("hf_olmo", "public int d_model = 4096, n_heads = 32, n_layers = 32, mlp_hidden_size = 22016, vocab_size = 50304; "
        + "public bool weight_tying = false;", 6_888_095_744)] // allenai/OLMo-7B
    [InlineData("llama", "public int dim = 4096, hidden_dim = 11008, n_layers = 32, n_heads = 32, vocab_size = 32000;", 6_738_415_616)]
    [InlineData("mistral", "public int Dim = 4096, HiddenDim = 14336, NLayers = 32, NHeads = 32, NKvHeads = 8, VocabSize = 32000;",
        7_241_732_096)]
    [InlineData("gpt2", Small, 124_439_808)]
    [InlineData("gpt2", Small + "public bool bias = false;", 124_337_664)]
    [InlineData("gpt2", Small + "public bool bias = true; public double resid_pdrop = 0.1;", 124_439_808)]
    [InlineData("gpt2", Small + "public int ff_dim = 3072;", 124_439_808)]
    [InlineData("gpt2", Small + "public double MlpRatio = 4.0;", 124_439_808)]
    [InlineData("gpt2", Small + "public double MlpRatio = 2.0;", 124_439_808 - (12L * ((2 * 768 * 1536) + 1536)))]
    [InlineData("gpt2",
        "public int block_size = 1024, vocab_size = 50304, n_layer = 12, n_head = 12, n_embd = 768;", 124_475_904)] // nanoGPT
    [InlineData("mistral",
        "public int? SlidingWindow { get; set; } public int HiddenSize { get; set; } " + "public int Layers = 32, Heads = 32, "
        + "KvHeads = 8, FfnSize = 14336, VocabSize = 32000; public Model() { HiddenSize = 4096; SlidingWindow ??= 4096; "
        + "}", 7_241_732_096)]
    public async Task A_model_is_counted_as_its_members_say(string family, string members, long parameters) =>
        Assert.Equal(parameters, await Constant(Model(family, members), "Parameters"));

    [Theory]
    [InlineData("llama", Sizes + Groups + "public int NumLocalExperts = 8, NumExpertsPerTok = 2;")] // 46.7B, counted as 7.24B
    [InlineData("llama", Sizes + Groups + "public int KvLoraRank = 512;")]
    [InlineData("llama", Sizes + Groups + "public bool UseQkNorm = true;")]
    [InlineData("llama", Sizes + Groups + "public int MoeLayers = 16;")]
    [InlineData("llama", Sizes + Groups + "public string FfnType = \"plain\";")]
    [InlineData("mixtral", Sizes + Groups + "public int NumLocalExperts = 8, NumExpertsPerTok = 2, NumSharedExperts = 1;")]
    [InlineData("qwen2", Sizes + Groups + "public bool QkvBias = false;")]
    [InlineData("qwen2", Sizes + "public int HiddenDim = 11008;")]
    [InlineData("llama", Sizes + "public int MlpHiddenSize = 28672;")]
    [InlineData("llama", Sizes + "public int HiddenDim = 11008;")]
    [InlineData("gpt2", Small + "public bool SwiGlu = true;")]
    [InlineData("gpt2", Small + "public int NumKvHeads = 4;")]
    [InlineData("gpt2", Small + "public int ConvolutionWidth = 4;")]
    public async Task A_size_or_switch_that_the_family_does_not_read_stops_the_count(string family, string members)
    {
        var code = Model(family, members);

        Assert.Null(await Constant(code, "Parameters"));
        Assert.Contains(await code.Severity("SCALE901", "warning").Diagnostics(), found => found.Id == "SCALE901");
    }

    [Theory]
    [InlineData("inherited", "public abstract class Base { public System.Collections.Generic.List<double> Estimates { get; } = new(); } "
        + "[TrainingConfig] public partial class C : Base { " + Run + "public void Go() => Estimates.Add(1); }")]
    [InlineData("interface", "public interface I { int Estimates => 3; } [TrainingConfig] public partial class C : I { " + Run
        + "public int Go() => ((I)this).Estimates; }")]
    [InlineData("in scope",
        "namespace N { public static class Estimates { public static int One => 1; } [TrainingConfig] public partial class C { "
        + Run + "public int Go() => Estimates.One; } }")]
    [InlineData("using static", "namespace N { using static Holder; public static class Holder { public enum Estimates { A } } "
        + "[TrainingConfig] public partial class C { " + Run + "public Estimates E { get; } = Estimates.A; } }")]
    [InlineData("nested", "[TrainingConfig] public partial class C { " + Run + "public enum Estimates { A } }")]
    public async Task A_program_with_that_name_stays_valid_and_is_told(string form, string source)
    {
        var code = Config.Of(source);

        Assert.NotEmpty(form);
        Assert.Empty((await code.Generate()).CompilesCleanly().Sources);
        Assert.Contains(await code.Diagnostics(), found => found.Id == "SCALE903");
    }

    [Fact]
    public async Task An_argument_chooses_another_name() => Assert.Equal(70_000_000_000, await Constant(
        Config.Of("public class Base { public int Estimates => 3; } [TrainingConfig(EstimatesName = \"Numbers\")] public "
        + "partial class C : Base { "
            + Run + "public long Twice => 2 * Numbers.Parameters; }"),
        "Parameters"));

    [Theory]
    [InlineData("none before", "public int PriorTokens = 0;")]
    [InlineData("nothing served", "public long InferenceTokens = 0;")]
    [InlineData("dense", "public int Experts = 0, ExpertsPerToken = 0, SharedExperts = 0;")]
    [InlineData("own hardware", "public double PricePerAcceleratorHour = 0;")]
    [InlineData("defaults of a trainer",
        "public int MaxSteps = -1, GradientAccumulationSteps = 0, Epochs = 0; public double LearningRate = 0;")]
    [InlineData("a counter", "private int _epoch = 0; private int _steps; public void Go() { _epoch++; _steps++; }")]
    [InlineData("a counted property", "public long TokensSeen { get; private set; } public int MaxSteps { get; private set; } = 5; "
        + "public void Go() { TokensSeen += 1; MaxSteps = 7; }")]
    [InlineData("a device", "public string Device = \"cuda\";")]
    [InlineData("a device by number", "public string Device { get; set; } = \"cuda:0\";")]
    [InlineData("no device", "public string Device = \"cpu\"; public string Gpu = \"\";")]
    [InlineData("a name of the model", "public string Model = \"llama\"; public string Architecture = \"decoder\";")]
    [InlineData("null", "public long? InferenceTokens = null; public double? Utilization = null;")]
    public async Task What_means_none_or_is_no_config_is_not_reported(string form, string members)
    {
        var code = Config.Of("[TrainingConfig] public partial class C { " + Run + members + " }");

        Assert.NotEmpty(form);
        Assert.Empty(await code.Diagnostics());
        Assert.Equal(1_400_000_000_000, await Constant(code, "TrainingTokens"));
    }

    [Theory]
    [InlineData("backing fields",
        "private readonly double _parameters = 70, _tokens = 300; public long Parameters => (long)(_parameters * 1e9); "
        + "public long Tokens => (long)(_tokens * 1e9);")]
    [InlineData("a tuple", "public C() { (Parameters, Tokens) = (70_000_000_000, 300_000_000_000); } public long Parameters { get; } "
        + "public long Tokens { get; }")]
    [InlineData("a tuple of ints",
        "public C() => (Parameters, Tokens) = (70_000_000_000, 300 * Quantity.Billion); public double Parameters { get; } "
        + "public double Tokens { get; }")]
    [InlineData("a static constructor", "public static readonly long Parameters; public static long Tokens { get; } static C() { "
        + "Parameters = 70_000_000_000; Tokens = 300_000_000_000; }")]
    [InlineData("a foreign statement",
        "public C() { System.Console.WriteLine(); Parameters = 70_000_000_000; Tokens = 300_000_000_000; } "
        + "public long Parameters { get; } public long Tokens { get; }")]
    public async Task One_fact_has_one_value(string form, string members)
    {
        var code = Config.Of("[TrainingConfig] public partial class C { " + members + " }");

        Assert.NotEmpty(form);
        Assert.Equal(["SCALE001"], (await code.Diagnostics()).Select(found => found.Id));
        Assert.Equal(300_000_000_000, await Constant(code, "TrainingTokens"));
    }

    [Theory]
    [InlineData("new C { Parameters = 70_000_000_000 }.WithTokens(1_400_000_000_000)")]
    [InlineData("(new C { Parameters = 70_000_000_000 }).Longer(1_400_000_000_000)")]
    [InlineData("new Builder().For(1_400_000_000_000).Build()")]
    [InlineData("Replaced()")]
    public Task A_chain_is_not_judged_in_its_middle(string expression) => Config.Of("""
        [TrainingConfig]
        public sealed partial record C
        {
            public long Parameters { get; init; }
            public long Tokens { get; init; } = 300_000_000_000;
            public C WithTokens(long t) => this with { Tokens = t };
            public C Large() => this with { Parameters = 70_000_000_000 };
        }
        public static class Chains
        {
            public static C Longer(this C c, long t) => c with { Tokens = t };
            public static C Replaced()
            {
                var c = new C { Parameters = 70_000_000_000 };
                c = c with { Tokens = 1_400_000_000_000 };
                return c;
            }
        """ + $"    public static C Made() => {expression};\n" + """
        }
        public class Builder
        {
            private long _tokens = 300_000_000_000;
            public Builder For(long tokens) { _tokens = tokens; return this; }
            public C Build() => new C { Parameters = 70_000_000_000, Tokens = _tokens };
        }
        """).ReportsNothing();

    [Theory]
    [InlineData("a teacher beside the student",
        "[TrainingConfig(Stage = TrainingStage.Distillation)] public partial class C { public M Student = new(); "
        + "public M Teacher = new() { NumHiddenLayers = 80 }; public long Tokens = 100_000_000_000; }")]
    [InlineData("a draft model", "[TrainingConfig(Stage = TrainingStage.FineTuning)] public partial class C { public M Model = new(); "
        + "public M DraftModel = new() { NumHiddenLayers = 2 }; public long Tokens = 100_000_000_000; }")]
    [InlineData("a reference", "[TrainingConfig(Stage = TrainingStage.FineTuning)] public partial class C { public M Policy = new(); "
        + "public M ReferenceModel = new() { NumHiddenLayers = 2 }; public long Tokens = 100_000_000_000; }")]
    [InlineData("a name beside a shape",
        "[TrainingConfig(Stage = TrainingStage.FineTuning)] public partial class C { public string Model = \"llama-3-8b\"; "
        + "public M Shape = new(); public long Tokens = 160_000_000_000; }")]
    public async Task The_model_of_a_run_is_the_one_that_it_trains(string form, string run)
    {
        var code = Config.Of(
            "[ModelConfig(Family = \"llama\")] public sealed partial record M { " + Sizes + Groups + "public static readonly "
        + "M Tiny = new() "
            + "{ NumHiddenLayers = 2 }; public static readonly M Large = new() { NumHiddenLayers = 80 }; public M? Parent { "
        + "get; init; } } " + run);

        Assert.NotEmpty(form);
        Assert.Empty(await code.Diagnostics());
        Assert.Equal(8_030_261_248, await Constant(code, "Parameters", "C."));
        Assert.Equal(8_030_261_248, await Constant(code, "Parameters", "M."));
    }

    [Theory]
    [InlineData("public long Parameters = 7_000_000_000; public int max_steps = -1;", "'max_steps': -1 means that it is not set")]
    [InlineData("public int max_steps = -1, per_device_train_batch_size = 8;", "'max_steps': -1 means that it is not set")]
    [InlineData("public long Parameters = 7_000_000_000; public int MaxSteps = 5, BatchSize = 8, SeqLen = 10, "
        + "AcceleratorCount = 8;", "torchtitan")]
    public async Task Where_nothing_is_assessed_the_reason_is_given(string members, string reason) => Assert.Contains(
        await Config.Of("[TrainingConfig] public partial class C { " + members + " }").Severity("SCALE901", "warning").Diagnostics(),
        found => found.Id == "SCALE901" && found.GetMessage(null).Contains(reason, StringComparison.Ordinal));

    [Fact]
    public async Task A_derived_type_without_the_attribute_is_told_why_it_is_not_read()
    {
        var code = Config.Of("[TrainingConfig] public partial class Base { " + Run + "} public class Derived : Base { public "
        + "int MaxSteps = 5; }");

        Assert.Empty(await code.Diagnostics());
        Assert.Contains(await code.Severity("SCALE901", "warning").Diagnostics(),
            found => found.GetMessage(null).Contains("'Base' is marked [TrainingConfig], which is not "
        + "inherited", StringComparison.Ordinal));
    }

    private static Code Model(string family, string members) =>
        Config.Of("[ModelConfig(Family = \"" + family + "\")] public sealed partial class Model { " + members + " }");

    private static async Task<long?> Constant(Code code, string name, string of = "")
    {
        var driver = (await code.Generate()).CompilesCleanly();
        var sources = driver.Sources.Where(source => source.Key.StartsWith(of, StringComparison.Ordinal));
        var found = sources.Select(source => Regex.Match(source.Value, " " + name + " = "
        + "([0-9]+)L;")).FirstOrDefault(match => match.Success);
        return found is null ? null : long.Parse(found.Groups[1].Value);
    }
}
