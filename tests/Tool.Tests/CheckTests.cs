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

    [Theory]
    [InlineData("none", "warning")]
    [InlineData("SCALE301", "error")]
    public void GitHub_gets_annotations_on_lines_and_errors_where_the_gate_fails(string failOn, string level) => Assert.Contains(
        "::" + level + " file=odd/config.json,line=6,col=",
            Scaling.Run(_folder, "check", ".", "--format", "github", "--fail-on", failOn).Output, StringComparison.Ordinal);

    [Fact]
    public void A_folder_without_a_run_could_not_be_checked()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "empty"));

        var (code, _, error) = Scaling.Run(_folder, "check", "empty");

        Assert.Equal(2, code);
        Assert.Equal("error: no run file, config.json or project is in empty.\n", error.ReplaceLineEndings("\n"));
    }

    // A run with one indentation too few is found in a folder as a file that nobody can read.
    [Fact]
    public void A_file_of_a_folder_that_cannot_be_read_is_told_and_is_no_run()
    {
        File.WriteAllText(Path.Combine(_folder, "odd", "train.yaml"), "model:\n  d_model: 4096\n n_heads: 32\n");

        var (code, output, error) = Scaling.Run(_folder, "check", "odd");

        Assert.Equal(0, code);
        Assert.Contains("1 run, ", output, StringComparison.Ordinal);
        Assert.StartsWith("note: odd/train.yaml is not checked: line 3: This is not YAML: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_no_law_is_applied_to_is_named_with_the_option_that_would_help()
    {
        File.WriteAllText(Path.Combine(_folder, "tuned.yaml"), """
            model_name_or_path: meta-llama/Llama-2-7b-hf
            per_device_train_batch_size: 8
            gradient_accumulation_steps: 4
            learning_rate: 3.0e-5
            max_steps: 1000
            output_dir: out
            """);

        string output = Scaling.Run(
            _folder, "check", "tuned.yaml", "--parameters", "6.7B", "--sequence-length", "4096", "--gpus", "8").Output;

        Assert.Contains("tuned.yaml is not assessed: 'model_name_or_path' suggests that the run does not start from scratch;",
            output.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("declare its --stage.", output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

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
