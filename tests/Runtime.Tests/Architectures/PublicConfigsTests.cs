using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>Configs of public models against their published parameter counts (tests/Facts/models/index.csv).</summary>
public class PublicConfigsTests
{
    [Fact]
    public void Every_config_with_a_published_count_is_exact()
    {
        IReadOnlyDictionary<string, string>[] rows =
            Facts.Csv("models", "index.csv").Where(row => row["expected_params"].Length > 0).ToArray();
        Assert.True(rows.Length >= 60, $"only {rows.Length} rows");
        var wrong = new List<string>();
        foreach (IReadOnlyDictionary<string, string> row in rows)
        {
            HuggingFaceConfig config = Parse(row["file"]);
            string counted = config.Shape is { } shape ? $"{shape.Parameters}, {shape.ActiveParameters} active" : config.Problem!.Message;
            string expected = $"{row["expected_params"]}, {row["counted_active"]} active";
            if (counted != expected) wrong.Add($"{row["file"]}: {counted} instead of {expected}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Configs_without_a_published_count_agree_with_the_peer_that_counts_them()
    {
        foreach (IReadOnlyDictionary<string, string> row in Facts.Csv("models", "index.csv"))
        {
            if (!long.TryParse(row["counted_params"], NumberStyles.None, CultureInfo.InvariantCulture, out long counted)) continue;
            Assert.Equal(counted, Parse(row["file"]).Shape?.Parameters);
        }
    }

    [Theory]
    [InlineData("negative-clip-vision.json", "model_type")]
    [InlineData("negative-llama-3.2-11b-vision.json", "model_type")]
    [InlineData("negative-nemotron-super-49b-nas.json", "block_configs")]
    [InlineData("negative-t5-1layer.json", "is_encoder_decoder")]
    public void What_cannot_be_counted_is_refused_at_its_field(string file, string field)
    {
        HuggingFaceConfig config = Parse(file);

        Assert.Null(config.Shape);
        Assert.Equal(field, config.Problem?.Field);
        string text = File.ReadAllText(Facts.PathOf("models", file));
        int line = text.Split('\n').ToList().FindIndex(l => l.Contains('"' + field + '"', StringComparison.Ordinal)) + 1;
        Assert.Equal(line, config.Problem!.Position.Line);
    }

    // Published totals, less what a checkpoint stores beside the model.
    [Theory]
    [InlineData("exaone-3-7.8b.json", 7_818_448_896)] // the index of EXAONE Deep 7.8B, which has its sizes (llmfit)
    [InlineData("glm4-9b.json", 9_399_951_360)] // the index of glm-4-9b-chat-hf; its own stores 32 rotary frequencies more
    [InlineData("grok-1.json", 315_684_820_992)] // tests/Facts/science/shapes.csv, from xai-org/grok-1
    [InlineData("phi-3-small.json", 7_392_274_432 - (32 * 64))] // safetensors total less 64 rotary frequencies a layer
    [InlineData("minicpm3-4b.json", 4_073_875_968)] // by hand from the modelling file; the model is named 4B
    // safetensors total less the vision tower, its adapter and the projector: 34 blocks of 23,807,872, the patches, and
    // three matrices
    [InlineData("llama-4-maverick-17b-128e.json",
        401_583_781_376 - ((34L * 23_807_872) + (588 * 1408) + (578 * 1408) + (4 * 1408) + (5632 * 4096) + (4096 * 4096) + (4096 * 5120)))]
    // safetensors total less one FP8 scale for each 128 x 128 block of attention and experts
    [InlineData("minimax-m2.5.json", 228_703_644_928 - (62L * ((44_040_192 / 16384) + (256 * 864))))]
    public void Families_without_a_row_in_the_peer_meet_their_published_totals(string file, long expected) =>
        Assert.Equal(expected, Parse(file).Shape?.Parameters);

    [Theory]
    [InlineData("gemma-3-multimodal.json", "gemma3_text", "vision_config (siglip_vision_model): 27 layers of width 1152")]
    [InlineData("llama-4-maverick-17b-128e.json", "llama4_text", "the projector between the other modality and the text decoder")]
    [InlineData("deepseek-v3.json", "deepseek_v3", "num_nextn_predict_layers: multi-token prediction modules")]
    public void Parts_that_a_count_leaves_out_are_listed(string file, string type, string leftOut)
    {
        HuggingFaceConfig config = Parse(file);

        Assert.Equal(type, config.ModelType);
        Assert.NotNull(config.Shape);
        Assert.Contains(leftOut, config.LeftOut);
    }

    private static HuggingFaceConfig Parse(string file) => HuggingFaceConfig.Parse(File.ReadAllText(Facts.PathOf("models", file)));
}
