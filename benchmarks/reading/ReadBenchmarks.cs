using System.IO;
using System.Linq;
using System.Threading;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>From source to a run and its estimate: plain constants, a model with steps, and an object graph.</summary>
[MemoryDiagnoser]
[InProcess]
public class ReadBenchmarks
{
    private const string Source = """
        using ScalingAnalyzers;
        [TrainingConfig]
        public static partial class Plain
        {
            public const long Parameters = 280_000_000_000;
            public const long Tokens = 300_000_000_000;
        }

        [ModelConfig(Family = "llama")]
        public class Shape
        {
            public int HiddenSize { get; set; } = 4096;
            public int Layers { get; set; } = 32;
            public int NumAttentionHeads { get; set; } = 32;
            public int NumKeyValueHeads { get; set; } = 8;
            public int IntermediateSize { get; set; } = 14336;
            public int VocabSize { get; set; } = 128256;
        }

        [TrainingConfig]
        public partial class Composed
        {
            public Shape Model { get; init; } = new();
            public int MaxSteps { get; init; } = 900_000;
            public int GlobalBatchSize { get; init; } = 2048;
            public int SequenceLength { get; init; } = 8192;
        }

        public static class Objects { public static readonly Composed Base = new() { Model = new() { Layers = 80, HiddenSize = 8192 } }; }
        """;

    private INamedTypeSymbol _plain = null!;
    private INamedTypeSymbol _composed = null!;
    private ISymbol _object = null!;
    private SyntaxTree _tree = null!;
    private Compilation _compilation = null!;
    private SemanticModel _model = null!;

    /// <summary>Compiles the configs once.</summary>
    [GlobalSetup]
    public void Setup()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        _tree = CSharpSyntaxTree.ParseText(Source);
        _compilation = CSharpCompilation.Create("Configs", [_tree],
        [
            MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
            MetadataReference.CreateFromFile(Path.Combine(framework, "System.Runtime.dll")),
            MetadataReference.CreateFromFile(Path.Combine(framework, "netstandard.dll")),
            MetadataReference.CreateFromFile(typeof(TrainingRun).Assembly.Location),
        ], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _model = _compilation.GetSemanticModel(_tree);
        _plain = Type("Plain");
        _composed = Type("Composed");
        _object = Type("Objects").GetMembers("Base").Single();
    }

    /// <summary>Two constants.</summary>
    [Benchmark(Baseline = true)]
    public object Plain() => RunReader.OfType(_plain, _model, new RunOptions(), CancellationToken.None);

    /// <summary>Two constants, with an empty semantic model, as after an edit.</summary>
    [Benchmark]
    public object PlainAfterAnEdit() =>
        RunReader.OfType(_plain, _compilation.GetSemanticModel(_tree), new RunOptions(), CancellationToken.None);

    /// <summary>A model counted from its dimensions, and tokens from steps.</summary>
    [Benchmark]
    public object Composed() => RunReader.OfType(_composed, _model, new RunOptions(), CancellationToken.None);

    /// <summary>An object with a nested initialiser.</summary>
    [Benchmark]
    public object ObjectGraph() => new ValueReader(new SourceModels(_model), CancellationToken.None).OfMember(_object)!;

    private INamedTypeSymbol Type(string name) => (INamedTypeSymbol)_compilation.GetSymbolsWithName(name, SymbolFilter.Type).Single();
}
