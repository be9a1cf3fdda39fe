using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Analyzers;

/// <summary>Assesses the runs of the JSON files that a project lists as ScalingConfig.</summary>
internal sealed class JsonFiles
{
    private readonly OptionFindings _options;
    private readonly LawLibrary _laws;
    private readonly Lazy<IReadOnlyDictionary<(string Path, int Index), string>> _names;

    public JsonFiles(AnalyzerOptions options, OptionFindings optionFindings, LawLibrary laws)
    {
        _options = optionFindings;
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
        var reported = new HashSet<string>(StringComparer.Ordinal);
        var options = RunOptions.Read(provider, file, _laws);
        var config = text is null ? null : HuggingFaceConfig.Parse(text.ToString());
        for (int i = 0; i < items.Count; i++)
        {
            var wanted = ConfigNames.Of(file.Path, i, items[i]);
            string name = _names.Value.TryGetValue((file.Path, i), out string? given) ? given : wanted.Wanted;
            if (config is null)
            {
                Teller(new PlaceTable(), items[i]).Tell(new Finding(RuleTable.NoEffect, name, 2, ("problem", "the file cannot be read")));
                continue;
            }

            var json = JsonRuns.Of(file.Path, config, items[i], name, options);
            var teller = Teller(json.Source.Places, items[i]);
            teller.Tell(RunChecks.Of(json.Source.Run, RuleScope.File));
            teller.Tell(AlmostRead(json));
            teller.Tell(ReaderFindings.NotKnown(json.Source));
            if (Problem(file.Path, json) is { } problem) teller.Tell(problem);
            if (name != wanted.Wanted) teller.Tell(new Finding(RuleTable.CannotGenerate, wanted.Wanted, 1, ("given", name)));
            if (i == 0) _options.Tell(null, options, teller);
        }

        FileTeller Teller(PlaceTable places, ScalingConfigItem item) => new(file.Path, text, item, places, reported, context.ReportDiagnostic);
    }

    private static Finding? Problem(string path, JsonRun json)
    {
        if (json.Config.Problem is not { } problem || IsReported(json)) return null;
        if (problem.Meant is { } meant)
        {
            string name = problem.Field.Substring(problem.Field.LastIndexOf('.') + 1);
            return NameAlmostRead.Key(json.Source.Run.Name, "field", name, meant, At(path, problem.Position, json.Source.Places)[0]);
        }

        string message = problem.Message.TrimEnd('.');
        if (json.Config.Fields.FirstOrDefault(f => f.Name == problem.Field) is { } field)
        {
            return new Finding(
                RuleTable.ValueImpossible,
                json.Source.Run.Name,
                0,
                ("member", problem.Field),
                ("value", Shortened(field.Text)),
                ("why", "stops the count: " + message))
            {
                At = At(path, problem.Position, json.Source.Places),
            };
        }

        // A whole object is too large a place; its first character is used.
        bool isObject = problem.Field.Length > 0 && problem.Position.Length > 1 && json.Config.Declared is not null;
        var position = isObject ? problem.Position with { Length = 1 } : problem.Position;
        return new Finding(RuleTable.NoEffect, json.Source.Run.Name, 2, ("problem", message)) { At = At(path, position, json.Source.Places) };
    }

    // Metadata near a known name, where nothing else plays its role.
    private static IEnumerable<Finding> AlmostRead(JsonRun json) => json.Item.AlmostRead
        .Where(almost => almost.Role == ConfigRole.None || json.Source.Run.Config.Find(almost.Role) is null)
        .Select(almost => NameAlmostRead.Key(json.Source.Run.Name, "metadata", almost.Name, almost.Meant));

    private static IReadOnlyList<ConfigValue> At(string path, TextPosition position, PlaceTable places) => Finding.Values(
        new ConfigValue(ConfigRole.None, "", (object?)null, 1,
            places.Add(ValuePlace.OfFile(JsonRuns.LocationOf(path, position), isEditable: false))));

    // Rules report impossible dimensions and those that do not divide at their fields.
    private static bool IsReported(JsonRun json)
    {
        if (json.Source.Run.Shape is not { Shape: null, ProblemRole: not ConfigRole.None } shape) return false;
        return json.Source.Run.Config.Find(shape.ProblemRole) is not null
            || (shape.ProblemRole == ConfigRole.AttentionHeads && json.Source.Run.Config.Find(ConfigRole.HiddenSize) is not null)
            || (shape.ProblemRole == ConfigRole.KeyValueHeads && json.Source.Run.Config.Find(ConfigRole.AttentionHeads) is not null);
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text.Substring(0, 37) + "...";

    private static IReadOnlyDictionary<(string Path, int Index), string> NamesOf(
        AnalyzerOptions options) => ConfigNames.Given(options.AdditionalFiles.SelectMany(file =>
        ScalingConfigItem.Of(options.AnalyzerConfigOptionsProvider.GetOptions(file))
            .Select((item, i) => ConfigNames.Of(file.Path, i, item))));
}
