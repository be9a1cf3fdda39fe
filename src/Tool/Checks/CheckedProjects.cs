using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Tool.Input;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>
/// C# projects and solutions, loaded as an IDE does. The analyzers are those of the project's own package where it has
/// one, else ours.
/// </summary>
internal static class CheckedProjects
{
    /// <summary>What the output calls such a file.</summary>
    public const string Kind = "C# project";

    private const string OurAssembly = "ScalingAnalyzers.Analyzers.";

    /// <summary>Loads and checks.</summary>
    /// <exception cref="CommandException">A path does not exist.</exception>
    public static IReadOnlyList<CheckedFile> Of(IReadOnlyList<string> paths, CancellationToken cancellation = default)
    {
        if (paths.FirstOrDefault(path => !File.Exists(path)) is { } missing)
            throw new CommandException($"path: '{missing}' does not exist.");
        return Load(paths, cancellation).GetAwaiter().GetResult();
    }

    private static async Task<IReadOnlyList<CheckedFile>> Load(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        using var workspace = MSBuildWorkspace.Create();
        var failures = new List<string>();
        using var watch = workspace.RegisterWorkspaceFailedHandler(failed =>
        {
            if (failed.Diagnostic.Kind == WorkspaceDiagnosticKind.Failure) lock (failures) failures.Add(failed.Diagnostic.Message);
        });
        var files = new List<CheckedFile>();
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            try
            {
                foreach (string project in await Opened(workspace, path, cancellation).ConfigureAwait(false)) wanted.Add(project);
            }
            catch (Exception error) when (error is IOException or InvalidOperationException or UnauthorizedAccessException)
            {
                failures.Add(path + ": " + error.Message);
            }
        }

        files.AddRange(failures.Distinct(StringComparer.Ordinal).Select(failure =>
            new CheckedFile(CheckedFiles.Shown(paths[0]), null, []) { Failure = "cannot be loaded: " + failure }));

        // One finding of a project with several target frameworks is one finding.
        foreach (var group in workspace.CurrentSolution.Projects
            .Where(project => project is { Language: LanguageNames.CSharp, FilePath: { } file } && wanted.Contains(file))
            .GroupBy(project => project.FilePath!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var findings = new List<CheckFinding>();
            string name = CheckedFiles.Shown(Path.GetRelativePath(Environment.CurrentDirectory, group.Key));
            try
            {
                foreach (var project in group) findings.AddRange(await Findings(project, cancellation).ConfigureAwait(false));
            }
            catch (CommandException error)
            {
                files.Add(new CheckedFile(name, Kind, []) { Failure = error.Message });
                continue;
            }

            files.Add(new CheckedFile(name, Kind, findings.Distinct(CheckFindingPlaces.Instance)
                .OrderBy(finding => finding.Place.File, StringComparer.Ordinal).ThenBy(finding => finding.Place.Line)
                .ThenBy(finding => finding.Rule, StringComparer.Ordinal).ToArray()));
        }

        return files;
    }

    // A project that another one has brought along is open already.
    private static async Task<IEnumerable<string>> Opened(MSBuildWorkspace workspace, string path, CancellationToken cancellation)
    {
        if (ProjectPaths.IsSolution(path))
        {
            var solution = await workspace.OpenSolutionAsync(path, cancellationToken: cancellation).ConfigureAwait(false);
            return solution.Projects.Select(project => project.FilePath).OfType<string>();
        }

        string full = Path.GetFullPath(path);
        if (!workspace.CurrentSolution.Projects.Any(project => project.FilePath == full))
            await workspace.OpenProjectAsync(full, cancellationToken: cancellation).ConfigureAwait(false);
        return [full];
    }

    private static async Task<IEnumerable<CheckFinding>> Findings(Project project, CancellationToken cancellation)
    {
        var own = project.AnalyzerReferences.FirstOrDefault(reference => IsNamed(reference, OurAssembly))?.FullPath;

        // Our constants are unknown to our rules, and our generator's own copy of Runtime is not the one loaded here.
        var others = project.AnalyzerReferences.Where(reference => !IsNamed(reference, "ScalingAnalyzers"));
        var alone = project.WithAnalyzerReferences(others);
        if (await alone.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation) return [];
        ImmutableArray<DiagnosticAnalyzer> analyzers = own is not null ? PackagedAnalyzers.Of(own) : [new ScalingAnalyzer()];
        var diagnostics = await compilation.WithAnalyzers(analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellation)
            .ConfigureAwait(false);
        return diagnostics.Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity > DiagnosticSeverity.Hidden)
            .Select(diagnostic => Of(diagnostic, project.FilePath ?? project.Name));
    }

    private static bool IsNamed(AnalyzerReference reference, string start) =>
        Path.GetFileName(reference.FullPath)?.StartsWith(start, StringComparison.Ordinal) == true;

    /// <summary>A diagnostic as a finding; of a place without a file the other one.</summary>
    public static CheckFinding Of(Diagnostic diagnostic, string file)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        string? path = span.Path is { Length: > 0 } written ? written : null;
        var place = path is null ? new Place(Relative(file), 0, 0)
            : new Place(Relative(path), span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return new CheckFinding(diagnostic.Id, SeverityOf(diagnostic.Severity), RunOf(message), "", message, place)
        {
            Numbers = diagnostic.Properties
                .Where(pair => Number(pair.Value) is not null && !pair.Key.Contains('.', StringComparison.Ordinal))
                .ToDictionary(pair => pair.Key, pair => Number(pair.Value)!.Value, StringComparer.Ordinal),
            Fixes = FixesOf(diagnostic).ToArray(),
            Help = diagnostic.Descriptor.HelpLinkUri,
        };
    }

    private static IEnumerable<(string, string)> FixesOf(Diagnostic diagnostic)
    {
        for (int i = 0; diagnostic.Properties.TryGetValue(FormattableString.Invariant($"fix.{i}"), out string? key) && key is not null; i++)
            yield return (key, diagnostic.Properties.GetValueOrDefault(FormattableString.Invariant($"fix.{i}.title")) ?? "");
    }

    // "'Gopher' trains 280B": messages begin with the run.
    private static string RunOf(string message) =>
        message.StartsWith('\'') && message.IndexOf('\'', 1) is > 0 and var end ? message[1..end] : "";

    private static string Relative(string path) => CheckedFiles.Shown(Path.GetRelativePath(Environment.CurrentDirectory, path));

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static FindingSeverity SeverityOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => FindingSeverity.Error,
        DiagnosticSeverity.Warning => FindingSeverity.Warning,
        _ => FindingSeverity.Info,
    };
}
