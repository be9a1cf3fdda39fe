using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>Configs as people have them (tests/Facts/field/index.csv): counted exactly, or refused at the field that stops
/// them.</summary>
public class FieldConfigsTests
{
    [Fact]
    public void What_is_counted_has_its_exact_count()
    {
        var wrong = new List<string>();
        foreach (IReadOnlyDictionary<string, string> row in Facts.Csv("field", "index.csv"))
        {
            if (Parse(row["file"]).Shape is not { } shape) continue;
            if (long.TryParse(row["params"], NumberStyles.None, CultureInfo.InvariantCulture, out long exact) && shape.Parameters != exact)
                wrong.Add($"{row["file"]}: {shape.Parameters}");
            if (long.TryParse(row["active"], NumberStyles.None, CultureInfo.InvariantCulture, out long active)
                && shape.ActiveParameters != active) wrong.Add($"{row["file"]}: {shape.ActiveParameters} active");
        }

        Assert.Empty(wrong);
    }

    // Shortened configs name fewer layers than they have, or lack sizes that have no default.
    [Theory]
    [InlineData("kimi-linear-48b-a3b.json", "intermediate_size", "missing")]
    [InlineData("nemotron-h-8b-infinity.json", "hybrid_override_pattern", "num_hidden_layers is 52")]
    [InlineData("lfm2-1.2b.json", "layer_types", "names 3 layers")]
    [InlineData("falcon-h1-0.5b.json", "mamba_n_heads", "missing")]
    [InlineData("mpt-1b-mosaic-gpt.json", "model_type", "program beside the checkpoint")]
    [InlineData("eagle3-llama3-8b.json", "draft_vocab_size", "draft model")]
    [InlineData("adapter_config.json", "peft_type", "adapter for meta-llama/Llama-3.1-8B")]
    [InlineData("llama-typo.json", "num_hidden_layer", "num_hidden_layers is")]
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
