using System;
using System.Globalization;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>A run that is over-trained on purpose: what would let its pay-back be compared. Llama 3.1 8B, Grattafiori
/// et al. 2024.</summary>
public class PaybackTests
{
    private const string Llama = "public const long Parameters = 8_030_261_248; public const long Tokens = 15_000_000_000_000; ";

    // docs/rules/SCALE004.md: the run pays back after 11.4T served tokens.
    [Fact]
    public async Task An_intent_without_served_tokens_is_told_once_where_it_stands()
    {
        var found = Assert.Single(await Config.Of("[TrainingConfig(Intent = {|SCALE501:TrainingIntent.InferenceOptimal|})]\n"
            + "public static partial class Run { " + Llama + " }").ReportsAsMarked());
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Contains(
            "pay-back, which comes after 11.4T served tokens",
            found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "served tokens are declared",
        Llama + "public const long InferenceTokens = 100_000_000_000_000;",
        "Intent = TrainingIntent.InferenceOptimal")]
    [InlineData(
        "served tokens are known elsewhere",
        Llama + "public static long InferenceTokens { get; set; }",
        "Intent = TrainingIntent.InferenceOptimal")]
    [InlineData("a reason is declared", Llama, "Intent = TrainingIntent.InferenceOptimal, Justification = \"served for years\"")]
    [InlineData("nothing to pay back", "public const long Parameters = 70_000_000_000; public const long Tokens = 1_400_000_000_000;",
        "Intent = TrainingIntent.InferenceOptimal")]
    public async Task Nothing_is_told_where(string why, string members, string arguments)
    {
        Assert.NotEmpty(why);
        Assert.DoesNotContain(await Config.Run(members, arguments).Diagnostics(), found => found.Id is "SCALE501" or "SCALE004");
    }

    // Declared once for a project, the intent is of no run: nothing is told at each.
    [Fact]
    public Task An_intent_of_the_project_is_told_nowhere() =>
        Config.Run(Llama).Property("ScalingIntent", "InferenceOptimal").ReportsNothing();
}
