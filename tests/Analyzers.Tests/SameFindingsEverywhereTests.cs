using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// One run is judged alike wherever it is written: by the analyzers as source, by <see cref="ConfigReader"/> as an
/// object, by <see cref="TrainingRun.Check"/> as plain values; and the constants of the generator are the numbers of
/// that run's estimate.
/// </summary>
public class SameFindingsEverywhereTests
{
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
        {
            "A decay of another optimizer: SCALE403",
            "long Parameters = 7_000_000_000; long Tokens = 140_000_000_000; long TokensPerBatch = 4_000_000; double LearningRate = 3e-4; "
                + "double WeightDecay = 50;"
        },
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
    public async Task Source_object_plain_values_and_constants_agree(string run, string members)
    {
        var expected = run.Split(':').Last().Split(',').Select(id => id.Trim()).Where(id => id != "nothing");
        var found = await Everywhere.HasTheSameFindings(CodeOf(members), "Run");

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task They_agree_on_every_published_run()
    {
        var runs = PublishedRuns.AllAsObjects();
        var reported = new List<string>();
        foreach (var (_, config) in runs) reported.AddRange(await Everywhere.HasTheSameFindings(config, "Run"));

        Assert.True(runs.Count > 50, runs.Count + " runs");
        Assert.Subset(reported.ToHashSet(), new HashSet<string> { "SCALE001", "SCALE003", "SCALE004", "SCALE102" });
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
}
