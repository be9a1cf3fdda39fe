using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// A command line corrects several rules in one run, whatever its state when it reaches the next rule.
/// </summary>
public partial class BatchFixTests
{
    public static TheoryData<BatchKnowledge, int> Orders()
    {
        var orders = new TheoryData<BatchKnowledge, int>();
        foreach (var knowledge in Enum.GetValues<BatchKnowledge>())
            for (int first = 0; first < Runs.Length; first++) orders.Add(knowledge, first);
        return orders;
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Every_rule_gets_its_own_first_fix_whichever_run_comes_first(BatchKnowledge knowledge, int first)
    {
        (string Text, (string Before, string After)[] Edits)[] runs = [.. Runs.Skip(first), .. Runs.Take(first)];
        string before = File(runs.Select(run => run.Text));
        string after =
            File(runs.Select(
                run => run.Edits.Aggregate(run.Text, (text, edit) => text.Replace(edit.Before, edit.After, StringComparison.Ordinal))));
        var once = await Config.Willing.With(before).FixRules(knowledge, Rules);
        Assert.Equal(after, once.TextOf(Code.MainFile));
        Assert.Equal(after, (await once.FixRules(knowledge, Rules)).TextOf(Code.MainFile));
    }

    [Theory]
    [InlineData(BatchKnowledge.AnalysedForEachRule)]
    [InlineData(BatchKnowledge.FoundBeforeAnyFix)]
    public async Task Rules_that_are_not_requested_change_nothing(BatchKnowledge knowledge)
    {
        string before = File(Runs.Select(run => run.Text));
        string after = before.Replace("Tokens = 300;", "Tokens = 300_000_000_000;", StringComparison.Ordinal)
            .Replace("= 200_000_000_000", "= 160_000_000_000", StringComparison.Ordinal);
        Assert.Equal(after, (await Config.Willing.With(before).FixRules(knowledge, "SCALE907", "SCALE304")).TextOf(Code.MainFile));
    }

    [Fact]
    public async Task A_change_of_another_fix_stays_unchanged()
    {
        // The tokens from the steps correct the balance: earlier diagnostics are no longer valid.
        const string Run = """
            using ScalingAnalyzers;

            [TrainingConfig]
            public static partial class Run
            {
                public const long Parameters = 8_000_000_000;
                public const long Tokens = 9_000_000_000;
                public const long MaxSteps = 40_000;
                public const long TokensPerBatch = 4_000_000;
            }
            """;
        var code = Config.Willing.With(Run);
        Assert.Equal(["SCALE001", "SCALE304"],
            (await code.Diagnostics()).Select(one => one.Id).Where(Rules.Contains).Order(StringComparer.Ordinal));
        var mended = await code.FixRules(BatchKnowledge.FoundBeforeAnyFix, "SCALE304", "SCALE001");
        Assert.Equal(Run.Replace("9_000_000_000", "160_000_000_000", StringComparison.Ordinal), mended.TextOf(Code.MainFile));
    }

    [Theory]
    [InlineData(BatchKnowledge.AnalysedForEachRule)]
    [InlineData(BatchKnowledge.FoundBeforeAnyFix)]
    public async Task What_another_fix_has_changed_in_another_file_counts(BatchKnowledge knowledge)
    {
        // The balance of the run follows from a width that the first rule's fix rounds: no file that its diagnostic
        // points to changes.
        var code = Config.Willing
            .File("Run.cs", """
                using ScalingAnalyzers;
                [TrainingConfig(Model = typeof(Shape))]
                public static partial class Run
                {
                    public const long Tokens = 30_000_000_000;
                }
                """)
            .File("Shape.cs", """
                using ScalingAnalyzers;
                [ModelConfig(Family = "llama")]
                public static partial class Shape
                {
                    public const int Layers = 32, IntermediateSize = 14336, HiddenSize = 4_000, Heads = 40, KvHeads = 8,
                        VocabSize = 128256;
                }
                """);
        var oneByOne = await (await code.FixRules(knowledge, "SCALE303")).FixRules(knowledge, "SCALE001");
        Assert.Contains("HiddenSize = 4_160", oneByOne.TextOf("Shape.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("30_000_000_000", oneByOne.TextOf("Run.cs"), StringComparison.Ordinal);
        Assert.Equal(oneByOne.TextOf("Run.cs"), (await code.FixRules(knowledge, "SCALE303", "SCALE001")).TextOf("Run.cs"));
    }

    public static TheoryData<BatchKnowledge, bool> Faults() => new(
        from knowledge in Enum.GetValues<BatchKnowledge>() from isNameFirst in new[] { true, false } select (knowledge, isNameFirst));

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_fault_of_a_rule_with_several_is_fixed_in_one_run(BatchKnowledge knowledge, bool isNameFirst)
    {
        // A command line uses the key of the first diagnostic.
        var (name, peak) = isNameFirst ? ("A.cs", "B.cs") : ("B.cs", "A.cs");
        var once = await Config.Code.File(name, Mistyped).File(peak, Sparse).FixRules(knowledge, "SCALE104");
        Assert.Equal(Mistyped.Replace("H100-SMX", "H100-SXM", StringComparison.Ordinal), once.TextOf(name));
        Assert.Equal(Sparse.Replace("1979e12", "989.4e12", StringComparison.Ordinal), once.TextOf(peak));
        Assert.Empty(await once.Diagnostics());
    }

    // As `roslynator fix --diagnostic-fix-map` does: project by project.
    [Theory]
    [InlineData("use-known-accelerator", "H100-SMX", "H100-SXM")]
    [InlineData("use-dense-peak", "1979e12", "989.4e12")]
    public Task A_request_for_one_key_in_a_project_applies_only_that_fix(string key, string before, string after)
    {
        string text = Mistyped + Sparse.Replace("using ScalingAnalyzers;", "", StringComparison.Ordinal);
        return Config.Code.With(text).FixAll(key, FixAllScope.Project).Becomes(text.Replace(before, after, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("scaling_analyzers.batch_fixes", "mechanical")]
    [InlineData("scaling_analyzers.batch_fixes", "everything")] // unreadable
    public async Task Nobody_who_does_not_ask_gets_more_than_mechanical_fixes(string option, string value)
    {
        string before = File(Runs.Select(run => run.Text));
        var code = option.Length == 0 ? Config.Code : Config.Code.Option(option, value);
        string after = before.Replace("static class Whole", "static partial class Whole", StringComparison.Ordinal);
        foreach (var knowledge in Enum.GetValues<BatchKnowledge>())
            Assert.Equal(after, (await code.With(before).FixRules(knowledge, Rules)).TextOf(Code.MainFile));
    }

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Without_a_mechanical_fix_a_batch_has_no_action(FixAllScope scope) =>
        Assert.ThrowsAnyAsync<Exception>(() => Config.Code.With(File([Runs[1].Text])).FixAll("same-compute", scope).Becomes(""));

    [Fact]
    public Task An_editor_applies_the_chosen_fix_to_the_document_as_ever() => Config.Code.With(File([Runs[1].Text]))
        .FixAll("scale-tokens", FixAllScope.Document)
        .Becomes(File([Runs[1].Text]).Replace("300_000_000_000", "4_820_000_000_000", StringComparison.Ordinal));

    // Alone, the second becomes 81.1B on 1.48T; the kind that the first one allows made it 925B on 15T.
    [Theory]
    [InlineData(BatchKnowledge.AnalysedForEachRule)]
    [InlineData(BatchKnowledge.FoundBeforeAnyFix)]
    public async Task Each_run_gets_the_kind_of_fix_that_its_own_edits_allow(BatchKnowledge knowledge)
    {
        const string Before = """
            using ScalingAnalyzers;

            public static class Corpus
            {
                public static long Tokens => 15_000_000_000 * long.Parse("1000");
            }

            [TrainingConfig(Intent = TrainingIntent.ComputeOptimal)]
            public partial record First
            {
                public long Parameters { get; init; } = 8_000_000_000;
                public long MaxSteps { get; init; } = 3_750_000;
                public long TokensPerBatch { get; init; } = 2_000_000 + 2_000_000;
            }

            [TrainingConfig(Intent = TrainingIntent.ComputeOptimal)]
            public static partial class Second
            {
                public const long Parameters = 8_000_000_000;
                public const long Tokens = 15_000_000_000_000;
            }
            """;
        var once = await Config.Willing.With(Before).FixRules(knowledge, "SCALE002");
        Assert.Contains("Parameters = 81_", once.TextOf(Code.MainFile), StringComparison.Ordinal);
        Assert.DoesNotContain("925", once.TextOf(Code.MainFile), StringComparison.Ordinal);
        Assert.DoesNotContain("SCALE002", (await once.Diagnostics()).Select(one => one.Id));
    }

    [Fact]
    public async Task One_batch_does_not_change_a_number_twice()
    {
        // 3 and 8, meant in billions, became 1.02B on 23.4B.
        const string Before = """
            using ScalingAnalyzers;

            [TrainingConfig]
            public static partial class Billions
            {
                public const long Parameters = 3;
                public const long Tokens = 8;
            }
            """;
        var once = await Config.Willing.With(Before).FixRules(BatchKnowledge.FoundAsTheBatchGoes, "SCALE907", "SCALE001");
        Assert.Equal(Before.Replace("= 3;", "= 3_000_000_000;", StringComparison.Ordinal)
            .Replace("= 8;", "= 8_000_000_000;", StringComparison.Ordinal), once.TextOf(Code.MainFile));
        Assert.Contains("SCALE001", (await once.Diagnostics()).Select(one => one.Id));
    }

    // The 300B tokens of GPT-3 (Brown et al. 2020) serve another run, too.
    private const string SharedTokens = """
        using ScalingAnalyzers;

        [TrainingConfig]
        public static partial class Large
        {
            public const long Parameters = 60_000_000_000;
            public const long Tokens = 300_000_000_000;
        }

        [TrainingConfig]
        public static partial class Small
        {
            public const long Parameters = 30_000_000_000;
            public const long Tokens = Large.Tokens;
        }
        """;

    [Fact]
    public async Task A_title_names_the_other_runs_that_a_fix_changes()
    {
        var offers = await Config.Code.With(SharedTokens).Offers();
        Assert.Contains(offers, offer => offer.Title.EndsWith("; also changes the run 'Small'", StringComparison.Ordinal));
        Assert.DoesNotContain(offers, offer => offer.Key == "scale-parameters" && offer.Title.Contains("also", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_batch_changes_no_run_but_the_reported_one()
    {
        string after =
            (await Config.Willing.With(SharedTokens).FixRules(BatchKnowledge.FoundBeforeAnyFix, "SCALE001")).TextOf(Code.MainFile);
        Assert.Contains("Tokens = 300_000_000_000", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameters = 60_000_000_000", after, StringComparison.Ordinal);
    }

    private const string Mistyped = """
        using ScalingAnalyzers;

        [TrainingConfig(Accelerator = "H100-SMX")]
        public static partial class Mistyped
        {
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
        }

        """;

    private const string Sparse = """
        using ScalingAnalyzers;

        [TrainingConfig(Accelerator = "H100-SXM", PeakFlopsPerSecond = 1979e12)]
        public static partial class Sparse
        {
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
        }

        """;

    private static string File(IEnumerable<string> runs) => "using ScalingAnalyzers;\n\n" + string.Join("\n\n", runs) + "\n";
}
