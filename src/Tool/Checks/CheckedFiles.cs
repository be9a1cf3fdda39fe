using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Tool.Input;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>One finding of a file, with its place and whether it is known from before.</summary>
internal sealed record PlacedFinding(Finding Finding, Place Place, bool IsKnown);

/// <summary>A file that was read: a run with findings, or why it is none.</summary>
internal sealed record CheckedFile(string Path, RunSource? Source, IReadOnlyList<PlacedFinding> Findings, string? Failure);

/// <summary>The files of paths: those named, and in folders those that are runs.</summary>
internal static class CheckedFiles
{
    private const long LargestInFolder = 1_000_000;
    private static readonly string[] Extensions = [".yaml", ".yml", ".toml", ".json", ".sh", ".py"];
    private static readonly string[] OtherFolders = [".git", "node_modules", "bin", "obj", ".venv", "__pycache__"];

    /// <summary>Reads and checks, in the order of the paths.</summary>
    /// <exception cref="CommandException">A path does not exist.</exception>
    public static IReadOnlyList<CheckedFile> Of(
        IEnumerable<string> paths, string? trainer, IReadOnlyDictionary<ConfigRole, object> values, CheckOptions checks,
            Baseline baseline)
    {
        var files = paths.SelectMany(Expand).DistinctBy(file => file.Path, StringComparer.Ordinal).ToList();
        return files.AsParallel().AsOrdered().Select(file => Check(file, trainer, values, checks, baseline))
            .OfType<CheckedFile>().ToList();
    }

    private static IEnumerable<(string Path, bool IsNamed)> Expand(string path)
    {
        if (File.Exists(path)) return [(path, true)];
        if (!Directory.Exists(path)) throw new CommandException($"path: '{path}' does not exist.");
        return InFolder(path).OrderBy(file => file, StringComparer.Ordinal).Select(file => (file, false));
    }

    private static IEnumerable<string> InFolder(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            if (Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
                && new FileInfo(file).Length <= LargestInFolder)
                yield return file;
        }

        foreach (string inner in Directory.EnumerateDirectories(folder))
        {
            if (OtherFolders.Contains(Path.GetFileName(inner), StringComparer.Ordinal)
                || new DirectoryInfo(inner).LinkTarget is not null) continue;
            foreach (string file in InFolder(inner)) yield return file;
        }
    }

    // A file that was found in a folder and is no run is nobody's mistake.
    private static CheckedFile? Check(
        (string Path, bool IsNamed) file, string? trainer, IReadOnlyDictionary<ConfigRole, object> values, CheckOptions checks,
        Baseline baseline)
    {
        string shown = Shown(file.Path);
        try
        {
            var source = RunSource.OfFile(shown, trainer, values, checks);
            if (source.Run is null)
            {
                return file.IsNamed
                    ? new CheckedFile(shown, source, [], string.Join(" ", source.Problems.Select(problem => problem.Message)))
                    : null;
            }

            var findings = source.Findings.Where(finding => finding.Severity > FindingSeverity.Hidden)
                .Select(finding => (finding, Place: source.PlaceOf(finding)))
                .Select(pair => new PlacedFinding(pair.finding, pair.Place, baseline.Has(pair.finding, pair.Place)))
                .ToArray();
            return new CheckedFile(shown, source, findings, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new CheckedFile(shown, null, [], "cannot be read: " + error.Message);
        }
    }

    // Annotations and baselines have paths with slashes, without the dot of "./configs".
    private static string Shown(string path)
    {
        string plain = path.Replace('\\', '/');
        return plain.StartsWith("./", StringComparison.Ordinal) ? plain[2..] : plain;
    }
}
