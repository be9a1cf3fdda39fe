using System;
using System.IO;
using System.Linq;

namespace ScalingAnalyzers.Tests;

public class ThresholdTests
{
    private const string Eu = "EU AI Act, Article 51(2)";
    private const string California = "California Business and Professions Code, section 22757.11";
    private const string Guidelines = "EU guidelines on general-purpose models";

    // UPDATE_DOCS=1 dotnet test tests/Runtime.Tests --filter ThresholdTests
    [Fact]
    public void The_page_of_thresholds_equals_the_table()
    {
        string path = Path.Combine(Facts.RepositoryRoot, "docs", "thresholds.md");
        string wanted = ThresholdDocument.Write();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, wanted);

        Assert.Equal(wanted, File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    // 6 N D: the statutes apply above their figure, not at it.
    [Theory]
    [InlineData("at 1e25", 250e9, 6_666_666_666_666, "")]
    [InlineData("Llama 3.1 405B, 3.8e25", 405e9, 15.6e12, Eu)]
    [InlineData("1e26 and a little", 1e12, 16_700_000_000_000, Eu + ", " + California)]
    [InlineData("9.96e25", 1e12, 16_600_000_000_000, Eu)]
    public void A_run_is_compared_with_each_statute(string run, double parameters, double tokens, string statutes) => Assert.Equal(
        statutes, Statutes(new TrainingRun { Name = run, Parameters = (long)parameters, TrainingTokens = (long)tokens }));

    // Guidelines of July 2025: more than a third of the original's compute, FLOPs and not tokens; 1e23 where unknown.
    [Theory]
    [InlineData("Llama 3 70B on a quarter more", TrainingStage.ContinuedPretraining, 70e9, 15e12, 3.75e12, "")]
    [InlineData("on half as much again", TrainingStage.ContinuedPretraining, 70e9, 15e12, 7.5e12, Guidelines)]
    [InlineData("an original below 1e23", TrainingStage.ContinuedPretraining, 1e9, 1e12, 1e12, "")]
    [InlineData("unknown original, 3e22", TrainingStage.FineTuning, 50e9, null, 1e11, "")]
    [InlineData("unknown original, 3.6e22", TrainingStage.FineTuning, 60e9, null, 1e11, Guidelines)]
    [InlineData("from scratch", TrainingStage.Pretraining, 60e9, null, 1e11, "")]
    public void A_modification_is_compared_with_a_third_of_the_original(
        string run, TrainingStage stage, double parameters, double? prior, double tokens, string statutes) => Assert.Equal(
        statutes,
        Statutes(new TrainingRun
        {
            Name = run,
            Stage = stage,
            Parameters = (long)parameters,
            PriorTokens = (long?)prior,
            TrainingTokens = (long)tokens,
        }));

    [Fact]
    public void Post_training_counts_in_what_a_modifier_spends() => Assert.Equal(Guidelines, Statutes(new TrainingRun
    {
        Stage = TrainingStage.ContinuedPretraining,
        Parameters = 70_000_000_000,
        PriorTokens = 15_000_000_000_000,
        TrainingTokens = 3_750_000_000_000,
        ReinforcementTokens = 1_500_000_000_000,
    }));

    private static string Statutes(TrainingRun run) => string.Join(", ", run.Check()
        .Where(finding => finding.Rule.Id == "SCALE105")
        .Select(finding => new[] { Eu, California, Guidelines }.Single(law => finding.Message.Contains(law, StringComparison.Ordinal))));
}
