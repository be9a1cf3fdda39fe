using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// Constants compile wherever a config may be and whatever its name is, or are left out with SCALE903.
/// </summary>
public class EveryPlaceTests
{
    private const string Body = "{ public const long Parameters = 70_000_000_000; }";

    [Theory]
    [InlineData($$"""
        [TrainingConfig]
        public static partial class @class {{Body}}
        """)]
    [InlineData($$"""
        [TrainingConfig]
        public static partial class @required {{Body}}
        """)]
    [InlineData($$"""
        [TrainingConfig]
        public static partial class @scoped {{Body}}
        """)]
    [InlineData($$"""
        [TrainingConfig]
        public static partial class @file {{Body}}
        """)]
    [InlineData($$"""
        [TrainingConfig]
        public static partial class @record {{Body}}
        """)]
    [InlineData($$"""
        [TrainingConfig]
        public static partial class @partial {{Body}}
        """)]
    [InlineData("[TrainingConfig] public static partial class @var " + Body)]
    [InlineData($$"""
        [TrainingConfig]
        public static partial class @field {{Body}}
        """)]
    [InlineData($$"""
        [TrainingConfig]
        public partial class Run<@where, @unmanaged, @notnull> {{Body}}
        """)]
    [InlineData("namespace @namespace.@record.@event { [TrainingConfig] public static partial class Run " + Body + " }")]
    [InlineData($$"""
        [TrainingConfig]
        public partial class Run<T> where T : struct, System.IComparable<T> {{Body}}
        """)]
    [InlineData("""
        public partial class Outer<T> where T : class
        {
            internal partial struct Middle<U>
            {
                [TrainingConfig]
                private partial record Run<V>(V Value)
                {
                    public const long Parameters = 70_000_000_000;
                }
            }
        }
        """)]
    [InlineData("public partial interface IOuter { [TrainingConfig] static partial class Run " + Body + " }")]
    [InlineData($$"""
        [TrainingConfig]
        public readonly partial struct Run {{Body}}
        """)]
    [InlineData("[TrainingConfig] public ref partial struct Run " + Body)]
    [InlineData($$"""
        [TrainingConfig]
        public readonly partial record struct Run {{Body}}
        """)]
    [InlineData($$"""
        [TrainingConfig]
        public sealed partial record class Run {{Body}}
        """)]
    [InlineData($$"""
        [TrainingConfig]
        public abstract partial class Run {{Body}}
        """)]
    [InlineData("[TrainingConfig] public unsafe partial struct Run " + Body)]
    [InlineData(
        "namespace System2 { public class System { } public class GeneratedCode { } [TrainingConfig] public static partial class Run "
            + Body + " }")]
    [InlineData("""
        [TrainingConfig]
        public static partial class Summary
        {
            public const long Parameters = 70_000_000_000;
            public const int LawName = 1;
        }
        """)]
    [InlineData($$"""
        [TrainingConfig]
        public static partial class Läufer {{Body}}
        """)]
    [InlineData($$"""
        public static partial class A { [TrainingConfig] public static partial class Run {{Body}} }
        public static partial class a { [TrainingConfig] public static partial class Run {{Body}} }
        """)]
    [InlineData($$"""
        [TrainingConfig]
        public static partial class Run {{Body}}
        [TrainingConfig]
        public partial class Run<T> {{Body}}
        [TrainingConfig]
        public partial class Run<T, U> {{Body}}
        """)]
    [InlineData($$"""
        [TrainingConfig]
        public static partial class {|SCALE903:Estimates|} {{Body}}
        """)]
    [InlineData($$"""
        [TrainingConfig]
        public partial class {|SCALE903:Run|}<Estimates> {{Body}}
        """)]
    public async Task Constants_compile(string source)
    {
        var code = Config.Of(source).AllowCompilerErrors("CS8981", "CS8860", "CS9029", "CS0227").Only("SCALE903");
        await code.ReportsAsMarked();
        var driver = await code.Generate();
        var errors = driver.Compilation
            .GetDiagnostics()
            .Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error && d.Id != "CS0227")
            .ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors) + string.Join("\n", driver.Sources.Values));
        if (!source.Contains("SCALE903", StringComparison.Ordinal))
            Assert.All(driver.Sources.Values, text => Assert.Contains(" Parameters = 70000000000L", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Cost")]
    [InlineData("Parameters")]
    [InlineData("Summary")]
    [InlineData("LifetimeFlops")]
    [InlineData("@class")]
    [InlineData("@required")]
    [InlineData("@field")]
    public async Task A_plan_may_be_called_like_a_constant(string name)
    {
        var driver = await Config.Of($$"""
            [TrainingConfig]
            public partial record Run
            {
                public long Parameters { get; init; }
                public long Tokens { get; init; }
            }
            [TrainingPlans]
            public static partial class Plans
            {
                public static readonly Run {{name}} = new() { Parameters = 70_000_000_000, Tokens = 1_400_000_000_000 };
            }
            """).Generate();
        driver.CompilesCleanly();
        Assert.Contains(driver.Sources.Values, text => text.Contains(" Parameters = 70000000000L", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""
        [TrainingConfig]
        public static partial class Twice
        {
            public const long Parameters = 70_000_000_000;
        }
        [TrainingConfig]
        public static partial class Twice
        {
            public const long Tokens = 1_400_000_000_000;
        }
        """)]
    [InlineData("""
        [TrainingConfig, TrainingPlans]
        public static partial class Twice
        {
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
        }
        """)]
    [InlineData("""
        [TrainingConfig, TrainingConfig]
        public static partial class Twice
        {
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
        }
        """)]
    [InlineData("""
        [ModelConfig]
        public static partial class Twice
        {
            public const long Parameters = 70_000_000_000;
        }
        [TrainingPlans]
        public static partial class Twice { }
        """)]
    [InlineData("""
        [TrainingConfig, ModelConfig]
        public static partial class Twice
        {
            public const long Parameters = 70_000_000_000;
        }
        [ModelConfig]
        public static partial class Twice { }
        """)]
    public async Task A_second_attribute_costs_no_constants(string source)
    {
        var driver = await Config.Of($$"""
            {{source}}
            [TrainingConfig]
            public static partial class Beside
            {
                public const long Parameters = 80_000_000_000;
            }
            """).AllowCompilerErrors("CS0579").Generate();
        Assert.Contains(driver.Sources.Values, text => text.Contains(" Parameters = 80000000000L", StringComparison.Ordinal));
        Assert.Contains(driver.Sources.Values, text => text.Contains(" Parameters = 70000000000L", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_class_of_constants_can_be_called_like_one_of_them()
    {
        const string Run = "public const long Parameters = 280_000_000_000, Tokens = 300_000_000_000;";
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (string more in new[]
        {
            "",
            "public const long PriorTokens = 100_000_000_000, TeacherParameters = 500_000_000_000, FineTuningTokens = 1_000_000_000, "
                + "ReinforcementTokens = 1_000_000_000, TokensPerQuery = 3_000, SamplesPerQuery = 4, InferenceTokens = 900_000_000_000;"
        })
        {
            var driver =
                await Config.Run(Run + more,
                    "Accelerator = \"H100\", AcceleratorCount = 1024, Utilization = 0.4, PricePerAcceleratorHour = 2").Generate();
            names.UnionWith(System.Text.RegularExpressions.Regex
                .Matches(driver.Sources.Values.Single(), " const [a-z]+ ([A-Za-z]+) =")
                .Select(m => m.Groups[1].Value));
        }

        Assert.True(names.Count > 25, string.Join(", ", names));
        Assert.All(names, name => Assert.Equal(name + "_", Evaluation.ConfigNames.Free(name)));
    }

    [Fact]
    public async Task Texts_of_others_cannot_leave_their_comment()
    {
        var driver = await Config.Run("""
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            """)
            .AdditionalFile("config.json", "{ \"model_type\": \"llama\", \"hidden_size\": 4096, \"a\\nb\\u2028c\": { \"d\\r\\ne\": 3 }, "
                + "\"quantization_config\\n\": {}, \"vision_config\": {} }", ("ScalingConfig", Config.Joined("Tokens=15T")))
            .Generate();
        driver.CompilesCleanly();
    }

    [Fact]
    public async Task Constants_are_of_the_oldest_language()
    {
        var driver = await Config.Of("""
            namespace N
            {
                public partial class Outer<T> where T : class
                {
                    [TrainingConfig(Accelerator = "H100", AcceleratorCount = 3, Utilization = 0.4)]
                    public static partial class Run
                    {
                        public const long Parameters = 70_000_000_000;
                        public const long Tokens = 1_400_000_000_000;
                    }
                }
            }
            """).In(LanguageVersion.CSharp7_3).Generate();
        driver.CompilesCleanly();
        Assert.NotEmpty(driver.Sources);
    }
}
