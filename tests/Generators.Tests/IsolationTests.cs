using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>A config that is being typed, or that is unusual, costs no other config its constants; and what is emitted
/// parses.</summary>
public class IsolationTests
{
    private const string Innocent = """
        [TrainingConfig]
        public static partial class Innocent
        {
            public const long Parameters = 7_000_000_000;
            public const long Tokens = 140_000_000_000;
            public const double X = Estimates.TrainingFlops;
        }
        """;
    private const string Body = """
        {
            public static long Parameters = 7_000_000_000;
            public static long Tokens = 140_000_000_000;
        }
        """;

    [Theory]
    [InlineData("a class being turned into a record", $$"""
        [TrainingConfig]
        public partial class C {{Body}} [TrainingConfig] public partial record C {{Body}}
        """)]
    [InlineData("a class being turned into a struct", $$"""
        [TrainingConfig]
        public partial class C {{Body}} [TrainingConfig] public partial struct C {{Body}}
        """)]
    [InlineData("a container being turned into a record", $$"""
        public partial class A { [TrainingConfig] public partial class C {{Body}} }
        public partial record A { [TrainingConfig] public partial class C {{Body}} }
        """)]
    [InlineData("a config twice", $$"""
        [TrainingConfig]
        public static partial class C {{Body}} [TrainingConfig] public static partial class C {{Body}}
        """)]
    [InlineData("a run and a model twice", $$"""
        [TrainingConfig]
        public partial class C {{Body}} [ModelConfig] public partial record C {{Body}}
        """)]
    [InlineData("a class without a name", "[TrainingConfig] public static partial class " + Body)]
    [InlineData("a container without a name", "public partial class { [TrainingConfig] public static partial class C " + Body + " }")]
    [InlineData("a type parameter without a name", "[TrainingConfig] public partial class C<> " + Body)]
    [InlineData("a namespace without a name", "namespace { [TrainingConfig] public static partial class C " + Body + " }")]
    [InlineData("half a declaration", "[TrainingConfig] public static partial class C { public const long Parameters = ; public long")]
    public async Task Others_keep_their_constants(string form, string source)
    {
        var driver = await Config.Of(Innocent + "\n" + source).AllowCompilerErrors().Generate();
        Assert.Contains("TrainingTokens = 140000000000L",
            driver.Sources.Single(s => s.Key.StartsWith("Innocent", System.StringComparison.Ordinal)).Value,
            System.StringComparison.Ordinal);
        Assert.All(driver.Result.GeneratedTrees, tree => Assert.Empty(tree.GetDiagnostics()));
        Assert.NotEmpty(form);
    }

    [Theory]
    [InlineData("Cost", "Cost_")]
    [InlineData("Cost_", "Cost")]
    [InlineData("Parameters", "Parameters_", "Parameters__", "Summary", "LawName")]
    [InlineData("@class", "@record", "@__arglist", "@__refvalue", "@file", "@field", "@extension")]
    [InlineData("Run", "Plans", "System", "ScalingAnalyzers", "GeneratedCode")]
    public async Task Plans_of_any_name_compile(params string[] names)
    {
        string plans = string.Concat(names.Select(name => $$"""
            public static readonly Run {{name}} = new() { Parameters = 70_000_000_000, Tokens = 1_400_000_000_000 };
            """));
        string qualified = plans.Replace("Run Run", "global::Run Run", System.StringComparison.Ordinal)
            .Replace("readonly Run", "readonly global::Run", System.StringComparison.Ordinal);
        var driver = await Config.Of($$"""
            [TrainingConfig]
            public sealed record Run
            {
                public long Parameters { get; init; }
                public long Tokens { get; init; }
            }
            [TrainingPlans]
            public static partial class Plans { {{qualified}} }
            """).AllowCompilerErrors("CS0542").Generate();
        string text = driver.Sources.Single(s => s.Key.StartsWith("Plans", System.StringComparison.Ordinal)).Value;
        Assert.Equal(names.Length, text.Split("TrainingTokens = 1400000000000L").Length - 1);
        Assert.DoesNotContain(driver.Compilation.GetDiagnostics(),
            d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error && d.Id != "CS0542");
    }

    [Theory]
    [InlineData("__arglist")]
    [InlineData("__makeref")]
    [InlineData("extension")]
    [InlineData("union")]
    public async Task A_config_called_as_a_keyword_compiles(string name) =>
        (await Config.Of($"[TrainingConfig] public static partial class @{name} " + Body).Generate()).CompilesCleanly();

    [Fact]
    public async Task Long_names_with_one_beginning_have_files_of_their_own()
    {
        string name = new('A', 300);
        var driver = await Config.Of(string.Concat(Enumerable.Range(0, 200).Select(i => System.FormattableString.Invariant($$"""
            [TrainingConfig]
            public static partial class {{name}}{{i}} {{Body}}
            """)))).Generate();
        Assert.Equal(200, driver.Sources.Count);
        Assert.All(driver.Sources.Keys, key => Assert.True(key.Length < 110));
    }
}
