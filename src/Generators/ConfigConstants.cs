using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>The pipeline of JSON configs: a file of the project makes constants in ScalingConfigs, an item a
/// class.</summary>
internal static class ConfigConstants
{
    public static void Register(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ProjectOptions> options, Making making,
        TextBuilders texts)
    {
        var configs = context.AdditionalTextsProvider
            .Combine(options)
            .SelectMany((input, cancellation) => Read(input.Left, input.Right, making, texts, cancellation))
            .WithTrackingName(TrackingNames.Configs);

        // A name depends on all other items; the numbers of an item only on its file.
        var names = configs
            .Select(static (config, _) => config.Name)
            .Collect()
            .Select(static (wanted, _) => new EquatableArray<GivenName>(ConfigNames.Given(wanted)
                .Select(given => new GivenName(given.Key.Path, given.Key.Index, given.Key.Element, given.Value))
                .OrderBy(given => given.Path, StringComparer.Ordinal).ThenBy(given => given.Index).ThenBy(given => given.Element)))
            .WithTrackingName(TrackingNames.ConfigNames);

        // The class around them may be impossible in the program, and so may that of an item. Where that cannot be
        // found out, types keep their constants, and the analyzer reports it.
        var place = context.CompilationProvider
            .Combine(options.Combine(names))
            .Select((pair, cancellation) => pair.Right.Right.Count == 0
                ? null
                : Making.Alone(() => making.Place(pair.Left, ConfigNames.Namespace(pair.Right.Left.Global), cancellation),
                    "finding the place of its class", ConfigsPlace.Blocked));

        var models = configs
            .Combine(names.Combine(place))
            .Select(static (pair, _) => (Config: pair.Left, Name: Find(pair.Right.Left, pair.Left.Name), Place: pair.Right.Right))
            .Where(static named => named.Place?.ObstacleOf(named.Name) is null)
            .Select((named, _) => texts.Use(text => making.Written(Named(named.Config, named.Name), text)))
            .WithTrackingName(TrackingNames.EmittedConfigs);

        context.RegisterSourceOutput(models, Making.Emit);
    }

    private static ImmutableArray<ConfigModel> Read(
        AdditionalText file, ProjectOptions project, Making making, TextBuilders texts, CancellationToken cancellation)
    {
        var items = ScalingConfigItem.Of(project.OptionsOf(file));
        if (items.Count == 0 || file.GetText(cancellation) is not { } text) return ImmutableArray<ConfigModel>.Empty;
        var options = project.Of(file);
        var config = new Lazy<HuggingFaceConfig>(() => HuggingFaceConfig.Parse(text.ToString()));
        string space = ConfigNames.Namespace(project.Global);
        var settings = new Lazy<OptionsFile>(() => OptionsFile.Parse(text.ToString()));
        return items.SelectMany((item, i) => item.Section is { } section
            ? settings.Value.Sections(section).Select((one, element) =>
            {
                var name = ConfigNames.Of(file.Path, i, item, one, element);
                return Alone(name, () => (SectionRuns.Of(file.Path, one, item, name.Wanted, options).Source.Run, []));
            })
            : [OfModel(ConfigNames.Of(file.Path, i, item), item)]).ToImmutableArray();

        ConfigModel OfModel(WantedName name, ScalingConfigItem item) => Alone(name, () =>
            (JsonRuns.Of(file.Path, config.Value, item, name.Wanted, options).Source.Run, config.Value.LeftOut));

        // One item that fails costs no other its constants.
        ConfigModel Alone(WantedName name, Func<(ConfigRun Run, IReadOnlyList<string> LeftOut)> read) => Making.Alone(
            () =>
            {
                var (run, leftOut) = read();
                return Computed(name, space, RunModel.Of(run, project.OwnLaws), leftOut, making, texts);
            },
            "reading it",
            failure => new ConfigModel(name, space, "", null, failure));
    }

    private static ConfigModel Computed(
        WantedName name, string space, RunModel run, IReadOnlyList<string> leftOut, Making making, TextBuilders texts)
    {
        var (remark, constants, failure) = texts.Use(text => making.Computed(run, Depth(space), text));
        if (leftOut.Count > 0) remark += (remark.Length > 0 ? " " : "") + "Not counted: " + string.Join(", ", leftOut) + ".";
        return new ConfigModel(name, space, remark, constants, failure);
    }

    // In the namespace, if there is one, ScalingConfigs and the class of the item.
    private static int Depth(string space) => space.Length > 0 ? 3 : 2;

    // They are sorted by path and index.
    private static string Find(EquatableArray<GivenName> names, WantedName wanted)
    {
        int low = 0, high = names.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(names[middle].Path, wanted.Path);
            if (order == 0) order = names[middle].Index.CompareTo(wanted.Index);
            if (order == 0) order = names[middle].Element.CompareTo(wanted.Element);
            if (order < 0) low = middle + 1;
            else high = middle;
        }

        return names[low].Name;
    }

    private static EstimatesModel Named(ConfigModel config, string name) => new(
        HintNames.Of((config.Namespace.Length > 0 ? config.Namespace + "." : "") + "ScalingConfigs+" + name),
        string.Join(".", config.Namespace.Split('.').Select(EstimatesGenerator.Identifier)),
        new EquatableArray<EnclosingType>([new EnclosingType("class", "ScalingConfigs", "", "internal static ")]),
        config.Remark,
        config.Constants,
        Holder: EstimatesGenerator.Identifier(name),
        Failure: config.Failure);
}
