using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>One finding of a check with its place, of a run file or of a project.</summary>
internal sealed record CheckFinding(string Rule, FindingSeverity Severity, string Run, string Member, string Message, Place Place)
{
    /// <summary>Whether the baseline has it.</summary>
    public bool IsKnown { get; init; }

    /// <summary>The finding of a run file or config.json; null where a project's analyzers report it.</summary>
    public Finding? Origin { get; init; }

    /// <summary>The numbers behind the message; docs/sarif.md names them.</summary>
    public IReadOnlyDictionary<string, double> Numbers { get; init; } = new Dictionary<string, double>(System.StringComparer.Ordinal);

    /// <summary>Keys and titles of the fixes.</summary>
    public IReadOnlyList<(string Key, string Title)> Fixes { get; init; } = [];

    /// <summary>The page of the rule.</summary>
    public string Help { get; init; } = "";

    /// <summary>A finding of a run file, with the severity that options give it.</summary>
    public static CheckFinding Of(Finding finding, Place place, FindingSeverity severity) =>
        new(finding.Rule.Id, severity, finding.Run, finding.Member, finding.Message, place)
        {
            Numbers = finding.Numbers,
            Fixes = finding.Fixes.Select(fix => (fix.Kind.Key, fix.Title)).ToArray(),
            Help = finding.Rule.Page,
            Origin = finding,
        };

    /// <summary>The finding in JSON.</summary>
    public JsonObject Json() => new()
    {
        ["rule"] = Rule,
        ["severity"] = Severity.ToString().ToLowerInvariant(),
        ["run"] = Run,
        ["message"] = Message,
        ["member"] = Member,
        ["file"] = Place.File.Length > 0 ? Place.File : null,
        ["line"] = Place.Line > 0 ? Place.Line : null,
        ["column"] = Place.Line > 0 ? Place.Column : null,
        ["numbers"] = new JsonObject(Numbers.OrderBy(pair => pair.Key, System.StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, JsonForm.Number(pair.Value)))),
        ["help"] = Help,
        ["fixes"] = JsonForm.List(Fixes.Select(fix => new JsonObject { ["key"] = fix.Key, ["title"] = fix.Title })),
    };
}
