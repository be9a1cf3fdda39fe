using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>What .editorconfig and .globalconfig set for one file: options of the checks, and severities.</summary>
internal sealed record FileSettings(
    CheckOptions Checks, IReadOnlyDictionary<string, FindingSeverity?> Severities, IReadOnlyList<string> Problems);

/// <summary>
/// The options of .editorconfig and .globalconfig for files that are no C#. The compiler's reader of these files and
/// the analyzers' table of options read them, so that a key means the same everywhere.
/// </summary>
internal sealed class FileOptions(CheckOptions given)
{
    private readonly Dictionary<string, IReadOnlyList<ConfigFile>> _folders = new(StringComparer.Ordinal);

    private sealed record ConfigFile(string Path, string Text);

    /// <summary>The settings of a file; null where no options of ours apply, which costs no compiler.</summary>
    public FileSettings? Of(string path)
    {
        string full = Path.GetFullPath(path);
        IReadOnlyList<ConfigFile> files;
        lock (_folders) files = Above(Path.GetDirectoryName(full) ?? "");
        return files.Any(IsOurs) ? Read(full, files, given) : null;
    }

    /// <summary>All options of a file and of all files, as the compiler reads them, and the severities of our
    /// rules.</summary>
    public (ImmutableDictionary<string, string> Own, ImmutableDictionary<string, string> Global,
        IReadOnlyDictionary<string, FindingSeverity?> Severities) SetOf(string path)
    {
        string full = Path.GetFullPath(path);
        IReadOnlyList<ConfigFile> files;
        lock (_folders) files = Above(Path.GetDirectoryName(full) ?? "");
        var set = SetOf(files);
        var own = set.GetOptionsForSourcePath(full);
        return (own.AnalyzerOptions, set.GlobalConfigOptions.AnalyzerOptions, SeveritiesOf(set, own));
    }

    private static bool IsOurs(ConfigFile file) => file.Text.Contains(RunOptions.Prefix, StringComparison.OrdinalIgnoreCase)
        || file.Text.Contains("SCALE", StringComparison.OrdinalIgnoreCase);

    // The files of a folder and of those above it; root = true ends the search for .editorconfig.
    private IReadOnlyList<ConfigFile> Above(string folder)
    {
        if (folder.Length == 0) return [];
        if (_folders.TryGetValue(folder, out var known)) return known;
        var here = new[] { ".editorconfig", ".globalconfig" }.Select(name => Path.Combine(folder, name)).Where(File.Exists)
            .Select(path => new ConfigFile(path, File.ReadAllText(path))).ToArray();
        bool isRoot = here.Any(file => file.Path.EndsWith(".editorconfig", StringComparison.Ordinal) && IsRoot(file.Text));
        var above = Above(Path.GetDirectoryName(folder) ?? "");
        if (isRoot) above = above.Where(file => !file.Path.EndsWith(".editorconfig", StringComparison.Ordinal)).ToArray();
        return _folders[folder] = [.. above, .. here];
    }

    // Before the first section.
    private static bool IsRoot(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())
        .TakeWhile(line => !line.StartsWith('['))
        .Any(line => line.Replace(" ", "", StringComparison.Ordinal).Equals("root=true", StringComparison.OrdinalIgnoreCase));

    private static FileSettings Read(string path, IReadOnlyList<ConfigFile> files, CheckOptions given)
    {
        var set = SetOf(files);
        var own = set.GetOptionsForSourcePath(path);
        var read = RunOptions.Read(
            new Dictionary(own.AnalyzerOptions), new Dictionary(set.GlobalConfigOptions.AnalyzerOptions), given.Laws);

        // The command line is nearer than a file.
        var checks = given.Law is { } law ? read.Checks with { Law = law } : read.Checks;
        return new(checks, SeveritiesOf(set, own), read.Problems.Select(problem => problem.Key + " " + problem.Words).ToArray());
    }

    private static AnalyzerConfigSet SetOf(IReadOnlyList<ConfigFile> files) => AnalyzerConfigSet.Create(
        files.Select(file => AnalyzerConfig.Parse(SourceText.From(file.Text), file.Path)).ToArray(), out _);

    private static Dictionary<string, FindingSeverity?> SeveritiesOf(AnalyzerConfigSet set, AnalyzerConfigOptionsResult own) =>
        set.GlobalConfigOptions.TreeOptions.SetItems(own.TreeOptions)
            .Where(pair => pair.Key.StartsWith("SCALE", StringComparison.OrdinalIgnoreCase))
            .Select(pair => (pair.Key, Severity: SeverityOf(pair.Value)))
            .Where(pair => pair.Severity.IsSet)
            .ToDictionary(pair => pair.Key, pair => pair.Severity.Value, StringComparer.OrdinalIgnoreCase);

    private static (bool IsSet, FindingSeverity? Value) SeverityOf(ReportDiagnostic report) => report switch
    {
        ReportDiagnostic.Error => (true, FindingSeverity.Error),
        ReportDiagnostic.Warn => (true, FindingSeverity.Warning),
        ReportDiagnostic.Info => (true, FindingSeverity.Info),
        ReportDiagnostic.Hidden or ReportDiagnostic.Suppress => (true, null),
        _ => (false, null),
    };

    private sealed class Dictionary(ImmutableDictionary<string, string> options) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => options.Keys;

        public override bool TryGetValue(string key, out string value)
        {
            bool isSet = options.TryGetValue(key, out string? set);
            value = set ?? "";
            return isSet;
        }
    }
}
