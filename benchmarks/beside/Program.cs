using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Benchmarks;
using ScalingAnalyzers.Generators;

// Processor time in one process, in rounds that interleave all; the least of the rounds after the first. A word on the
// command line selects the sources or generators with it in their names.
const int Rounds = 3, WarmRounds = 1, Configs = 1_000, PlainFiles = 300, WarmEditRounds = 10, EditRounds = 20, Edits = 5;
bool IsMeant(string name) => args.Length == 0 || args.Any(word => name.Contains(word, StringComparison.Ordinal));
MetadataReference[] references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
    .Split(Path.PathSeparator)
    .Where(path => Path.GetFileName(path) is var name
        && (name.StartsWith("System.", StringComparison.Ordinal) || name == "netstandard.dll"))
    .Append(typeof(ScalingAnalyzers.TrainingConfigAttribute).Assembly.Location)
    .Select(path => MetadataReference.CreateFromFile(path))];
bool holds = true;

(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)[] analyzers =
[
    ("the compilation alone", []), ("and an analyzer that does nothing", [new EmptyAnalyzer()]), ("ours", [new ScalingAnalyzer()]),
    .. new[] { "Roslynator", "Meziantou.Analyzer", "NetAnalyzers" }.Select(name => (name, Others.Analyzers(name))),
];
(string Name, SyntaxTree[] Trees)[] projects =
[
    ($"{PlainFiles} files without our attributes", [.. Sources.Plain(PlainFiles)]),
    ($"these and {Configs:N0} configs", [.. Sources.Plain(PlainFiles), .. Sources.Configs(Configs)]),
    ($"{Configs:N0} configs", [.. Sources.Configs(Configs)]),
];
Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Processor()}, .NET {Environment.Version}, Roslyn " +
    $"{typeof(Compilation).Assembly.GetName().Version!.ToString(3)}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC\n");
Console.WriteLine("| source | " + string.Join(" | ", analyzers.Select(a => a.Name)) + " |");
Console.WriteLine("|---|" + string.Concat(analyzers.Select(_ => "---|")));
foreach (var project in projects.Where(project => IsMeant(project.Name)))
{
    var cost = Least(analyzers.Length, which => Analyzed(project.Trees, analyzers[which].Analyzers));
    double ours = Math.Max(1, cost[2] - cost[0]);
    Console.WriteLine($"| {project.Name} | {Text(cost[0])} | "
        + string.Join(" | ", cost.Skip(1).Select(c => Shown(c - cost[0], ours))) + " |");
    if (project == projects[0])
        Hold(cost[2] - cost[1] < 0.01 * cost[0], $"{project.Name} pay {(cost[2] - cost[1]) / cost[0]:P1} of their compilation");
    for (int i = 3; i < analyzers.Length; i++)
        Hold(cost[2] < cost[i], $"{project.Name}: ours costs more than {analyzers[i].Name}");
}

if (IsMeant(projects[0].Name))
{
    // Two runs of a compilation differ by more than the bound above: what Roslyn counts in our code does not.
    var (name, trees) = projects[0];
    double alone = Least(1, _ => Analyzed(trees, []))[0], own = Least(1, _ => InOurCode(trees))[0];
    Console.WriteLine($"\n{name}: {own:0.0} ms in our code, {own / alone:P1} of the compilation.");
    Hold(own < 0.01 * alone, $"{name} pay more than a hundredth of their compilation in our code");
}

if (!IsMeant("generators")) return holds ? 0 : 1;
Console.WriteLine();
(string Name, Func<IIncrementalGenerator> Make, SyntaxTree[] Trees)[] generators =
[
    ("a pipeline that finds the attributes", () => new EmptyPipeline(), [.. Sources.Configs(Configs)]),
    ("ours", () => new EstimatesGenerator(), [.. Sources.Configs(Configs)]),
    ("System.Text.Json", Others.SystemTextJson, [.. Sources.Serialised(Configs)]),
];
double[] cold = Least(generators.Length, which => Cold(generators[which].Make(), generators[which].Trees));
double[] edit = Edited();
Console.WriteLine($"| generator, {Configs:N0} types | cold | an unrelated edit |\n|---|---|---|");
for (int i = 0; i < generators.Length; i++)
    Console.WriteLine($"| {generators[i].Name} | {Shown(cold[i], cold[1])} | {Shown(edit[i], edit[1])} |");
Console.WriteLine($"An unrelated edit: {(edit[1] - edit[0]) * 1e3 / Configs:0.0} us a config beyond a pipeline that finds the attributes.");
Hold(cold[1] <= cold[2], $"cold: ours costs {cold[1] / cold[2]:0.00} of System.Text.Json's");
Hold(edit[1] <= 1.15 * edit[0], $"edit: ours costs {edit[1] / edit[0]:0.00} of a pipeline that only finds the attributes");
return holds ? 0 : 1;

void Hold(bool isHeld, string otherwise)
{
    if (isHeld) return;
    holds = false;
    Console.WriteLine("BOUND BROKEN: " + otherwise);
}

CSharpCompilation Compiled(SyntaxTree[] trees) => CSharpCompilation.Create("Beside", [.. trees, Sources.Other(0)], references,
    new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

double Analyzed(SyntaxTree[] trees, ImmutableArray<DiagnosticAnalyzer> which)
{
    var compilation = Compiled(trees);
    return Cost(() =>
    {
        if (which.IsEmpty) compilation.GetDiagnostics();
        else compilation.WithAnalyzers(which).GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
    });
}

// As `dotnet build -p:ReportAnalyzer=true` counts it.
double InOurCode(SyntaxTree[] trees)
{
    ImmutableArray<DiagnosticAnalyzer> ours = [new ScalingAnalyzer()];
    var driver = CSharpGeneratorDriver.Create([new EstimatesGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions)trees[0].Options).RunGeneratorsAndUpdateCompilation(Compiled(trees), out var compilation, out _);
    var options = new CompilationWithAnalyzersOptions(
        new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true);
    var result = compilation.WithAnalyzers(ours, options).GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
    return (driver.GetTimingInfo().GeneratorTimes.Single().ElapsedTime + result.AnalyzerTelemetryInfo[ours[0]].ExecutionTime)
        .TotalMilliseconds;
}

double Cold(IIncrementalGenerator generator, SyntaxTree[] trees)
{
    var (driver, compilation) = Started(generator, trees);
    return Cost(() => driver.RunGenerators(compilation));
}

(GeneratorDriver Driver, CSharpCompilation Compilation) Started(IIncrementalGenerator generator, SyntaxTree[] trees)
{
    var compilation = Compiled(trees);
    compilation.GetDeclarationDiagnostics();
    return (CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: (CSharpParseOptions)trees[0].Options), compilation);
}

// Who edits has a compiler that has run for long: the lower quartile of edits that follow each other, when the runtime
// has compiled all of it for good.
double[] Edited()
{
    var costs = generators.Select(_ => new List<double>()).ToArray();
    for (int round = 0; round < WarmEditRounds + EditRounds; round++)
    {
        for (int i = 0; i < generators.Length; i++)
        {
            var (driver, compilation) = Started(generators[i].Make(), generators[i].Trees);
            driver = driver.RunGenerators(compilation);
            for (int k = 1; k <= Edits; k++)
            {
                compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Last(), Sources.Other(k));
                double one = Cost(() => driver = driver.RunGenerators(compilation));
                if (round >= WarmEditRounds) costs[i].Add(one);
            }
        }
    }

    return [.. costs.Select(all => all.Order().ElementAt(all.Count / 4))];
}

static double Cost(Action action)
{
    GC.Collect();
    var start = Environment.CpuUsage.TotalTime;
    action();
    return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
}

static double[] Least(int count, Func<int, double> cost)
{
    var least = Enumerable.Repeat(double.MaxValue, count).ToArray();
    for (int round = 0; round < WarmRounds + Rounds; round++)
    {
        for (int i = 0; i < count; i++)
        {
            double one = cost(i);
            if (round >= WarmRounds) least[i] = Math.Min(least[i], one);
        }
    }

    return least;
}

static string Text(double milliseconds) => milliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms";

static string Shown(double milliseconds, double ours) =>
    Text(milliseconds) + " (" + (milliseconds / ours).ToString("0.0", CultureInfo.InvariantCulture) + ")";

static string Processor() => (File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo") : [])
    .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor";
