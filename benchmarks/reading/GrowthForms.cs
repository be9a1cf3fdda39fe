using System;
using System.Linq;
using System.Text;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>Sources that grow, and small ones with much work in them.</summary>
internal static class GrowthForms
{
    public static readonly (string Name, Func<int, string> Source)[] Types =
    [
        ("configs of constants", n => Repeat(n, i =>
            $"[TrainingConfig] public static partial class C{i} " +
            $"{{ public const long Parameters = 70_000_000_000; public const long Tokens = 1_400_000_000_000; }}")),
        ("configs with initialisers", n => Repeat(n, i =>
            $"[TrainingConfig] public partial class C{i} " +
            $"{{ public long Parameters {{ get; init; }} = 70 * Quantity.Billion; public long Tokens => 20 * Parameters; }}")),
        ("configs with locals named Estimates", n => Repeat(n, i =>
            $"[TrainingConfig] public static partial class C{i} {{ public const long Parameters = 70_000_000_000; " +
            "public const long Tokens = 1_400_000_000_000; static int F() { int Estimates = 1; return Estimates + Estimates; } }")),
        ("runs from locals of one method", n => Run + "public static class Use { static void M() { var a = new R { Parameters = " +
            "70_000_000_000, Tokens = 1_400_000_000_000 };" + Repeat(n, i =>
            $"var b{i} = a with {{ Tokens = 1_{400 + (i % 500)}_000_000_000 }};") + " } }"),
        ("runs from the local before", n => Run + "public static class Use { static void M() { var b0 = new R { Parameters = " +
            "70_000_000_000, Tokens = 1_400_000_000_000 };" + Repeat(n, i =>
            $"var b{i + 1} = b{i} with {{ Tokens = 1_{400 + (i % 500)}_000_000_000 }};") + " } }"),
        ("members of one type", n => "[TrainingConfig] public partial class C { public long Parameters = 70_000_000_000; public long " +
            "Tokens { get; set; } = 20 * Quantity.Trillion;" + Repeat(n, i =>
            $"public long A{i} {{ get; set; }} = {i} * Quantity.Billion;") + " }"),
        ("static members of one type", n => "[TrainingConfig] public static partial class C { public static readonly long Parameters " +
            "= 70_000_000_000; public static readonly long Tokens = 20 * Quantity.Trillion;" + Repeat(n, i =>
            $"public static readonly long A{i} = {i} * Quantity.Billion;") + " }"),
        ("creations in one array", n => Run + "public static class Use { static readonly R[] All = {" + Repeat(n, i =>
            $"new R {{ Parameters = 70_000_000_000, Tokens = 1_{400 + (i % 500)}_000_000_000 }},") + " }; }"),
        ("plans of one class", n => Run + "[TrainingPlans] public static partial class Plans { static readonly R Base = new() { " +
            "Parameters = 70_000_000_000 };" + Repeat(n, i =>
            $"public static readonly R P{i} = Base with {{ Tokens = 1_{400 + (i % 500)}_000_000_000 }};") + " }"),
        ("plans of one class that count", n => Run + "[TrainingPlans] public static partial class Plans { static int made; static R " +
            "Count(R run) { made++; return run; } static readonly R Base = Count(new() { Parameters = 70_000_000_000 });" +
            Repeat(n, i => $"public static readonly R P{i} = Base with {{ Tokens = 1_{400 + (i % 500)}_000_000_000 }};") + " }"),
        ("parts of a namespace", n => Repeat(n, i => $"namespace A.B " +
            $"{{ [TrainingConfig] public static partial class C{i} " +
            "{ public const long Parameters = 70_000_000_000; public const long Tokens = 1_400_000_000_000; } }")),
    ];

    public static readonly (string Name, string Members)[] Hostile =
    [
        ("squared big integers", "static readonly System.Numerics.BigInteger S0 = System.Numerics.BigInteger.Pow(10, 300);" +
            Repeat(20, i => $"static readonly System.Numerics.BigInteger S{i + 1} = S{i} * S{i};") +
            "public static System.Numerics.BigInteger Parameters => S20;"),
        ("doubled texts", "static readonly string S0 = \"abcdefgh\";" + Repeat(27, i =>
            $"static readonly string S{i + 1} = S{i} + S{i};") + "public static string Accelerator => S27;"),
        ("doubled calls", "public static long Parameters => F(100); static long F(long n) => n < 1 ? 1 : F(n - 1) + F(n - 1);"),
        ("objects in objects", "public static readonly T Parameters = new T(40); public class T { public T A, B; public T(int n) { if " +
            "(n > 0) { A = new T(n - 1); B = new T(n - 1); } } }"),
        ("40,000 texts added", "static readonly string A = \"x\"; public static readonly string Accelerator = A" + Repeat(40_000, _ =>
            " + A") + ";"),
        ("20,000 numbers added", "static readonly long A = 1; public static readonly long Parameters = 1" + Repeat(20_000, _ =>
            " + A") + ";"),
        ("a number of a million digits", "public static readonly System.Numerics.BigInteger Parameters = " +
            "System.Numerics.BigInteger.Parse(\"" + new string('7', 1_000_000) + "\");"),
        ("copies of a large record", "public record W(" + string.Join(", ", Enumerable.Range(0, 500).Select(i =>
            $"long A{i} = 1")) + "); static readonly W W0 = new();" + Repeat(200, i =>
            $"static readonly W W{i + 1} = W{i} with {{ A0 = {i} }};") + "public static long Parameters => W200.A0;"),
            .. HostileCalls.Forms, .. HostileShapes.Forms, .. HostileTypes.Forms, .. HostileBodies.Forms,
            .. HostileClosures.Forms,
    ];

    private static string Run => "[TrainingConfig] public partial record R { public long Parameters { get; init; } public long Tokens " +
        "{ get; init; } }\n";

    /// <summary>The text of a Hugging Face config, of which a project names many runs.</summary>
    public const string Json = """
        {
          "model_type": "llama",
          "hidden_size": 4096,
          "intermediate_size": 14336,
          "num_attention_heads": 32,
          "num_hidden_layers": 32,
          "num_key_value_heads": 8,
          "vocab_size": 128256,
          "tie_word_embeddings": false
        }
        """;

    /// <summary>The joined ScalingConfig items of that file, as the targets write them.</summary>
    public static string Items(int count) => Uri.EscapeDataString(Repeat(count, i =>
        $"Name\u241FRun{i}\u241ETokens\u241F1{i % 9}T\u241ESequenceLength\u241F8192\u241EAccelerator\u241FH100-SXM\u241E" +
        "AcceleratorCount\u241F16384\u241EUtilization\u241F0.4\u241E\u241D").TrimEnd('\u241D', '\n')
        .Replace("\n", "", StringComparison.Ordinal));

    public static string Repeat(int times, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (int i = 0; i < times; i++) text.Append(part(i)).Append('\n');
        return text.ToString();
    }
}
