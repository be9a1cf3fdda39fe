using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace ScalingAnalyzers.Tests;

/// <summary>`scaling check` of a C# project: the findings are those that `dotnet build` reports.</summary>
[Trait("Category", "Slow")]
public sealed class ProjectTests : IDisposable
{
    private readonly string _log = Path.Combine(Directory.CreateTempSubdirectory("scaling-project-").FullName, "build.sarif");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_log)!, recursive: true);

    // The sample prints its warnings in each build; its published runs have findings of several rules and severities.
    [Fact]
    public void A_project_has_the_findings_of_its_build()
    {
        string project = Path.Combine("samples", "PublishedRuns", "PublishedRuns.csproj");
        var (built, output) = Dotnet.Run(Facts.RepositoryRoot, "build", project, "--no-incremental", "--no-dependencies", "-nologo",
            "-p:RunAnalyzers=true", "-p:ErrorLog=" + _log + "%2cversion=2.1");
        Assert.True(built == 0, output);
        var results = JsonNode.Parse(File.ReadAllText(_log))!["runs"]![0]!["results"]!.AsArray();
        string[] expected = results.Where(result => ((string)result!["ruleId"]!).StartsWith("SCALE", StringComparison.Ordinal)
                && result["suppressions"] is null)
            .Select(result => (string)result!["ruleId"]! + " "
                + (int)result["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]! + " " + (string)result["message"]!["text"]!)
            .Distinct().Order(StringComparer.Ordinal).ToArray();

        var checkedProject = JsonNode.Parse(
            Scaling.Start(Facts.RepositoryRoot, "check", project.Replace('\\', '/'), "--json").Output)!;
        string[] found = checkedProject["findings"]!.AsArray()
            .Select(finding => (string)finding!["rule"]! + " " + (int)finding["line"]! + " " + (string)finding["message"]!)
            .Order(StringComparer.Ordinal).ToArray();

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
}
