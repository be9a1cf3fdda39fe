using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class LifetimeConstantsTests
{
    private const string Chinchilla = """
        public const long Parameters = 70_000_000_000;
        public const long Tokens = 1_400_000_000_000;
        public const long InferenceTokens = 10_000_000_000_000;
        """;

    [Fact]
    public async Task What_comes_before_beside_and_after_the_run_is_counted()
    {
        var code = await Config.Run($$"""
            {{Chinchilla}}
            public const long SftTokens = 1_000_000_000;
            public const long RlTokens = 2_000_000_000;
            public const int TokensPerQuery = 1_000, SamplesPerQuery = 16;
            """).Load();
        Assert.Equal(1.54e21, code.Value<double>("Run.Estimates.PostTrainingFlops")); // 70e9 * (6 * 1e9 + 8 * 2e9)
        Assert.Equal(2.24e15, code.Value<double>("Run.Estimates.InferenceFlopsPerQuery")); // 2 * 70e9 * 1000 * 16
        Assert.Equal(5.88e23 + 1.54e21, code.Value<double>("Run.Estimates.DevelopmentFlops"), 1e10);
        Assert.Equal(1.4e24, code.Value<double>("Run.Estimates.InferenceFlops")); // 2 * 70e9 * 1e13
        Assert.Equal(5.88e23 + 1.54e21 + 1.4e24, code.Value<double>("Run.Estimates.LifetimeFlops"), 1e10);
    }

    [Fact]
    public async Task A_part_that_cannot_be_read_leaves_out_every_sum_it_would_be_in()
    {
        var code = await Config.Run($$"""
            {{Chinchilla}}
            public static long RlTokens => System.Environment.TickCount64;
            public const long SftTokens = 1_000_000_000;
            """).Load();
        var constants = code.TypeOf("Run.Estimates");
        Assert.NotNull(constants.GetField("TrainingFlops"));
        Assert.Null(constants.GetField("PostTrainingFlops"));
        Assert.Null(constants.GetField("LifetimeFlops"));
    }

    [Fact]
    public async Task A_plain_run_gets_none_of_them()
    {
        var code = await Config.Run("""
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            """).Load();
        var constants = code.TypeOf("Run.Estimates");
        Assert.Null(constants.GetField("DevelopmentFlops"));
        Assert.Null(constants.GetField("LifetimeFlops"));
    }
}
