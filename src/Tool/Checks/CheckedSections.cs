using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>A section of a settings file such as appsettings.json, checked as the analyzers check one that a project
/// lists as a ScalingConfig item.</summary>
internal static class CheckedSections
{
    private const string Item = "build_metadata.AdditionalFiles.ScalingConfig";

    /// <summary>Whether a file that is found in a folder is a settings file by its name.</summary>
    public static bool IsSettings(string path) =>
        Path.GetFileName(path).StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && IsJson(path);

    /// <summary>Whether a file may be one.</summary>
    public static bool IsJson(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The findings of a section, or why the file does not have it.</summary>
    public static CheckedFile Of(string path, string section, CheckSettings settings, FileOptions options)
    {
        string text = File.ReadAllText(path);
        if (OptionsFile.Parse(text).Sections(section) is [{ Problem: { } problem }, ..])
            return new CheckedFile(path, null, []) { Failure = Input.Words.Sentence("--section: " + problem.Message) };
        var set = options.SetOf(path);
        var own = new Table(set.Own.SetItem(Item, ItemOf(section, settings.Values)).SetItems(LawOf(settings)));
        var files = settings.Laws.All.Where(law => law.File.Law is not null)
            .Select(law => new TextFile(law.Path, Input.Known.Text("law", law.Path))).Prepend(new TextFile(path, text));
        var analyzerOptions = new AnalyzerOptions([.. files.Cast<AdditionalText>()], new Provider(path, own, new Table(set.Global)));
        var compilation = CSharpCompilation.Create("settings", references:
        [
            MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(ConfigRun).Assembly.Location),
        ]);
        var diagnostics = compilation.WithAnalyzers([new ScalingAnalyzer()], analyzerOptions).GetAnalyzerDiagnosticsAsync()
            .GetAwaiter().GetResult();
        var findings = diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)
            .Select(diagnostic => CheckedProjects.Of(diagnostic, path))
            .Select(finding => (Finding: finding, Severity: set.Severities.TryGetValue(finding.Rule, out var given) ? given
                : finding.Severity))
            .Where(pair => pair.Severity > FindingSeverity.Hidden)
            .Select(pair => pair.Finding with { Severity = pair.Severity!.Value })
            .OrderBy(finding => finding.Place.Line).ToArray();
        return new CheckedFile(path, "section " + section, findings);
    }

    // The item as the build joins it: fields, each a name and a value.
    private static string ItemOf(string section, IReadOnlyDictionary<ConfigRole, object> values) => Uri.EscapeDataString(
        string.Join('\u241E', values.Select(pair => pair.Key + "\u241F" + Convert.ToString(pair.Value, CultureInfo.InvariantCulture))
            .Prepend("Name\u241F" + section).Prepend("Section\u241F" + section)));

    private static Dictionary<string, string> LawOf(CheckSettings settings)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        if (settings.Checks.Law is { } law) options[RunOptions.Prefix + "law"] = law;
        return options;
    }

    private sealed class TextFile(string path, string text) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Table(ImmutableDictionary<string, string> options) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => options.Keys;

        public override bool TryGetValue(string key, out string value)
        {
            bool isSet = options.TryGetValue(key, out string? set);
            value = set ?? "";
            return isSet;
        }
    }

    private sealed class Provider(string path, AnalyzerConfigOptions own, AnalyzerConfigOptions global) : AnalyzerConfigOptionsProvider
    {
        private readonly Table _none = new(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GlobalOptions { get; } = global;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _none;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile.Path == path ? own : _none;
    }
}
