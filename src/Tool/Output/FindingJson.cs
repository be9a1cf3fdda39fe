using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Tool.Input;

namespace ScalingAnalyzers.Tool.Output;

/// <summary>A finding in JSON.</summary>
internal static class FindingJson
{
    public static JsonObject Of(Finding finding, Place place) => new()
    {
        ["rule"] = finding.Rule.Id,
        ["severity"] = finding.Severity.ToString().ToLowerInvariant(),
        ["run"] = finding.Run,
        ["message"] = finding.Message,
        ["member"] = finding.Member,
        ["file"] = place.File.Length > 0 ? place.File : null,
        ["line"] = place.Line > 0 ? place.Line : null,
        ["column"] = place.Line > 0 ? place.Column : null,
        ["numbers"] = new JsonObject(finding.Numbers.OrderBy(pair => pair.Key, System.StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, JsonForm.Number(pair.Value)))),
        ["help"] = finding.Rule.Page,
        ["fixes"] = JsonForm.List(finding.Fixes.Select(fix => new JsonObject { ["key"] = fix.Kind.Key, ["title"] = fix.Title })),
    };
}
