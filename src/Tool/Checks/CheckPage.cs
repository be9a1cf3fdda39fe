using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>The result of a check for people and for programs.</summary>
internal static class CheckPage
{
    private const int MostQuiet = 20;

    public static Page Of(IReadOnlyList<CheckedFile> files, Gate gate, IReadOnlyList<RunOption> options)
    {
        var page = new Page();
        foreach (var file in files.Where(file => file.Findings.Count > 0))
        {
            // The findings of a project are in its files.
            foreach (var group in file.Findings.GroupBy(finding => finding.Place.File.Length > 0 ? finding.Place.File : file.Path,
                StringComparer.Ordinal))
            {
                page.Heading(group.Key + (file.Kind is null or CheckedProjects.Kind ? "" : " (" + file.Kind + ")"));
                page.Table(["Line", "Rule", "", "What"], group.OrderBy(finding => finding.Place.Line).Select(finding => new[]
                {
                    finding.Place.Line > 0 ? finding.Place.Line.ToString(CultureInfo.InvariantCulture) : "",
                    finding.Rule,
                    finding.IsKnown ? "known" : gate.Fails(finding) ? "fails" : finding.Severity.ToString().ToLowerInvariant(),
                    finding.Origin is null ? finding.Message : NeedText.WithOptions(finding.Message, options),
                }).ToArray(), numbersRight: false);
            }
        }

        foreach (var file in files.Where(file => file.Source is { Run: not null, Needed.Count: > 0 }))
        {
            foreach (var need in file.Source!.Needed) page.Text($"{file.Path} {NeedText.Of(need, options)}");
        }

        var quiet = files.Where(file => file is { Failure: null, Findings.Count: 0, Source.Run: not null }).ToArray();
        if (quiet.Length > 0)
        {
            page.Text("Without findings: " + string.Join(", ", quiet.Take(MostQuiet).Select(file => file.Path + " (" + file.Kind + ")"))
                + (quiet.Length > MostQuiet ? FormattableString.Invariant($" and {quiet.Length - MostQuiet} more") : "") + ".");
        }

        // The counts are there, and yet no law is applied: that nothing is found means little.
        foreach (var file in files)
        {
            if (file.Source?.Run?.Estimate is { WhyNotAssessed: { } why, TrainingFlops: not null })
                page.Text($"{file.Path} is not assessed: {Words.Sentence(NeedText.WithOptions(why, options))}");
        }

        foreach (var law in files.Where(file => file is { Kind: OwnLawFiles.Kind, Failure: null, Notes.Count: > 0 }))
            page.Text($"{law.Path}: {Words.Sentence(string.Join("; ", law.Notes))}");
        var all = files.SelectMany(file => file.Findings).ToArray();
        int projects = files.Count(file => file is { Failure: null, Kind: CheckedProjects.Kind });
        int runs = files.Count(file =>
            file is { Failure: null, IsLeftOut: false, Kind: not (CheckedProjects.Kind or OwnLawFiles.Kind) });
        page.Text(Counted(runs, "run")
            + (projects > 0 ? Counted(projects, "project") : "") + Counted(all.Length, "finding")
            + FormattableString.Invariant($"{all.Count(gate.Fails)} fail the gate, ")
            + FormattableString.Invariant($"{all.Count(finding => finding.IsKnown)} known."));
        return page;
    }

    private static string Counted(int number, string what) =>
        FormattableString.Invariant($"{number} {what}{(number == 1 ? "" : "s")}, ");

    public static JsonObject Json(IReadOnlyList<CheckedFile> files, Gate gate)
    {
        var document = JsonForm.Document("check");
        document["files"] = JsonForm.List(files.Select(file => new JsonObject
        {
            ["file"] = file.Path,
            ["kind"] = file.Kind,
            ["failure"] = file.Failure,
            ["needed"] = JsonForm.Texts((file.Source?.Needed ?? []).Select(need => need.ToString())),
            ["problems"] = JsonForm.Texts((file.Source?.Problems ?? []).Select(problem => problem.Message).Concat(file.Notes)),
        }));
        document["findings"] = JsonForm.List(files.SelectMany(file => file.Findings).Select(finding =>
        {
            var json = finding.Json();
            json["isKnown"] = finding.IsKnown;
            json["failsGate"] = gate.Fails(finding);
            return json;
        }));
        document["failing"] = files.SelectMany(file => file.Findings).Count(gate.Fails);
        return document;
    }
}
