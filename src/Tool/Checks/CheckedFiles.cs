using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Tool.Input;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>A file that was read: a run with findings, or why it is none.</summary>
internal sealed record CheckedFile(string Path, string? Kind, IReadOnlyList<CheckFinding> Findings)
{
    /// <summary>The run of a run file or config.json.</summary>
    public RunSource? Source { get; init; }

    /// <summary>Why it could not be checked.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether it was found in a folder and cannot be read, so that it may be a run or not.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>What is wrong, without being a finding: options that cannot be read, values that stay open.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>How files are read and checked.</summary>
internal sealed record CheckSettings(
    string? Trainer, IReadOnlyDictionary<ConfigRole, object> Values, CheckOptions Checks, OwnLawFiles Laws)
{
    /// <summary>The section of settings files that declares a run; null where none is named.</summary>
    public string? Section { get; init; }
}

/// <summary>The run files of paths: those named, and in folders those that are runs.</summary>
internal static class CheckedFiles
{
    private const long LargestInFolder = 1_000_000;
    private static readonly string[] Extensions = [".yaml", ".yml", ".toml", ".json", ".sh", ".py"];
    private static readonly string[] OtherFolders = [".git", "node_modules", "bin", "obj", ".venv", "__pycache__"];

    /// <summary>Reads and checks, in the order of the paths.</summary>
    /// <exception cref="CommandException">A path does not exist.</exception>
    public static IReadOnlyList<CheckedFile> Of(IEnumerable<string> paths, CheckSettings settings)
    {
        var options = new FileOptions(settings.Checks);
        var files = paths.Where(path => !OwnLawFiles.Is(path))
            .SelectMany(Expand).DistinctBy(file => file.Path, StringComparer.Ordinal).ToList();
        return files.AsParallel().AsOrdered().Select(file => Check(file, settings, options)).OfType<CheckedFile>().ToList();
    }

    /// <summary>A path as annotations and baselines have it: with slashes, without the dot of "./configs".</summary>
    public static string Shown(string path)
    {
        string plain = path.Replace('\\', '/');
        return plain.StartsWith("./", StringComparison.Ordinal) ? plain[2..] : plain;
    }

    private static bool IsReadable(string file) => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
        && new FileInfo(file).Length <= LargestInFolder;

    private static IEnumerable<(string Path, bool IsNamed)> Expand(string path)
    {
        if (File.Exists(path)) return [(path, true)];
        if (!Directory.Exists(path)) throw new CommandException($"path: '{path}' does not exist.");
        return InFolder(path, IsReadable).OrderBy(file => file, StringComparer.Ordinal).Select(file => (file, false));
    }

    /// <summary>The files of a folder, without those of builds, packages and version control.</summary>
    public static IEnumerable<string> InFolder(string folder, Func<string, bool> isWanted)
    {
        foreach (string file in Directory.EnumerateFiles(folder).Where(isWanted)) yield return file;

        foreach (string inner in Directory.EnumerateDirectories(folder))
        {
            if (OtherFolders.Contains(Path.GetFileName(inner), StringComparer.Ordinal)
                || new DirectoryInfo(inner).LinkTarget is not null) continue;
            foreach (string file in InFolder(inner, isWanted)) yield return file;
        }
    }

    private static string WhyNoRun(RunSource source, CheckSettings settings) =>
        source.ProblemText
            + (settings.Section is null && CheckedSections.IsSettings(source.Path)
                ? " --section names the section of a settings file." : "");

    // The text breaks a rule of its format, so that the keys of a run may stand in it unseen.
    private static bool IsBroken(RunSource source) => !OwnLawFiles.Is(source.Path)
        && source.Problems.Any(problem => problem.Message.StartsWith("This is not ", StringComparison.Ordinal));

    // A file that was found in a folder and is no run is nobody's mistake.
    private static CheckedFile? Check((string Path, bool IsNamed) file, CheckSettings settings, FileOptions options)
    {
        string shown = Shown(file.Path);
        try
        {
            if (settings.Section is { } section && (file.IsNamed ? CheckedSections.IsJson(shown) : CheckedSections.IsSettings(shown)))
            {
                var found = CheckedSections.Of(shown, section, settings, options);
                return file.IsNamed || found.Failure is null ? found : null;
            }

            var own = options.Of(shown);
            var source = RunSource.OfFile(shown, settings.Trainer, settings.Values, own?.Checks ?? settings.Checks);
            if (source.Run is null)
            {
                if (file.IsNamed) return new CheckedFile(shown, null, []) { Source = source, Failure = WhyNoRun(source, settings) };
                return IsBroken(source) ? new CheckedFile(shown, null, []) { Source = source, IsLeftOut = true } : null;
            }

            var findings = source.Findings
                .Select(finding => (Finding: finding, Severity: own?.Severities.TryGetValue(finding.Rule.Id, out var set) == true ? set
                    : finding.Severity))
                .Where(pair => pair.Severity > FindingSeverity.Hidden)
                .Select(pair => CheckFinding.Of(pair.Finding, source.PlaceOf(pair.Finding), pair.Severity!.Value))
                .ToArray();
            return new CheckedFile(shown, source.Kind, findings) { Source = source, Notes = own?.Problems ?? [] };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new CheckedFile(shown, null, []) { Failure = "cannot be read: " + error.Message };
        }
    }
}
