using BenchmarkDotNet.Attributes;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>L(N, D) over pairs, on each instruction path and on all cores.</summary>
public class LossBenchmarks
{
    private readonly LossSurface _surface = new(Workloads.Law);
    private double[] _parameters = [];
    private double[] _tokens = [];
    private double[] _losses = [];

    [Params(1000, 1_000_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        (_parameters, _tokens) = Workloads.Pairs(Count);
        _losses = new double[Count];
    }

    [Benchmark(Baseline = true)]
    public void Best() => Workloads.Law.Loss(_parameters, _tokens, _losses, ArrayThreads.One);

    [Benchmark]
    public void BestOnAllCores() => Workloads.Law.Loss(_parameters, _tokens, _losses);

    [Benchmark]
    public void Vector256() => Run(InstructionPath.Vector256);

    [Benchmark]
    public void Vector128() => Run(InstructionPath.Vector128);

    [Benchmark]
    public void Scalar() => Run(InstructionPath.Scalar);

    private void Run(InstructionPath path) => _surface.Loss(_parameters, _tokens, _losses, ArrayThreads.One, path);
}

/// <summary>The outer product of losses against a copy of as many numbers, and the other array kernels.</summary>
public class GridBenchmarks
{
    private const int Side = 2000;
    private readonly double[] _grid = new double[Side * Side];
    private readonly double[] _copy = new double[Side * Side];
    private double[] _parameters = [];
    private double[] _tokens = [];
    private double[] _first = [];
    private double[] _second = [];

    [GlobalSetup]
    public void Draw()
    {
        (_parameters, _tokens) = Workloads.Pairs(Side);
        (_first, _second) = (new double[Side], new double[Side]);
    }

    [Benchmark(Baseline = true)]
    public void Copy() => _grid.CopyTo(_copy, 0);

    [Benchmark]
    public void LossGrid() => Workloads.Law.LossGrid(_parameters, _tokens, _grid, ArrayThreads.One);

    [Benchmark]
    public void LossGridOnAllCores() => Workloads.Law.LossGrid(_parameters, _tokens, _grid);

    [Benchmark]
    public void AllocateTwoThousandBudgets() => Workloads.Law.Allocate(_tokens, _first, _second);

    [Benchmark]
    public void ExcessComputeOfTwoThousandRuns() => Workloads.Law.ExcessCompute(_parameters, _tokens, _first);
}
