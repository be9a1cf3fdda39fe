using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>Options that cannot be read, and keys that are almost options.</summary>
public class OptionProblemTests
{
    [Fact]
    public async Task An_unreadable_option_is_reported_once_at_the_first_config_of_the_tree()
    {
        var reported = await Config.Of("""
            [TrainingConfig]
            public static partial class {|SCALE905:First|}
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = 300_000_000_000;
            }
            [TrainingConfig]
            public static partial class Second
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = 300_000_000_000;
            }
            """).Option("scaling_analyzers.token_ratio_tolerance", "three").ReportsAsMarked();
        Assert.Equal(
            "Option 'scaling_analyzers.token_ratio_tolerance' is 'three', which is not a factor of 1 or more; rules that depend on it "
                + "report nothing",
            reported[0].GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("scaling_analyzers.token_ratio_tolerence",
        "'Options': option 'scaling_analyzers.token_ratio_tolerence' is not read; did you mean 'scaling_analyzers.token_ratio_tolerance'?")]
    [InlineData("scaling_analyzers.Token_Ratio_Tolerance", null)] // keys have no case
    [InlineData("scaling_analyzer.token_ratio_tolerance", null)] // not ours
    public async Task A_misspelt_option_is_reported_with_the_probable_one(string key, string? message)
    {
        var reported = await Config.Of("""
            [TrainingConfig]
            public static partial class First
            {
                public const long Parameters = 70_000_000_000;
                public const long Tokens = 1_400_000_000_000;
            }
            """)
            .Option(key, "5").Diagnostics();
        Assert.Equal(message is null ? [] : [message], reported.Select(d => d.GetMessage(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task An_unreadable_global_option_is_reported_once_without_a_place()
    {
        var reported = await Config.Of("""
            [TrainingConfig]
            public static partial class First
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = 300_000_000_000;
            }
            [TrainingConfig]
            public static partial class Second
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = 300_000_000_000;
            }
            """).Property("ScalingLaw", "newton-1687").Diagnostics();
        Assert.Equal("SCALE905", reported.Single().Id);
        Assert.Equal(Microsoft.CodeAnalysis.Location.None, reported[0].Location);
    }
}
