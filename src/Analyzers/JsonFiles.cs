using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Analyzers;

/// <summary>Assesses the runs of the JSON files that a project lists as ScalingConfig: of a model's config, and of
/// sections.</summary>
internal sealed class JsonFiles
{
    private readonly OptionFindings _options;
    private readonly LawLibrary _laws;
    private readonly Lazy<IReadOnlyDictionary<(string Path, int Index, int Element), string>> _names;

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
        var options = RunOptions.Read(provider, file, _laws);
        new OneFile(this, context, options).Judge(items);
    }

    private static Finding OfDefaults(JsonRun json, IReadOnlyList<string> supplied) => new(
        RuleTable.NoEffect, json.Source.Run.Name, 3, ("type", json.Config.ModelType ?? ""), ("sizes", string.Join(", ", supplied)))
    {
        Severity = FindingSeverity.Info,
    };

    // The class that the generator makes of all items.
    private static INamedTypeSymbol? Generated(Compilation compilation, string rootNamespace)
    {
        INamespaceSymbol? space = compilation.Assembly.GlobalNamespace;
        foreach (string part in rootNamespace.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
            space = space?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part);
        return space?.GetTypeMembers(ConfigNames.Container).FirstOrDefault();
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

        // A declared count is enough for all that follows from a count.
        if (json.Source.Run.Config.Parameters is not null) return null;

        // A whole object is too large a place; its first character is used.
        bool isObject = problem.Field.Length > 0 && problem.Position.Length > 1 && json.Config.Declared is not null;
        var position = isObject ? problem.Position with { Length = 1 } : problem.Position;
        return new Finding(RuleTable.NoEffect, json.Source.Run.Name, 2, ("problem", message))
        {
            At = At(path, position, json.Source.Places),
        };
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

    // On one line, however the file is indented.
    private static string Shortened(string text)
    {
        text = string.Join(" ", text.Split(new[] { ' ', '\n', '\r', '\t' }, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 40 ? text : text.Substring(0, 37) + "...";
    }

    private static IReadOnlyDictionary<(string Path, int Index, int Element), string> NamesOf(
        AnalyzerOptions options) => ConfigNames.Given(options.AdditionalFiles.SelectMany(file => ConfigNames.Of(
            file.Path,
            ScalingConfigItem.Of(options.AnalyzerConfigOptionsProvider.GetOptions(file)),
            () => file.GetText() is { } text ? OptionsFile.Parse(text.ToString()) : null)));

    // The items of one file: its text, and what is reported in it already.
    private sealed class OneFile(JsonFiles files, AdditionalFileAnalysisContext context, RunOptions options)
    {
        private readonly string _path = context.AdditionalFile.Path;
        private readonly SourceText? _text = context.AdditionalFile.GetText(context.CancellationToken);
        private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
        private readonly Lazy<INamedTypeSymbol?> _generated =
            new(() => Generated(context.Compilation, ConfigNames.Namespace(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions)));

        private readonly Lazy<ConfigsPlace> _place = new(() => ConfigsPlace.Of(context.Compilation,
            ConfigNames.Namespace(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions), context.CancellationToken));

        public void Judge(IReadOnlyList<ScalingConfigItem> items)
        {
            var config = _text is null ? null : HuggingFaceConfig.Parse(_text.ToString());
            files._options.Tell(null, options, Teller(new PlaceTable(), items[0]));
            for (int i = 0; i < items.Count; i++)
            {
                if (items[i].Section is { } path && _text is not null) TellOfSections(items[i], i, path, _text.ToString());
                else TellOfModel(items[i], ConfigNames.Of(_path, i, items[i]), config);
            }
        }

        private void TellOfModel(ScalingConfigItem item, WantedName wanted, HuggingFaceConfig? config)
        {
            string name = Given(wanted);
            if (config is null)
            {
                Teller(new PlaceTable(), item).Tell(new Finding(RuleTable.NoEffect, name, 2, ("problem", "the file cannot be read")));
                return;
            }

            Guarded(item, name, () => TellOf(JsonRuns.Of(_path, config, item, name, options), item, name, wanted));
        }

        private void TellOfSections(ScalingConfigItem item, int index, string path, string settings)
        {
            int element = 0;
            foreach (var section in OptionsFile.Parse(settings).Sections(path))
            {
                var wanted = ConfigNames.Of(_path, index, item, section, element++);
                string name = Given(wanted);
                Guarded(item, name, () =>
                {
                    var run = SectionRuns.Of(_path, section, item, name, options);
                    var teller = Teller(run.Source.Places, item);
                    SectionFindings.Tell(_path, run, item, teller);
                    TellOfClass(teller, name, wanted);
                });
            }
        }

        private void TellOf(JsonRun json, ScalingConfigItem item, string name, WantedName wanted)
        {
            var teller = Teller(json.Source.Places, item);
            teller.Tell(RunChecks.Of(json.Source.Run, RuleScope.File));
            teller.Tell(AlmostRead(json));
            teller.Tell(ReaderFindings.NotKnown(json.Source));
            if (Problem(_path, json) is { } problem) teller.Tell(problem);
            if (json.Config.Supplied is { Count: > 0 } supplied) teller.Tell(OfDefaults(json, supplied));
            TellOfClass(teller, name, wanted);
        }

        private void TellOfClass(FileTeller teller, string name, WantedName wanted)
        {
            if (name != wanted.Wanted) teller.Tell(new Finding(RuleTable.CannotGenerate, wanted.Wanted, 1, ("given", name)));
            var made = _generated.Value?.GetTypeMembers(name).FirstOrDefault();
            if ((made is null || !Emission.IsOurs(made)) && _place.Value.ObstacleOf(name) is { } obstacle)
                teller.Tell(new Finding(RuleTable.CannotGenerate, name, 4, ("obstacle", obstacle)));
            if (GenerationFailure.Of(made) is { } failure)
                teller.Tell(new Finding(RuleTable.CannotGenerate, name, 2, ("problem", failure)));
        }

        // One item that fails costs no other its diagnostics.
        private void Guarded(ScalingConfigItem item, string name, Action judge)
        {
            try
            {
                judge();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Teller(new PlaceTable(), item).Tell(
                    new Finding(RuleTable.CannotGenerate, name, 3, ("problem", GenerationFailure.Words("reading it", e))));
            }
        }

        private string Given(WantedName wanted) => files._names.Value.TryGetValue(wanted.Key, out string? given) ? given : wanted.Wanted;

        private FileTeller Teller(PlaceTable places, ScalingConfigItem item) =>
            new(_path, _text, item, places, _reported, context.ReportDiagnostic);
    }
}
