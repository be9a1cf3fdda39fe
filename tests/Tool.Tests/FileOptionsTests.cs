using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace ScalingAnalyzers.Tests;

/// <summary>.editorconfig and .globalconfig apply to run files as to C#: options, severities, root, nearer files
/// first.</summary>
public sealed class FileOptionsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-options-").FullName;

    public FileOptionsTests()
    {
        // 135M on 2.1T tokens: SCALE004 by default.
        Directory.CreateDirectory(Path.Combine(_folder, "runs"));
        File.Copy(Path.Combine(Facts.RepositoryRoot, "tests", "RunFiles.Tests", "Files", "nanotron-smollm1-135m.yaml"),
            Path.Combine(_folder, "runs", "run.yaml"));
        File.WriteAllText(Path.Combine(_folder, ".editorconfig"), "root = true\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(".editorconfig", "root = true\n", "SCALE004 warning")]
    [InlineData(".editorconfig", "root = true\n[*.yaml]\nscaling_analyzers.intent = InferenceOptimal\n", "")]
    [InlineData(".editorconfig", "root = true\n[*.toml]\nscaling_analyzers.intent = InferenceOptimal\n", "SCALE004 warning")]
    [InlineData(".editorconfig", "root = true\n[*.yaml]\ndotnet_diagnostic.SCALE004.severity = none\n", "")]
    [InlineData(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.SCALE004.severity = error\n", "SCALE004 error")]
    [InlineData(".editorconfig", "root = true\n[*.yaml]\nscaling_analyzers.min_flops = 1e23\n", "")]
    [InlineData(".globalconfig", "is_global = true\nscaling_analyzers.min_flops = 1e23\n", "")]
    [InlineData(".globalconfig", "is_global = true\ndotnet_diagnostic.SCALE004.severity = suggestion\n", "SCALE004 info")]
    [InlineData("runs/.editorconfig", "[*.yaml]\nscaling_analyzers.min_flops = 1e23\n", "")]
    public void Options_of_files_decide(string file, string text, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, file), text);
        var findings = JsonNode.Parse(Scaling.Run(_folder, "check", "runs", "--json").Output)!["findings"]!.AsArray();

        Assert.Equal(expected, string.Join(", ", findings.Select(finding =>
            (string)finding!["rule"]! + " " + (string)finding["severity"]!)));
    }

    [Fact]
    public void An_option_that_cannot_be_read_is_noted_and_its_rules_report_nothing()
    {
        File.WriteAllText(Path.Combine(_folder, ".editorconfig"), "root = true\n[*]\nscaling_analyzers.law = hofmann\n");
        var (code, output, error) = Scaling.Run(_folder, "check", "runs", "--json");

        Assert.Equal(0, code);
        Assert.Empty(JsonNode.Parse(output)!["findings"]!.AsArray());
        Assert.Contains("note: runs/run.yaml: scaling_analyzers.law is 'hofmann'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_line_is_nearer_than_a_file()
    {
        File.WriteAllText(Path.Combine(_folder, ".editorconfig"), "root = true\n[*]\nscaling_analyzers.law = kaplan-2020\n");
        string output = Scaling.Run(_folder, "check", "runs", "--law", "porian-2024").Output;

        Assert.Contains("porian-2024", output, StringComparison.Ordinal);
    }
}
