using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>The pipeline of JSON configs: a file of the project makes constants in ScalingConfigs, an item a
/// class.</summary>
internal static class ConfigConstants
{
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ProjectOptions> options)
    {
        var configs = context.AdditionalTextsProvider
            .Combine(options)
            .SelectMany(static (input, cancellation) => Read(input.Left, input.Right, cancellation))
            .WithTrackingName(TrackingNames.Configs);

        // A name depends on all other items; the numbers of an item only on its file.
        var names = configs
            .Select(static (config, _) => config.Name)
            .Collect()
            .Select(static (wanted, _) => new EquatableArray<GivenName>(ConfigNames.Given(wanted)
                .Select(given => new GivenName(given.Key.Path, given.Key.Index, given.Value))
                .OrderBy(given => given.Path, System.StringComparer.Ordinal).ThenBy(given => given.Index)))
            .WithTrackingName(TrackingNames.ConfigNames);

        var models = configs
            .Combine(names)
            .Select(static (pair, _) => Named(pair.Left, Find(pair.Right, pair.Left.Name)))
            .WithTrackingName(TrackingNames.EmittedConfigs);

        context.RegisterSourceOutput(models,
            static (output, model) => output.AddSource(model.HintName, SourceText.From(EstimatesWriter.Write(model), Encoding.UTF8)));
    }

    private static ImmutableArray<ConfigModel> Read(AdditionalText file, ProjectOptions project, CancellationToken cancellation)
    {
        var items = ScalingConfigItem.Of(project.OptionsOf(file));
        if (items.Count == 0 || file.GetText(cancellation) is not { } text) return ImmutableArray<ConfigModel>.Empty;
        var options = project.Of(file);
        var config = HuggingFaceConfig.Parse(text.ToString());
        project.Global.TryGetValue("build_property.RootNamespace", out string? rootNamespace);
        return items.Select(
            (item, i) => Read(file.Path, config, item, ConfigNames.Of(file.Path, i, item), ConfigNames.Namespace(rootNamespace), options,
                project.OwnLaws)).ToImmutableArray();
    }

    private static ConfigModel Read(string path, HuggingFaceConfig config, ScalingConfigItem item, WantedName name, string space,
        RunOptions options, EquatableArray<string> laws)
    {
        var run = RunModel.Of(JsonRuns.Of(path, config, item, name.Wanted, options).Source.Run, laws);
        var estimate = run.Estimate();
        string remark = EstimateRemark.Of(run, estimate);
        if (config.LeftOut.Count > 0) remark += (remark.Length > 0 ? " " : "") + "Not counted: " + string.Join(", ", config.LeftOut) + ".";
        return new ConfigModel(name, space, remark, EstimateConstants.Of(run, estimate));
    }

    // They are sorted by path and index.
    private static string Find(EquatableArray<GivenName> names, WantedName wanted)
    {
        int low = 0, high = names.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(names[middle].Path, wanted.Path);
            if (order < 0 || (order == 0 && names[middle].Index < wanted.Index)) low = middle + 1;
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
        Holder: EstimatesGenerator.Identifier(name));
}
