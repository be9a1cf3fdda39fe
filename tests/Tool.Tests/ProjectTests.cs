using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace ScalingAnalyzers.Tests;

/// <summary>`scaling check` of C# projects and solutions: one set of findings with `dotnet build` and a language
/// server.</summary>
[Trait("Category", "Slow")]
public sealed class ProjectTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Facts.RepositoryRoot, "samples", "PublishedRuns");
    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-project-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The sample prints its warnings in each build; its published runs have findings of several rules and severities.
    [Fact]
    public void A_project_has_one_set_of_findings_in_its_build_in_the_command_and_in_a_language_server()
    {
        string[] built = OfBuild(), found = OfCheck(Facts.RepositoryRoot, "samples/PublishedRuns/PublishedRuns.csproj");

        Assert.NotEmpty(built);
        Assert.Equal(built, found);
        string? program = LanguageServer.Install(_folder);
        Assert.SkipWhen(program is null, "csharp-ls cannot be installed here.");
        using var server = LanguageServer.Open(program!, Sample);
        string[] shown = Directory.EnumerateFiles(Sample, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && !path.Contains(Path.DirectorySeparatorChar + "bin" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .SelectMany(path => server.Diagnostics(path).Where(one => one.Id.StartsWith("SCALE", StringComparison.Ordinal))
                .Select(one => Line(one.Id, Path.GetRelativePath(Facts.RepositoryRoot, path), one.Line, Severity(one.Severity),
                    one.Message)))
            .Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(built, shown);
    }

    [Theory]
    [InlineData("Runs.sln")]
    [InlineData("Runs.slnx")]
    [InlineData(".")]
    public void A_solution_has_the_findings_of_its_projects(string path)
    {
        string project = Path.Combine(Sample, "PublishedRuns.csproj");
        Dotnet.Run(_folder, "new", "sln", "-n", "Runs", "-f", path == "Runs.sln" ? "sln" : "slnx");
        var (code, output) = Dotnet.Run(_folder, "sln", "add", project);
        Assert.True(code == 0, output);
        string[] expected = OfCheck(Facts.RepositoryRoot, "samples/PublishedRuns/PublishedRuns.csproj");

        string[] found = OfCheck(path == "." ? Sample : _folder, path);

        Assert.NotEmpty(expected);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_project_that_does_not_exist_is_named()
    {
        var (code, _, error) = Scaling.Line("scaling check no-such.csproj");

        Assert.Equal(2, code);
        Assert.Contains("'no-such.csproj' does not exist", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_whose_analyzers_cannot_be_loaded_is_named_and_is_no_crash()
    {
        string broken = Path.Combine(_folder, "ScalingAnalyzers.Analyzers.dll");
        File.WriteAllText(broken, "this is no assembly");
        File.WriteAllText(Path.Combine(_folder, "Broken.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><Analyzer Include="{broken}" /></ItemGroup>
            </Project>
            """);
        Assert.Equal(0, Dotnet.Run(_folder, "restore").Code);

        var (code, _, error) = Scaling.Start(_folder, "check", "Broken.csproj");

        Assert.Equal(2, code);
        Assert.Contains("Broken.csproj: the analyzers of the project's package, '" + broken + "', cannot be loaded: ", error,
            StringComparison.Ordinal);
    }

    private static string[] OfCheck(string folder, string path)
    {
        var (_, output, error) = Scaling.Start(folder, "check", path, "--json");
        Assert.Empty(error);
        return JsonNode.Parse(output)!["findings"]!.AsArray().Select(finding => Line((string)finding!["rule"]!,
                Path.GetRelativePath(Facts.RepositoryRoot, Path.Combine(folder, (string)finding["file"]!)), (int)finding["line"]!,
                (string)finding["severity"]!, (string)finding["message"]!))
            .Order(StringComparer.Ordinal).ToArray();
    }

    private string[] OfBuild()
    {
        string log = Path.Combine(_folder, "build.sarif");
        var (code, output) = Dotnet.Run(Facts.RepositoryRoot, "build", Path.Combine("samples", "PublishedRuns", "PublishedRuns.csproj"),
            "--no-incremental", "--no-dependencies", "-nologo", "-p:RunAnalyzers=true", "-p:ErrorLog=" + log + "%2cversion=2.1");
        Assert.True(code == 0, output);
        return JsonNode.Parse(File.ReadAllText(log))!["runs"]![0]!["results"]!.AsArray()
            .Where(result => ((string)result!["ruleId"]!).StartsWith("SCALE", StringComparison.Ordinal) && result["suppressions"] is null)
            .Select(OfLog).Distinct().Order(StringComparer.Ordinal).ToArray();
    }

    private static string OfLog(JsonNode? result)
    {
        var place = result!["locations"]![0]!["physicalLocation"]!;
        return Line((string)result["ruleId"]!,
            Path.GetRelativePath(Facts.RepositoryRoot, new Uri((string)place["artifactLocation"]!["uri"]!).LocalPath),
            (int)place["region"]!["startLine"]!, (string)result["level"]! == "note" ? "info" : (string)result["level"]!,
            (string)result["message"]!["text"]!);
    }

    private static string Severity(int level) => level switch { 1 => "error", 2 => "warning", _ => "info" };

    private static string Line(string rule, string file, int line, string severity, string message) =>
        FormattableString.Invariant($"{rule} {file.Replace('\\', '/')} {line} {severity} {message}");
}
