using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Generators;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>An edit of a body that no config runs reads no config again; every other edit does. What is generated is
/// what a first run on the edited files generates.</summary>
public class ReadAgainTests
{
    private static readonly (string Name, string Text)[] Files =
    [
        ("A.cs", """
            using ScalingAnalyzers;
            [TrainingConfig]
            public partial class A : Named
            {
                public long Parameters { get; init; } = 280 * Sizes.Billion;
                public long Tokens { get; init; } = Data.Steps() * Kinds.Of(new Large()).Batch;
            }
            """),
        ("Data.cs", """
            public static class Data
            {
                private static int calls;
                public static long Steps() { calls++; return Halves.Of(150_000); }
            }
            """),
        ("Halves.cs", "public static class Halves { public static long Of(long steps) => steps / 2; }"),
        ("Kinds.cs", """
            public abstract class Kind { public abstract long Batch { get; } protected long Millions(long n) => n * 1_000_000; }
            public static class Kinds { public static Kind Of(Kind kind) { return kind; } }
            """),
        ("Large.cs", """
            public sealed class Large : Kind { public override long Batch => Millions(Count()); static long Count() { return 4; } }
            """),
        ("Sizes.cs", "public static class Sizes { public const long Billion = 1_000_000_000; public static void Log() { int n = 1; } }"),
        ("Named.cs", "public abstract class Named { protected Named() { Made = 1; } public int Made { get; } }"),
        ("Other.cs", """
            using System;
            public class Other
            {
                private int field = 5;
                public Other() { field = 1; }
                public int Property { get { return 6; } }
                public int Block(int size = 7) { return 2; }
                public int Arrow() => 3;
                public void Lambda() { Action a = () => { field = 4; }; a(); }
            }
            """),
        ("Local.cs", """
            [ScalingAnalyzers.TrainingConfig]
            file static class Local { public const long Parameters = 7_000_000_000; static int F() { return 8; } }
            """),
    ];

    [Theory]
    [InlineData("a block", "Other.cs", "return 2;", "return 20;")]
    [InlineData("an arrow", "Other.cs", "=> 3", "=> 30")]
    [InlineData("a lambda in a body", "Other.cs", "field = 4", "field = 40")]
    [InlineData("a constructor that nothing runs", "Other.cs", "field = 1", "field = 10")]
    [InlineData("a longer body", "Other.cs", "return 2;", "int n = 1; var text = \"x\"; return n + text.Length;")]
    [InlineData("a comment", "Other.cs", "using System;", "using System; // of all")]
    [InlineData("half a statement", "Other.cs", "return 2;", "return 2 + ;")]
    public async Task A_body_that_no_config_runs_reads_nothing_again(string kind, string file, string from, string to)
    {
        var (again, driver) = await After(file, from, to);
        Assert.True(again.Count == 0, kind);
        Assert.All(driver.Steps(TrackingNames.Readings), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.Equal([IncrementalStepRunReason.Cached], driver.Steps(TrackingNames.Model).Distinct());
    }

    [Theory]
    [InlineData("a body that is run", "Data.cs", "Of(150_000)", "Of(160_000)")]
    [InlineData("a statement before it", "Data.cs", "calls++", "calls += 2")]
    [InlineData("a body that a run one calls", "Halves.cs", "steps / 2", "steps / 3")]
    [InlineData("a body behind a virtual call", "Large.cs", "return 4", "return 5")]
    [InlineData("a body of a base behind it", "Kinds.cs", "n * 1_000_000", "n * 2_000_000")]
    [InlineData("a body that passes a value on", "Kinds.cs", "return kind", "return new Large()")]
    [InlineData("a constructor of the base", "Named.cs", "Made = 1", "Made = 2")]
    [InlineData("a constant", "Sizes.cs", "1_000_000_000", "2_000_000_000")]
    [InlineData("a field's initialiser", "Other.cs", "field = 5", "field = 50")]
    [InlineData("an accessor", "Other.cs", "return 6", "return 60")]
    [InlineData("a default", "Other.cs", "size = 7", "size = 70")]
    [InlineData("a member more", "Other.cs", "public int Arrow", "public static int operator +(Other a, int b) => b; public int Arrow")]
    [InlineData("a signature", "Other.cs", "Block(int size", "Block(long size")]
    [InlineData("a modifier", "Other.cs", "public int Arrow", "public virtual int Arrow")]
    [InlineData("an attribute", "Other.cs", "public int Arrow", "[Obsolete] public int Arrow")]
    [InlineData("a base", "Other.cs", "public class Other", "public class Other : Kind2 { } public class Kind2")]
    [InlineData("a using", "Other.cs", "using System;", "using System; using System.Linq;")]
    [InlineData("a global using", "Other.cs", "using System;", "global using System.Linq; using System;")]
    [InlineData("a module initialiser", "Other.cs", "public class Other", """
        static class Start { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() { } } public class Other
        """)]
    [InlineData("an extension method", "Other.cs", "public class Other", """
        public static class More { public static long Twice(this long n) => 2 * n; } public class Other
        """)]
    [InlineData("a part of the config", "Other.cs", "public class Other", "public partial class A { static A() { } } public class Other")]
    [InlineData("a directive in a body", "Other.cs", "return 2;", "\n#nullable enable\nreturn 2;")]
    [InlineData("a body that becomes an arrow", "Other.cs", "{ return 2; }", "=> 2;")]
    [InlineData("a body beside a config that can have no constants", "Local.cs", "return 8", "return 80")]
    public async Task Every_other_edit_reads_again(string kind, string file, string from, string to)
    {
        var (again, _) = await After(file, from, to);
        Assert.True(again.SequenceEqual(["A"]), kind);
    }

    [Fact]
    public async Task What_was_read_before_an_unread_edit_is_read_again_after_one_that_matters()
    {
        var (again, driver) = await After("Other.cs", "return 2;", "return 20;");
        driver = driver.Edit("Halves.cs", "steps / 2", "steps / 3");
        Assert.Equal(["A"], again);
        Assert.Contains("TrainingTokens = 200000000000L", Assert.Single(driver.Sources.Values), StringComparison.Ordinal);
        driver = driver.Edit("Other.cs", "return 20;", "return 30;");
        Assert.Equal(["A"], again);
        driver.Edit("Halves.cs", "steps / 3", "steps / 2");
        Assert.Equal(["A", "A"], again);
    }

    [Fact]
    public async Task An_option_a_file_or_a_config_more_reads_again()
    {
        var (again, driver) = await After("Other.cs", "return 2;", "return 20;");
        driver.Add("New.cs", "class New { }");
        Assert.Equal(["A"], again);
        driver.Reconfigure(code => code.Option("scaling_analyzers.law", "hoffmann-2022-approach2"));
        Assert.Equal(["A", "A"], again);
        driver.Edit("A.cs", "280 *", "270 *");
        Assert.Equal(["A", "A", "A"], again);
    }

    // What is looked into by another way would not be marked.
    [Fact]
    public void Readers_reach_the_syntax_of_declarations_by_one_way()
    {
        string folder = Path.Combine(Facts.RepositoryRoot, "src", "Evaluation");
        var others = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && Path.GetFileName(file) != "ReadTrees.cs"
                && File.ReadAllText(file).Contains("GetSyntax", StringComparison.Ordinal));
        Assert.Empty(others.Select(Path.GetFileName));
    }

    // The names that the edit reads again, in a list that later edits add to, and the driver after it.
    private static async Task<(List<string> Again, Driver Driver)> After(string file, string from, string to)
    {
        var read = new List<string>();
        var first = await Code(Making.Usual, read.Add, Files).Generate();
        Assert.Equal(["A"], read);
        Assert.Contains("TrainingTokens = 300000000000L", Assert.Single(first.Sources.Values), StringComparison.Ordinal);
        read.Clear();
        var edited = first.Edit(file, from, to);
        var fresh = await Code(Making.Usual, null, Files.Select(f => f.Name == file
            ? (f.Name, f.Text.Replace(from, to, StringComparison.Ordinal)) : f)).Generate();
        Assert.Equal(fresh.Sources, edited.Sources);
        return (read, edited);
    }

    private static Code Code(Making making, Action<string>? before, IEnumerable<(string Name, string Text)> files) => files.Aggregate(
        Testing.Code.Empty.With(new EstimatesGenerator(making, before)).AllowCompilerErrors(),
        (code, file) => code.File(file.Name, file.Text));
}
