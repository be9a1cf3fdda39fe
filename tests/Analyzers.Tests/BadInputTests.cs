using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class BadInputTests
{
    [Theory]
    [InlineData("public const long Parameters = {|SCALE902:0|};", "is 0: it must be positive")]
    [InlineData("public const long Parameters = {|SCALE902:-1|};", "is -1: it must be positive")]
    [InlineData("public const double Parameters = {|SCALE902:double.NaN|};", "is NaN: it is not a number")]
    [InlineData("public const double Parameters = {|SCALE902:double.PositiveInfinity|};", "is Infinity: it does not fit a 64-bit count")]
    [InlineData("public const double Parameters = {|SCALE902:1e30|};", "is 1E+30: it does not fit a 64-bit count")]
    [InlineData("""
        private static readonly int Billions = 7;
        public static readonly long Parameters = {|SCALE902:Billions * 1_000_000_000|};
        """, "is without a value: it fails, for 7 * 1000000000 overflows its type")]
    [InlineData("public static readonly decimal Parameters = {|SCALE902:decimal.MaxValue|};", "does not fit a 64-bit count")]
    [InlineData("public static string Parameters = {|SCALE902:\"many\"|};", "is \"many\": it is not a quantity")]
    [InlineData("""
        public const long Parameters = 70_000_000_000;
        public const long ActiveParameters = {|SCALE902:80_000_000_000|};
        """, "is more than all parameters (70B)")]
    [InlineData("""
        public const long Parameters = 70_000_000_000;
        public const double Utilization = {|SCALE902:0.0|};
        """, "must be positive")]
    [InlineData("""
        public const long Parameters = 70_000_000_000;
        public const string Mfu = {|SCALE902:"40%"|};
        """, "is \"40%\": it is not a number; write it as 0.4 or 2.5")]
    [InlineData("public const long ParametersInBillions = {|SCALE902:30_000_000_000|};",
        "is 30000000000 times 1B: it does not fit a 64-bit count")]
    [InlineData("""
        public const long Parameters = 70_000_000_000;
        public const int AcceleratorCount = {|SCALE902:0|};
        """, "must be positive")]
    [InlineData("""
        public const long MaxSteps = {|SCALE902:9_000_000_000_000_000|};
        public const int GlobalBatchSize = 1024, SequenceLength = 8192;
        """, "beyond a 64-bit count")]
    public async Task An_impossible_value_is_an_error_at_the_value(string members, string words)
    {
        var reported = await Config.Run(members).Only("SCALE902").ReportsAsMarked();
        Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_an_impossible_value_nothing_is_generated()
    {
        var driver = await Config.Run("""
            public const long Parameters = -5;
            public const long Tokens = 300_000_000_000;
            """).Generate();
        string source = driver.Sources.Values.Single();
        Assert.Contains("long TrainingTokens = 300000000000L", source, System.StringComparison.Ordinal);
        Assert.DoesNotContain("TrainingFlops", source, System.StringComparison.Ordinal);
        Assert.DoesNotContain("long Parameters", source, System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_law_is_an_error_that_lists_near_names()
    {
        var reported = await Config.Of("""
            [TrainingConfig(Law = {|SCALE904:{|SCALE909:"besiroglu-2042"|}|})]
            public static partial class Run
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = 300_000_000_000;
            }
            """).ReportsAsMarked();
        Assert.Equal("'Run' names the scaling law 'besiroglu-2042', which does not exist; near names: besiroglu-2024",
            reported[0].GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task After_an_unknown_law_the_constants_without_a_law_stay()
    {
        var driver = await Config.Run("""
            public const long Parameters = 280_000_000_000;
            public const long Tokens = 300_000_000_000;
            """, "Law = \"besiroglu-2042\"").Generate();
        string source = driver.Sources.Values.Single();
        Assert.Contains("double TrainingFlops = 5.04E23D", source, System.StringComparison.Ordinal);
        Assert.DoesNotContain("PredictedLoss", source, System.StringComparison.Ordinal);
        Assert.DoesNotContain("LawName", source, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Accelerator = {|SCALE104:\"H1000\"|}", "'H1000', which is not a known accelerator; near names: H100")]
    [InlineData("Accelerator = {|SCALE104:\"Abacus 9\"|}", "not a known accelerator; KnownAccelerators")]
    [InlineData("Accelerator = \"A100-SXM-80GB\", Precision = {|SCALE104:NumericFormat.FP8|}",
        "A100-SXM-80GB with FP8, for which no dense peak is known; dense peaks are known for BF16, FP16, TF32")]
    [InlineData("Accelerator = \"V100\", Precision = {|SCALE104:NumericFormat.BF16|}", "V100-SXM2-32GB with BF16")]
    public async Task An_unknown_accelerator_or_precision_is_reported_at_the_name(string arguments, string words)
    {
        var reported = await Config.Run("public const long Parameters = 70_000_000_000;", arguments).ReportsAsMarked();
        Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("h100 sxm")]
    [InlineData("H100")]
    [InlineData("TPUv4")]
    [InlineData("a100-sxm-80gb")]
    public Task Accelerator_names_ignore_case_spaces_and_hyphens(string name) =>
        Config.Run("public const long Parameters = 70_000_000_000;", $"Accelerator = \"{name}\"").ReportsNothing();

    [Theory]
    [InlineData("""
        public const double ParametersInBillions = {|SCALE907:7e9|};
        public const long Tokens = 150_000_000_000;
        """, "'Run.ParametersInBillions' is 7e18 parameters: did you mean 7? It counts in units of 1B")]
    [InlineData("""
        public const long Parameters = 7_000_000_000;
        public const double TokensT = {|SCALE907:150_000|};
        """, "'Run.TokensT' is 1.5e17 tokens: did you mean fewer? It counts in units of 1T")]
    [InlineData("""
        public const long Parameters = {|SCALE907:7_000_000_000_000_000_000|};
        public const long Tokens = 150_000_000_000;
        """, "'Run.Parameters' is 7e18 parameters: did you mean fewer? No published run is nearly of this size")]
    public async Task A_count_beyond_all_models_is_reported_and_nothing_else(string members, string message) => Assert.Equal(
        message, (await Config.Run(members).ReportsAsMarked()).Single().GetMessage(CultureInfo.InvariantCulture));

    // 1.3e15 tokens served per month add up to 1.6e17 in ten years.
    [Fact]
    public async Task Served_tokens_have_no_upper_bound() => Assert.DoesNotContain(
        "SCALE907",
        (await Config.Run("""
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            public const long InferenceTokens = 160_000_000_000_000_000;
            """).Diagnostics()).Select(d => d.Id));

    [Theory]
    [InlineData("public const double LearningRate = 3e-4;", "Read: LearningRate.")]
    [InlineData("public const int Answer = 42;", "Read: no member.")]
    [InlineData("", "Read: no member.")]
    public async Task An_attribute_without_effect_is_reported_with_the_members_read(string members, string words)
    {
        var reported = await Config.Run(members).Diagnostics();
        Assert.Equal("SCALE908", reported.Single().Id);
        Assert.Contains(words, reported[0].GetMessage(CultureInfo.InvariantCulture), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_values_is_named()
    {
        var reported = await Config.Of("""
            [TrainingConfig(Model = {|SCALE908:typeof(string)|})]
            public static partial class Mistaken
            {
                public const long Tokens = 1_400_000_000_000;
            }
            [TrainingConfig(Model = typeof(Unmarked))]
            public static partial class Counted
            {
                public const long Tokens = 1_400_000_000_000;
            }
            [TrainingConfig(Model = typeof(Unknown))]
            public static partial class Open
            {
                public const long Tokens = 1_400_000_000_000;
            }
            public class Unmarked { public long Parameters = 70_000_000_000; }
            [ModelConfig] public class Unknown { public int Layers = 32; }
            """).ReportsAsMarked();
        Assert.Equal(
            "'Mistaken' names the model 'String', which is not marked [ModelConfig] and in which nothing was recognised as parameters or a "
                + "dimension (docs/members.md lists the names that are read)",
            reported[0].GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Constants_that_cannot_be_generated_are_reported_at_the_name() => Config.Of("""
        [TrainingConfig]
        public static class {|SCALE903:NotPartial|}
        {
            public const long Parameters = 70_000_000_000;
        }
        public class Outer
        {
            [TrainingConfig]
            public static partial class {|SCALE903:Nested|}
            {
                public const long Parameters = 70_000_000_000;
            }
        }
        [TrainingConfig]
        public static partial class {|SCALE903:Taken|}
        {
            public const long Parameters = 70_000_000_000;
            public const int Estimates = 1;
        }
        [TrainingConfig]
        file static partial class {|SCALE903:Local|}
        {
            public const long Parameters = 70_000_000_000;
        }
        [TrainingConfig]
        public class NothingToGenerate
        {
            public long Parameters { get; init; }
            public long Tokens { get; init; }
        }
        """).ReportsAsMarked();

    [Theory]
    [InlineData("""
        [TrainingConfig(Law = )]
        public partial class Broken
        {
            public const long Parameters = ;
        }
        """)]
    [InlineData("[TrainingConfig(Utilization = \"x\", Nope = 3)] public partial class Broken { public const long Parameters = 1 + ; long "
        + "Tokens => ")]
    [InlineData("""
        [TrainingConfig]
        public partial class Broken : Missing
        {
            public Missing Model = new Missing { Layers = 3 };
            public long Tokens = Missing.T * 3;
        }
        """)]
    [InlineData("""
        [TrainingConfig]
        public partial class A : A
        {
            public const long Tokens = A.Tokens;
        }
        """)]
    [InlineData("""
        [TrainingConfig]
        public partial class
        {
            public const long Tokens = 3;
        }
        """)]
    [InlineData("""
        [TrainingConfig, TrainingConfig]
        public partial class Twice
        {
            public const long Tokens = 3;
        }
        """)]
    [InlineData("""
        [assembly: TrainingConfig]
        [TrainingConfig]
        public partial enum E { Tokens = 3 }
        """)]
    [InlineData("""
        [TrainingConfig(Model = typeof(Open<>))]
        public partial class Open<T>
        {
            public long Tokens = default(T);
        }
        """)]
    public async Task Broken_code_never_crashes_the_analyzers(string source)
    {
        await Config.Of(source).AllowCompilerErrors().Diagnostics();
    }
}
