using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>Unknown values are not assessed. Each row would be reported if its unknown value were guessed.</summary>
public class SilenceTests
{
    [Theory]
    [InlineData("public static long Tokens { get; set; }")]
    [InlineData("public static long Tokens;")]
    [InlineData("public static long? Tokens = null;")]
    [InlineData("public static string Tokens = null!;")]
    [InlineData("public static long Tokens = System.DateTime.Now.Ticks;")]
    [InlineData("public static long Tokens = long.Parse(\"300000000000\");")]
    [InlineData("public static long Tokens = int.Parse(System.Environment.GetEnvironmentVariable(\"T\") ?? \"300\") * 1_000_000_000L;")]
    [InlineData("public static long Tokens = new System.Random(1).Next();")]
    [InlineData("public static long Tokens => System.Console.Read() > 0 ? 300_000_000_000 : 5_000_000_000_000;")]
    [InlineData("""
        public static long Tokens
        {
            get
            {
                var t = 300_000_000_000;
                return t;
            }
        }
        """, "statements are followed", "SCALE001")]
    [InlineData("""
        public static long Tokens
        {
            get
            {
                if (Debug) return 300_000_000_000;
                return 5;
            }
        }
        static bool Debug;
        """)]
    [InlineData("""
        public static readonly long Tokens;
        static Run()
        {
            Tokens = System.Environment.TickCount64;
        }
        """)]
    [InlineData("""
        public static readonly long Tokens = 300_000_000_000;
        static Run()
        {
            if (System.DateTime.Now.Ticks > 0) Tokens = 1;
        }
        """)]
    [InlineData("public static long Tokens => Other.Mutable;")]
    [InlineData("public static long Tokens => Other.Lazy.Value;")]
    [InlineData("public static long Tokens => Other.Array[0];")]
    [InlineData("public static long Tokens => Other.List.Count * 100_000_000_000L;")]
    [InlineData("public static long Tokens => Other.Virtual.Tokens;")]
    [InlineData("public static long Tokens => Other.Method(3);", "statements are followed", "SCALE001")]
    [InlineData("public static long Tokens => Other.Recursive(3);")]
    [InlineData("public static long Tokens => ((System.Func<long>)(() => 300_000_000_000))();")]
    [InlineData("public static dynamic Tokens => (dynamic)300_000_000_000;", "dynamic")]
    [InlineData("""
        public static long Tokens => Tokens2;
        public static long Tokens2 => Tokens;
        """)]
    [InlineData("public static long Tokens => default;", "zero is impossible", "SCALE902")]
    [InlineData("public static long Tokens => checked(int.MaxValue + Other.One) * 100L;", "overflow is reported", "SCALE902")]
    [InlineData("public static long Tokens => 1 / Other.Zero;", "division by zero is reported", "SCALE902")]
    [InlineData("public static string Tokens => $\"{300}B\";")]
    [InlineData("public static string Tokens => string.Concat(\"300\", \"B\");")]
    [InlineData("public static System.Collections.Generic.List<long> Tokens = new() { 300_000_000_000 };")]
    [InlineData("public static (long A, long B) Tokens = (300_000_000_000, 1);")]
    [InlineData("public static System.Lazy<long> Tokens = new(() => 300_000_000_000);")]
    [InlineData("public static System.Func<long> Tokens = () => 300_000_000_000;")]
    [InlineData("public static System.TimeSpan Tokens = System.TimeSpan.FromTicks(300_000_000_000);")]
    [InlineData("public static Other.Wrapped Tokens = 300_000_000_000;")]
    [InlineData("""
        public const int MaxSteps = 143_000, GlobalBatchSize = 1024;
        public const int MaxPositionEmbeddings = 2048;
        """)]
    [InlineData("public const int MaxSteps = 143_000, BatchSize = 1024, SequenceLength = 2048, AcceleratorCount = 1024;")]
    [InlineData("public const int MaxSteps = 143_000, BatchSize = 16, GradientAccumulationSteps = 64, SequenceLength = 2048;")]
    [InlineData("public const int MaxSteps = -1, GlobalBatchSize = 1024, SequenceLength = 2048;")]
    [InlineData("""
        public const int Epochs = 1;
        public static long UniqueTokens => System.DateTime.Now.Ticks;
        """)]
    [InlineData("""
        public const long Tokens = 300_000_000_000;
        public const string BaseModel = "gopher";
        """)]
    [InlineData("""
        public const long Tokens = 300_000_000_000;
        public static string? Checkpoint { get; set; }
        """, "an open starting point")]
    [InlineData("""
        public const long Tokens = 300_000_000_000;
        public static TrainingStage Stage => (TrainingStage)System.DateTime.Now.Day;
        """)]
    [InlineData("""
        public const long Tokens = 300_000_000_000;
        public static string Law => System.Console.ReadLine()!;
        """)]
    [InlineData("""
        public const long Tokens = 300_000_000_000;
        public static long ActiveParameters => System.DateTime.Now.Ticks;
        """)]
    [InlineData("""
        [ConfigMember(ConfigRole.None)]
        public const long Tokens = 300_000_000_000;
        """)]
    [InlineData("public const long Tokens = 300_000_000_000, TrainingTokens = 400_000_000_000;", "two for one role", "SCALE906")]
    public async Task Nothing_is_assessed_by_a_guess(string members, string why = "", string? rule = null)
    {
        var reported = await Config.Of($$"""
            [TrainingConfig]
            public static partial class Run
            {
                public const long Parameters = 280_000_000_000;
                {{members}}
            }
            public class Other
            {
                public static long Mutable = 300_000_000_000;
                public static readonly int One = 1, Zero = 0;
                public static readonly System.Lazy<long> Lazy = new(() => 300_000_000_000);
                public static readonly long[] Array = { 300_000_000_000 };
                public static readonly System.Collections.Generic.List<int> List = new(System.Linq.Enumerable.Range(0, 3));
                public static readonly Base Virtual = System.DateTime.Now.Ticks > 0 ? new Base() : new Derived();
                public static long Method(int x) { x++; return x * 100_000_000_000L; }
                public static long Recursive(int x) => Recursive(x - 1) + 100_000_000_000L;
                public class Base { public virtual long Tokens => 300_000_000_000; }
                public class Derived : Base { public override long Tokens => 5_000_000_000_000; }
                public readonly struct Wrapped
                {
                    public static implicit operator Wrapped(long value) => default;
                }
            }
            """).Diagnostics();
        string[] expected = rule is null ? [] : [rule];
        Assert.True(expected.SequenceEqual(reported.Select(d => d.Id).Distinct()),
            $"{members} {why}: {string.Join(", ", reported.Select(d => d.Id))}");
    }

    [Fact]
    public async Task A_hidden_rule_names_the_expression_that_stopped_the_reading()
    {
        var reported = await Config.Of("""
            [TrainingConfig]
            public static partial class Run
            {
                public const long Parameters = 280_000_000_000;
                public static long Tokens => 2 * {|SCALE901:System.Environment.TickCount64|};
            }
            [TrainingConfig]
            public static partial class {|SCALE901:Tuned|}
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = 300_000_000_000;
                public const string BaseModel = "gopher";
            }
            """).Severity("SCALE901", "warning").ReportsAsMarked();
        Assert.Equal("'Run' has no value for 'Tokens': 'TickCount64' has no value that is written down ('System.Environment.TickCount64')",
            reported[0].GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal("'Tuned' is not assessed: 'BaseModel' suggests that the run does not start from scratch; declare its Stage",
            reported[1].GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("""
        public const long Paramters = 280_000_000_000;
        public const long Tokens = 300_000_000_000;
        """, "nothing in it was recognised as its parameters (docs/members.md lists the names that are read)")]
    [InlineData("""
        public const long Parameters = 280_000_000_000;
        public const long Tokns = 300_000_000_000;
        """, "nothing in it was recognised as its training tokens (docs/members.md lists the names that are read)")]
    public async Task A_hidden_rule_names_the_missing_half_of_a_run(string members, string why) => Assert.Equal(
        ["'Run' is not assessed: " + why],
        (await Config.Run(members).Severity("SCALE901", "warning").Only("SCALE901").Diagnostics())
            .Select(d => d.GetMessage(CultureInfo.InvariantCulture)));

    [Trait("Category", "Slow")]
    [Fact]
    public async Task Reading_always_ends()
    {
        var sum = new StringBuilder("1");
        for (int i = 0; i < 20_000; i++) sum.Append(" + A");
        var parentheses = new string('(', 200) + "1" + new string(')', 200);
        var conditionals = string.Concat(System.Linq.Enumerable.Repeat("A > 0 ? 1 : ", 1_000)) + "2";
        var members = new StringBuilder();
        for (int i = 0; i < 2_000; i++)
            members.Append(CultureInfo.InvariantCulture, $"public static readonly long M{i} = {(i == 0 ? "1" : "M" + (i - 1))} + 1;\n");
        var driver = await Config.Of($$"""
            [TrainingConfig]
            public static partial class Sum
            {
                static readonly long A = 1_000_000;
                public static readonly long Tokens = {{sum}};
            }
            [TrainingConfig]
            public static partial class Nested
            {
                public static readonly long Tokens = 1_000_000L * {{parentheses}};
            }
            [TrainingConfig]
            public static partial class Deep
            {
                static readonly long A = -1;
                public static readonly long Tokens = {{conditionals}};
            }
            [TrainingConfig]
            public static partial class Chain
            {
                {{members}}
                public static readonly long Tokens = M1999;
            }
            [TrainingConfig]
            public static partial class Cycle
            {
                static readonly long A = B, B = C, C = A;
                public static readonly long Tokens = A;
            }
            """).Generate();
        Assert.Contains("TrainingTokens = 20000000001L",
            driver.Sources.Single(s => s.Key.StartsWith("Sum", System.StringComparison.Ordinal)).Value, System.StringComparison.Ordinal);
        Assert.Contains("TrainingTokens = 1000000L",
            driver.Sources.Single(s => s.Key.StartsWith("Nested", System.StringComparison.Ordinal)).Value, System.StringComparison.Ordinal);
        Assert.DoesNotContain("TrainingTokens",
            driver.Sources.Single(s => s.Key.StartsWith("Chain", System.StringComparison.Ordinal)).Value, System.StringComparison.Ordinal);
        Assert.DoesNotContain("TrainingTokens",
            driver.Sources.Single(s => s.Key.StartsWith("Cycle", System.StringComparison.Ordinal)).Value, System.StringComparison.Ordinal);
    }
}
