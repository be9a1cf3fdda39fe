using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Generators;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class PlansTests
{
    private static readonly Code Plans = Config.Code
        .File("Run.cs", """
            using ScalingAnalyzers;
            [TrainingConfig(Stage = TrainingStage.Pretraining)]
            public partial record Run
            {
                public long Parameters { get; init; }
                public long Tokens { get; init; } = Data.Corpus;
            }
            """)
        .File("Data.cs", """
            public static class Data
            {
                public const long Corpus = 15_000_000_000_000;
            }
            """)
        .File("Plans.cs", """
            using ScalingAnalyzers;
            [TrainingPlans]
            public static partial class Plans
            {
                public static readonly Run Llama3 = new() { Parameters = 8_030_261_248 };
                public static readonly Run Chinchilla = new() { Parameters = 70_000_000_000, Tokens = 1_400_000_000_000 };
                public static Run Larger { get; } = Chinchilla with { Parameters = 175_000_000_000 };
                public static readonly string Note = "no run";
                public static Run Settable = new();
            }
            """);

    [Fact]
    public async Task Each_static_readonly_run_gets_constants()
    {
        var code = await Plans.Load();
        Assert.Equal(6.0 * 8_030_261_248 * 15_000_000_000_000, code.Value<double>("Plans.Estimates.Llama3.TrainingFlops"));
        Assert.Equal(20.0, code.Value<double>("Plans.Estimates.Chinchilla.TokensPerParameter"));
        Assert.Equal(8.0, code.Value<double>("Plans.Estimates.Larger.TokensPerParameter"));
        Assert.Equal(["Chinchilla", "Larger", "Llama3"], code.TypeOf("Plans.Estimates").GetNestedTypes().Select(t => t.Name).Order());
    }

    [Fact]
    public async Task Plans_are_incremental()
    {
        var first = await Plans.File("Other.cs", "class Other { int x = 1; }").Generate();
        first.HoldsOnlyValues(TrackingNames.Plans).CompilesCleanly();
        Assert.All(first.Edit("Other.cs", "x = 1", "x = 2").Steps(TrackingNames.EmittedPlans),
            r => Assert.True(r is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        var edited = first.Edit("Data.cs", "15_000", "16_000");
        Assert.Single(edited.Steps(TrackingNames.EmittedPlans), IncrementalStepRunReason.Modified);
        Assert.Contains("16000000000000L", edited.Sources.Single(s => s.Key.StartsWith("Plans", StringComparison.Ordinal)).Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public Task Plans_without_a_run_are_reported() => Config.Of("""
        [TrainingPlans]
        public static partial class {|SCALE908:Plans|}
        {
            public const int X = 1;
        }
        """).ReportsAsMarked();

    [Fact]
    public Task Plans_that_are_not_partial_are_reported() => Config.Of("""
        [TrainingConfig]
        public partial record Run
        {
            public long Parameters { get; init; }
            public long Tokens { get; init; }
        }
        [TrainingPlans]
        public static class {|SCALE903:Plans|}
        {
            public static readonly Run A = new() { Parameters = 70_000_000_000, Tokens = 1_400_000_000_000 };
        }
        """).ReportsAsMarked();
}
