using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// What --format github writes, read by the grammar of workflow commands: `::name key=value,key=value::data`, where
/// data escape %, CR and LF, and values also `:` and `,` (docs.github.com, "Workflow commands for GitHub Actions").
/// </summary>
public sealed partial class GitHubAnnotationTests : IDisposable
{
    private static readonly string[] Keys = ["file", "line", "endLine", "col", "endColumn", "title"];
    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-github-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_line_is_a_command_that_gives_back_file_line_and_message()
    {
        string run = File.ReadAllText(Path.Combine(Facts.RepositoryRoot, "tests", "RunFiles.Tests", "Files", "mpt-7b.yaml"));
        File.WriteAllText(Path.Combine(_folder, "a,b%20:c.yaml"), run.Replace("n_heads: 32", "n_heads: 30", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(_folder, "twice.yaml"), run + "\nmax_seq_len: 4096\n");
        var findings = JsonNode.Parse(Scaling.Run(_folder, "check", ".", "--json").Output)!["findings"]!.AsArray();

        var commands = Scaling.Run(_folder, "check", ".", "--format", "github").Output.TrimEnd('\n').Split('\n').Select(Read).ToArray();

        Assert.NotEmpty(findings);
        foreach (var finding in findings)
        {
            Assert.Contains(commands, command => command.Properties["file"] == (string)finding!["file"]!
                && command.Properties.GetValueOrDefault("line") == finding["line"]?.ToString()
                && command.Properties.GetValueOrDefault("title") == (string)finding["rule"]!
                && command.Data == (string)finding["message"]!);
        }

        Assert.Contains(commands, command => command.Name == "notice" && command.Properties["file"] == "twice.yaml");
    }

    private static (string Name, Dictionary<string, string> Properties, string Data) Read(string line)
    {
        var match = Command().Match(line);
        Assert.True(match.Success, line);
        string[] pairs = match.Groups["properties"].Value.Split(',');
        var properties = pairs.ToDictionary(pair => pair[..pair.IndexOf('=', StringComparison.Ordinal)],
            pair => Unescaped(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]), StringComparer.Ordinal);
        Assert.All(properties.Keys, key => Assert.Contains(key, Keys));
        return (match.Groups["name"].Value, properties, Unescaped(match.Groups["data"].Value));
    }

    private static string Unescaped(string text) => text.Replace("%3A", ":", StringComparison.Ordinal)
        .Replace("%2C", ",", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal)
        .Replace("%0A", "\n", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);

    [GeneratedRegex("^::(?<name>notice|warning|error) (?<properties>[^:]*)::(?<data>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();
}
