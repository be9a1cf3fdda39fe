using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>`scaling models`: the families of models that are counted.</summary>
internal sealed class ModelsCommand : ToolCommand
{
    public override string Name => "models";

    public override string Description => "List the families (model_type) whose parameters are counted, or say why one is not.";

    public override string[] Examples => ["scaling models", "scaling models llama qwen3_moe"];

    public override Argument<string[]> Words { get; } = new("model_type")
    {
        Description = "Names as config.json writes them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    protected override int Run(Given given, Terminal terminal)
    {
        var page = new Page();
        var document = JsonForm.Document(Name);
        if (given.Words.Count == 0)
        {
            page.Text(string.Join(", ", ModelFamilies.All.Select(family => family.Name)));
            page.Text($"{ModelFamilies.All.Count} families are counted to the last parameter. "
                + "'scaling estimate config.json' counts a model.");
            document["models"] = JsonForm.List(ModelFamilies.All.Select(family => Of(family.Name)));
        }
        else
        {
            page.Table(["", ""], given.Words.Select(word => new[] { word, Why(word) ?? "counted" }).ToArray());
            document["models"] = JsonForm.List(given.Words.Select(Of));
        }

        return Show(new Shown(page, document), given, terminal);
    }

    private static string? Why(string name) => ModelFamilies.TryGet(name, out _) ? null : ModelFamilies.WhyNot(name);

    private static JsonObject Of(string name) => new() { ["name"] = name, ["isCounted"] = Why(name) is null, ["reason"] = Why(name) };
}
