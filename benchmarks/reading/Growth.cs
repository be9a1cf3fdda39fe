using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Generators;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>
/// What analyzers and generator cost beyond the compilation with what is generated, and beyond an analyzer that only
/// asks to be called (Roslyn's own
/// share grows faster than a type's members), for sources that grow: twice the source may cost at most about twice as
/// much,
/// a config half a millisecond, and a hostile one half a second and 100 MB. `growth` on the command line runs it; it
/// fails above the bounds.
/// </summary>
internal static class Growth
{
    private const double MillisecondsPerConfig = 0.5;
    private const double HostileMilliseconds = 500, HostileMegabytes = 100;

    // From 1,000 to 5,000 the work is five times; half as much again is noise.
    private const double MostGrowth = 7.5;

    private static readonly ImmutableArray<MetadataReference> References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal)
            || name is "netstandard.dll" or "mscorlib.dll"))
        .Append(typeof(TrainingConfigAttribute).Assembly.Location)
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))];

    private static readonly (string Name, Func<int, string> Source)[] Forms =
    [
        ("configs of constants", n => Repeat(n, i =>
            $"[TrainingConfig] public static partial class C{i} " +
            $"{{ public const long Parameters = 70_000_000_000; public const long Tokens = 1_400_000_000_000; }}")),
        ("configs with initialisers", n => Repeat(n, i =>
            $"[TrainingConfig] public partial class C{i} " +
            $"{{ public long Parameters {{ get; init; }} = 70 * Quantity.Billion; public long Tokens => 20 * Parameters; }}")),
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
        ("parts of a namespace", n => Repeat(n, i => $"namespace A.B " +
            $"{{ [TrainingConfig] public static partial class C{i} " +
            "{ public const long Parameters = 70_000_000_000; public const long Tokens = 1_400_000_000_000; } }")),
    ];

    private static readonly (string Name, string Source)[] Hostile =
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
        ("a number of a million digits", "public static readonly System.Numerics.BigInteger Parameters = " +
            "System.Numerics.BigInteger.Parse(\"" + new string('7', 1_000_000) + "\");"),
        ("copies of a large record", "public record W(" + string.Join(", ", Enumerable.Range(0, 500).Select(i =>
            $"long A{i} = 1")) + "); static readonly W W0 = new();" + Repeat(200, i =>
            $"static readonly W W{i + 1} = W{i} with {{ A0 = {i} }};") + "public static long Parameters => W200.A0;"),
    ];

    private static string Run => "[TrainingConfig] public partial record R { public long Parameters { get; init; } public long Tokens " +
        "{ get; init; } }\n";

    /// <summary>Measures all; the exit code shows whether a bound is broken.</summary>
    public static int Measure(int[] sizes)
    {
        bool holds = true;
        Cost(Forms[0].Source(50));
        Console.WriteLine("| source | " + string.Join(" | ", sizes.Select(n => n.ToString("N0", CultureInfo.InvariantCulture))) + " |");
        Console.WriteLine("|---|" + string.Concat(sizes.Select(_ => "---|")));
        foreach (var (name, source) in Forms)
        {
            var costs = sizes.Select(n => Cost(source(n))).ToArray();
            Console.WriteLine($"| {name} | " + string.Join(" | ", costs.Select(Show)) + " |");
            double growth = costs[^1].Milliseconds / Math.Max(costs[^2].Milliseconds, 20) * 5 * sizes[^2] / sizes[^1];
            if (growth > MostGrowth) holds = Broken($"{name}: {growth:0.0} times the work for five times the source");
            if (costs[^1].Milliseconds > MillisecondsPerConfig * sizes[^1]) holds = Broken(
                $"{name}: {costs[^1].Milliseconds / sizes[^1]:0.00} ms each");
        }

        foreach (var (name, members) in Hostile)
        {
            var cost = Cost("[TrainingConfig] public static partial class C { public static long Tokens = 1_400_000_000_000; " + members +
                " }");
            Console.WriteLine($"| {name} | {Show(cost)} |");
            if (cost.Milliseconds > HostileMilliseconds || cost.Megabytes > HostileMegabytes) holds = Broken(name);
        }

        return holds ? 0 : 1;
    }

    private static bool Broken(string what)
    {
        Console.WriteLine("BOUND BROKEN: " + what);
        return false;
    }

    private static string Show((double Bare, double Milliseconds, double Megabytes) cost) =>
        string.Create(CultureInfo.InvariantCulture, $"{cost.Milliseconds:0} ms, {cost.Megabytes:0} MB (bare {cost.Bare:0} ms)");

    // The best of two, each beyond the bare compilation of the same source.
    private static (double Bare, double Milliseconds, double Megabytes) Cost(string source)
    {
        SyntaxTree[] generated = [];
        var costs = Enumerable.Range(0, 2).Select(_ =>
            (Ours: Timed(source, isBare: false, ref generated), Bare: Timed(source, isBare: true, ref generated))).ToArray();
        double bare = costs.Min(c => c.Bare.Milliseconds);
        return (bare, Math.Max(0, costs.Min(c => c.Ours.Milliseconds) - bare), Math.Max(0, costs.Min(c =>
            c.Ours.Megabytes) - costs.Min(c => c.Bare.Megabytes)));
    }

    private static (double Milliseconds, double Megabytes) Timed(string source, bool isBare, ref SyntaxTree[] generated)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From("using ScalingAnalyzers;\n" +
            source, Encoding.UTF8), new CSharpParseOptions(LanguageVersion.Latest));
        Compilation compilation = CSharpCompilation.Create("Growth", [tree], References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        long before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        if (isBare)
        {
            compilation = compilation.AddSyntaxTrees(generated);
        }
        else
        {
            CSharpGeneratorDriver.Create(new EstimatesGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
            generated = compilation.SyntaxTrees.Skip(1).ToArray();
        }

        compilation.GetDiagnostics();
        compilation.WithAnalyzers([isBare ? new EmptyAnalyzer()
            : new ScalingAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return (watch.Elapsed.TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6);
    }

    private static string Repeat(int times, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (int i = 0; i < times; i++) text.Append(part(i)).Append('\n');
        return text.ToString();
    }

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class EmptyAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Nothing = new("BENCH1", "Nothing", "Nothing", "Benchmark",
            DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Nothing];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSyntaxNodeAction(_ =>
                { }, SyntaxKind.ClassDeclaration, SyntaxKind.StructDeclaration, SyntaxKind.RecordDeclaration,
                SyntaxKind.RecordStructDeclaration);
            context.RegisterOperationAction(_ => { }, OperationKind.ObjectCreation, OperationKind.With);
        }
    }
}
