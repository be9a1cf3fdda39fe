using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Tool.Input;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>Findings that are accepted as known: the JSON of an earlier `scaling check --json`.</summary>
internal sealed class Baseline
{
    private readonly HashSet<(string File, string Rule, string Run, string Member)> _known = [];

    /// <summary>Nothing is known.</summary>
    public static Baseline None { get; } = new();

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="CommandException">The file cannot be read, or is no result of a check.</exception>
    public static Baseline Read(string path)
    {
        var baseline = new Baseline();
        try
        {
            var document = JsonNode.Parse(Known.Text("--baseline", path));
            foreach (var finding in document?["findings"]?.AsArray() ?? throw new JsonException("there are no findings"))
            {
                baseline._known.Add((Text(finding, "file"), Text(finding, "rule"), Text(finding, "run"), Text(finding, "member")));
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new CommandException($"--baseline: '{path}' is not a result of 'scaling check --json': {error.Message.TrimEnd('.')}.");
        }

        return baseline;
    }

    /// <summary>Whether a finding is known.</summary>
    public bool Has(CheckFinding finding) => _known.Contains((finding.Place.File, finding.Rule, finding.Run, finding.Member));

    /// <summary>The files with the known findings marked.</summary>
    public IReadOnlyList<CheckedFile> Marked(IEnumerable<CheckedFile> files) => files.Select(file =>
        file with { Findings = file.Findings.Select(finding => finding with { IsKnown = Has(finding) }).ToArray() }).ToArray();

    private static string Text(JsonNode? finding, string key) => finding?[key]?.GetValue<string>() ?? "";
}
