using System;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Generators;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>A fault of ours in one config is a diagnostic at that config, and costs no other anything.</summary>
public class FailureTests
{
    private const string Source = """
        using ScalingAnalyzers;
        [TrainingConfig]
        public static partial class Good
        {
            public const long Parameters = 70_000_000_000;
            public const long Tokens = 1_400_000_000_000;
        }
        [TrainingConfig]
        public static partial class Bad
        {
            public const long Parameters = 7_000_000_000;
            public const long Tokens = 300_000_000_000;
        }
        [TrainingConfig]
        public partial record R(long Parameters, long Tokens);
        [TrainingPlans]
        public static partial class Plans
        {
            public static readonly R Fine = new(70_000_000_000, 1_400_000_000_000);
            public static readonly R Bad = new(7_000_000_000, 140_000_000_000);
        }
        """;

    private const string Llama = """
        { "model_type": "llama", "hidden_size": 4096, "intermediate_size": 14336, "num_attention_heads": 32,
          "num_hidden_layers": 32, "num_key_value_heads": 8, "vocab_size": 128256 }
        """;

    private static Making FailingEstimate => Making.Usual with
    {
        Estimate = run => run.Name == "Bad" ? throw new InvalidOperationException("injected") : Making.Usual.Estimate(run),
    };

    private static Making FailingWriter => Making.Usual with
    {
        Write = (model, text) => model.Types[0].Name == "Bad" && model.Failure.Length == 0
            ? throw new InvalidOperationException("injected")
            : Making.Usual.Write(model, text),
    };

    [Fact]
    public async Task An_estimate_that_fails_is_reported_at_its_config()
    {
        var code = Code.Empty.With(new ScalingAnalyzer()).With(new EstimatesGenerator(FailingEstimate)).With(Source);
        var driver = await code.Generate();
        Assert.Contains("const long Parameters", SourceOf(driver, "Good"), StringComparison.Ordinal);
        Assert.DoesNotContain("const long", SourceOf(driver, "Bad"), StringComparison.Ordinal);
        Assert.Contains("const long", SourceOf(driver, "Plans"), StringComparison.Ordinal);
        var reported = (await code.Diagnostics()).Where(d => d.Id == "SCALE903").Select(d => d.GetMessage()).ToArray();
        Assert.Equal(2, reported.Length);
        Assert.StartsWith("'Bad' has no constants: computing its estimate fails (InvalidOperationException)", reported[0],
            StringComparison.Ordinal);
        Assert.StartsWith("'Plans' has no constants: Bad: computing its estimate fails (InvalidOperationException)", reported[1],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_cannot_be_found_costs_types_nothing()
    {
        var making = Making.Usual with { Place = (_, _, _) => throw new InvalidOperationException("injected") };
        var code = Code.Empty.With(new EstimatesGenerator(making)).With(Source).Json("llama.json", Llama, "Name=Model; Tokens=15T");
        var driver = await code.Generate();
        Assert.Contains("const long Parameters", SourceOf(driver, "Good"), StringComparison.Ordinal);
        Assert.DoesNotContain(driver.Sources, source => source.Value.Contains("class Model", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_writer_that_fails_is_reported_at_its_config()
    {
        var code = Code.Empty.With(new ScalingAnalyzer()).With(new EstimatesGenerator(FailingWriter)).With(Source);
        var driver = await code.Generate();
        Assert.Contains("const long Parameters", SourceOf(driver, "Good"), StringComparison.Ordinal);
        Assert.DoesNotContain("const long", SourceOf(driver, "Bad"), StringComparison.Ordinal);
        var reported = Assert.Single(await code.Diagnostics(), d => d.Id == "SCALE903");
        Assert.StartsWith("'Bad' has no constants: writing its constants fails (InvalidOperationException)", reported.GetMessage(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_fails_is_reported_in_its_file()
    {
        var code = Code.Empty.With(new ScalingAnalyzer()).With(new EstimatesGenerator(FailingEstimate)).With("class Empty { }")
            .Json("llama.json", Llama, "Name=Good; Tokens=15T", "Name=Bad; Tokens=15T");
        var reported = Assert.Single(await code.Diagnostics(), d => d.Id == "SCALE903");
        Assert.StartsWith("'Bad' has no constants: computing its estimate fails", reported.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_that_fails_is_reported_and_costs_no_other_its_warnings()
    {
        var analyzer = new ScalingAnalyzer(name =>
        {
            if (name == "Bad") throw new InvalidOperationException("injected");
        });
        string source = Source + """

            [TrainingConfig]
            public static partial class UnderTrained
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = 300_000_000_000;
            }
            """;
        var reported = await Code.Empty.With(analyzer).With(source).Diagnostics();
        Assert.Contains(reported, d => d.Id == "SCALE001");
        Assert.DoesNotContain(reported, d => d.Id == "AD0001");
        Assert.Contains(reported, d => d.Id == "SCALE903"
            && d.GetMessage().StartsWith("'Bad' is not assessed: reading it fails (InvalidOperationException)", StringComparison.Ordinal));
    }

    private static string SourceOf(Driver driver, string type) =>
        driver.Sources.Single(s => s.Key.StartsWith(type + ".", StringComparison.Ordinal)).Value;
}
