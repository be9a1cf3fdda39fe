using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

public class PackageTests
{
    private const string Gopher = """
        using System;
        using ScalingAnalyzers;

        Console.WriteLine(Gopher.Estimates.TrainingFlops.ToString(System.Globalization.CultureInfo.InvariantCulture));

        [TrainingConfig]
        public static partial class Gopher
        {
            public const long Parameters = 280_000_000_000; // Rae et al. 2021
            public const long Tokens     = 300_000_000_000; // as published
        }
        """;

    private readonly Feed _feed;

    public PackageTests(Feed feed) => _feed = feed;

    [Fact]
    public void The_package_holds_what_it_should_and_no_third_party_assembly()
    {
        using var zip = ZipFile.OpenRead(_feed.Package("ScalingAnalyzers"));
        var entries = zip.Entries
            .Select(e => e.FullName)
            .Where(e => !e.StartsWith("docs/rules/SCALE", StringComparison.Ordinal) && !e.StartsWith("package/", StringComparison.Ordinal));
        Assert.Equal(
            [
                "README.md",
                "ScalingAnalyzers.nuspec",
                "[Content_Types].xml",
                "_rels/.rels",
                "analyzers/dotnet/cs/ScalingAnalyzers.Analyzers.dll",
                "analyzers/dotnet/cs/ScalingAnalyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/ScalingAnalyzers.Evaluation.dll",
                "analyzers/dotnet/cs/ScalingAnalyzers.Generators.dll",
                "analyzers/dotnet/cs/ScalingAnalyzers.Runtime.dll",
                "buildTransitive/ScalingAnalyzers.props",
                "buildTransitive/ScalingAnalyzers.targets",
                "buildTransitive/config/ScalingAnalyzers.None.globalconfig",
                "buildTransitive/config/ScalingAnalyzers.Recommended.globalconfig",
                "buildTransitive/config/ScalingAnalyzers.Strict.globalconfig",
                "tasks/ScalingAnalyzers.Tasks.dll",
            ],
            entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_package_reference_gives_warning_constant_and_fix()
    {
        string folder = _feed.Project("Consumer", "net10.0",
            "<OutputType>Exe</OutputType><ScalingBatchFixes>all</ScalingBatchFixes>", ("Program.cs", Gopher));
        await Shell.Succeeds(folder, "build -p:ErrorLog=log.sarif%2cversion=2.1");
        var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "log.sarif"))).RootElement
            .GetProperty("runs")[0]
            .GetProperty("results");
        var hit = results.EnumerateArray().Single(r => r.GetProperty("ruleId").GetString() == "SCALE001");
        Assert.Equal(
            10, hit.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal("besiroglu-2024", hit.GetProperty("properties").GetProperty("customProperties").GetProperty("law").GetString());

        Assert.Equal("5.04E+23", (await Shell.Succeeds(folder, "run --no-build")).Trim());

        var (before, _) =
            await Shell.Dotnet(folder, "format analyzers --no-restore --diagnostics SCALE001 --severity warn --verify-no-changes");
        Assert.NotEqual(0, before);
        await Shell.Succeeds(folder, "format analyzers --no-restore --diagnostics SCALE001 --severity warn");
        string text = File.ReadAllText(Path.Combine(folder, "Program.cs"));
        Assert.Contains("public const long Parameters = 67_400_000_000; // Rae et al. 2021", text, StringComparison.Ordinal);
        Assert.Contains("public const long Tokens     = 1_250_000_000_000; // as published", text, StringComparison.Ordinal);
        await Shell.Succeeds(folder, "format analyzers --no-restore --diagnostics SCALE001 --severity warn --verify-no-changes");
        Assert.DoesNotContain("SCALE001", await Shell.Succeeds(folder, "build --no-incremental"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("None", 0, false)]
    [InlineData("Recommended", 0, true)]
    [InlineData("Strict", 1, true)]
    [InlineData("Lenient", 0, true)]
    public async Task A_mode_sets_all_severities_at_once(string mode, int exit, bool reported)
    {
        string folder = _feed.Project("Mode" + mode, "net10.0",
            $"<OutputType>Exe</OutputType><ScalingAnalysisMode>{mode}</ScalingAnalysisMode>", ("Program.cs", Gopher));
        var (code, output) = await Shell.Dotnet(folder, "build");
        Assert.Equal(exit, code);
        Assert.Equal(reported, output.Contains("SCALE001", StringComparison.Ordinal));
        Assert.Equal(exit == 1, output.Contains("error SCALE001", StringComparison.Ordinal));
        Assert.Equal(mode == "Lenient", output.Contains("which is not None, Recommended or Strict", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_command_fixes_the_sample_and_a_second_changes_nothing()
    {
        string source = Path.Combine(Facts.RepositoryRoot, "samples", "PublishedRuns");
        string folder = _feed.Project("PublishedRuns", "net10.0",
            "<OutputType>Exe</OutputType><ScalingBatchFixes>all</ScalingBatchFixes>");
        foreach (string file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(source, file);
            if (relative.StartsWith("bin", StringComparison.Ordinal) || relative.StartsWith("obj", StringComparison.Ordinal)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, relative))!);
            File.Copy(file, Path.Combine(folder, relative));
        }

        await Shell.Succeeds(folder, "restore");
        string[] comments = Comments(folder);
        await Shell.Succeeds(folder, "format analyzers --no-restore --diagnostics SCALE001 --severity warn");
        Assert.Equal(comments, Comments(folder));
        await Shell.Succeeds(folder, "format analyzers --no-restore --diagnostics SCALE001 --severity warn --verify-no-changes");
        Assert.DoesNotContain("SCALE001", await Shell.Succeeds(folder, "build"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyzers_stay_with_the_project_that_names_us_and_the_runtime_flows_on()
    {
        string root = _feed.Folder("TwoProjects");
        Directory.CreateDirectory(Path.Combine(root, "Lib"));
        Directory.CreateDirectory(Path.Combine(root, "App"));
        const string Run = """
            using ScalingAnalyzers;
            [TrainingConfig]
            public static partial class NAME
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = 300_000_000_000;
            }
            """;
        File.WriteAllText(Path.Combine(root, "Lib", "Lib.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>netstandard2.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="ScalingAnalyzers" Version="{Feed.Version}" /></ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(root, "Lib", "A.cs"), Run.Replace("NAME", "InLib", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(root, "App", "App.csproj"),
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(root, "App", "B.cs"), Run.Replace("NAME", "InApp", StringComparison.Ordinal));
        string output = await Shell.Succeeds(root, "build App");
        Assert.Contains("'InLib' trains", output, StringComparison.Ordinal);
        Assert.DoesNotContain("'InApp' trains", output, StringComparison.Ordinal);
    }

    // The joined metadata must pass through MSBuild, the generated global config and the compiler unchanged.
    [Fact]
    public async Task A_json_config_of_the_project_warns_inside_the_file_and_gives_constants()
    {
        const string Program = """
            System.Console.WriteLine(Json_Consumer.ScalingConfigs.Llama.Parameters
                + " " + Json_Consumer.ScalingConfigs.Long.TrainingTokens + " " + Json_Consumer.ScalingConfigs.Odd.TrainingTokens);
            """;
        const string Llama = """
            { "model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
              "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 128256 }
            """;
        string folder = _feed.Project("Json_Consumer", "net10.0", """
            <OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup>
                <ScalingConfig Include="configs/llama/config.json" Tokens="10B" SequenceLength="8192" NoWarn="SCALE903" />
                <ScalingConfig Include="configs/llama/config.json" Name="Long" Tokens="15T"
                               Justification="it's 100% meant; see #1 &amp; `two`" />
                <ScalingConfig Include="configs/**/odd.json" Tokens="200B" />
              </ItemGroup><PropertyGroup>
            """, ("Program.cs", Program));
        Directory.CreateDirectory(Path.Combine(folder, "configs", "llama"));
        File.WriteAllText(Path.Combine(folder, "configs", "llama", "config.json"), Llama);
        File.WriteAllText(Path.Combine(folder, "configs", "odd.json"),
            Llama.Replace("\"num_attention_heads\": 32", "\"num_attention_heads\": 24", StringComparison.Ordinal));
        string output = await Shell.Succeeds(folder, "build");
        Assert.Matches(
            @"configs[/\\]llama[/\\]config\.json\(1,1\): warning SCALE001: 'Llama' trains 8\.03B parameters on 10B tokens", output);
        Assert.DoesNotContain("'Long' trains", output, StringComparison.Ordinal);
        Assert.Matches(@"configs[/\\]odd\.json\(1,95\): warning SCALE301: 'Odd': hidden_size 4096 does not divide into 24 heads", output);
        Assert.Equal("8030261248 15000000000000 200000000000", (await Shell.Succeeds(folder, "run --no-build")).Trim());

        // An edit of the file alone is compiled again.
        File.WriteAllText(Path.Combine(folder, "configs", "llama", "config.json"),
            Llama.Replace("\"num_hidden_layers\": 32", "\"num_hidden_layers\": 31", StringComparison.Ordinal));
        Assert.NotEqual("8030261248", (await Shell.Succeeds(folder, "run")).Trim().Split('\n')[^1].Split(' ')[0]);
    }

    private static string[] Comments(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .SelectMany(File.ReadAllLines)
        .Where(line => line.Contains("//", StringComparison.Ordinal))
        .Select(line => line[line.IndexOf("//", StringComparison.Ordinal)..])
        .ToArray();
}
