using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>Findings in SARIF 2.1.0, as code scanning reads it; the keys of properties are those of
/// docs/sarif.md.</summary>
internal static class Sarif
{
    public static JsonObject Of(IReadOnlyList<CheckedFile> files)
    {
        var findings = files.SelectMany(file => file.Findings).ToArray();
        var rules = RuleTable.All.Where(rule => findings.Any(finding => finding.Rule == rule.Id));
        return new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "ScalingAnalyzers",
                        ["rules"] = JsonForm.List(rules.Select(RuleOf)),
                    },
                },
                ["invocations"] = new JsonArray(new JsonObject
                {
                    ["executionSuccessful"] = files.All(file => file.Failure is null),
                    ["toolExecutionNotifications"] = JsonForm.List(files.SelectMany(NotificationsOf)),
                }),
                ["results"] = JsonForm.List(findings.Select(ResultOf)),
            }),
        };
    }

    // What is no finding of a rule: files that could not be checked, and what is wrong with a file itself.
    private static IEnumerable<JsonObject> NotificationsOf(CheckedFile file)
    {
        if (file.Failure is { } failure) yield return Notification("error", failure, new Input.Place(file.Path, 0, 0));
        else foreach (var (place, problem) in file.Source?.Problems ?? []) yield return Notification("warning", problem, place);
        foreach (string note in file.Notes) yield return Notification("note", note, new Input.Place(file.Path, 0, 0));
    }

    private static JsonObject Notification(string level, string message, Input.Place place) => new()
    {
        ["level"] = level,
        ["message"] = new JsonObject { ["text"] = message },
        ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = LocationOf(place) }),
    };

    private static JsonObject LocationOf(Input.Place place) => new()
    {
        ["artifactLocation"] = new JsonObject { ["uri"] = UriOf(CheckedFiles.Shown(place.File)) },
        ["region"] = new JsonObject
        {
            ["startLine"] = System.Math.Max(1, place.Line),
            ["startColumn"] = System.Math.Max(1, place.Column),
        },
    };

    private static JsonObject RuleOf(Rule rule) => new()
    {
        ["id"] = rule.Id,
        ["name"] = rule.Name,
        ["shortDescription"] = new JsonObject { ["text"] = rule.Title },
        ["fullDescription"] = new JsonObject { ["text"] = rule.Description },
        ["helpUri"] = rule.Page,
        ["defaultConfiguration"] = new JsonObject { ["level"] = LevelOf(rule.Severity) },
    };

    private static JsonObject ResultOf(CheckFinding placed)
    {
        var result = new JsonObject
        {
            ["ruleId"] = placed.Rule,
            ["level"] = LevelOf(placed.Severity),
            ["message"] = new JsonObject { ["text"] = placed.Message },
            ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = LocationOf(placed.Place) }),
            ["properties"] = new JsonObject(placed.Numbers.OrderBy(pair => pair.Key, System.StringComparer.Ordinal)
                .Select(pair => KeyValuePair.Create(pair.Key, JsonForm.Number(pair.Value)))),
        };
        if (placed.IsKnown)
            result["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "external", ["justification"] = "in the baseline" });
        return result;
    }

    // Relative paths stay relative; each part is escaped.
    private static string UriOf(string path) => System.IO.Path.IsPathRooted(path)
        ? new System.Uri(path).AbsoluteUri
        : string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));

    private static string LevelOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        FindingSeverity.Info => "note",
        _ => "none",
    };
}
