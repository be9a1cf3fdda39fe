using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// A run that one rule reports, and the result of each of the rule's fixes, in the order of the offers.
/// </summary>
internal sealed record FixCase(string Rule, string Source, params FixResult[] Fixes)
{
    /// <summary>The file before, or after the fix of that key.</summary>
    public string Text(string? key = null) =>
        "using ScalingAnalyzers;\n\n" + Fixes.Where(fix => fix.Key == key).SelectMany(fix => fix.Edits).Aggregate(Source, Edited) + "\n";

    private static string Edited(string text, (string Before, string After) edit)
    {
        Assert.Equal(2, text.Split(edit.Before).Length);
        return text.Replace(edit.Before, edit.After, StringComparison.Ordinal);
    }
}

/// <summary>The changes of the fix of a key; everything else stays, including comments.</summary>
internal sealed record FixResult(string Key, params (string Before, string After)[] Edits);

/// <summary>
/// Every fix of every rule: a rule or a key without a case fails a test. Numbers of the balance are besiroglu-2024's,
/// computed separately from the code: G = (aA/bB)^(1/(a+b)), N = G (C/6)^(b/(a+b)), three digits, rounded towards the
/// frontier; the others are on the rules' pages.
/// </summary>
internal static class FixCases
{
    /// <summary>One case a rule; its first key is what batch tools apply.</summary>
    public static IReadOnlyList<FixCase> All { get; } =
    [
        new("SCALE001",
            """
            [TrainingConfig]
            public static partial class UnderTrained
            {
                public const long Parameters = 280_000_000_000; // Rae et al. 2021
                public const long Tokens = 300_000_000_000; /* as published */
            }
            """,
            new FixResult("same-compute", ("280_000_000_000", "67_400_000_000"), ("300_000_000_000", "1_250_000_000_000")),
            new FixResult("scale-tokens", ("300_000_000_000", "4_820_000_000_000")),
            new FixResult("scale-parameters", ("280_000_000_000", "15_100_000_000"))),
        new("SCALE002",
            """
            [TrainingConfig]
            public static partial class OverTrained
            {
                public const long Parameters = 8_000_000_000; // eight
                public const long Tokens = 15_000_000_000_000; /* fifteen */
                public const long InferenceTokens = 1_000_000_000_000; // too few to pay for it
            }
            """,
            new FixResult("same-compute", (" 8_000_000_000", " 81_100_000_000"), ("15_000_000_000_000", "1_480_000_000_000")),
            new FixResult("scale-parameters", (" 8_000_000_000", " 925_000_000_000")),
            new FixResult("scale-tokens", ("15_000_000_000_000", "163_000_000_000")),
            new FixResult("same-loss", (" 8_000_000_000", " 23_300_000_000"), ("15_000_000_000_000", "995_000_000_000"))),
        new("SCALE004",
            """
            [TrainingConfig]
            public static partial class Undeclared
            {
                public const long Parameters = 8_000_000_000; // eight
                public const long Tokens = 15_000_000_000_000; /* fifteen */
            }
            """,
            new FixResult("declare-intent", ("[TrainingConfig]", "[TrainingConfig(Intent = TrainingIntent.InferenceOptimal)]")),
            new FixResult("same-compute", (" 8_000_000_000", " 81_100_000_000"), ("15_000_000_000_000", "1_480_000_000_000")),
            new FixResult("scale-parameters", (" 8_000_000_000", " 925_000_000_000")),
            new FixResult("scale-tokens", ("15_000_000_000_000", "163_000_000_000"))),
        new("SCALE101",
            """
            [TrainingConfig(
                Accelerator = KnownAccelerators.H100Sxm, AcceleratorCount = 1024, Utilization = 0.40,
                PricePerAcceleratorHour = 2, MaxCost = 500_000)]
            public static partial class TooDear
            {
                public const long Parameters = 70_000_000_000; // Hoffmann et al. 2022
                public const long Tokens = 1_400_000_000_000;
            }
            """,
            new FixResult("fit-budget", ("70_000_000_000", "56_400_000_000"), ("1_400_000_000_000", "1_050_000_000_000"))),
        new("SCALE102",
            """
            [TrainingConfig(Accelerator = KnownAccelerators.H100Sxm, Utilization = 40 /* percent */)]
            public static partial class InPercent
            {
                public const long Parameters = 70_000_000_000;
                public const long Tokens = 1_400_000_000_000;
            }
            """,
            new FixResult("as-fraction", ("= 40 ", "= 0.40 "))),
        new("SCALE104",
            """
            [TrainingConfig(Accelerator = "H100-SMX")]
            public static partial class Mistyped
            {
                public const long Parameters = 8_000_000_000;
                public const long Tokens = 160_000_000_000;
            }
            """,
            new FixResult("use-known-accelerator", ("SMX", "SXM"))),
        new("SCALE201",
            """
            [TrainingConfig(Justification = "all text there is in the language")]
            public static partial class Repeated
            {
                public const long Parameters = 30_000_000_000;
                public const long UniqueTokens = 100_000_000_000;
                public const int Epochs = 20; // many
            }
            """,
            new FixResult("limit-epochs", ("20;", "4;"))),
        new("SCALE301",
            """
            [ModelConfig]
            public static class Indivisible
            {
                public const int HiddenSize = 2048;
                public const int Heads = 24, // Brown et al. 2020, table 2.1
                    Layers = 22;
            }
            """,
            new FixResult("nearest-divisor", ("24", "32"))),
        new("SCALE302",
            """
            [ModelConfig(Family = "llama")]
            public static partial class Miscounted
            {
                public const long Parameters = 7_000_000_000; // seven
                public const int Layers = 32, IntermediateSize = 14336, HiddenSize = 4096, Heads = 32, KvHeads = 8,
                    VocabSize = 128256;
            }
            """,
            new FixResult("use-counted", ("7_000_000_000", "8_030_261_248"))),
        new("SCALE303",
            """
            [ModelConfig]
            public static class Unpadded
            {
                public const int VocabSize = 50257; // GPT-2
            }
            """,
            new FixResult("round-dimension", ("50257", "50304"))),
        new("SCALE304",
            """
            [TrainingConfig]
            public static partial class Disagreeing
            {
                public const long Parameters = 8_000_000_000;
                public const long Tokens = 200_000_000_000; // not what the steps make
                public const long MaxSteps = 40_000;
                public const long TokensPerBatch = 4_000_000;
            }
            """,
            new FixResult("use-product", ("200_000_000_000", "160_000_000_000"))),
        new("SCALE401",
            """
            [TrainingConfig(Justification = "as published")]
            public static partial class TooLargeSteps
            {
                public const long Parameters = 6_910_365_696; // DeepSeek 7B
                public const long Tokens = 2_000_000_000_000;
                public const long BatchTokens = 200_000_000;
            }
            """,
            new FixResult("use-suggested-batch", (" 200_000_000;", " 15_800_000;"))),
        new("SCALE402",
            """
            [TrainingConfig(Justification = "as published")]
            public static partial class TooFast
            {
                public const long Parameters = 6_910_365_696; // DeepSeek 7B
                public const long Tokens = 2_000_000_000_000;
                public const double LearningRate = 0.042; // a hundred times too much
            }
            """,
            new FixResult("use-suggested-learning-rate", ("0.042", "0.00103"))),
        new("SCALE501",
            """
            [TrainingConfig]
            public static partial class ServesMuch
            {
                public const long Parameters = 70_000_000_000; // Hoffmann et al. 2022
                public const long Tokens = 1_400_000_000_000;
                public const long InferenceTokens = 20_000_000_000_000;
            }
            """,
            new FixResult("same-loss", ("70_000_000_000", "29_300_000_000"), ("1_400_000_000_000", "5_270_000_000_000"))),
        new("SCALE903",
            """
            [TrainingConfig]
            public static class Whole
            {
                public const long Parameters = 15_000_000_000;
                public const long Tokens = 300_000_000_000;
            }
            """,
            new FixResult("add-partial", ("static class", "static partial class"))),
        new("SCALE907",
            """
            [TrainingConfig]
            public static partial class Billions
            {
                public const long Parameters = 15_000_000_000;
                public const long Tokens = 300; // billions
            }
            """,
            new FixResult("append-billions", ("= 300;", "= 300_000_000_000;"))),
        new("SCALE909",
            """
            [ModelConfig(Family = "llma")]
            public static partial class Misspelt
            {
                public const int HiddenSize = 4096;
            }
            """,
            new FixResult("use-known-name", ("\"llma\"", "\"llama\""))),
    ];

    /// <summary>
    /// Cases of rules that report several faults, each with its own fix: the sparse figure of NVIDIA's data sheet of
    /// H100 SXM.
    /// </summary>
    public static IReadOnlyList<FixCase> Further { get; } =
    [
        new("SCALE104",
            """
            [TrainingConfig(Accelerator = KnownAccelerators.H100Sxm, Utilization = 0.4, PeakFlopsPerSecond = 1979e12 /* with sparsity */)]
            public static partial class Sparse
            {
                public const long Parameters = 8_000_000_000;
                public const long Tokens = 160_000_000_000;
            }
            """,
            new FixResult("use-dense-peak", ("1979e12", "989.4e12"))),
        new("SCALE909",
            """
            [TrainingConfig]
            public static partial class MisspeltTokens
            {
                public const long Parameters = 8_000_000_000;
                public const long TraningTokens = 160_000_000_000;
            }
            """,
            new FixResult("declare-role",
                ("    public const long Traning", "    [ConfigMember(ConfigRole.TrainingTokens)]\n    public const long Traning"))),
    ];
}
