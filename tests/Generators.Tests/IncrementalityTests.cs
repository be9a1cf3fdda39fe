using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Generators;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class IncrementalityTests
{
    private static readonly Code TwoRuns = Config.Code
        .File("A.cs", """
            using ScalingAnalyzers;
            [TrainingConfig]
            public static partial class A
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = Data.Tokens;
            }
            """)
        .File("B.cs", """
            using ScalingAnalyzers;
            [TrainingConfig]
            public static partial class B
            {
                public const long Parameters = 70_000_000_000;
                public const long Tokens = 1_400_000_000_000;
            }
            """)
        .File("Data.cs", """
            public static class Data
            {
                public const long Tokens = 300_000_000_000;
            }
            """)
        .File("Other.cs", "public static class Other { public const int X = 1; }");

    [Fact]
    public async Task The_model_holds_only_values() =>
        (await TwoRuns.Generate()).HoldsOnlyValues(TrackingNames.Model).HoldsOnlyValues(TrackingNames.Emitted).CompilesCleanly();

    [Fact]
    public async Task The_same_input_again_is_cached() => AssertUnchanged((await TwoRuns.Generate()).Again());

    [Fact]
    public async Task An_unrelated_edit_leaves_every_step_cached_or_unchanged()
    {
        var first = await TwoRuns.Generate();
        AssertUnchanged(first.Edit("Other.cs", "X = 1", "X = 2"));
        AssertUnchanged(first.Add("New.cs", "class New { }"));
    }

    [Fact]
    public async Task A_comment_beside_the_config_changes_nothing() =>
        AssertUnchanged((await TwoRuns.Generate()).Edit("A.cs", "public static", "/* Gopher */ public static"));

    [Fact]
    public async Task Changing_a_number_regenerates_one_output() =>
        AssertOneModified((await TwoRuns.Generate()).Edit("B.cs", "1_400", "1_500"));

    [Fact]
    public async Task Changing_a_const_in_another_file_regenerates()
    {
        var edited = (await TwoRuns.Generate()).Edit("Data.cs", "300", "400");
        AssertOneModified(edited);
        Assert.Contains(edited.Sources.Values, text => text.Contains("TrainingTokens = 400000000000L", System.StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changing_the_body_of_a_method_that_a_config_calls_regenerates()
    {
        var first = await TwoRuns
            .File("A.cs", """
                using ScalingAnalyzers;
                [TrainingConfig]
                public static partial class A
                {
                    public const long Parameters = 280_000_000_000;
                    public static readonly long Tokens = Data.Steps() * 4_000_000;
                }
                """)
            .File("Data.cs", """
                public static class Data
                {
                    private static int calls;
                    public static long Steps()
                    {
                        calls++;
                        return Half(150_000);
                    }
                    private static long Half(long steps) => steps / 2;
                }
                """)
            .Generate();
        Assert.Contains(first.Sources.Values, text => text.Contains("TrainingTokens = 300000000000L", System.StringComparison.Ordinal));
        AssertOneModified(first.Edit("Data.cs", "Half(150_000)", "Half(160_000)"));
        AssertOneModified(first.Edit("Data.cs", "steps / 2", "steps / 3"));
        AssertUnchanged(first.Edit("Data.cs", "calls++", "calls += 2"));
    }

    [Fact]
    public async Task Changing_a_base_of_a_config_in_another_file_regenerates()
    {
        var first = await TwoRuns
            .File("A.cs", """
                using ScalingAnalyzers;
                [TrainingConfig]
                public partial class A : Data
                {
                    public long Parameters { get; init; } = 280_000_000_000;
                }
                """)
            .File("Data.cs", "public abstract class Data { public long Tokens => Scale * Batch; protected virtual long Scale => 3; "
                + "private const long Batch = 100_000_000_000; }")
            .Generate();
        Assert.Contains(first.Sources.Values, text => text.Contains("TrainingTokens = 300000000000L", System.StringComparison.Ordinal));
        AssertOneModified(first.Edit("Data.cs", "100_000", "200_000"));
        AssertOneModified(first.Edit("Data.cs", "=> 3", "=> 4"));
    }

    [Fact]
    public async Task Changing_an_option_regenerates_what_depends_on_it()
    {
        var first = await TwoRuns.Generate();
        var edited = first.Reconfigure(code => code.Option("scaling_analyzers.law", "hoffmann-2022-approach2"));
        Assert.All(edited.Steps(TrackingNames.Model), reason => Assert.Equal(IncrementalStepRunReason.Modified, reason));
        AssertUnchanged(first.Reconfigure(code => code.Option("unrelated", "1")));
    }

    private static void AssertUnchanged(Driver driver)
    {
        var reasons = driver.Steps(TrackingNames.Model).Concat(driver.Steps(TrackingNames.Emitted)).Concat(driver.OutputSteps).ToList();
        Assert.NotEmpty(reasons);
        Assert.All(reasons,
            reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
    }

    private static void AssertOneModified(Driver driver)
    {
        Assert.Single(driver.Steps(TrackingNames.Model), IncrementalStepRunReason.Modified);
        Assert.Single(driver.Steps(TrackingNames.Emitted), IncrementalStepRunReason.Modified);

        // Older Roslyn calls a rewritten output New.
        Assert.Single(driver.OutputSteps, reason => reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
    }
}
