using System;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>From read values to facts: units, precedence, and the effect of an unreadable one.</summary>
public class FactTests
{
    [Theory]
    [InlineData("public const double ParamsT = {|SCALE902:-1e20|};")]
    [InlineData("public const string ParamsT = {|SCALE902:\"-7e15\"|};")]
    [InlineData("""
        [ConfigMember(ConfigRole.Parameters, Scale = 1e18)]
        public const double P = {|SCALE902:-1e27|};
        """)]
    [InlineData("""
        [ConfigMember(ConfigRole.MaxFlops, Scale = 1e18)]
        public const double F = {|SCALE902:1e300|};
        public const long Parameters = 70_000_000_000;
        """)]
    public Task A_number_beyond_every_count_is_reported(string members) => Config.Run(members).Only("SCALE902", "AD0001").ReportsAsMarked();

    [Theory]
    [InlineData("""
        public const double ParamsB = 8.03;
        public const long Parameters = 8_030_000_000;
        """)]
    [InlineData("""
        public const string ParameterCount = "8.03B";
        public const long Parameters = 8_030_000_000;
        """)]
    [InlineData("""
        public const string ParameterCount = "8.03B";
        public const double ParamsB = 8.03;
        """)]
    [InlineData("""
        public const double TotalParameters = 8.03e9;
        public const int ParamsM = 8_030;
        public const long Parameters = 8_030_000_000;
        """)]
    public async Task One_value_in_two_units_is_no_conflict(string members)
    {
        await Config.Run(members).ReportsNothing();
        Assert.Contains(" Parameters = 8030000000L", (await Config.Run(members).Generate()).Sources.Values.Single(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""
        public const NumericFormat Precision = NumericFormat.BF16;
        public const string TorchDtype = "bfloat16";
        """, true)]
    [InlineData("""
        public const string Precision = "bf16-mixed";
        public const string Dtype = "torch.bfloat16";
        """, true)]
    [InlineData("""
        public const NumericFormat Precision = NumericFormat.FP8;
        public const string TorchDtype = "bfloat16";
        """, false)]
    public async Task One_choice_in_two_words_is_no_conflict(string members, bool isOne)
    {
        var code = Config.Run($$"""
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            {{members}}
            """, "Accelerator = \"H100\", Utilization = 0.4");
        Assert.Equal(isOne, !(await code.Diagnostics()).Any());
        Assert.Equal(isOne, (await code.Generate()).Sources.Values.Single().Contains(" AcceleratorHours =", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public const long TokensInThousands = 1_234_567_890_123_457;", "TrainingTokens = 1234567890123457000L")]
    [InlineData("public const decimal TokensInThousands = 1_234_567_890_123_457.123m;", "TrainingTokens = 1234567890123457123L")]
    public async Task A_scaled_whole_number_stays_exact(string members, string constant) =>
        Assert.Contains(constant, (await Config.Run(members).Generate()).Sources.Values.Single(), StringComparison.Ordinal);

    [Theory]
    [InlineData("""
        public static int MaxSteps => System.Environment.TickCount;
        public const long UniqueTokens = 100_000_000_000;
        public const int Epochs = 4;
        """, "", "TrainingTokens")]
    [InlineData("""
        public const long Tokens = 1_400_000_000_000;
        public static NumericFormat Precision => (NumericFormat)System.Environment.TickCount;
        """, "", "AcceleratorHours")]
    [InlineData("""
        public const long Tokens = 1_400_000_000_000;
        public static NumericFormat Precision => (NumericFormat)System.Environment.TickCount;
        """, "", "WeightBytes")]
    [InlineData("""
        public const long Tokens = 1_400_000_000_000;
        public const string torch_dtype = "int3";
        """, "", "WeightBytes")]
    [InlineData("""
        public const long Tokens = 1_400_000_000_000;
        public static double Utilization
        {
            get
            {
                System.Console.WriteLine();
                return System.DateTime.Now.Hour > 3 ? 0.3 : 0.4;
            }
        }
        """, "", "AcceleratorHours")]
    [InlineData("""
        public const long Tokens = 1_400_000_000_000;
        public static readonly double Utilization;
        static Run()
        {
            Utilization = System.DateTime.Now.Hour > 3 ? 0.3 : 0.4;
        }
        """, "", "AcceleratorHours")]
    [InlineData("""
        public const long Tokens = 1_400_000_000_000;
        public static int AcceleratorCount
        {
            get
            {
                System.Console.WriteLine();
                return System.Console.Read();
            }
        }
        """, "", "WallClockDays")]
    public async Task What_is_declared_but_unreadable_has_no_default(string members, string extra, string constant)
    {
        var driver = await Config.Run($$"""
            public const long Parameters = 70_000_000_000;
            {{members}}
            {{extra}}
            """, "Accelerator = \"H100\", AcceleratorCount = 1024, Utilization = 0.4").Generate();
        Assert.DoesNotContain(" " + constant + " =", driver.Sources.Values.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static TrainingIntent Intent => (TrainingIntent)System.DateTime.Now.Day;")]
    [InlineData("public static string Justification => System.Console.ReadLine()!;")]
    public Task An_unreadable_intent_prevents_the_assessment(string members) =>
        Config.Run($$"""
            public const long Parameters = 8_030_261_248;
            public const long Tokens = 15_000_000_000_000;
            {{members}}
            """).ReportsNothing();
}
