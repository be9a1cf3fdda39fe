using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>The tokens of a config: declared, by steps, by epochs, or unknown.</summary>
public class ReadTokensTests
{
    [Theory]
    [InlineData("public const long Tokens = 300_000_000_000;", 300_000_000_000)]
    [InlineData("public const int MaxSteps = 1000, TokensPerBatch = 4_000_000;", 4_000_000_000)]
    [InlineData("public const int MaxSteps = 1000, GlobalBatchSize = 1024, SequenceLength = 2048;", 1000L * 1024 * 2048)]
    [InlineData("public const int MaxSteps = 1000, BatchSize = 1024, SequenceLength = 2048;", 1000L * 1024 * 2048)]
    [InlineData("public const int max_steps = 1000, per_device_train_batch_size = 8, gradient_accumulation_steps = 4, WorldSize = 32, "
        + "SequenceLength = 2048;", 1000L * 8 * 4 * 32 * 2048)]
    [InlineData("public const int MaxIters = 1000, BatchSize = 8, GradientAccumulationSteps = 4, WorldSize = 32, BlockSize = 2048;",
        1000L * 8 * 4 * 2048)] // nanoGPT's accumulation counts the passes of all devices together
    [InlineData("""
        public const long UniqueTokens = 100_000_000_000;
        public const double Epochs = 2.5;
        """, 250_000_000_000)]
    [InlineData("""
        public const int MaxSteps = -1;
        public const long UniqueTokens = 100_000_000_000;
        public const int Epochs = 4;
        """, 400_000_000_000)]
    [InlineData("""
        public const long Tokens = 300_000_000_000;
        public const int MaxSteps = 1;
        """, 300_000_000_000)]
    public async Task Tokens_are_declared_or_follow_from_steps_or_epochs(string members, long expected)
    {
        var driver = await Config.Run(members).Generate();
        Assert.Contains($" TrainingTokens = {expected}L;", driver.Sources.Values.Single(), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public const int MaxSteps = 1000, GlobalBatchSize = 1024, MaxPositionEmbeddings = 4096;")] // positions are no sequence
    [InlineData("public const int MaxSteps = 1000, BatchSize = 8, SequenceLength = 2048, AcceleratorCount = 64;")] // per device or global?
    // world size unknown
    [InlineData("public const int MaxSteps = 1000, BatchSize = 8, SequenceLength = 2048, GradientAccumulationSteps = 4;")]
    [InlineData("public static long Tokens = System.Environment.TickCount64;")]
    [InlineData("public static long Tokens { get; set; }")]
    [InlineData("""
        public static long Tokens => Read();
        private static long Read()
        {
            System.Console.WriteLine();
            return System.Console.Read();
        }
        """)]
    [InlineData("public static long Tokens => Tokens + 1;")]
    [InlineData("""
        public static readonly long Tokens = A;
        private static readonly long A = B;
        private static readonly long B = A;
        """)]
    [InlineData("""
        public static readonly long Tokens = 5;
        static Run()
        {
            Tokens = System.Environment.TickCount;
        }
        """)]
    public async Task What_cannot_be_known_is_not_emitted(string members)
    {
        var driver = await Config.Run("public const long Parameters = 70_000_000_000;" + members).Generate();
        Assert.DoesNotContain("TrainingTokens", driver.Sources.Values.Single(), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tokens = Gopher.Estimates.OptimalTokens")]
    [InlineData("Tokens = 2 * (long)Gopher.Estimates.TrainingFlops")]
    public async Task A_generated_constant_cannot_feed_a_config(string tokens)
    {
        var code = Config.Of($$"""
            [TrainingConfig]
            public static partial class Gopher
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = {|SCALE001:300_000_000_000|};
            }
            [TrainingConfig]
            public static partial class Fed
            {
                public const long Parameters = 280_000_000_000;
                public const long {{tokens}};
            }
            """).AllowCompilerErrors("CS0221", "CS0031");
        await code.ReportsAsMarked();
        var driver = await code.Generate();
        Assert.DoesNotContain("TrainingTokens", driver.Sources.Single(s => s.Key.StartsWith("Fed", System.StringComparison.Ordinal)).Value,
            System.StringComparison.Ordinal);
    }
}
