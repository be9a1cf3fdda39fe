using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// Random sources, the same for the same seed: programs of the table of effects and of the grammars, marked as configs,
/// and some of them cut, doubled or mangled as they are while someone types.
/// </summary>
internal static class SourceFuzzer
{
    private const string Usings = """
        #pragma warning disable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using ScalingAnalyzers;
        """;

    private static readonly string[] Insertions =
    [
        "{", "}", "(", ")", ";", "=", "partial ", "[TrainingConfig] ", "static ", "?", "new ", "=> ", "\"", "/*", "Estimates.", "record ",
        "<T>", "9_999_999_999_999_999_999_999", "checked(", "ref ", "await ",
        "this", "base.", "with { }", "default", "#if X\n", "[ModelConfig(Family = \"llama\")] ", "-", "0", ".", ",", "unsafe ",
        "yield return 1;", "goto x;", "dynamic ",
    ];

    /// <summary>A source of that seed; three of four are left whole.</summary>
    public static string Source(int seed)
    {
        var random = new Random(seed);
        string source = Whole(random, seed);
        if (random.Next(4) > 0) return Usings + source;
        for (int i = random.Next(1, 4); i > 0; i--) source = Mangled(source, random);
        return Usings + source;
    }

    private static string Whole(Random random, int seed)
    {
        string name = "C" + seed.ToString(CultureInfo.InvariantCulture);
        switch (random.Next(6))
        {
            case 0: return Config(new ConfigGrammar(seed).Class(name, 12), name, random);
            case 1: return Config(new EffectGrammar(seed, name).Class(), name, random);
            case 2 or 3:
                return $$"""
                    [TrainingConfig(Model = typeof(D))]
                    public partial class Run
                    {
                        public long Parameters => new C().M0;
                        public long Tokens { get; init; } = 3 * new C().M0;
                    }
                    [ModelConfig(Family = "llama")]
                    public class D
                    {
                        public int HiddenSize = 4096;
                    }
                    {{Row(random)}}
                    """;
            default:
                return $$"""
                    [TrainingConfig]
                    public partial record Run(long Parameters = 70_000_000_000)
                    {
                        public long Tokens { get; init; } = 3;
                    }
                    [TrainingPlans]
                    public static partial class Plans
                    {
                        public static readonly Run A = new() { Tokens = new C().M0 };
                        public static readonly Run B = A with { Tokens = 5_000_000_000 };
                    }
                    {{Row(random)}}
                    """;
        }
    }

    // Members that numbers can be read of.
    private static string Config(string source, string name, Random random)
    {
        var numbers =
            Regex.Matches(source, @"public (?:virtual |readonly )?(?:int|long|double|decimal|uint) (M\d+)", RegexOptions.CultureInvariant)
                .Select(m => m.Groups[1].Value)
                .Append("GetHashCode()")
                .ToList();
        return "[TrainingConfig] public static partial class Config { "
            + string.Concat(
                new[] { "Parameters", "Tokens" }
                    .Select(
                        member => $"public static long {member} => (long)new "
                            + $"{name}().{numbers[random.Next(numbers.Count)]} * {random.Next(1, 9)};\n")) + "}\n" + source;
    }

    private static string Row(Random random)
    {
        var rows =
            EffectForms.All.Where(row => row.Source.Contains("public long M0", StringComparison.Ordinal)
                && !row.Source.Contains("static class C", StringComparison.Ordinal)).ToList();
        return rows[random.Next(rows.Count)].Source;
    }

    private static string Mangled(string source, Random random)
    {
        int at = random.Next(source.Length), length = Math.Min(random.Next(1, 30), source.Length - at);
        return random.Next(4) switch
        {
            0 => source.Remove(at, length),
            1 => source.Insert(at, Insertions[random.Next(Insertions.Length)]),
            2 => source.Insert(at, source.Substring(random.Next(source.Length - length), length)),
            _ => source.Substring(0, at) + source.Substring(Math.Min(source.Length, at + 1)),
        };
    }

    /// <summary>The seeds to look at: a few, or as many as SCALING_FUZZ says.</summary>
    public static IEnumerable<int> Seeds(int usual)
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("SCALING_FUZZ"), NumberStyles.Integer, CultureInfo.InvariantCulture,
            out int asked) ? asked : usual;
        int first = count > usual ? usual : 0;
        return Enumerable.Range(first, count);
    }
}
