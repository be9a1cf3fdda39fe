using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Testing;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>docs/mistakes.md: what is reported for the mistakes that people make in C# and in JSON files of a
/// project. UPDATE_DOCS=1 writes the tables.</summary>
public class MistakePageTests
{
    private const string Page = "docs/mistakes.md";

    // 7B parameters on 140B tokens is a run without a finding (Hoffmann et al. 2022: 20 tokens per parameter).
    private static readonly (string Mistake, string Rule, Code Code)[] InCode =
    [
        ("`Paramters = ...`, a letter is missing", "SCALE909",
            Run("const long Paramters = 7_000_000_000; const long Tokens = 140_000_000_000;")),
        ("`Parameters = 70`, meant in billions", "SCALE907", Run("const long Parameters = 70; const long Tokens = 1_400_000_000_000;")),
        ("`Tokens = 140`, meant in billions", "SCALE907", Run("const long Parameters = 7_000_000_000; const long Tokens = 140;")),
        ("`Tokens = -140_000_000_000`", "SCALE902", Run("const long Parameters = 7_000_000_000; const long Tokens = -140_000_000_000;")),
        ("`Utilization = 40`, meant in percent", "SCALE102", Run(Balanced, "Accelerator = \"H100-SXM\", Utilization = 40")),
        ("`Utilization = 1.4`", "SCALE102", Run(Balanced, "Accelerator = \"H100-SXM\", Utilization = 1.4")),
        ("`Accelerator = \"H100-SMX\"`", "SCALE104", Run(Balanced, "Accelerator = \"H100-SMX\", Utilization = 0.4")),
        ("`Law = \"hofmann-2022\"`", "SCALE904", Run(Balanced, "Law = \"hofmann-2022\"")),
        ("no number of a run in the type", "SCALE908", Run("const string Name = \"ours\";")),
        ("tokens that steps, batch and sequence contradict", "SCALE304",
            Run(Balanced + " const int MaxSteps = 1000; const int GlobalBatchSize = 1024; const int SequenceLength = 4096;")),
        ("two members of one role with different values", "SCALE906", Run(Balanced + " const long TrainingTokens = 150_000_000_000;")),
        ("the type is not `partial`", "SCALE903",
            Config.Of($$"""[TrainingConfig] public static class Run { {{Public(Balanced)}} }""")),
        ("the enclosing type is not `partial`", "SCALE903",
            Config.Of($$"""public static class Outer { [TrainingConfig] public static partial class Run { {{Public(Balanced)}} } }""")),
        ("an enclosing generic type is not `partial`", "SCALE903", Config.Of(
            $$"""public class Trainer<T> { [TrainingConfig] public static partial class Run { {{Public(Balanced)}} } }""")),
        ("a value of a type parameter", "SCALE901", Config.Of("""
            public interface ISize { static abstract long Parameters { get; } }
            public sealed class Trainer<T> where T : ISize
            {
                [TrainingConfig] public sealed class Run
                {
                    public long Parameters { get; } = T.Parameters;
                    public long Tokens { get; } = 140_000_000_000;
                }
            }
            """).Severity("SCALE901", "warning")),
        ("`Tоkens`, with a Cyrillic о", "SCALE909",
            Run("const long Parameters = 7_000_000_000; const long T\u043Ekens = 140_000_000_000;")),
        ("`Tokens = \"１４０B\"`, in full-width digits", "SCALE902",
            Run("const long Parameters = 7_000_000_000; const string Tokens = \"\uFF11\uFF14\uFF10B\";")),
        ("`Tokens = \"140 billion\"`", "SCALE902",
            Run("const long Parameters = 7_000_000_000; const string Tokens = \"140 billion\";")),
        ("`Tokens = \"1,4T\"`, with a decimal comma", "SCALE902",
            Run("const long Parameters = 70_000_000_000; const string Tokens = \"1,4T\";")),
        ("a value from outside the program", "SCALE901", Config.Of("""
            [TrainingConfig] public sealed class Run
            {
                public long Parameters = 7_000_000_000;
                public long Tokens = long.Parse(System.Environment.GetEnvironmentVariable("TOKENS")!);
            }
            """).Severity("SCALE901", "warning")),
        ("heads that do not divide the width", "SCALE301", Config.Of("""
            [ModelConfig(Family = "llama")] public sealed class Shape
            {
                public int HiddenSize = 4096; public int NumHiddenLayers = 32; public int NumAttentionHeads = 30;
                public int IntermediateSize = 11008; public int VocabSize = 32000;
            }
            """)),
        ("`scaling_analyzers.utilizaton`, an option that does not exist", "SCALE909",
            Run(Balanced).Option("scaling_analyzers.utilizaton", "0.4")),
        ("`scaling_analyzers.utilization = 40`", "SCALE905", Run(Balanced).Option("scaling_analyzers.utilization", "40")),
    ];

    private static readonly (string Mistake, string Rule, string File, string Item)[] InJson =
    [
        ("`Tokens=\"many\"`", "SCALE902", Llama(), "Tokens=many"),
        ("`Tokens=\"300\"`, meant in billions", "SCALE907", Llama(), "Tokens=300"),
        ("`Tokens=\"1e40\"`", "SCALE902", Llama(), "Tokens=1e40"),
        ("`Utilization=\"40%\"`", "SCALE902", Llama(), "Utilization=40%"),
        ("`Intent=\"Best\"`", "SCALE902", Llama(), "Intent=Best"),
        ("`Law=\"hofmann-2022\"`", "SCALE904", Llama(), "Law=hofmann-2022"),
        ("`Accelerator=\"H1000\"`", "SCALE104", Llama(), "Accelerator=H1000"),
        ("`Parameters=\"7B\"` of a model of 8B", "SCALE302", Llama(), "Parameters=7B"),
        ("`\"num_attention_heads\": 30`", "SCALE301", Llama(heads: "30"), ""),
        ("`\"num_attention_heads\": 0`", "SCALE902", Llama(heads: "0"), ""),
        ("`\"num_attention_heads\": \"many\"`", "SCALE902", Llama(heads: "\"many\""), ""),
        ("`\"model_type\": \"lama\"`", "SCALE908", Llama().Replace("\"llama\"", "\"lama\"", StringComparison.Ordinal), ""),
        ("`\"hidden_size\"` twice", "SCALE908",
            Llama().Replace(", \"vocab_size\"", ", \"hidden_size\": 2048, \"vocab_size\"", StringComparison.Ordinal), ""),
        ("`\"hidden_sizе\"`, with a Cyrillic е", "SCALE909",
            Llama().Replace("hidden_size", "hidden_siz\u0435", StringComparison.Ordinal), ""),
        ("`Tokens=\"15Т\"`, with a Cyrillic Т", "SCALE902", Llama(), "Tokens=15\u0422"),
        ("`Tokens=\"1,5T\"`, with a decimal comma", "SCALE902", Llama(), "Tokens=1,5T"),
        ("a file that ends too early", "SCALE908", "{ \"model_type\": \"llama\", \"hidden_size\":", ""),
        ("a comma is missing", "SCALE908", Llama().Replace("4096,", "4096", StringComparison.Ordinal), ""),
    ];

    private static string Balanced => "const long Parameters = 7_000_000_000; const long Tokens = 140_000_000_000;";

    public static TheoryData<string> Mistakes { get; } = new(InCode.Select(row => row.Mistake).Concat(InJson.Select(row => row.Mistake)));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_reported_by_its_rule(string mistake)
    {
        var (rule, code) = InCode.Select(row => (row.Mistake, row.Rule, row.Code))
            .Concat(InJson.Select(row => (row.Mistake, row.Rule, Code: Json(row.File, row.Item))))
            .Where(row => row.Mistake == mistake)
            .Select(row => (row.Rule, row.Code))
            .Single();
        Assert.Contains(await code.Diagnostics(), reported => reported.Id == rule);
    }

    [Fact]
    public async Task The_page_has_what_is_reported_in_code()
    {
        var rows = new StringBuilder();
        foreach (var (mistake, rule, code) in InCode) rows.Append(Row(mistake, rule, await code.Diagnostics()));
        GeneratedFile.Is(Page, page => GeneratedFile.WithTable(page, "| in C# | rule | message |", rows.ToString()));
    }

    [Fact]
    public async Task The_page_has_what_is_reported_in_json()
    {
        var rows = new StringBuilder();
        foreach (var (mistake, rule, file, item) in InJson) rows.Append(Row(mistake, rule, await Json(file, item).Diagnostics()));
        GeneratedFile.Is(Page, page => GeneratedFile.WithTable(page, "| in a JSON file or its item | rule | message |", rows.ToString()));
    }

    private static string Row(string mistake, string rule, IEnumerable<Diagnostic> reported)
    {
        var message = reported.FirstOrDefault(one => one.Id == rule)?.GetMessage(CultureInfo.InvariantCulture) ?? "";
        return $"| {mistake} | [{rule}](rules/{rule}.md) | {message.Replace("|", "\\|", StringComparison.Ordinal)} |\n";
    }

    private static Code Run(string members, string arguments = "") => Config.Run(Public(members), arguments);

    private static Code Json(string file, string item) => Config.Code.Json("configs/llama/config.json", file, item);

    private static string Public(string members) => members.Replace("const ", "public const ", StringComparison.Ordinal);

    // Llama 3.1 8B, 8,030,261,248 parameters.
    private static string Llama(string heads = "32") =>
        "{ \"model_type\": \"llama\", \"hidden_size\": 4096, \"num_hidden_layers\": 32, \"num_attention_heads\": " + heads
            + ", \"num_key_value_heads\": 8, \"intermediate_size\": 14336, \"vocab_size\": 128256 }\n";
}
