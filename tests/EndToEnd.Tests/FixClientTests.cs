using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.CodeFixes;

namespace ScalingAnalyzers.Tests;

/// <summary>The two command lines that apply fixes, over a solution with a run for each rule that has one.</summary>
public class FixClientTests
{
    private readonly Feed _feed;

    public FixClientTests(Feed feed) => _feed = feed;

    [Fact]
    public void Every_key_of_every_rule_has_a_case() => Assert.Equal(
        ScalingFixes.Keys.OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => rule.Key + ": " + string.Join(", ", rule.Value)),
        FixCases.All.Select(one => one.Rule + ": " + string.Join(", ", Turns(one.Rule).Select(turn => turn.Fix.Key))));

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // it takes the key of whatever it finds first: several rules in one file are the harder case
    public async Task One_run_of_dotnet_format_applies_the_first_fix_of_each_rule_and_a_second_changes_nothing(bool inOneFile)
    {
        string root = Solution("Formatted" + inOneFile);
        string Texts(Func<FixCase, string> text) =>
            string.Join("\n", FixCases.All.Select(one => text(one).Replace("using ScalingAnalyzers;", "", StringComparison.Ordinal)));
        if (inOneFile) Write(root, "First/Runs.cs", "using ScalingAnalyzers;\n" + Texts(one => one.Text()));
        else foreach (FixCase one in FixCases.All) Write(root, FileOf(one), one.Text());

        await Shell.Succeeds(root, "restore");
        string command = "format analyzers --no-restore --severity info --diagnostics "
            + string.Join(' ', FixCases.All.Select(one => one.Rule));
        var (before, _) = await Shell.Dotnet(root, command + " --verify-no-changes");
        Assert.NotEqual(0, before);

        await Shell.Succeeds(root, command);
        IReadOnlyList<string> once = Read(root);
        if (inOneFile) Assert.Equal($$"""
            using ScalingAnalyzers;
            {{Texts(one => one.Text(one.Fixes[0].Key))}}
            """, once.Single());
        else Assert.Equal(FixCases.All.Select(one => one.Text(one.Fixes[0].Key)), once);

        // declare-intent leaves an info without a fix: served tokens would let the pay-back be assessed.
        command = command.Replace(" SCALE501", "", StringComparison.Ordinal);
        await Shell.Succeeds(root, command + " --verify-no-changes");
        await Shell.Succeeds(root, command);
        Assert.Equal(once, Read(root));
        Assert.DoesNotContain("SCALE", await Shell.Succeeds(root, "build --no-restore"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roslynator_analyses_and_applies_every_fix_by_its_key()
    {
        string tools = _feed.Folder("Tools");
        var (installed, reported) =
            await Shell.Dotnet(tools, $"tool install roslynator.dotnet.cli --version 1.0.1 --tool-path \"{tools}\"");
        Assert.SkipUnless(installed == 0, "roslynator.dotnet.cli cannot be installed here: " + reported.Trim().Split('\n')[0]);
        string roslynator = Path.Combine(tools, "roslynator");

        string root = Solution("Analysed");
        foreach (FixCase one in FixCases.All) Write(root, FileOf(one), one.Text());
        await Shell.Succeeds(root, "restore");
        var (_, output) =
            await Shell.Run(roslynator, root,
                $"analyze Runs.slnx --supported-diagnostics {string.Join(' ', FixCases.All.Select(one => one.Rule))} -v n");
        Assert.All(FixCases.All, one => Assert.Contains($" {one.Rule}: '", output, StringComparison.Ordinal));

        // SCALE909 names the accelerator that the case of SCALE104 misspells.
        Assert.Contains($"{FixCases.All.Count + 1} diagnostics found", output, StringComparison.Ordinal);

        // Round after round each rule's next key, until every key had its turn: a process a round, not one a key.
        var turns = FixCases.All.Select(one => Turns(one.Rule).ToArray()).ToArray();
        for (int round = 0; turns.Any(ofRule => ofRule.Length > round); round++)
        {
            var now = turns.Where(ofRule => ofRule.Length > round).Select(ofRule => ofRule[round]).ToArray();
            foreach (FixCase one in FixCases.All) File.Delete(Path.Combine(root, FileOf(one)));
            foreach (var (one, _) in now) Write(root, FileOf(one), one.Text());
            (_, output) = await Shell.Run(roslynator, root,
                $"fix Runs.slnx --supported-diagnostics {string.Join(' ', now.Select(turn => turn.Case.Rule))} --diagnostic-fix-map "
                    + $"{string.Join(' ', now.Select(turn => turn.Case.Rule + "=" + turn.Fix.Key))}");
            string[] unfixed = now.Any(turn => turn.Fix.Key == "declare-intent") ? ["1 SCALE501"] : [];
            Assert.Equal(unfixed, Unfixed(output));
            Assert.Equal(now.Select(turn => turn.Case.Text(turn.Fix.Key)), Read(root));
        }
    }

    // "  1 SCALE501 Declared inference ..." below its heading.
    private static IEnumerable<string> Unfixed(string output) => output.Split('\n')
        .SkipWhile(line => !line.StartsWith("Unfixed", StringComparison.Ordinal)).Skip(1)
        .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
        .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2)));

    private static IEnumerable<(FixCase Case, FixResult Fix)> Turns(string rule) =>
        from one in FixCases.All.Concat(FixCases.Further)
        where one.Rule == rule
        from fix in one.Fixes
        select (one, fix);

    // Some rules in the one project, some in the other.
    private static string FileOf(FixCase one) => (string.CompareOrdinal(one.Rule[^1..], "3") < 0 ? "First/" : "Second/") + one.Rule + ".cs";

    private static void Write(string root, string file, string text) => File.WriteAllText(Path.Combine(root, file), text);

    private static IReadOnlyList<string> Read(string root) =>
    [
        .. new[] { "First", "Second" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(root, project), "*.cs"))
            .OrderBy(Path.GetFileName, StringComparer.Ordinal)
            .Select(File.ReadAllText),
    ];

    private string Solution(string name)
    {
        string root = _feed.Folder(name);
        foreach (string project in new[] { "First", "Second" })
        {
            Directory.CreateDirectory(Path.Combine(root, project));
            Write(root, $"{project}/{project}.csproj",
                $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ScalingBatchFixes>all</ScalingBatchFixes></PropertyGroup>
                  <ItemGroup><PackageReference Include="ScalingAnalyzers" Version="{Feed.Version}" /></ItemGroup>
                </Project>
                """);
        }

        Write(root, "Runs.slnx", """<Solution><Project Path="First/First.csproj" /><Project Path="Second/Second.csproj" /></Solution>""");
        return root;
    }
}
