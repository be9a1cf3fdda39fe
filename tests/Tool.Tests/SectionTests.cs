using System;
using System.IO;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

/// <summary>Sections of settings files, and law files beside runs.</summary>
public sealed class SectionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-section-").FullName;

    // Gopher, Rae et al. 2021: 280B on 300B, far from the frontier of Hoffmann et al. 2022.
    public SectionTests() => Write("appsettings.json", """
        {
          "Logging": { "LogLevel": { "Default": "Information" } },
          "Training": {
            "Parameters": 280000000000,
            "Tokens": "300B"
          }
        }
        """);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData(".")]
    public void A_section_is_checked_where_its_values_are(string path)
    {
        var finding = Assert.Single(Findings("check", path, "--section", "Training"))!;

        Assert.Equal(("SCALE001", "appsettings.json", 5), ((string)finding["rule"]!, (string)finding["file"]!, (int)finding["line"]!));
    }

    [Fact]
    public void Options_of_the_command_and_of_editorconfig_count_for_a_section()
    {
        Write(".editorconfig",
            "root = true\n[*.json]\ndotnet_diagnostic.SCALE001.severity = error\nscaling_analyzers.law = llama-3-2024\n");
        var finding = Assert.Single(Findings("check", ".", "--section", "Training"))!;
        Assert.Equal("error", (string)finding["severity"]!);
        Assert.Contains("llama-3-2024", (string)finding["message"]!, StringComparison.Ordinal);

        var given = Findings("check", ".", "--section", "Training", "--law", "kaplan-2020");
        Assert.NotEmpty(given);
        Assert.All(given, one => Assert.Contains("kaplan-2020", (string)one!["message"]!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--section: the file has no section 'Trainig'; did you mean 'Training'?\n", "--section", "Trainig")]
    [InlineData(" --section names the section of a settings file.\n")]
    public void A_section_that_is_missing_or_not_named_is_asked_for(string expected, params string[] options)
    {
        var (code, _, error) = Scaling.Run(_folder, ["check", "appsettings.json", .. options]);

        Assert.Equal(2, code);
        Assert.EndsWith(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_beside_runs_is_named_and_can_be_chosen_by_its_id()
    {
        Write("our.law.json", LawFile.Write(LawCatalog.Default).Replace("\"besiroglu-2024\"", "\"our-2026\"", StringComparison.Ordinal));
        Write("run.yaml", File.ReadAllText(
            Path.Combine(Facts.RepositoryRoot, "tests", "RunFiles.Tests", "Files", "nanotron-smollm1-135m.yaml")));

        Assert.Contains("our.law.json: the law 'our-2026' can be named here", Scaling.Run(_folder, "check", ".").Output,
            StringComparison.Ordinal);
        var findings = Findings("check", "appsettings.json", "--section", "Training", "--law", "our-2026");
        Assert.Contains("our-2026", (string)Assert.Single(findings)!["message"]!, StringComparison.Ordinal);
        var (code, output, error) = Scaling.Run(_folder, "estimate", "run.yaml", "--law", "our-2026", "--json");
        Assert.True(code == 0, error);
        Assert.Equal("our-2026", (string)JsonNode.Parse(output)!["law"]!);
    }

    [Fact]
    public void A_broken_law_beside_runs_cannot_be_checked()
    {
        Write("our.law.json", "{ \"id\": ");

        var (code, _, error) = Scaling.Run(_folder, "check", ".");

        Assert.Equal(2, code);
        Assert.StartsWith("error: our.law.json: is not a law file: line 1: ", error, StringComparison.Ordinal);
    }

    private JsonNode?[] Findings(params string[] arguments) =>
        [.. JsonNode.Parse(Scaling.Run(_folder, [.. arguments, "--json"]).Output)!["findings"]!.AsArray()];

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
