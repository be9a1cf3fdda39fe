using System.Globalization;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScalingAnalyzers.Generators;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>A thousand configs, and an edit in a file without any: the cost of a keystroke for the generator.</summary>
[MemoryDiagnoser]
[InProcess]
public class PipelineBenchmarks
{
    private GeneratorDriver _ours = null!;
    private GeneratorDriver _empty = null!;
    private CSharpCompilation _compilation = null!;
    private SyntaxTree _other = null!;
    private int _edits;

    /// <summary>The number of files that contain the configs.</summary>
    [Params(100, 1000)]
    public int Files { get; set; }

    /// <summary>Runs both drivers once.</summary>
    [GlobalSetup]
    public void Setup()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trees = Enumerable.Range(0, Files).Select(file => CSharpSyntaxTree.ParseText(Source(file, configs: 1000 / Files)));
        _other = CSharpSyntaxTree.ParseText("class Other { }");
        _compilation = CSharpCompilation.Create("Configs", trees.Append(_other),
        [
            MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
            MetadataReference.CreateFromFile(Path.Combine(framework, "System.Runtime.dll")),
            MetadataReference.CreateFromFile(Path.Combine(framework, "netstandard.dll")),
            MetadataReference.CreateFromFile(typeof(TrainingRun).Assembly.Location),
        ], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _ours = CSharpGeneratorDriver.Create(new EstimatesGenerator()).RunGenerators(_compilation);
        _empty = CSharpGeneratorDriver.Create(new EmptyPipeline()).RunGenerators(_compilation);
    }

    /// <summary>A pipeline that finds the attributes and does nothing with them.</summary>
    [Benchmark(Baseline = true)]
    public object Empty() => _empty.RunGenerators(Edited());

    /// <summary>The generator.</summary>
    [Benchmark]
    public object Ours() => _ours.RunGenerators(Edited());

    private CSharpCompilation Edited() =>
        _compilation.ReplaceSyntaxTree(
            _other, CSharpSyntaxTree.ParseText("class Other { int X = " + (++_edits).ToString(CultureInfo.InvariantCulture) + "; }"));

    private static string Source(int file, int configs) =>
        "using ScalingAnalyzers;\n" + string.Join("\n", Enumerable.Range(0, configs).Select(i => Config(file, i)));

    private static string Config(int file, int index) => string.Create(CultureInfo.InvariantCulture, $$"""
        [TrainingConfig]
        public static partial class C{{file}}_{{index}}
        {
            public const long Parameters = 70_000_000_{{index:000}};
            public const long Tokens = 1_400_000_000_{{file:000}};
        }
        """);

    private sealed class EmptyPipeline : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            foreach (string attribute in new[] { "TrainingConfig", "ModelConfig", "TrainingPlans" })
            {
                var names = context.SyntaxProvider.ForAttributeWithMetadataName(
                    "ScalingAnalyzers." + attribute + "Attribute", (_, _) => true, (found, _) => found.TargetSymbol.Name);
                context.RegisterSourceOutput(names, (output, name) => output.AddSource(name + ".g.cs", "// " + name));
            }
        }
    }
}
