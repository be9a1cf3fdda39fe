using System.IO;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>The configs of samples/HuggingFace, shape fields only: published parameter counts, from science/shapes.csv
/// and data/configs/index.csv.</summary>
public class SampleConfigsTests
{
    [Theory]
    [InlineData("gpt2-xl", 1_557_611_200, 1_557_611_200)]
    [InlineData("pythia-12b", 11_846_072_320, 11_846_072_320)]
    [InlineData("bloom-7b1", 7_069_016_064, 7_069_016_064)]
    [InlineData("falcon-40b", 41_303_293_952, 41_303_293_952)]
    [InlineData("llama-2-7b", 6_738_415_616, 6_738_415_616)]
    [InlineData("llama-3.1-8b", 8_030_261_248, 8_030_261_248)]
    [InlineData("llama-3.1-405b", 405_853_388_800, 405_853_388_800)]
    [InlineData("mistral-7b-v0.1", 7_241_732_096, 7_241_732_096)]
    [InlineData("qwen2.5-72b", 72_706_203_648, 72_706_203_648)]
    [InlineData("qwen3-8b", 8_190_735_360, 8_190_735_360)]
    [InlineData("gemma-2-27b", 27_227_128_320, 27_227_128_320)]
    [InlineData("command-r-35b", 34_980_831_232, 34_980_831_232)]
    [InlineData("olmo-2-13b", 13_716_198_400, 13_716_198_400)]
    [InlineData("phi-4", 14_659_507_200, 14_659_507_200)]
    [InlineData("mixtral-8x7b", 46_702_792_704, 12_879_925_248)]
    [InlineData("qwen3-30b-a3b", 30_532_122_624, 3_353_032_704)]
    [InlineData("gpt-oss-20b", 20_914_757_184, 4_187_440_704)]
    [InlineData("deepseek-v2-lite", 15_706_484_224, 2_661_150_208)]
    [InlineData("deepseek-v3", 671_026_419_200, 37_552_297_472)]
    public void Each_sample_counts_to_its_published_integers(string name, long parameters, long active)
    {
        TransformerShape? shape = HuggingFaceConfig.Parse(
            File.ReadAllText(Path.Combine(Facts.RepositoryRoot, "samples", "HuggingFace", "configs", name + ".json"))).Shape;

        Assert.Equal((parameters, active), (shape?.Parameters, shape?.ActiveParameters));
    }
}
