using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Analyzers;

/// <summary>Judges the runs of the JSON files that a project names as ScalingConfig.</summary>
internal sealed class JsonFiles
{
    private readonly RunRule[] _rules;
    private readonly OptionReport _options;
    private readonly LawLibrary _laws;
    private readonly Lazy<IReadOnlyDictionary<(string Path, int Index), string>> _names;

    public JsonFiles(AnalyzerOptions options, RunRule[] rules, OptionReport said, LawLibrary laws)
    {
        _rules = rules;
        _options = said;
        _laws = laws;
        _names = new(() => NamesOf(options), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    public void Judge(AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var items = ScalingConfigItem.Of(provider.GetOptions(file));
        if (items.Count == 0) return;
        var text = file.GetText(context.CancellationToken);
        var said = new HashSet<string>(StringComparer.Ordinal);
        var options = RunOptions.Read(provider, file, _laws);
        var config = text is null ? null : HuggingFaceConfig.Parse(text.ToString());
        for (int i = 0; i < items.Count; i++)
        {
            var wanted = ConfigNames.Of(file.Path, i, items[i]);
            string name = _names.Value.TryGetValue((file.Path, i), out string? given) ? given : wanted.Wanted;
            var report = new FileReport(file.Path, text, items[i], name, said, context.ReportDiagnostic);
            if (config is null)
            {
                report.AtName(Rules.NoEffect, name, "is not counted: the file cannot be read");
                continue;
            }

            Judge(JsonRuns.Of(file.Path, config, items[i], name, options), report);
            if (name != wanted.Wanted) report.AtName(Rules.CannotGenerate, wanted.Wanted, "constants under this name: an earlier ScalingConfig item has it, so they stand in ScalingConfigs." + name + ". Give the item a Name of its own");
            if (i == 0) _options.Judge(null, options, report);
        }
    }

    private void Judge(JsonRun json, FileReport report)
    {
        foreach (var rule in _rules) rule.Judge(json.Run, report);
        if (json.Config.Problem is not { } problem || IsSaid(json)) return;
        string message = problem.Message.TrimEnd('.');
        if (json.Config.Fields.FirstOrDefault(f => f.Name == problem.Field) is { } field)
        {
            report.AtPosition(problem.Position, Rules.ImpossibleValue, json.Run.Name, problem.Field, Shortened(field.Text), "stops the count: " + message);
        }
        else
        {
            // A whole object is no place; its first character is.
            bool isObject = problem.Field.Length > 0 && problem.Position.Length > 1 && json.Config.Declared is not null;
            report.AtPosition(isObject ? problem.Position with { Length = 1 } : problem.Position, Rules.NoEffect, json.Run.Name, "is not counted: " + message);
        }
    }

    // Impossible dimensions and those that do not divide are said by the rules, where their fields stand.
    private static bool IsSaid(JsonRun json)
    {
        if (json.Run.Shape is not { Shape: null, ProblemRole: not ConfigRole.None } shape) return false;
        return json.Run.Facts.Find(shape.ProblemRole) is not null
            || (shape.ProblemRole == ConfigRole.AttentionHeads && json.Run.Facts.Find(ConfigRole.HiddenSize) is not null)
            || (shape.ProblemRole == ConfigRole.KeyValueHeads && json.Run.Facts.Find(ConfigRole.AttentionHeads) is not null);
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text.Substring(0, 37) + "...";

    private static IReadOnlyDictionary<(string Path, int Index), string> NamesOf(AnalyzerOptions options) => ConfigNames.Given(options.AdditionalFiles.SelectMany(file =>
        ScalingConfigItem.Of(options.AnalyzerConfigOptionsProvider.GetOptions(file)).Select((item, i) => ConfigNames.Of(file.Path, i, item))));
}
