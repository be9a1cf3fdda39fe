using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>`scaling models`: the families of models that are counted, and those that are not.</summary>
internal sealed class ModelsCommand : ToolCommand
{
    private const string Counted = "counted";
    private const string Decoder = "its text decoder is counted";

    public override string Name => "models";

    public override string Description => "List the families (model_type) whose parameters are counted, and why others are not.";

    public override string[] Examples => ["scaling models", "scaling models llama qwen3_moe t5"];

    public override Argument<string[]> Words { get; } = new("model_type")
    {
        Description = "Names as config.json writes them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    protected override int Run(Given given, Terminal terminal)
    {
        var document = JsonForm.Document(Name);
        string[] names = given.Words.Count > 0 ? [.. given.Words]
            : [.. ModelFamilies.All.Select(family => family.Name), .. ModelFamilies.Multimodal, .. ModelFamilies.NotCounted.Keys];
        document["models"] = JsonForm.List(names.Select(Of));
        return Show(new Shown(given.Words.Count > 0 ? Named(names) : All(), document), given, terminal);
    }

    private static Page Named(IEnumerable<string> names)
    {
        var page = new Page();
        page.Table(["", "", ""], names.Select(name => new[] { name, Kind(name), Why(name) ?? Answer(name) }).ToArray(),
            numbersRight: false);
        return page;
    }

    private static Page All()
    {
        var page = new Page();
        foreach (var group in ModelFamilies.All.GroupBy(family => family.Lineage).OrderBy(group => group.Key))
        {
            page.Heading(Capital(NameOf(group.Key)));
            page.Text(string.Join(", ", group.Select(family => family.Name)));
        }

        page.Heading("Text decoders inside the config of a multimodal model");
        page.Text(string.Join(", ", ModelFamilies.Multimodal));
        page.Heading("Not counted");
        foreach (var reason in ModelFamilies.NotCounted.GroupBy(pair => pair.Value, System.StringComparer.Ordinal))
            page.Text(Capital(reason.Key) + ": " + string.Join(", ", reason.Select(pair => pair.Key)));
        page.Text($"{ModelFamilies.All.Count} families are counted to the last parameter. 'scaling estimate config.json' counts a model.");
        return page;
    }

    private static string Answer(string name) => ModelFamilies.TryGet(name, out _) ? Counted : Decoder;

    private static bool IsWrapper(string name) => ModelFamilies.Multimodal.Contains(name, System.StringComparer.Ordinal);

    private static string Kind(string name) => ModelFamilies.TryGet(name, out var family) ? NameOf(family.Lineage)
        : IsWrapper(name) ? "multimodal" : "";

    private static string? Why(string name) => ModelFamilies.TryGet(name, out _) || IsWrapper(name) ? null : ModelFamilies.WhyNot(name);

    private static string NameOf(FamilyLineage lineage) => lineage switch
    {
        FamilyLineage.Mixture => "attention and experts",
        FamilyLineage.Hybrid => "linear attention, state space or recurrence",
        _ => "attention and a dense feed-forward",
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static JsonObject Of(string name) => new()
    {
        ["name"] = name,
        ["kind"] = Kind(name) is { Length: > 0 } kind ? kind : null,
        ["isCounted"] = Why(name) is null,
        ["reason"] = Why(name),
    };
}
