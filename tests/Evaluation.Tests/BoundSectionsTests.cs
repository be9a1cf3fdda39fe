using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>The same settings as a section at design time and as the bound object at run time: the constants and the
/// findings are the same, without any attribute.</summary>
public class BoundSectionsTests
{
    private const string Options = """
        using System; using System.Collections.Generic;
        public class Training
        {
            public string? Tokens { get; set; } public long Parameters { get; set; } public int Steps { get; set; }
            public int SequenceLength { get; set; } public int WorldSize { get; set; } public int MicroBatchSize { get; set; }
            public int GradientAccumulationSteps { get; set; }
            public string? Accelerator { get; set; } public int AcceleratorCount { get; set; } public double Utilization { get; set; }
            public int GlobalBatchSequences { get; set; }
            public Model? Model { get; set; } public Hardware? Hardware { get; set; } public Optimizer? Optimizer { get; set; }
            public Parallelism? Parallelism { get; set; }
            public Schedule? Schedule { get; set; } public Evaluation? Evaluation { get; set; }
        }
        public class Model
        {
            public string? Family { get; set; } public int Layers { get; set; } public int HiddenSize { get; set; }
            public int Heads { get; set; } public int KeyValueHeads { get; set; } public int FeedForwardSize { get; set; }
            public int VocabularySize { get; set; } public int HeadSize { get; set; } public bool? TiedEmbeddings { get; set; }
            public int Experts { get; set; } public int ExpertsPerToken { get; set; } public int ExpertFeedForwardSize { get; set; }
            public int SharedExpertIntermediateSize { get; set; } public List<string>? LayerTypes { get; set; }
            public int LinearNumKeyHeads { get; set; } public int LinearNumValueHeads { get; set; }
        }
        public class Hardware
        {
            public string? Accelerator { get; set; } public int AcceleratorCount { get; set; } public double Utilization { get; set; }
        }
        public class Optimizer { public string? Name { get; set; } public double LearningRate { get; set; } }
        public class Parallelism
        {
            public int TensorParallel { get; set; } public int PipelineParallel { get; set; } public int ZeroStage { get; set; }
        }
        public class Schedule { public int Steps { get; set; } }
        public class Evaluation { public int Steps { get; set; } public int BatchSize { get; set; } }
        """;

    private const string Llama = """
        "Model": { "Family": "llama", "Layers": 32, "HiddenSize": 4096, "Heads": 32, "KeyValueHeads": 8, "FeedForwardSize": 14336,
          "VocabularySize": 128256 }
        """;

    // Llama 3.1 8B, Grattafiori et al. 2024, table 3; Qwen3-Next's model card: 80B parameters.
    [Theory]
    [InlineData("\"Tokens\": \"15T\", " + Llama, 8_030_261_248, "SCALE004")]
    [InlineData("\"Tokens\": \"200B\", \"Model\": { \"Parameters\": 1, \"HiddenSize\": 4096, \"Layers\": 32 }", 1, null)]
    [InlineData("\"Tokens\": \"200B\", " + Llama + ", \"Hardware\": { \"Accelerator\": \"H100-SXM\", \"AcceleratorCount\": 64, "
        + "\"Utilization\": 0.4 }", 8_030_261_248, null)]
    [InlineData("\"Tokens\": \"200B\", " + Llama + ", \"Hardware\": { \"Accelerator\": \"H1000\" }", 8_030_261_248, "SCALE104")]
    [InlineData("\"Parameters\": 20000000000, \"SequenceLength\": 2048, \"WorldSize\": 96, \"MicroBatchSize\": 4, "
        + "\"GradientAccumulationSteps\": 32, \"Schedule\": { \"Steps\": 150000 }, \"Parallelism\": { \"TensorParallel\": 2, "
        + "\"PipelineParallel\": 4 }", 20_000_000_000, null, 471_859_200_000)] // GPT-NeoX-20B: 4 x 32 x 96/8 x 2,048 x 150,000
    [InlineData("\"Tokens\": \"200B\", " + Llama + ", \"Optimizer\": { \"Name\": \"adamw_8bit\", \"LearningRate\": 0.0003 }, "
        + "\"Evaluation\": { \"Steps\": 100, \"BatchSize\": 8 }", 8_030_261_248, null)]
    [InlineData("\"Tokens\": \"200B\", \"Steps\": 5, \"SequenceLength\": 2048, \"GlobalBatchSequences\": 8, "
        + "\"Parameters\": 70000000", 70_000_000, "SCALE304")]
    [InlineData("\"Tokens\": \"200B\", \"Model\": { \"Family\": \"lama\", \"Layers\": 32 }, \"Parameters\": 70000000", 70_000_000, null)]
    public async Task The_bound_object_has_the_constants_and_the_findings_of_its_section(
        string section, long parameters, string? rule, long? tokens = null)
    {
        string json = "{ \"Training\": { " + section.Replace("\"Parameters\": 1,", "", StringComparison.Ordinal) + " } }";
        var code = Config.Code.File("Options.cs", Options).Json("appsettings.json", json, "Section=Training");
        var program = await code.Load();
        using var parsed = JsonDocument.Parse(json);
        var bound = ConfigReader.Read(parsed.RootElement.GetProperty("Training").Deserialize(program.TypeOf("Training"))!);

        var constants = program.TypeOf("ScalingConfigs").GetNestedType("Training")!.GetFields()
            .ToDictionary(field => field.Name, field => field.GetRawConstantValue());
        if (parameters > 1) Assert.Equal(parameters, constants["Parameters"]);
        if (tokens is not null) Assert.Equal(tokens, constants["TrainingTokens"]);
        var known = ConstantsOf(bound);
        var numbers = constants.Keys.Where(name => IsNumber(constants[name]));
        Assert.Equal(known.Keys.Order(StringComparer.Ordinal), numbers.Order(StringComparer.Ordinal));
        foreach (var (name, value) in known) Assert.Equal((name, value), (name, constants[name]));

        var shown = (await code.Diagnostics()).Where(one => RuleTable.Get(one.Id).Origin == RuleOrigin.Check)
            .Select(one => one.Id + " " + one.GetMessage(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(shown, bound.Check().Select(one => one.Rule.Id + " " + one.Message).Order(StringComparer.Ordinal));
        if (rule is not null) Assert.Contains(shown, one => one.StartsWith(rule, StringComparison.Ordinal));
    }

    private static bool IsNumber(object? value) => value is long or double;

    private static Dictionary<string, object> ConstantsOf(ConfigRun run) =>
        ConstantCatalog.Of(new ConstantSource(RunModel.Of(run, default), run.Estimate)).Where(constant => IsNumber(constant.Value))
            .ToDictionary(constant => constant.Row.Name, constant => constant.Value);
}
