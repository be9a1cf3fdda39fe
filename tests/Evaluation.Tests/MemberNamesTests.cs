using System.Linq;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Tests;

public class MemberNamesTests
{
    [Theory]
    [InlineData("Parameters", ConfigRole.Parameters, 1)]
    [InlineData("NUM_PARAMETERS", ConfigRole.Parameters, 1)]
    [InlineData("_parameters", ConfigRole.Parameters, 1)]
    [InlineData("ParamsB", ConfigRole.Parameters, 1e9)]
    [InlineData("TokensInBillions", ConfigRole.TrainingTokens, 1e9)]
    [InlineData("TokensT", ConfigRole.TrainingTokens, 1e12)]
    [InlineData("train_iters", ConfigRole.MaxSteps, 1)] // Megatron
    [InlineData("max_iters", ConfigRole.MaxSteps, 1)] // nanoGPT
    [InlineData("per_device_train_batch_size", ConfigRole.MicroBatchSequences, 1)] // Hugging Face
    [InlineData("n_embd", ConfigRole.HiddenSize, 1)] // nanoGPT
    [InlineData("dim", ConfigRole.HiddenSize, 1)] // Meta params.json
    [InlineData("n_layers", ConfigRole.Layers, 1)] // Meta params.json
    [InlineData("multiple_of", ConfigRole.FeedForwardMultipleOf, 1)]
    [InlineData("kv_channels", ConfigRole.HeadSize, 1)] // Megatron
    [InlineData("max_position_embeddings", ConfigRole.MaxPositions, 1)] // never the training sequence
    [InlineData("PeakFlopsPerSecond", ConfigRole.PeakFlopsPerSecond, 1)]
    [InlineData("peak_flops_per_gpu", ConfigRole.PeakFlopsPerSecond, 1)]
    [InlineData("flops_promised", ConfigRole.PeakFlopsPerSecond, 1)] // nanoGPT
    [InlineData("PeakTflops", ConfigRole.PeakFlopsPerSecond, 1e12)]
    [InlineData("PeakTeraflops", ConfigRole.PeakFlopsPerSecond, 1e12)]
    [InlineData("PeakTFLOPsPerAccelerator", ConfigRole.PeakFlopsPerSecond, 1e12)]
    [InlineData("PeakPetaflops", ConfigRole.PeakFlopsPerSecond, 1e15)]
    [InlineData("LayersB", ConfigRole.None, 1)] // a unit on what is no count
    [InlineData("TokenizerPath", ConfigRole.None, 1)]
    [InlineData("CheckpointDirectory", ConfigRole.None, 1)]
    public void A_name_means_its_role(string name, ConfigRole role, double scale) => Assert.Equal((role, scale), MemberNames.Of(name));

    [Fact]
    public void No_name_means_two_roles() => Assert.All(
        MemberNames.Table.SelectMany(row => row.Names.Select(name => (Plain: MemberNames.Plain(name), row.Role))).Distinct().GroupBy(entry => entry.Plain),
        group => Assert.Single(group));

    [Fact]
    public void Every_role_but_none_can_be_named() => Assert.Equal(
        System.Enum.GetValues<ConfigRole>().Where(r => r != ConfigRole.None),
        MemberNames.Table.Select(row => row.Role).Order());
}
