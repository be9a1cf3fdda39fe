using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>Configs as people have them (tests/Facts/field/index.csv): counted exactly, or refused at the field that
/// stops them.</summary>
public class FieldConfigsTests
{
    /// <summary>Refused configs, their field and the reason. Shortened ones have fewer layers than they say, or lack
    /// sizes without a default.</summary>
    public static TheoryData<string, string, string> Refused { get; } = new()
    {
        { "kimi-linear-48b-a3b.json", "intermediate_size", "missing" },
        { "nemotron-h-8b-infinity.json", "hybrid_override_pattern", "num_hidden_layers is 52" },
        { "lfm2-1.2b.json", "layer_types", "names 3 layers" },
        { "falcon-h1-0.5b.json", "mamba_n_heads", "missing" },
        { "mpt-1b-mosaic-gpt.json", "model_type", "program beside the checkpoint" },
        { "eagle3-llama3-8b.json", "draft_vocab_size", "draft model" },
        { "adapter_config.json", "peft_type", "adapter for meta-llama/Llama-3.1-8B" },
        { "llama-typo.json", "num_hidden_layer", "num_hidden_layers is" },
    };

    /// <summary>Configs whose cards give a rounded total, with what their text decoders count to.</summary>
    private static readonly Dictionary<string, (long All, long Active)> Rounded = new(StringComparer.Ordinal)
    {
        ["qwen3-next-80b-a3b.json"] = (79_674_391_296, 3_874_929_408), // 80B and 3B on the card
        ["dots-llm1.json"] = (142_774_381_696, 14_016_588_928), // 142B and 14B
        ["hunyuan-a13b.json"] = (80_393_183_232, 12_747_448_320), // 80B and 13B
        ["ling-flash-2.0.json"] = (102_889_705_216, 6_152_277_760), // 100B and 6.1B
        ["longcat-flash.json"] = (560_664_980_480, 32_182_676_480), // 560B; 18.6B to 31.3B active beside the embedding
        ["gemma-3n-e4b.json"] = (6_866_696_688, 6_866_696_688), // 7.85B with vision and audio
        ["glm-4v-9b.json"] = (9_399_951_360, 9_399_951_360), // 13.9B with vision; THUDM/glm-4-9b
    };

    [Fact]
    public void Every_config_is_counted_exactly_or_refused_and_nothing_else()
    {
        var wrong = new List<string>();
        foreach (IReadOnlyDictionary<string, string> row in Facts.Csv("field", "index.csv"))
        {
            string file = row["file"];
            string found = Parse(file).Shape is { } shape ? Text(shape.Parameters, shape.ActiveParameters) : "refused";
            string expected = Refused.Any(refused => refused.Data.Item1 == file) ? "refused"
                : Rounded.TryGetValue(file, out var counts) ? Text(counts.All, counts.Active)
                : row["params"] + ", " + (row["active"].Length > 0 ? row["active"] : row["params"]);
            if (found != expected) wrong.Add($"{file}: {found}, not {expected}");
        }

        Assert.Empty(wrong);

        static string Text(long all, long active) => string.Create(CultureInfo.InvariantCulture, $"{all}, {active}");
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_not_counted_is_told_its_field(string file, string field, string why)
    {
        HuggingFaceConfig config = Parse(file);

        Assert.Null(config.Shape);
        Assert.Equal(field, config.Problem?.Field);
        Assert.Contains(why, config.Problem!.Message, StringComparison.Ordinal);
    }

    // 63 layers of width 1792 (THUDM/glm-4v-9b): 13.9B with them, of which the decoder is 9,399,951,360.
    [Fact]
    public void A_vision_tower_beside_the_decoder_is_left_out_by_name() =>
        Assert.Contains("vision_config: 63 layers of width 1792", Parse("glm-4v-9b.json").LeftOut);

    // tencent/Hunyuan-A13B: 80B of which 13B are active; also where a run is made of the shape.
    [Fact]
    public void Experts_in_blocks_are_those_of_a_mixture()
    {
        var run = new TrainingRun { Shape = Parse("hunyuan-a13b.json").Shape, TrainingTokens = 1_000_000_000_000 };

        Assert.Equal(12_747_448_320, run.Estimate().Counted.ActiveParameters);
    }

    private static HuggingFaceConfig Parse(string file) => HuggingFaceConfig.Parse(File.ReadAllText(Facts.PathOf("field", file)));
}
