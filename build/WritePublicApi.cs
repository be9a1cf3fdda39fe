// Writes the lists of the public API anew: dotnet run build/WritePublicApi.cs
// src/*/PublicAPI/PublicAPI.Unshipped.txt holds what all target frameworks have, PublicAPI/<framework>/ what only some
// have. What is in PublicAPI.Shipped.txt stays there; what of it is gone becomes a *REMOVED* line.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

const string Unshipped = "PublicAPI.Unshipped.txt";

string root = Directory.GetCurrentDirectory();
if (!File.Exists(Path.Combine(root, "ScalingAnalyzers.sln")))
    throw new InvalidOperationException("Run this at the root of the repository.");

Write("src/Runtime", "netstandard2.0", "net8.0", "net10.0");
Write("src/Fitting", "net8.0", "net10.0");
Write("src/Report", "net8.0", "net10.0");
Write("src/RunFiles", "net8.0", "net10.0");

void Write(string project, params string[] frameworks)
{
    string folder = Path.Combine(root, project, "PublicAPI");
    foreach (string list in Directory.GetFiles(folder, Unshipped, SearchOption.AllDirectories)) Save(list, []);

    var apis = frameworks.ToDictionary(framework => framework, framework => Read(project, framework));
    var common = apis.Values.Aggregate((all, next) => all.Intersect(next).ToHashSet());
    Save(Path.Combine(folder, Unshipped), common);
    foreach (string framework in frameworks)
    {
        var own = apis[framework].Except(common).ToHashSet();
        string list = Path.Combine(folder, framework, Unshipped);
        if (own.Count > 0 || File.Exists(list)) Save(list, own);
    }
}

// A build with empty lists reports each public symbol that is in none, with its line of the list.
HashSet<string> Read(string project, string framework)
{
    string log = Path.GetTempFileName();
    string[] arguments =
    [
        "build", project, "-f", framework, "--no-incremental", "-v", "q", "-m:1",
        "-p:RunAnalyzersDuringBuild=true", "-p:TreatWarningsAsErrors=false", "-p:BuildProjectReferences=" + (project == "src/Runtime" ? "true" : "false"),
        "-p:ErrorLog=" + log + "%2cversion=2.1",
    ];
    using var build = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
    string output = build.StandardOutput.ReadToEnd();
    build.WaitForExit();
    if (build.ExitCode != 0) throw new InvalidOperationException(output);

    using var sarif = JsonDocument.Parse(File.ReadAllText(log));
    File.Delete(log);
    var lines = new HashSet<string>();
    foreach (var result in sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
    {
        string text = result.GetProperty("message").GetProperty("text").GetString()!;
        if (result.GetProperty("ruleId").GetString() == "RS0016") lines.Add(Regex.Match(text, "^Symbol '(.*)' is not").Groups[1].Value);
        if (result.GetProperty("ruleId").GetString() == "RS0017")
            lines.Add("*REMOVED*" + Regex.Match(text, "^Symbol '(.*)' is part").Groups[1].Value);
    }

    if (lines.Count == 0) throw new InvalidOperationException("No analyzer has read " + project + "; its lists are empty now: restore them.");
    Console.WriteLine($"{project} {framework}: {lines.Count} lines");
    return lines;
}

static void Save(string path, IEnumerable<string> lines)
{
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, "#nullable enable\n" + string.Concat(lines.Order(StringComparer.Ordinal).Select(line => line + "\n")));
}
