using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>Further forms of configs in public C# code, in our own words: each is read rightly, or not at
/// all.</summary>
public partial class FormsOfPublicCodeTests
{
    private const string Llama = "public int HiddenSize { get; init; } = 4096; public int NumHiddenLayers { get; init; } = 32; "
        + "public int NumAttentionHeads { get; init; } = 32; public int IntermediateSize { get; init; } = 14336; "
        + "public int VocabSize { get; init; } = 32000; ";

    private const string Groups = "public int NumKeyValueHeads { get; init; } = 8; ";

    // Mistral 7B's sizes: 7,241,732,096 parameters. null: not counted, and SCALE901 gives the reason.
    [Theory]
    [InlineData("llama", Llama + Groups + "public Moe Mixture { get; init; } = new() { NumExperts = 8 }; public class Moe { "
        + "public int NumExperts { get; init; } public int TopK { get; init; } = 2; }", null)] // a group that is not read
    [InlineData("llama", Llama + Groups + "public Moe Mixture { get; init; } = new(); public class Moe { public int NumExperts { "
        + "get; init; } public bool Enabled { get; init; } }", 7_241_732_096)]
    [InlineData("llama", Llama + "public A Attention { get; init; } = new() { KvHeads = 8 }; public class A { public int KvHeads "
        + "{ get; init; } public double Dropout { get; init; } = 0.1; }", null)]
    [InlineData("llama", Llama + Groups + "public V Vision { get; init; } = new(); public class V { public int HiddenSize { get; "
        + "init; } = 1024; }", null)]
    [InlineData("llama", Llama + Groups + "public R RopeScaling { get; } = new(); public T Tokenizer { get; } = new(); public "
        + "class R { public double Factor = 8; public int OriginalMaxPositionEmbeddings = 8192; } public class T { public int "
        + "VocabSize = 32000; public int PadTokenId = 0; }", 7_241_732_096)]
    [InlineData("llama", Llama + Groups + "public L Lora { get; } = new(); public class L { public int Rank = 16; public double "
        + "Alpha = 32; }", 7_241_732_096)]
    [InlineData("llama", Llama + "public int[] KvHeadsPerLayer { get; init; } = { 8, 8, 4 };", null)] // one for each layer
    [InlineData("llama", Llama + Groups + "public string[] Architectures { get; } = { \"LlamaForCausalLM\" }; public int[] "
        + "EosTokenIds = { 1, 2 }; public System.Collections.Generic.List<int> SkipLayers { get; } = new();", 7_241_732_096)]
    [InlineData("llama", Llama + Groups + "public string[] Architectures { get; } = { \"LlamaForSequenceClassification\" }; public "
        + "int NumLabels = 3;", 7_241_732_096 - (32000L * 4096) + (3 * 4096))]
    [InlineData("llama", Llama + Groups + "public string[] Architectures { get; } = { \"LlamaForSequenceClassification\" };", null)]
    [InlineData("llama", Llama + Groups + "public string[] Architectures { get; } = { \"LlamaModel\" };",
        7_241_732_096 - (32000L * 4096))] // no output matrix
    [InlineData("llama", Llama + Groups + "public string[] Architectures { get; } = { \"LlamaForCausalLMEagle3\" };", null)]
    [InlineData("llama", Llama + Groups + "public bool LearnedPositions { get; init; } = true;", null)]
    [InlineData("llama", Llama + Groups + "public string PositionEmbeddingType { get; init; } = \"learned\";", null)]
    [InlineData("llama", Llama + Groups + "public enum Kind { Rotary, Learned } public Kind PositionEmbedding { get; init; } "
        + "= Kind.Learned;", null)]
    [InlineData("llama", Llama + Groups + "public string PositionEmbeddingType { get; init; } = \"rotary\"; public bool "
        + "UsePreNorm = true, UseRmsNorm = true, UseSwiGlu = true, UseFlashAttention = true, IsEncoderDecoder = false; public "
        + "int GroupSize => NumAttentionHeads / NumKeyValueHeads;", 7_241_732_096)]
    [InlineData("llama", Llama + Groups + "public bool IsEncoderDecoder { get; init; } = true;", null)]
    [InlineData("llama", Llama + Groups + "public bool NormFirst { get; init; } = false;", null)] // norms after each block
    [InlineData("gemma2", "public int HiddenSize = 2304, NumHiddenLayers = 26, NumAttentionHeads = 8, NumKeyValueHeads = 4, HeadDim = "
        + "256, IntermediateSize = 9216, VocabSize = 256000, SlidingWindow = 4096, QueryPreAttnScalar = 256; public double "
        + "AttnLogitSoftcapping = 50;", 2_614_341_888L)] // google/gemma-2-2b
    [InlineData("qwen2_moe", "public int VocabSize = 151936, HiddenSize = 2048, IntermediateSize = 5632, NumHiddenLayers = 24, "
        + "NumAttentionHeads = 16, NumKeyValueHeads = 16, MoeIntermediateSize = 1408, SharedExpertIntermediateSize = 5632, "
        + "NumExperts = 60, NumExpertsPerTok = 4, DecoderSparseStep = 1; public System.Collections.Generic.List<int> "
        + "MlpOnlyLayers { get; } = new();", 14_315_784_192)] // Qwen/Qwen1.5-MoE-A2.7B
    [InlineData("deepseek_v3", "public int VocabSize = 129280, HiddenSize = 7168, IntermediateSize = 18432, MoeIntermediateSize = "
        + "2048, NumHiddenLayers = 61, NumAttentionHeads = 128, NumKeyValueHeads = 128, NSharedExperts = 1, NRoutedExperts = 256, "
        + "NumExpertsPerTok = 8, FirstKDenseReplace = 3, KvLoraRank = 512, QkRopeHeadDim = 64, QkNopeHeadDim = 128, VHeadDim = "
        + "128, NumNextnPredictLayers = 1, NGroup = 8, TopkGroup = 4, MoeLayerFreq = 1, EpSize = 1; public int? QLoraRank = 1536;",
        671_026_419_200)] // deepseek-ai/DeepSeek-V3 without its prediction module
    [InlineData("deepseek_v2", "public int VocabSize = 102400, HiddenSize = 2048, IntermediateSize = 10944, MoeIntermediateSize = "
        + "1408, NumHiddenLayers = 27, NumAttentionHeads = 16, NumKeyValueHeads = 16, NSharedExperts = 2, NRoutedExperts = 64, "
        + "NumExpertsPerTok = 6, FirstKDenseReplace = 1, KvLoraRank = 512, QkRopeHeadDim = 64, QkNopeHeadDim = 128, VHeadDim = "
        + "128; public int? QLoraRank { get; init; } = null;", 15_706_484_224)] // deepseek-ai/DeepSeek-V2-Lite
    [InlineData("deepseek_v2", "public int VocabSize = 102400, HiddenSize = 2048, IntermediateSize = 10944, MoeIntermediateSize = "
        + "1408, NumHiddenLayers = 27, NumAttentionHeads = 16, NSharedExperts = 2, NRoutedExperts = 64, NumExpertsPerTok = 6, "
        + "FirstKDenseReplace = 1, KvLoraRank = 512;", null)] // V2 has a query rank, V2-Lite has none
    [InlineData("hf_olmo", "public int DModel = 2048, NHeads = 16, NLayers = 16, MlpRatio = 8, VocabSize = 50280, EmbeddingSize = "
        + "50304; public bool WeightTying = true;", 1_176_764_416L)] // allenai/OLMo-1B: more rows than words
    [InlineData("llama", "public int EmbeddingDim = 4096, NumLayers = 32, NumHeads = 32, FfnDim = 11008, VocabSize = 32000;",
        6_738_415_616)]
    [InlineData("gpt2", "public int n_positions = 1024, n_embd = 768, n_layer = 12, n_head = 12, vocab_size = 50257; public int "
        + "hidden_size => n_embd; public int num_attention_heads => n_head; public int num_hidden_layers => n_layer;", 124_439_808L)]
    [InlineData("gpt2", "public int n_ctx = 1024, n_embed = 768, n_layer = 12, n_head = 12, vocab_size = 50257; public string "
        + "MlpType = \"gated\";", null)]
    [InlineData("qwen2", "public double[] IntermediateSize = { 4864, 4864 }; public int HiddenSize = 896, NumHiddenLayers = 24, "
        + "NumAttentionHeads = 14, NumKeyValueHeads = 2, VocabSize = 151936;", null)]
    public async Task A_model_is_counted_as_it_is_built_or_not_at_all(string family, string members, long? parameters)
    {
        var code = Config.Of("[ModelConfig(Family = \"" + family + "\")]\npublic sealed partial class M\n{\n" + members + "\n}\n");

        Assert.Equal(parameters, await Constant(code, "Parameters"));
        if (parameters is null)
            Assert.Contains(await code.Severity("SCALE901", "warning").Diagnostics(), found => found.Id == "SCALE901");
    }

    [Theory]
    [InlineData("llama", "Moe", "{ \"NumExperts\": 8 }", false)]
    [InlineData("llama", "Moe", "{ \"NumExperts\": 0 }", true)]
    [InlineData("llama", "RopeScaling", "{ \"Factor\": 8 }", true)]
    [InlineData("llama", "Attention", "{ \"KvHeads\": 4 }", false)]
    [InlineData("llama", "KvHeadsPerLayer", "[ 8, 4 ]", false)]
    public async Task A_section_of_a_model_is_read_alike(string family, string group, string value, bool isCounted)
    {
        string json = "{ \"Training\": { \"Tokens\": \"150B\", \"Model\": { \"Family\": \"" + family + "\", \"HiddenSize\": 4096, "
            + "\"Layers\": 32, \"Heads\": 32, \"KvHeads\": 8, \"FeedForwardSize\": 14336, \"VocabularySize\": 32000, \""
            + group + "\": " + value + " } } }";

        long? found = await Constant(Config.Code.Json("appsettings.json", json, "Section=Training"), "Parameters");
        Assert.Equal(isCounted ? 7_241_732_096 : null, found);
    }

    private static async Task<long?> Constant(Code code, string name)
    {
        var sources = (await code.Generate()).CompilesCleanly().Sources.Values;
        var found = sources.Select(source => Regex.Match(source, " " + name + " = ([0-9]+)L;")).FirstOrDefault(match => match.Success);
        return found is null ? null : long.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
    }
}
