using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// The MSBuild task in builds with several nodes that stay for the next build: nothing of a former build may show in
/// it.
/// </summary>
public partial class TaskTests
{
    private const string Llama = """
        { "model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
          "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 128256 }
        """;

    private static readonly string[] Projects = ["First", "Second", "Third"];

    private readonly Feed _feed;

    public TaskTests(Feed feed) => _feed = feed;

    [Fact]
    public async Task Projects_that_are_built_side_by_side_on_nodes_that_stay_have_their_own_and_present_items()
    {
        string root = Solution("Nodes", "");
        int[] billions = [10, 20, 30], later = [11, 21, 31];
        Write(root, billions);
        var (first, firstNodes) = await Build(root);
        AssertReports(billions, first);
        await AssertConstants(root, billions);

        Write(root, later);
        var (second, secondNodes) = await Build(root);
        Assert.True(firstNodes.Overlaps(secondNodes), $"No node stayed: {string.Join(" ", firstNodes)}, {string.Join(" ", secondNodes)}");
        AssertReports(later, second);
        await AssertConstants(root, later);
    }

    // As in the repository: the task is a project that is built again while nodes of the former build stay.
    [Fact]
    public async Task A_task_in_a_host_of_its_own_can_be_rebuilt_and_the_next_build_runs_the_new_one()
    {
        const string Before = "there is no file", After = "the new task finds no file";
        string tasks = _feed.Copy("TaskSource", "src");
        string assembly = Path.Combine(tasks, "src", "Tasks", "bin", "Debug", "netstandard2.0", "ScalingAnalyzers.Tasks.dll");
        string root = Solution("Hosts", $"""
            <ScalingTasksAssembly>{assembly}</ScalingTasksAssembly>
            <ScalingTaskFactory>TaskHostFactory</ScalingTaskFactory>
            """);
        Write(root, [10, 20, 30], "<ScalingConfig Include=\"absent.json\" />");
        await Shell.Succeeds(tasks, "build src/Tasks -p:RunAnalyzers=false");
        var (first, firstNodes) = await Build(root);
        Assert.Equal(Projects.Length, Count(first, "where " + Before));

        string source = Path.Combine(tasks, "src", "Tasks", "JoinScalingConfigs.cs");
        File.WriteAllText(source, File.ReadAllText(source).Replace(Before, After, StringComparison.Ordinal));
        await Shell.Succeeds(tasks, "build src/Tasks --no-restore -p:RunAnalyzers=false");
        var (second, secondNodes) = await Build(root);
        Assert.True(firstNodes.Overlaps(secondNodes), $"No node stayed: {string.Join(" ", firstNodes)}, {string.Join(" ", secondNodes)}");
        Assert.Equal((0, Projects.Length), (Count(second, "where " + Before), Count(second, "where " + After)));
    }

    // Analyzers of C# do not run in other languages; SCALE901 is off by default, and so is its message: -v normal.
    [Theory]
    [InlineData("vbproj", "VB", "Public Module Runs\nEnd Module", "Lib.vb")]
    [InlineData("fsproj", "F#", "module Lib", "Lib.fs")]
    public async Task A_project_in_another_language_is_told_why_nothing_is_assessed(
        string extension, string language, string text, string file)
    {
        string root = _feed.Folder("Language_" + extension);
        string compile = extension == "fsproj" ? $"<Compile Include=\"{file}\" />" : "";
        File.WriteAllText(Path.Combine(root, file), text + "\n");
        File.WriteAllText(Path.Combine(root, "Lib." + extension), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                {compile}
                <PackageReference Include="ScalingAnalyzers" Version="{Feed.Version}" />
              </ItemGroup>
            </Project>
            """);

        string output = await Shell.Succeeds(root, "build -v normal");

        Assert.Matches(@"Lib\." + extension + " ?: message SCALE901: Lib is written in " + Regex.Escape(language) + "; only C# ", output);
        Assert.DoesNotContain("warning SCALE", output, StringComparison.Ordinal);
    }

    private string Solution(string name, string properties)
    {
        string root = _feed.Folder(name);
        File.WriteAllText(Path.Combine(root, "config.json"), Llama);
        File.WriteAllText(Path.Combine(root, "Directory.Build.targets"), $"""
            <Project>
              <PropertyGroup>{properties}</PropertyGroup>
              <Target Name="NameNode" BeforeTargets="CoreCompile">
                <Message Importance="high" Text="node $([System.Environment]::ProcessId)" />
              </Target>
            </Project>
            """);
        File.WriteAllText(Path.Combine(root, name + ".slnx"),
            "<Solution>" + string.Concat(Projects.Select(project => $"<Project Path=\"{project}/{project}.csproj\" />")) + "</Solution>");
        foreach (string project in Projects)
        {
            Directory.CreateDirectory(Path.Combine(root, project));
            File.WriteAllText(Path.Combine(root, project, "Program.cs"),
                $"System.Console.WriteLine({project}.ScalingConfigs.Llama.TrainingTokens / 1_000_000_000);");
        }

        return root;
    }

    private static void Write(string root, int[] billions, string items = "")
    {
        foreach (var (project, tokens) in Projects.Zip(billions))
        {
            File.WriteAllText(Path.Combine(root, project, project + ".csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <OutputType>Exe</OutputType>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="ScalingAnalyzers" Version="{Feed.Version}" />
                    <ScalingConfig Include="../config.json" Name="Llama" Tokens="{tokens}B" />
                    {items}
                  </ItemGroup>
                </Project>
                """);
        }
    }

    // Nodes of our own, which other builds of this machine do not share, and which end soon after the test.
    private static async Task<(string Output, HashSet<string> Nodes)> Build(string root)
    {
        var (code, output) = await Shell.Run("dotnet", root, "build -m:2 -nodeReuse:true -v:n",
            ("MSBUILDDISABLENODEREUSE", null),
            ("MSBUILDNODEHANDSHAKESALT", root),
            ("MSBUILDNODECONNECTIONTIMEOUT", "30000"),
            ("MSBUILDENABLEALLPROPERTYFUNCTIONS", "1"));
        Assert.True(code == 0, output);
        return (output, Node().Matches(output).Select(match => match.Value).ToHashSet());
    }

    private static void AssertReports(int[] billions, string output)
    {
        foreach (var (project, tokens) in Projects.Zip(billions))
        {
            Assert.Matches($@"warning SCALE001: 'Llama' trains 8\.03B parameters on {tokens}B tokens .*\[.*{project}\.csproj\]", output);
        }

        var reported = Reported().Matches(output).Select(match => int.Parse(match.Groups[1].Value)).ToHashSet();
        Assert.Equal(billions.ToHashSet(), reported);
    }

    private static async Task AssertConstants(string root, int[] billions)
    {
        foreach (var (project, tokens) in Projects.Zip(billions))
        {
            string printed = await Shell.Succeeds(root, Path.Combine(project, "bin", "Debug", "net10.0", project + ".dll"));
            Assert.Equal(tokens.ToString(), printed.Trim());
        }
    }

    // The summary at the end of a build repeats its warnings.
    private static int Count(string output, string text) =>
        output.Split('\n').Where(line => line.Contains(text, StringComparison.Ordinal)).Select(line => line.Trim().Split(">")[^1])
            .Distinct().Count();

    [GeneratedRegex(@"(?<=\bnode )\d+")]
    private static partial Regex Node();

    [GeneratedRegex(@"'Llama' trains 8\.03B parameters on (\d+)B tokens")]
    private static partial Regex Reported();
}
