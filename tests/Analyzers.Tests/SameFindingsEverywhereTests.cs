using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// One run is judged alike wherever it is written: by the analyzers as source, by <see cref="ConfigReader"/> as an
/// object, by <see cref="TrainingRun.Check"/> as plain values; and the constants of the generator are the numbers of
/// that run's estimate.
/// </summary>
public class SameFindingsEverywhereTests
{
    // What a TrainingRun has no property for: budgets, hours, steps and batches, learning rates, stocks, plans, names
    // of laws and chips.
    private static readonly string[] BeyondTrainingRun = [
        "SCALE101", "SCALE202", "SCALE301", "SCALE304", "SCALE401", "SCALE402", "SCALE904", "SCALE906"];

    public static TheoryData<string, string> Runs { get; } = new()
    {
        { "Gopher, Rae et al. 2021: SCALE001", "long Parameters = 280_000_000_000; long Tokens = 300_000_000_000;" },
        { "Llama 3.1 8B, Grattafiori et al. 2024: SCALE004", "long Parameters = 8_030_261_248; long Tokens = 15_000_000_000_000;" },
        {
            "The same, declared compute-optimal: SCALE002",
            "long Parameters = 8_030_261_248; long Tokens = 15_000_000_000_000; TrainingIntent Intent = TrainingIntent.ComputeOptimal;"
        },
        {
            "The same, served too little: SCALE002",
            "long Parameters = 8_030_261_248; long Tokens = 15_000_000_000_000; long InferenceTokens = 2_000_000_000_000;"
        },
        { "Chinchilla, Hoffmann et al. 2022: nothing", "long Parameters = 70_000_000_000; long Tokens = 1_400_000_000_000;" },
        {
            "Chinchilla to serve 1,000T: SCALE501",
            "long Parameters = 70_000_000_000; long Tokens = 1_400_000_000_000; double InferenceTokens = 1e15;"
        },
        { "PaLM, Chowdhery et al. 2022: SCALE001, SCALE003", "long Parameters = 540_350_000_000; long Tokens = 780_000_000_000;" },
        { "Llama 3.1 405B: SCALE003, SCALE105", "long Parameters = 405_000_000_000; long Tokens = 15_600_000_000_000;" },
        { "A percentage: SCALE102", "long Parameters = 70_000_000_000; long Tokens = 1_400_000_000_000; double Utilization = 40;" },
        { "Too few devices: SCALE103", "long Parameters = 70_000_000_000; long Tokens = 1_400_000_000_000; string Accelerator = "
            + "\"H100-SXM\"; int AcceleratorCount = 8;" },
        { "FP8 on an A100: SCALE104", "long Parameters = 70_000_000_000; long Tokens = 1_400_000_000_000; string Accelerator = "
            + "\"A100-SXM-80GB\"; NumericFormat Precision = NumericFormat.FP8;" },
        { "No such chip: SCALE104", "long Parameters = 70_000_000_000; long Tokens = 1_400_000_000_000; string Accelerator = \"H1000\";" },
        {
            "Repeated data: SCALE201",
            "long Parameters = 7_000_000_000; long Tokens = 140_000_000_000; long UniqueTokens = 10_000_000_000;"
        },
        { "Too small a stock: SCALE202", "long Parameters = 70_000_000_000; long Tokens = 1_400_000_000_000; long UniqueTokens = "
            + "1_400_000_000_000; string TokenStock = \"1T\";" },
        {
            "Steps that disagree: SCALE304",
            "long Parameters = 70_000_000_000; long Tokens = 1_400_000_000_000; long MaxSteps = 1000; long TokensPerBatch = 4_000_000;"
        },
        {
            "A huge batch: SCALE401",
            "long Parameters = 7_000_000_000; long Tokens = 140_000_000_000; long TokensPerBatch = 2_000_000_000;"
        },
        { "A high rate: SCALE402", "long Parameters = 7_000_000_000; long Tokens = 140_000_000_000; double LearningRate = 0.05;" },
        { "Over budget: SCALE101", "long Parameters = 70_000_000_000; long Tokens = 1_400_000_000_000; double MaxFlops = 1e23;" },
        { "No such law: SCALE904", "long Parameters = 70_000_000_000; long Tokens = 1_400_000_000_000; string Law = \"no-law-1999\";" },
        {
            "Two tokens: SCALE906",
            "long Parameters = 70_000_000_000; long Tokens = 1_400_000_000_000; long TrainTokens = 1_300_000_000_000;"
        },
        { "Three hundred tokens: SCALE907", "long Parameters = 70_000_000_000; long TrainingTokens = 300;" },
        { "Less than nothing: SCALE902", "long Parameters = 70_000_000_000; long Tokens = -5;" },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Source_object_and_plain_values_have_the_same_findings(string run, string members)
    {
        var expected = run.Split(':').Last().Split(',').Select(id => id.Trim()).Where(id => id != "nothing");
        var code = CodeOf(members);
        var reported = (await code.Diagnostics()).Where(one => RuleTable.Get(one.Id).Origin == RuleOrigin.Check).ToArray();
        using var program = await code.Load();
        var read = ConfigReader.Read(Activator.CreateInstance(program.TypeOf("Run"))!);
        var found = read.Check();

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Select(finding => finding.Rule.Id).Order(StringComparer.Ordinal));
        Assert.Equal(Texts(reported), Texts(found));
        var plain = read.Declared.Check();
        Assert.Equal(Texts(found.Where(IsExpressible)), Texts(plain.Where(IsExpressible)));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task The_constants_are_the_numbers_of_the_estimate(string run, string members)
    {
        using var program = await CodeOf(members).Load();
        var read = ConfigReader.Read(Activator.CreateInstance(program.TypeOf("Run"))!);
        var constants =
            program.TypeOf("Run").GetNestedType("Estimates")?.GetFields().ToDictionary(f => f.Name, f => f.GetRawConstantValue()) ?? [];
        foreach (var property in typeof(Estimate)
            .GetProperties()
            .Where(p => p.PropertyType == typeof(double?) || p.PropertyType == typeof(long?)))
        {
            if (constants.TryGetValue(property.Name, out object? constant))
                Assert.True(Equals(constant, property.GetValue(read.Estimate)), run + ": " + property.Name);
        }

        Assert.Equal(read.Estimate.TrainingFlops is not null, constants.ContainsKey("TrainingFlops"));
    }

    private static Code CodeOf(string members)
    {
        string properties = string.Join("\n", members.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(member =>
        {
            string[] parts = member.Split('=', 2, StringSplitOptions.TrimEntries);
            return "public " + parts[0] + " { get; init; } = " + parts[1] + ";";
        }));
        return Config.Of("[TrainingConfig]\npublic sealed partial class Run\n{\n" + properties + "\n}\n");
    }

    private static bool IsExpressible(Finding finding) =>
        !BeyondTrainingRun.Contains(finding.Rule.Id) && !finding.Texts.ContainsKey(FindingKeys.NearestAccelerator)
            && finding.Rule.Id is not ("SCALE102" or "SCALE902");

    private static IEnumerable<string> Texts(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Select(one => one.Id + " " + one.GetMessage(CultureInfo.InvariantCulture) + " " + Numbers(one.Properties
            .Where(p => !p.Key.Contains('.') && double.TryParse(p.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            .Select(p => (p.Key, p.Value!))))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Texts(IEnumerable<Finding> findings) => findings
        .Select(one => one.Rule.Id + " " + one.Message + " "
            + Numbers(one.Numbers.Select(p => (p.Key, p.Value.ToString("R", CultureInfo.InvariantCulture)))))
        .Order(StringComparer.Ordinal);

    private static string Numbers(IEnumerable<(string Key, string Value)> numbers) =>
        string.Join(" ", numbers.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => n.Key + "=" + n.Value));
}
