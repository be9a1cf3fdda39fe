using System.Linq;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.RunFiles.Tests;

/// <summary>tests/Shared/TrainerConfigs.cs as run files; tests/Evaluation.Tests reads the same runs in C# and
/// JSON.</summary>
public sealed class TrainerWordsTests
{
    public static TheoryData<string> Names => new(TrainerConfigs.All.Select(config => config.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_run_file_has_the_tokens_of_the_trainer(string name)
    {
        var config = TrainerConfigs.All.Single(one => one.Name == name);

        var file = RunFile.Parse(config.Text, config.File, new RunFileOptions
        {
            AcceleratorCount = config.Devices == 0 ? null : config.Devices,
        });

        Assert.NotNull(file.Trainer);
        Assert.Equal(config.Tokens, file.Run!.Declared.TrainingTokens ?? 0);
    }
}
