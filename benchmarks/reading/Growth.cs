using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime;
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
/// What analyzers and generator cost beyond a generator that finds the attributes (as four of the SDK do in every
/// project) and adds the same files, an analyzer that only asks to be called (Roslyn's own share grows faster than a
/// type's members) and the compilation of both, for sources that grow: twice the source may cost at most about twice as
/// much, a config half a millisecond in a warm compiler, and a hostile one half a second and 100 MB. Times are the
/// processor's, so that another program on the machine changes little. `growth` on the command line runs it, `growth
/// array plans` the forms with these words in their names; it fails above the bounds.
/// </summary>
internal static class Growth
{
    private const double MillisecondsPerConfig = 0.5;
    private const double HostileMilliseconds = 500, HostileMegabytes = 100;

    // From 1,000 to 5,000 the work is five times; half as much again is noise.
    private const double MostGrowth = 7.5;

    // Collections fall where they fall: by them two rounds of the same work differ by a tenth.
    private const int Rounds = 3;

    // After as many of a form the compiler is warm.
    private const int WarmCount = 1_000;

    // What two runs of the same work differ by, at least, and as a share of the compiler's own time.
    private const double Noise = 50, NoiseShare = 0.1;

    // A source that the compiler itself takes seconds to bind is bound once more.
    private const double BareShare = 0.5;

    /// <summary>Words that choose a half of the forms.</summary>
    public const string Growing = "--growing", Hostile = "--hostile";

    private static readonly ImmutableArray<MetadataReference> References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal)
            || name is "netstandard.dll" or "mscorlib.dll"))
        .Append(typeof(TrainingConfigAttribute).Assembly.Location)
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))];

    /// <summary>Measures all; the exit code says whether a bound is broken.</summary>
    public static int Measure(int[] sizes, IReadOnlyCollection<string> words)
    {
        bool grows = !words.Contains(Hostile), isHostile = !words.Contains(Growing);
        string[] names = [.. words.Except([Growing, Hostile])];
        bool IsMeant(string name) => names.Length == 0 || names.Any(word => name.Contains(word, StringComparison.Ordinal));
        bool holds = true;
        foreach (int count in new[] { 100, WarmCount })
        {
            foreach (var (_, source) in GrowthForms.Types.Where(form => count < WarmCount || IsMeant(form.Name)))
                Cost(source(count), items: "");
            Cost("", GrowthForms.Items(count));
        }

        Console.WriteLine(GCSettings.IsServerGC ? "server GC" : "workstation GC");
        Console.WriteLine("| source | " + string.Join(" | ", sizes.Select(n => n.ToString("N0", CultureInfo.InvariantCulture))) + " |");
        Console.WriteLine("|---|" + string.Concat(sizes.Select(_ => "---|")));
        foreach (var (name, source) in GrowthForms.Types.Where(form => grows && IsMeant(form.Name)))
            holds &= Grows(name, sizes, n => Cost(source(n), items: ""));
        if (grows && IsMeant(Items)) holds &= Grows(Items, sizes, n => Cost("", GrowthForms.Items(n)));
        foreach (var (name, members) in GrowthForms.Hostile.Where(form => isHostile && IsMeant(form.Name)))
        {
            holds &= IsCheap(name, Cost("[TrainingConfig] public static partial class C { public static long Tokens = 1_400_000_000_000; " +
                members + " }", items: ""));
        }

        foreach (var (name, items, json) in HostileFiles.Forms.Where(form => isHostile && IsMeant(form.Name)))
            holds &= IsCheap(name, Cost("", items, json));
        return holds ? 0 : 1;
    }

    private static bool IsCheap(string name, (double Bare, double Milliseconds, double Megabytes) cost)
    {
        Console.WriteLine($"| {name} | {Show(cost)} |");
        double most = Math.Max(HostileMilliseconds, BareShare * cost.Bare);
        return cost.Milliseconds <= most && cost.Megabytes <= HostileMegabytes ? true : Broken(name);
    }

    private const string Items = "ScalingConfig items of one file";

    private static bool Grows(string name, int[] sizes, Func<int, (double Bare, double Milliseconds, double Megabytes)> cost)
    {
        bool holds = true;
        var costs = sizes.Select(cost).ToArray();
        Console.WriteLine($"| {name} | " + string.Join(" | ", costs.Select(Show)) + " |");
        double each = costs[^1].Milliseconds / sizes[^1];
        if (sizes.Length > 1)
        {
            double before = Math.Max(costs[^2].Milliseconds, Math.Max(Noise, NoiseShare * costs[^2].Bare));
            double growth = costs[^1].Milliseconds / before * 5 * sizes[^2] / sizes[^1];
            if (growth > MostGrowth) holds = Broken($"{name}: {growth:0.0} times the work for five times the source");
        }

        return each > MillisecondsPerConfig ? Broken($"{name}: {each:0.00} ms each") : holds;
    }

    private static bool Broken(string what)
    {
        Console.WriteLine("BOUND BROKEN: " + what);
        return false;
    }

    private static string Show((double Bare, double Milliseconds, double Megabytes) cost) =>
        string.Create(CultureInfo.InvariantCulture, $"{cost.Milliseconds:0} ms, {cost.Megabytes:0} MB (bare {cost.Bare:0} ms)");

    // The least time of the rounds, each beyond the bare compilation of the same source. Of memory the middle: with the
    // server's collector one count in many is wrong by gigabytes.
    private static (double Bare, double Milliseconds, double Megabytes) Cost(string source, string items, string? json = null)
    {
        (string, SourceText)[] generated = [];
        var costs = Enumerable.Range(0, Rounds).Select(_ =>
            (Ours: Timed(source, items, json, isBare: false, ref generated),
            Bare: Timed(source, items, json, isBare: true, ref generated))).ToArray();
        double bare = costs.Min(c => c.Bare.Milliseconds);
        double megabytes = costs.Select(c => c.Ours.Megabytes).Order().ElementAt(Rounds / 2) -
            costs.Select(c => c.Bare.Megabytes).Order().ElementAt(Rounds / 2);
        return (bare, Math.Max(0, costs.Min(c => c.Ours.Milliseconds) - bare), Math.Max(0, megabytes));
    }

    private static (double Milliseconds, double Megabytes) Timed(
        string source, string items, string? json, bool isBare, ref (string Name, SourceText Text)[] generated)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From("using ScalingAnalyzers;\n" +
            source, Encoding.UTF8), new CSharpParseOptions(LanguageVersion.Latest));
        Compilation compilation = CSharpCompilation.Create("Growth", [tree], References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        ImmutableArray<AdditionalText> files = items.Length > 0 ? [new JsonText(json ?? GrowthForms.Json)] : [];
        var options = new ItemOptions(items);
        GC.Collect();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        var start = Environment.CpuUsage.TotalTime;
        IIncrementalGenerator generator = isBare ? new Repeated(generated) : new EstimatesGenerator();
        var driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], files, optionsProvider: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        compilation.GetDiagnostics();
        compilation.WithAnalyzers([isBare ? new EmptyAnalyzer() : new ScalingAnalyzer()], new AnalyzerOptions(files, options))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        var cost = ((Environment.CpuUsage.TotalTime - start).TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6);
        if (!isBare) generated = [.. driver.GetRunResult().Results.Single().GeneratedSources.Select(s => (s.HintName, Copy(s.SourceText)))];
        return cost;
    }

    private static SourceText Copy(SourceText text) => SourceText.From(text.ToString(), Encoding.UTF8);

    private sealed class Repeated((string Name, SourceText Text)[] files) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            foreach (string attribute in new[] { "TrainingConfig", "ModelConfig", "TrainingPlans" })
            {
                var found = context.SyntaxProvider.ForAttributeWithMetadataName(
                    "ScalingAnalyzers." + attribute + "Attribute", (_, _) => true, (attributed, _) => attributed.TargetSymbol.Name);
                context.RegisterSourceOutput(found, (_, _) => { });
            }

            context.RegisterSourceOutput(context.CompilationProvider, (output, _) =>
            {
                foreach (var (name, text) in files) output.AddSource(name, text);
            });
        }
    }

    private sealed class JsonText(string json) : AdditionalText
    {
        public override string Path => "/models/config.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) =>
            SourceText.From(json, Encoding.UTF8);
    }

    private sealed class ItemOptions(string items) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options("");

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(items);
    }

    private sealed class Options(string items) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = items;
            return items.Length > 0 && key == "build_metadata.AdditionalFiles.ScalingConfig";
        }
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
