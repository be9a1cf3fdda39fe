using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.CodeFixes;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// Every fix of every rule on every sample and every published run: afterwards its rule reports nothing, and no other
/// rule reports more than before.
/// </summary>
[Trait("Category", "Slow")]
public class NoFixRaisesAnotherRuleTests
{
    // What the published runs lack to bring every rule and its neighbours into play.
    private static readonly (string Members, string Arguments)[] Busy =
    [
        ("""
            public const long Parameters = 280_000_000_000;
            public const long Tokens = 300_000_000_000;
            """, "MaxFlops = 6e23"), // more tokens would break the budget
        ("""
            public const long Parameters = 280_000_000_000;
            public const long Tokens = 300_000_000_000;
            public const long InferenceTokens = 20_000_000_000_000;
            """, ""),
        ("""
            public const long Parameters = 280_000_000_000;
            public const long Tokens = 300_000_000_000;
            public const long UniqueTokens = 20_000_000_000;
            """, ""),
        ("""
            public const long Parameters = 2_000_000_000;
            public const long UniqueTokens = 10_000_000_000;
            public const int Epochs = 200;
            """, "Intent = TrainingIntent.ComputeOptimal"), // for 7B, four epochs would be too few and more too many: no fix
        ("""
            public const long Parameters = 30_000_000_000;
            public const long UniqueTokens = 10_000_000_000;
            public const long Tokens = 300_000_000_000;
            """, ""),
        ("""
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            """, "MaxFlops = 1e23, Utilization = 40"),
        ("""
            public const long Parameters = 7_000_000_000;
            public const int MaxSteps = 1_000, GlobalBatchSize = 100_000, SequenceLength = 4096;
            public const double LearningRate = 0.1;
            public const long Tokens = 300_000_000_000;
            """, ""),
        ("""
            public const long Parameters = 7_000_000_000;
            public const int MaxSteps = 1_000, GlobalBatchSize = 100_000, SequenceLength = 4096;
            public const double LearningRate = 1e-7;
            """, "Accelerator = \"H100-SMX\""),
        ("""
            public const long Parameters = 7;
            public const long Tokens = 140;
            public const long UniqueTokens = 30_000_000_000;
            """, ""),
        ("""
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            public const long InferenceTokens = 20_000_000_000_000;
            public const double LearningRate = 1e-4;
            public const long BatchTokens = 3_000_000;
            """, ""),
        ("""
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            public const long UniqueTokens = 1_000_000_000_000;
            public const long InferenceTokens = 5_000_000_000_000;
            """, ""),
        ("""
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
            """,
            "Accelerator = \"H100-SXM\", Utilization = 0.4, PricePerAcceleratorHour = 2, MaxCost = 900_000, PeakFlopsPerSecond = 1979e12"),
        ("""
            public const long Parameters = 8_030_261_248;
            public const long Tokens = 15_000_000_000_000;
            public const long InferenceTokens = 1_000_000_000_000;
            """, "MaxFlops = 1e23"),
    ];

    public static TheoryData<int> BusyOnes { get; } = new(Enumerable.Range(0, Busy.Length));

    [Theory]
    [MemberData(nameof(BusyOnes))]
    public async Task On_configs_where_the_rules_meet(int index) =>
        Assert.NotEqual(0, await ApplyAll(Config.Run(Busy[index].Members, Busy[index].Arguments)));

    [Fact]
    public async Task On_every_published_run()
    {
        int applied = 0;
        foreach (var (_, code) in PublishedRuns.All()) applied += await ApplyAll(code);
        Assert.True(applied > 100, $"only {applied} fixes were applied");
    }

    [Theory]
    [InlineData("PublishedRuns")]
    [InlineData("ConfigStyles")]
    public async Task On_every_sample(string sample)
    {
        string folder = Path.Combine(Facts.RepositoryRoot, "samples", sample);
        var code = Config.Code.As(OutputKind.ConsoleApplication).File("Usings.cs", """
            global using System;
            global using System.Collections.Generic;
            global using System.Linq;
            global using System.IO;
            """);
        foreach (string file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (!name.StartsWith("bin/", StringComparison.Ordinal) && !name.StartsWith("obj/", StringComparison.Ordinal))
                code = code.File(name, File.ReadAllText(file));
        }

        var fixable = new ScalingFixes().FixableDiagnosticIds;
        var reported = (await code.Diagnostics()).Where(d => fixable.Contains(d.Id)).ToList();
        for (int at = 0; at < reported.Count; at++)
        {
            foreach (var offer in await code.Offers(at))
            {
                var after = await code.Fix(offer.Key, at).Applied();
                AssertNothingNew(reported[at], await code.Diagnostics(), await after.Diagnostics());
            }
        }
    }

    private static async Task<int> ApplyAll(Code code)
    {
        int applied = 0;
        var fixable = new ScalingFixes().FixableDiagnosticIds;
        var before = await code.Diagnostics();
        var reported = before.Where(d => fixable.Contains(d.Id)).ToList();
        for (int at = 0; at < reported.Count; at++)
        {
            foreach (var offer in await code.Offers(at))
            {
                var after = await (await code.Fix(offer.Key, at).Applied()).Diagnostics();
                AssertNothingNew(reported[at], before, after);
                AssertOnlyFactsOfNewNumbers(offer.Key ?? "", Raised(before, after, reported[at].Id));
                applied++;
            }
        }

        return applied;
    }

    private static string[] Raised(IReadOnlyList<Diagnostic> before, IReadOnlyList<Diagnostic> after, string mended) => after
        .GroupBy(d => d.Id).Where(rule => rule.Key != mended && rule.Count() > before.Count(d => d.Id == rule.Key))
        .Select(rule => rule.Key).ToArray();

    // Infos that a changed number brings: its range, its threshold, its epochs, what serving costs. A fix that changes
    // no number brings none, but for the one named exception.
    private static void AssertOnlyFactsOfNewNumbers(string key, string[] raised)
    {
        if (FixKind.All.Any(kind => kind.AddsSyntax && kind.Key == key))
            Assert.All(raised, rule => Assert.Equal(Consequences.LeavesInfo, (key, rule)));
        else
            Assert.All(raised, rule => Assert.Contains(rule, new[] { "SCALE003", "SCALE105", "SCALE201", "SCALE501" }));
    }

    [Fact]
    public async Task A_declared_intent_leaves_one_info_and_no_other_declaration_leaves_any()
    {
        var code = Config.Run("public const long Parameters = 8_030_261_248, Tokens = 15_000_000_000_000;");
        var before = await code.Diagnostics();
        var after = await (await code.Fix("declare-intent", 0).Applied()).Diagnostics();

        Assert.Equal(["SCALE004"], before.Select(d => d.Id));
        var left = Assert.Single(after);
        Assert.Equal(Consequences.LeavesInfo, ("declare-intent", left.Id));
        Assert.Equal(DiagnosticSeverity.Info, left.Severity);
        Assert.DoesNotContain(left.Properties.Keys, key => key.StartsWith("fix.", StringComparison.Ordinal));
    }

    // A note below the severity of the corrected rule is allowed; the corrected diagnostic is gone.
    private static void AssertNothingNew(Diagnostic mended, IEnumerable<Diagnostic> before, IEnumerable<Diagnostic> after)
    {
        var left = before.GroupBy(d => d.Id).ToDictionary(g => g.Key, g => g.Count());
        foreach (var rule in after.Where(d => d.Severity >= mended.Severity).GroupBy(d => d.Id))
        {
            int allowed = left.GetValueOrDefault(rule.Key) - (rule.Key == mended.Id ? 1 : 0);
            Assert.True(rule.Count() <= allowed, $"After a fix of {mended.Id}: {string.Join("; ", rule.Select(d => d.ToString()))}");
        }
    }
}
