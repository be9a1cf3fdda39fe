using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using global::Json.Schema;

namespace ScalingAnalyzers.Tests;

/// <summary>What --format sarif writes is accepted by the schema of SARIF 2.1.0, which the package Sarif.Sdk (MIT)
/// contains.</summary>
public sealed class SarifTests : IDisposable
{
    private static readonly JsonSchema Schema =
        JsonSchema.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", "sarif-2.1.0.json")));

    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-sarif-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Findings of several severities; a key that is written twice; a law file and a file that cannot be checked.
    [Fact]
    public void Findings_problems_and_failures_follow_the_schema()
    {
        string run = File.ReadAllText(Path.Combine(Facts.RepositoryRoot, "tests", "RunFiles.Tests", "Files", "mpt-7b.yaml"));
        File.WriteAllText(Path.Combine(_folder, "a b.yaml"), run.Replace("n_heads: 32", "n_heads: 30", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(_folder, "twice.yaml"), run + "\nmax_seq_len: 4096\n");
        File.WriteAllText(Path.Combine(_folder, "broken.law.json"), "{");
        Directory.CreateDirectory(Path.Combine(_folder, "wrong"));
        File.WriteAllText(Path.Combine(_folder, "wrong", "d%.yaml"),
            run.Replace("d_model: 4096", "d_model: wide", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(_folder, "known.json"), Scaling.Run(_folder, "check", "a b.yaml", "--json").Output);

        string output = Scaling.Run(_folder, "check", ".", "--format", "sarif", "--baseline", "known.json").Output;
        var results = JsonNode.Parse(output)!["runs"]![0]!["results"]!.AsArray();
        var notes = JsonNode.Parse(output)!["runs"]![0]!["invocations"]![0]!["toolExecutionNotifications"]!.AsArray();

        Assert.Empty(Problems(output));
        Assert.Contains(results, result => (string)result!["ruleId"]! == "SCALE902" && (string)result["level"]! == "error");
        Assert.Contains(results, result => result!["suppressions"] is not null);
        Assert.Contains(notes, note =>
            ((string)note!["message"]!["text"]!).Contains("'max_seq_len' is written twice", StringComparison.Ordinal));
        Assert.Contains(notes, note => (string)note!["level"]! == "error");
        foreach (var result in results)
        {
            string uri = (string)result!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!;
            Assert.True(File.Exists(Path.Combine(_folder, Uri.UnescapeDataString(uri))), uri);
        }
    }

    [Theory]
    [InlineData("\"2.1.0\"", "\"2.0\"")]
    [InlineData("\"level\"", "\"severity\"")]
    [InlineData("\"startLine\": 1", "\"startLine\": 0")]
    public void The_schema_refuses_what_is_no_sarif(string from, string to)
    {
        File.WriteAllText(Path.Combine(_folder, "broken.law.json"), "{");
        string output = Scaling.Run(_folder, "check", ".", "--format", "sarif").Output;
        Assert.Contains(from, output, StringComparison.Ordinal);

        Assert.NotEmpty(Problems(output.Replace(from, to, StringComparison.Ordinal)));
    }

    private static string[] Problems(string text)
    {
        var result = Schema.Evaluate(JsonNode.Parse(text), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : result.Details.Where(detail => detail.HasErrors)
            .SelectMany(detail => detail.Errors!.Select(error => detail.InstanceLocation + ": " + error.Value)).ToArray();
    }
}
