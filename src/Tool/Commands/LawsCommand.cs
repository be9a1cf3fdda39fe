using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>`scaling laws`: the laws that a run can be held against.</summary>
internal sealed class LawsCommand : ToolCommand
{
    public override string Name => "laws";

    public override string Description => "List the scaling laws, or show one with formula, coefficients and source.";

    public override string[] Examples => ["scaling laws", "scaling laws besiroglu-2024"];

    public override Argument<string[]> Words { get; } = new("law")
    {
        Description = "The id of a law, or an own file that ends in .law.json.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    protected override int Run(Given given, Terminal terminal)
    {
        var laws = given.Words.Count == 0 ? LawCatalog.All : given.Words.Select(word => Known.Law("law", word)).ToArray();
        var document = JsonForm.Document(Name);
        document["laws"] = JsonForm.List(laws.Select(Of));
        return Show(new Shown(given.Words.Count == 0 ? List(laws) : Details(laws), document), given, terminal);
    }

    private static Page List(IReadOnlyList<ScalingLaw> laws)
    {
        var page = new Page();
        page.Table(["Law", "What it is", "Gives"], laws.Select(law => new[] { law.Id, law.Title, Gives(law) }).ToArray());
        page.Text($"The default is {LawCatalog.Default.Id}. 'scaling laws ID' shows formula, coefficients and source.");
        return page;
    }

    private static Page Details(IEnumerable<ScalingLaw> laws)
    {
        var page = new Page();
        foreach (var law in laws)
        {
            page.Heading(law.ToString());
            page.Table(["", ""], new[]
            {
                ["gives", Gives(law)],
                ["formula", law.Formula],
                ["counts", law.Convention.ToString()],
                ["fitted on", law.FittedRange.ToString()],
                ["source", law.Source.ToString()],
                new[] { "caution", law.Caution },
            }.Where(row => row[1].Length > 0).ToArray());
            page.Table(["Coefficient", "Value", "Interval"], law.Coefficients.Select(coefficient => new[]
            {
                coefficient.Symbol,
                Quantity.Ratio(coefficient.Value),
                coefficient.Confidence?.ToString() ?? "-",
            }).ToArray());
        }

        return page;
    }

    private static string Gives(ScalingLaw law) => string.Join(", ", new[]
    {
        law is IAllocationLaw ? "optimum" : "",
        law is ILossLaw ? "loss" : "",
        law is IUncertainAllocation ? "interval" : "",
    }.Where(word => word.Length > 0));

    private static JsonObject Of(ScalingLaw law) => new()
    {
        ["id"] = law.Id,
        ["title"] = law.Title,
        ["isDefault"] = ReferenceEquals(law, LawCatalog.Default),
        ["givesOptimum"] = law is IAllocationLaw,
        ["givesLoss"] = law is ILossLaw,
        ["formula"] = law.Formula,
        ["convention"] = law.Convention.ToString(),
        ["coefficients"] = JsonForm.List(law.Coefficients.Select(coefficient => new JsonObject
        {
            ["name"] = coefficient.Symbol,
            ["value"] = JsonForm.Number(coefficient.Value),
            ["interval"] = JsonForm.Range(coefficient.Confidence),
        })),
        ["fittedRange"] = new JsonObject
        {
            ["parameters"] = JsonForm.Range(law.FittedRange.Parameters),
            ["tokens"] = JsonForm.Range(law.FittedRange.Tokens),
            ["trainingFlops"] = JsonForm.Range(law.FittedRange.TrainingFlops),
            ["tokensPerParameter"] = JsonForm.Range(law.FittedRange.TokensPerParameter),
        },
        ["source"] = law.Source.ToString(),
        ["caution"] = law.Caution,
    };
}
