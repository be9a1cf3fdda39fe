using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>The sample's runs have the warnings that its README lists, and no other.</summary>
public class SampleTests
{
    // Each run with the tokens per parameter of its sources, and the rule of the default law (besiroglu-2024, factor
    // 3).
    public static TheoryData<string, string> Warnings { get; } = new()
    {
        { "Gpt3", "SCALE001" },           // 1.72, Brown et al. 2020
        { "Gopher", "SCALE001" },         // 1.07, Rae et al. 2021
        { "MtNlg", "SCALE001" },          // 0.51, Smith et al. 2022
        { "Palm", "SCALE001" },           // 1.44, Chowdhery et al. 2022
        { "Opt", "SCALE001" },            // 1.71, Zhang et al. 2022
        { "Bloom", "SCALE001" },          // 2.08, Le Scao et al. 2022
        { "Llama31_8B", "SCALE004" },     // 1868, Grattafiori et al. 2024
        { "Llama31_70B", "SCALE004" },    // 213, Grattafiori et al. 2024
        { "Chinchilla", "" },             // 20, Hoffmann et al. 2022
        { "Llama65B", "" },               // 21.5, Touvron et al. 2023
        { "Llama2_70B", "" },             // 29, Touvron et al. 2023
        { "Llama31_405B", "" },           // 38.4, Grattafiori et al. 2024
        { "Falcon180B", "" },             // 19.5, Almazrouei et al. 2023
        { "CerebrasGpt13B", "" },         // 20, Dey et al. 2023
        { "Pythia12B", "" },              // 25.3, Biderman et al. 2023
        { "DeepSeekV3", "" },             // 400 active, 22 in all, DeepSeek-AI 2024
    };

    private static readonly Lazy<Task<ILookup<string, string>>> Reported = new(Report);

    [Theory]
    [MemberData(nameof(Warnings))]
    public async Task A_published_run_has_the_diagnostics_of_its_page(string run, string rules) =>
        Assert.Equal(rules, string.Join(",", (await Reported.Value)[run]));

    [Fact]
    public async Task Nothing_else_in_the_sample_warns() =>
        Assert.Empty((await Reported.Value).Select(type => type.Key).Except(Warnings.Select(row => row.Data.Item1)));

    [Fact]
    public void Every_config_of_the_sample_is_in_the_table()
    {
        IEnumerable<string> configs = Sample.Sources().SelectMany(file => file.Text.Split('\n'))
            .Where(line => line.StartsWith("public static partial class ", StringComparison.Ordinal))
            .Select(line => line.Substring("public static partial class ".Length).Trim());
        Assert.Equal(Warnings.Select(row => row.Data.Item1).Order(StringComparer.Ordinal), configs.Order(StringComparer.Ordinal));
    }

    private static async Task<ILookup<string, string>> Report()
    {
        return (await Sample.Code.Diagnostics())
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .ToLookup(TypeOf, diagnostic => diagnostic.Id);
    }

    private static string TypeOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetRoot()
            .FindNode(diagnostic.Location.SourceSpan)
            .FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.Text ?? "(no type)";
}
