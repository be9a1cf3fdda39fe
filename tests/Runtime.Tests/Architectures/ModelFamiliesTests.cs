using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

public class ModelFamiliesTests
{
    // Dimensions alone, by family, against published integers (tests/Facts/science/shapes.csv and
    // tests/Facts/models/index.csv).
    [Theory]
    [InlineData("llama", 8_030_261_248,
        "Layers=32 HiddenSize=4096 AttentionHeads=32 KeyValueHeads=8 FeedForwardSize=14336 VocabularySize=128256")]
    [InlineData("llama", 8_030_261_248, "Layers=32 HiddenSize=4096 AttentionHeads=32 KeyValueHeads=8 FeedForwardMultipleOf=1024 "
        + "FeedForwardMultiplier=1.3 VocabularySize=128256")]
    [InlineData("llama", 3_212_749_824, "Layers=28 HiddenSize=3072 AttentionHeads=24 KeyValueHeads=8 HeadSize=128 FeedForwardSize=8192 "
        + "VocabularySize=128256 TiedEmbeddings=1")]
    [InlineData("qwen2", 72_706_203_648,
        "Layers=80 HiddenSize=8192 AttentionHeads=64 KeyValueHeads=8 FeedForwardSize=29568 VocabularySize=152064")]
    [InlineData("gemma", 2_506_172_416,
        "Layers=18 HiddenSize=2048 AttentionHeads=8 KeyValueHeads=1 FeedForwardSize=16384 VocabularySize=256000")]
    [InlineData("gpt2", 1_557_611_200, "Layers=48 HiddenSize=1600 AttentionHeads=25 VocabularySize=50257 MaxPositions=1024")]
    [InlineData("gpt_neox", 11_846_072_320, "Layers=36 HiddenSize=5120 AttentionHeads=40 FeedForwardSize=20480 VocabularySize=50688")]
    [InlineData("opt", 1_315_758_080,
        "Layers=24 HiddenSize=2048 AttentionHeads=32 FeedForwardSize=8192 VocabularySize=50272 MaxPositions=2048")]
    [InlineData("bloom", 7_069_016_064, "Layers=30 HiddenSize=4096 AttentionHeads=32 VocabularySize=250880")]
    [InlineData("falcon", 41_303_293_952, "Layers=60 HiddenSize=8192 AttentionHeads=128 KeyValueHeads=8 VocabularySize=65024")]
    [InlineData("falcon", 6_921_720_704, "Layers=32 HiddenSize=4544 AttentionHeads=71 KeyValueHeads=1 VocabularySize=65024")]
    [InlineData("mixtral", 46_702_792_704, "Layers=32 HiddenSize=4096 AttentionHeads=32 KeyValueHeads=8 FeedForwardSize=14336 "
        + "VocabularySize=32000 Experts=8 ExpertsPerToken=2")]
    [InlineData("mixtral", 46_702_792_704, "Layers=32 HiddenSize=4096 AttentionHeads=32 KeyValueHeads=8 ExpertFeedForwardSize=14336 "
        + "VocabularySize=32000 Experts=8 ExpertsPerToken=2")]
    [InlineData("qwen3_moe", 30_532_122_624, "Layers=48 HiddenSize=2048 AttentionHeads=32 KeyValueHeads=4 HeadSize=128 "
        + "ExpertFeedForwardSize=768 VocabularySize=151936 Experts=128 ExpertsPerToken=8")]
    [InlineData("qwen2_moe", 14_315_784_192, "Layers=24 HiddenSize=2048 AttentionHeads=16 KeyValueHeads=16 FeedForwardSize=5632 "
        + "ExpertFeedForwardSize=1408 SharedExperts=4 VocabularySize=151936 Experts=60 ExpertsPerToken=4")]
    [InlineData("deepseek_v3", 671_026_419_200, "Layers=61 HiddenSize=7168 AttentionHeads=128 KeyValueHeads=128 FeedForwardSize=18432 "
        + "ExpertFeedForwardSize=2048 VocabularySize=129280 Experts=256 ExpertsPerToken=8 SharedExperts=1 DenseLayers=3")]
    [InlineData("gpt_oss", 20_914_757_184, "Layers=24 HiddenSize=2880 AttentionHeads=64 KeyValueHeads=8 HeadSize=64 FeedForwardSize=2880 "
        + "VocabularySize=201088 Experts=32 ExpertsPerToken=4")]
    [InlineData("dbrx", 131_596_523_520, "Layers=40 HiddenSize=6144 AttentionHeads=48 KeyValueHeads=8 FeedForwardSize=10752 "
        + "VocabularySize=100352 Experts=16 ExpertsPerToken=4")]
    public void Members_of_a_type_make_the_published_model(string family, long parameters, string members)
    {
        FamilyShape made = ModelFamilies.Get(family).Shape(Members(members));

        Assert.Null(made.Problem);
        Assert.Equal(parameters, made.Shape?.Parameters);
    }

    private const string Qwen3Next = "Layers=48 HiddenSize=2048 AttentionHeads=16 KeyValueHeads=2 HeadSize=256 VocabularySize=151936 "
        + "Experts=512 ExpertsPerToken=10 ExpertFeedForwardSize=512 SharedExperts=1 TiedEmbeddings=0";

    private static Dictionary<string, object> Delta => new()
    {
        ["LinearNumKeyHeads"] = 16m,
        ["LinearNumValueHeads"] = 32m,
        ["linear_key_head_dim"] = 128m,
        ["LINEAR_VALUE_HEAD_DIM"] = 128m,
        ["FullAttentionInterval"] = 4m,
    };

    // What only one family has goes by the names of its config, and layers by an interval, a list or a word (totals as
    // in CheckpointTests).
    [Fact]
    public void A_pattern_of_layers_is_an_interval_a_list_or_a_word()
    {
        ModelFamily qwen = ModelFamilies.Get("qwen3_next");
        Dictionary<string, object> listed = Delta;
        listed.Remove("FullAttentionInterval");
        listed["LayerTypes"] = Enumerable.Range(1, 48).Select(i => i % 4 == 0 ? "full_attention" : "linear_attention").ToArray();
        var nemotron = new Dictionary<string, object>
        {
            ["HybridOverridePattern"] = "M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M*-M-M-M-M-M-",
            ["MambaNumHeads"] = 128m,
            ["MambaHeadDim"] = 64m,
            ["SsmStateSize"] = 128m,
            ["NGroups"] = 8m,
        };

        Assert.Equal(79_674_391_296, qwen.Shape(Members(Qwen3Next), Delta).Shape?.Parameters);
        Assert.Equal(79_674_391_296, qwen.Shape(Members(Qwen3Next), listed).Shape?.Parameters);
        Assert.Equal(
            8_100_852_736,
            ModelFamilies.Get("nemotron_h").Shape(
                Members("HiddenSize=4096 AttentionHeads=32 KeyValueHeads=8 FeedForwardSize=21504 VocabularySize=131072 Layers=52"),
                nemotron).Shape?.Parameters);
    }

    [Theory]
    [InlineData("LinearNumKeyHeads", null, "linear_num_key_heads")]
    [InlineData("LinearNumKeyHeads", -1, "linear_num_key_heads")]
    [InlineData("LayerTypes", "full_attention", "layer_types")]
    public void What_only_the_family_has_must_be_declared_and_be_right(string name, object? value, string field)
    {
        Dictionary<string, object> others = Delta;
        others.Remove(name);
        if (value is not null) others[name] = value is int number ? (decimal)number : value;
        FamilyShape made = ModelFamilies.Get("qwen3_next").Shape(Members(Qwen3Next), others);

        Assert.Null(made.Shape);
        Assert.Contains(field, made.Problem!, StringComparison.Ordinal);
    }

    // A family gives the construction of a model, not its size: the 32 layers of the configuration class must not be
    // counted into another model.
    [Theory]
    [InlineData("llama", "HiddenSize=4096 AttentionHeads=32 FeedForwardSize=11008 VocabularySize=32000", ConfigRole.Layers)]
    [InlineData("llama", "Layers=32 AttentionHeads=32 FeedForwardSize=11008 VocabularySize=32000", ConfigRole.HiddenSize)]
    [InlineData("llama", "Layers=32 HiddenSize=4096 AttentionHeads=32 VocabularySize=32000", ConfigRole.FeedForwardSize)]
    [InlineData("mistral", "Layers=32 HiddenSize=4096 AttentionHeads=32 FeedForwardSize=14336 VocabularySize=32000",
        ConfigRole.KeyValueHeads)]
    [InlineData("mixtral", "Layers=32 HiddenSize=4096 AttentionHeads=32 KeyValueHeads=8 FeedForwardSize=14336 VocabularySize=32000",
        ConfigRole.Experts)]
    [InlineData("gpt2", "Layers=12 HiddenSize=768 AttentionHeads=12 VocabularySize=50257", ConfigRole.MaxPositions)]
    [InlineData("llama", "Layers=32 HiddenSize=4096 AttentionHeads=33 FeedForwardSize=11008 VocabularySize=32000",
        ConfigRole.AttentionHeads)]
    [InlineData("llama", "Layers=1.5 HiddenSize=4096 AttentionHeads=32 FeedForwardSize=11008 VocabularySize=32000", ConfigRole.Layers)]
    public void A_missing_or_impossible_member_is_named(string family, string members, ConfigRole role)
    {
        FamilyShape made = ModelFamilies.Get(family).Shape(Members(members));

        Assert.Null(made.Shape);
        Assert.Equal(role, made.ProblemRole);
        Assert.Contains(role == ConfigRole.AttentionHeads ? "heads" : role.ToString(), made.Problem!, StringComparison.OrdinalIgnoreCase);
    }

    // Whatever a JSON config states by role means the same as members: equal counts, or a refusal, never another
    // number.
    [Fact]
    public void Json_and_members_never_disagree()
    {
        int equal = 0;
        var differing = new List<string>();
        foreach (string file in Directory.EnumerateFiles(Facts.PathOf("models"), "*.json"))
        {
            HuggingFaceConfig config = HuggingFaceConfig.Parse(File.ReadAllText(file));
            if (config.Shape is null) continue;
            var members = new Dictionary<ConfigRole, decimal>();
            foreach (ConfigField field in config.Fields.Where(field => field.Role != ConfigRole.None))
            {
                if (field.Text is "null") continue;
                members[field.Role] =
                    field.Text switch { "true" => 1, "false" => 0, _ => decimal.Parse(field.Text, CultureInfo.InvariantCulture) };
            }

            // shared_expert_intermediate_size is a width in JSON and a number of experts among members.
            if (config.ModelType == "qwen2_moe") members[ConfigRole.SharedExperts] /= members[ConfigRole.ExpertFeedForwardSize];
            FamilyShape made = config.Family!.Shape(members);
            if (made.Shape is null) continue;
            if (made.Shape.Parameters == config.Shape.Parameters) equal++;
            else differing.Add(Path.GetFileNameWithoutExtension(file));
        }

        // Biases and multi-query that only a flag of the JSON states have no role.
        Assert.Equal("internlm2-7b phi-3.5-moe", string.Join(" ", differing.Order(StringComparer.Ordinal)));
        Assert.True(equal >= 55, $"only {equal} were compared");
    }

    [Fact]
    public void Every_family_is_found_by_its_name()
    {
        Assert.All(ModelFamilies.All, family => Assert.Same(family, ModelFamilies.Get(family.Name)));
        Assert.True(ModelFamilies.All.Count >= 110);
        Assert.False(ModelFamilies.TryGet("Llama", out _));
        Assert.False(ModelFamilies.TryGet(null!, out _));
    }

    [Theory]
    [InlineData("Llama", "llama")]
    [InlineData("bert", "bert")]
    public void A_family_that_is_not_counted_is_refused_with_the_reason_or_near_names(string name, string reported)
    {
        var refusal = Assert.Throws<KeyNotFoundException>(() => ModelFamilies.Get(name));
        Assert.Equal(ModelFamilies.WhyNot(name), refusal.Message);
        Assert.Contains(reported, refusal.Message, StringComparison.Ordinal);
    }

    private static Dictionary<ConfigRole, decimal> Members(string text) => text.Split(' ').Select(pair => pair.Split('='))
        .ToDictionary(pair => Enum.Parse<ConfigRole>(pair[0]), pair => decimal.Parse(pair[1], CultureInfo.InvariantCulture));
}
