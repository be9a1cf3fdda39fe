using System.Linq;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Tests;

public class RoleTableTests
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
    public void A_name_means_its_role(string name, ConfigRole role, double scale) => Assert.Equal((role, scale), RoleTable.Of(name));

    [Fact]
    public void No_name_means_two_roles() => Assert.All(
        RoleTable.Rows.SelectMany(row => row.Names.Select(name => (Plain: PlainName.Of(name.Text), row.Role)))
            .Distinct()
            .GroupBy(entry => entry.Plain),
        group => Assert.Single(group));

    [Fact]
    public void Every_role_but_none_has_one_row_with_a_name()
    {
        Assert.Equal(System.Enum.GetValues<ConfigRole>().Where(role => role != ConfigRole.None),
            RoleTable.Rows.Select(row => row.Role).Order());
        Assert.All(RoleTable.Rows, row => Assert.NotEmpty(row.Names));
    }

    [Fact]
    public void Every_argument_of_the_attribute_is_a_role_that_says_so() => Assert.Equal(
        typeof(TrainingConfigAttribute)
            .GetProperties()
            .Where(p => p.DeclaringType == typeof(TrainingConfigAttribute))
            .Select(p => p.Name)
            .Where(name => name != nameof(TrainingConfigAttribute.EstimatesName)) // of the constants, not of the run
            .Order(),
        RoleTable.Rows.Where(row => row.IsArgument).Select(row => row.Role.ToString()).Order());

    [Fact]
    public void No_metadata_sets_two_roles() =>
        Assert.All(RoleTable.Rows.Where(row => row.Metadata is not null).GroupBy(row => row.Metadata), group => Assert.Single(group));

    [Theory]
    [InlineData(ConfigRole.MaxSteps, true)] // Hugging Face TrainingArguments: max_steps = -1
    [InlineData(ConfigRole.VocabularySize, true)]
    [InlineData(ConfigRole.TrainingTokens, false)]
    [InlineData(ConfigRole.LearningRate, false)]
    public void Minus_one_means_unset_only_where_trainers_write_it_so(ConfigRole role, bool isUnset) =>
        Assert.Equal(isUnset, RoleTable.Get(role).MinusOneIsUnset);

    [Fact]
    public void A_near_relative_has_no_role_and_is_in_one_row() => Assert.All(
        RoleTable.Rows.SelectMany(row => row.Relatives).GroupBy(PlainName.Of),
        group =>
        {
            Assert.Equal(ConfigRole.None, RoleTable.Of(Assert.Single(group)).Role);
            Assert.True(RoleTable.IsRelative(group.Key), group.Key);
        });

    [Theory]
    [InlineData("PatchSize", true)] // one letter from BatchSize: the side of an image patch
    [InlineData("min_lr", true)] // two letters from max_lr: where a schedule ends
    [InlineData("num_cpus", true)]
    [InlineData("BatchSize", false)]
    [InlineData("BatchSiz", false)]
    public void A_name_that_looks_like_another_and_means_something_else_is_known(string name, bool isRelative) =>
        Assert.Equal(isRelative, RoleTable.IsRelative(name));
}
