using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>The two command lines that apply fixes, over a solution with a run for each rule that has one.</summary>
public class FixClientTests
{
    private const string Rules = "SCALE001 SCALE002 SCALE004 SCALE304 SCALE903 SCALE907";

    private const string First = """
        using ScalingAnalyzers;

        [TrainingConfig]
        public static partial class UnderTrained
        {
            public const long Parameters = 280_000_000_000; // Rae et al. 2021
            public const long Tokens = 300_000_000_000; /* as published */
        }

        [TrainingConfig(Intent = TrainingIntent.ComputeOptimal)]
        public static partial class OverTrained
        {
            public const long Parameters = 8_000_000_000; // eight
            public const long Tokens = 15_000_000_000_000; /* fifteen */
        }
        """;

    private const string Second = """
        using ScalingAnalyzers;

        [TrainingConfig]
        public static partial class Undeclared
        {
            public const long Parameters = 8_000_000_000; // eight
            public const long Tokens = 15_000_000_000_000; /* fifteen */
        }

        [TrainingConfig]
        public static partial class Disagreeing
        {
            public const long Parameters = 8_000_000_000;
            public const long Tokens = 200_000_000_000; // not what the steps make
            public const long MaxSteps = 40_000;
            public const long TokensPerBatch = 4_000_000;
        }

        [TrainingConfig]
        public static partial class Billions
        {
            public const long Parameters = 15_000_000_000;
            public const long Tokens = 300; // billions
        }

        [TrainingConfig]
        public static class Whole
        {
            public const long Parameters = 15_000_000_000;
            public const long Tokens = 300_000_000_000;
        }
        """;

    private readonly Feed _feed;

    public FixClientTests(Feed feed) => _feed = feed;

    [Fact]
    public async Task Dotnet_format_applies_the_first_fix_of_each_rule_over_a_solution_in_two_runs_and_then_has_nothing_to_do()
    {
        string root = Solution("Formatted");
        await Shell.Succeeds(root, "restore");
        string command = $"format analyzers --no-restore --diagnostics {Rules} --severity info";
        var (before, _) = await Shell.Dotnet(root, command + " --verify-no-changes");
        Assert.NotEqual(0, before);

        // It finds everything first and mends rule by rule: where two rules with different fixes share a file, the second waits for the next run.
        await Shell.Succeeds(root, command);
        await Shell.Succeeds(root, command);
        Assert.Equal(
            [
                "UnderTrained: public const long Parameters = 67_400_000_000; // Rae et al. 2021",
                "UnderTrained: public const long Tokens = 1_250_000_000_000; /* as published */",
                "OverTrained.Parameters",
                "OverTrained.Tokens",
                "Undeclared: [TrainingConfig(Intent = TrainingIntent.InferenceOptimal)]",
                "Disagreeing: public const long Tokens = 160_000_000_000; // not what the steps make",
                "Billions: public const long Tokens = 300_000_000_000; // billions",
                "Whole: public static partial class Whole",
            ],
            Edits(root).Select(edit => edit.Type == "OverTrained" ? $"{edit.Type}.{edit.Member}" : $"{edit.Type}: {edit.After}"));
        await Shell.Succeeds(root, command + " --verify-no-changes");
        Assert.DoesNotContain("SCALE", await Shell.Succeeds(root, "build --no-restore"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roslynator_analyses_and_applies_every_fix_by_its_key()
    {
        string tools = _feed.Folder("Tools");
        var (installed, said) = await Shell.Dotnet(tools, $"tool install roslynator.dotnet.cli --version 1.0.1 --tool-path \"{tools}\"");
        Assert.SkipUnless(installed == 0, "roslynator.dotnet.cli cannot be installed here: " + said.Trim().Split('\n')[0]);
        string roslynator = Path.Combine(tools, "roslynator");

        string root = Solution("Analysed");
        await Shell.Succeeds(root, "restore");
        var (_, output) = await Shell.Run(roslynator, root, $"analyze Runs.slnx --supported-diagnostics {Rules} -v n");
        Assert.All(Rules.Split(' '), rule => Assert.Contains($" {rule}: '", output, StringComparison.Ordinal));
        Assert.Contains("6 diagnostics found", output, StringComparison.Ordinal);

        // Round after round each rule's next key, until every key had its turn.
        (string Map, string[] Edited)[] rounds =
        [
            ("SCALE001=same-compute SCALE002=same-compute SCALE004=declare-intent SCALE304=use-product SCALE903=add-partial SCALE907=append-billions",
                ["UnderTrained.Parameters", "UnderTrained.Tokens", "OverTrained.Parameters", "OverTrained.Tokens", "Undeclared.", "Disagreeing.Tokens", "Billions.Tokens", "Whole."]),
            ("SCALE001=scale-tokens SCALE002=scale-parameters SCALE004=same-compute",
                ["UnderTrained.Tokens", "OverTrained.Parameters", "Undeclared.Parameters", "Undeclared.Tokens"]),
            ("SCALE001=scale-parameters SCALE002=scale-tokens SCALE004=scale-parameters",
                ["UnderTrained.Parameters", "OverTrained.Tokens", "Undeclared.Parameters"]),
            ("SCALE004=scale-tokens", ["Undeclared.Tokens"]),
        ];
        foreach (var (map, edited) in rounds)
        {
            Write(root);
            string[] ids = map.Split(' ').Select(pair => pair.Split('=')[0]).ToArray();
            (_, output) = await Shell.Run(roslynator, root, $"fix Runs.slnx --supported-diagnostics {string.Join(' ', ids)} --diagnostic-fix-map {map}");
            Assert.Contains($"{ids.Length} diagnostics fixed", output.Replace("1 diagnostic fixed", "1 diagnostics fixed", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("Unfixed", output, StringComparison.Ordinal);
            Assert.Equal(edited, Edits(root).Select(edit => $"{edit.Type}.{edit.Member}"));
        }
    }

    private static void Write(string root)
    {
        File.WriteAllText(Path.Combine(root, "First", "Runs.cs"), First);
        File.WriteAllText(Path.Combine(root, "Second", "Runs.cs"), Second);
    }

    // The lines that differ, by the type they stand in (or before) and the member they declare; comments have to stay.
    private static IEnumerable<(string Type, string Member, string After)> Edits(string root)
    {
        foreach (var (project, text) in new[] { ("First", First), ("Second", Second) })
        {
            string[] before = text.Split('\n'), after = File.ReadAllLines(Path.Combine(root, project, "Runs.cs"));
            Assert.Equal(before.Length, after.Length);
            for (int i = 0; i < before.Length; i++)
            {
                if (before[i] == after[i]) continue;
                Assert.Equal(Comment(before[i]), Comment(after[i]));
                string head = before[i].StartsWith('[') ? before[i + 1] : before.Take(i + 1).Last(line => line.Contains(" class ", StringComparison.Ordinal));
                string member = before[i].Contains('=') && before[i].StartsWith(' ') ? before[i].Split('=')[0].Trim().Split(' ')[^1] : "";
                yield return (head.Split(' ')[^1], member, after[i].Trim());
            }
        }
    }

    private static string Comment(string line) => line.IndexOf('/', StringComparison.Ordinal) is >= 0 and var start ? line[start..] : "";

    private string Solution(string name)
    {
        string root = _feed.Folder(name);
        foreach (string project in new[] { "First", "Second" })
        {
            Directory.CreateDirectory(Path.Combine(root, project));
            File.WriteAllText(Path.Combine(root, project, project + ".csproj"), $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="ScalingAnalyzers" Version="{Feed.Version}" /></ItemGroup></Project>""");
        }

        File.WriteAllText(Path.Combine(root, "Runs.slnx"), """<Solution><Project Path="First/First.csproj" /><Project Path="Second/Second.csproj" /></Solution>""");
        Write(root);
        return root;
    }
}
