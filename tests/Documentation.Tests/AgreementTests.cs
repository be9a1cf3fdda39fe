using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>Warnings and constants come from one estimate: the numbers of a diagnostic equal the constants.</summary>
public class AgreementTests
{
    public static TheoryData<string> Sources { get; } =
        new(["sample", .. MarkdownPage.All().SelectMany(page => page.Examples()).Where(e => e.Rules.Length > 0).Select(e => e.Name)]);

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task A_warnings_numbers_are_the_constants_numbers(string source)
    {
        var code = source == "sample"
            ? Sample.Code
            : ExampleCode.Of(MarkdownPage.All().SelectMany(page => page.Examples()).Single(e => e.Name == source));
        var constants = (await code.Generate()).Compilation;
        foreach (var diagnostic in (await code.Diagnostics()).Where(d => d.Id is "SCALE001" or "SCALE002" or "SCALE004"))
        {
            string name = diagnostic.GetMessage(CultureInfo.InvariantCulture).Split('\'')[1];
            if (constants.GetSymbolsWithName(name, SymbolFilter.Type).SingleOrDefault() is not INamedTypeSymbol type) continue;
            var estimates = type.GetTypeMembers("Estimates")
                .SelectMany(t => t.GetMembers().OfType<IFieldSymbol>())
                .ToDictionary(f => f.Name, f => f.ConstantValue);
            if (estimates.Count == 0) continue;
            AssertSame(diagnostic, "tokens", estimates, "TrainingTokens");
            AssertSame(diagnostic, "trainingFlops", estimates, "TrainingFlops");
            AssertSame(diagnostic, "optimalTokensPerParameter", estimates, "OptimalTokensPerParameter");
            AssertSame(diagnostic, "predictedLoss", estimates, "PredictedLoss");
            AssertSame(diagnostic, "excessCompute", estimates, "ExcessCompute");
            AssertSame(diagnostic, "paybackTokens", estimates, "PaybackTokens");
            Assert.Equal(diagnostic.Properties["law"], estimates["LawName"]);
        }
    }

    private static void AssertSame(Diagnostic diagnostic, string property, Dictionary<string, object?> estimates, string constant)
    {
        string? text = diagnostic.Properties.GetValueOrDefault(property);
        Assert.Equal(text is not null, estimates.ContainsKey(constant));
        if (text is not null)
            Assert.Equal(System.Convert.ToDouble(estimates[constant], CultureInfo.InvariantCulture),
                double.Parse(text, CultureInfo.InvariantCulture));
    }
}
