using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace ScalingAnalyzers.Tests;

/// <summary>`scaling check` on a folder of three files: one with odd dimensions, one run, one that is no run.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-check-").FullName;

    public CheckTests()
    {
        // Llama 2 7B (Touvron et al. 2023), with a vocabulary and heads that do not divide.
        Directory.CreateDirectory(Path.Combine(_folder, "odd"));
        File.WriteAllText(Path.Combine(_folder, "odd", "config.json"), """
            {
              "model_type": "llama",
              "hidden_size": 4096,
              "intermediate_size": 11008,
              "num_hidden_layers": 32,
              "num_attention_heads": 30,
              "vocab_size": 32001
            }
            """);
        File.WriteAllText(Path.Combine(_folder, "package.json"), """{ "name": "something else" }""");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_is_checked_with_places_and_other_files_are_left_alone()
    {
        var (code, output, error) = Scaling.Run(_folder, "check", ".", "--json");
        var document = JsonNode.Parse(output)!;
        var heads = document["findings"]!.AsArray().Single(finding => (string)finding!["rule"]! == "SCALE301")!;

        Assert.Equal(0, code);
        Assert.Empty(error);
        Assert.Equal("odd/config.json", (string)heads["file"]!);
        Assert.Equal(6, (int)heads["line"]!);
        Assert.Equal(["odd/config.json"], document["files"]!.AsArray().Select(file => (string)file!["file"]!));
    }

    [Fact]
    public void A_model_that_is_not_counted_is_named_with_its_reason()
    {
        string path = Path.Combine(_folder, "odd", "config.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("llama", "lama", StringComparison.Ordinal)
            .Replace("30", "32", StringComparison.Ordinal).Replace("32001", "32000", StringComparison.Ordinal));

        var (code, output, error) = Scaling.Run(_folder, "check", "odd/config.json");

        Assert.Equal(0, code);
        Assert.Contains("1 run, ", output, StringComparison.Ordinal);
        Assert.StartsWith("note: odd/config.json(2,17): model_type 'lama' is not a family that is counted; there ", error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("SCALE301", 1)]
    [InlineData("scale301,error", 1)]
    [InlineData("warning", 1)]
    [InlineData("error", 0)]
    [InlineData("none", 0)]
    public void Advice_fails_only_where_it_is_asked_for(string? failOn, int expected)
    {
        string[] gate = failOn is null ? [] : ["--fail-on", failOn];

        Assert.Equal(expected, Scaling.Run(_folder, ["check", ".", .. gate]).Code);
    }

    [Fact]
    public void A_baseline_accepts_what_it_has()
    {
        File.WriteAllText(Path.Combine(_folder, "known.json"), Scaling.Run(_folder, "check", "odd", "--json").Output);

        Assert.Equal(1, Scaling.Run(_folder, "check", "odd", "--fail-on", "info").Code);
        Assert.Equal(0, Scaling.Run(_folder, "check", "odd", "--fail-on", "info", "--baseline", "known.json").Code);
        Assert.Equal(2, Scaling.Run(_folder, "check", "odd", "--baseline", "odd/config.json").Code);
    }

    [Fact]
    public void GitHub_gets_annotations_on_lines() => Assert.Contains(
        "::warning file=odd/config.json,line=6,col=", Scaling.Run(_folder, "check", ".", "--format", "github").Output,
            StringComparison.Ordinal);

    [Fact]
    public void Sarif_names_rule_level_and_region()
    {
        var run = JsonNode.Parse(Scaling.Run(_folder, "check", ".", "--format", "sarif").Output)!["runs"]![0]!;
        var result = run["results"]!.AsArray().Single(result => (string)result!["ruleId"]! == "SCALE301")!;
        var location = result["locations"]![0]!["physicalLocation"]!;

        Assert.Equal("warning", (string)result["level"]!);
        Assert.Equal("odd/config.json", (string)location["artifactLocation"]!["uri"]!);
        Assert.Equal(6, (int)location["region"]!["startLine"]!);
        Assert.Contains(run["tool"]!["driver"]!["rules"]!.AsArray(), rule => (string)rule!["id"]! == "SCALE301");
    }

    [Fact]
    public void A_named_file_that_is_no_run_cannot_be_checked()
    {
        var (code, _, error) = Scaling.Run(_folder, "check", "package.json");

        Assert.Equal(2, code);
        Assert.Contains("package.json", error, StringComparison.Ordinal);
    }
}
