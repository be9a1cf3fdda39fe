using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>Fits of 240 runs, with their allocations.</summary>
[MemoryDiagnoser]
public class FitBenchmarks
{
    private double[] _parameters = [];
    private double[] _tokens = [];
    private double[] _losses = [];
    private double[] _flops = [];
    private ChinchillaFit? _fit;

    private ChinchillaFit Fitted => _fit ?? throw new InvalidOperationException("Set-up comes first.");

    [GlobalSetup]
    public void Load()
    {
        (_parameters, _tokens, _losses, _) = Workloads.Runs();

        // Nine nominal budgets, as if the runs had been made on them.
        _flops = _parameters.Zip(_tokens, (n, d) => Math.Pow(10, Math.Round(2 * Math.Log10(6 * n * d)) / 2)).ToArray();
        _fit = ChinchillaFit.Fit(_parameters, _tokens, _losses);
    }

    [Benchmark(Baseline = true)]
    public ChinchillaFit CertifiedOptimum() => ChinchillaFit.Fit(_parameters, _tokens, _losses);

    [Benchmark]
    public ChinchillaFit LeastSquares() =>
        ChinchillaFit.Fit(_parameters, _tokens, _losses, new() { Objective = FitObjective.LeastSquares });

    [Benchmark]
    public ChinchillaFit HoffmannGrid() => ChinchillaFit.Fit(_parameters, _tokens, _losses, new() { Starts = FitStarts.HoffmannGrid });

    [Benchmark]
    public ChinchillaBootstrap Bootstrap4000() => Fitted.Bootstrap(new() { Resamples = 4000 });

    [Benchmark]
    public Interval Profile() => Fitted.ProfileInterval(ChinchillaCoefficient.TokensExponent);

    [Benchmark]
    public BackTest LeaveLargestOut() => Fitted.LeaveLargestOut();

    [Benchmark]
    public IsoFlopFit IsoFlop() => IsoFlopFit.Fit(_flops, _parameters, _tokens, _losses, new() { KeepOutsideMinima = true });

    [Benchmark]
    public IsoFlopBias? IsoFlopWithBias() =>
        IsoFlopFit.Fit(_flops, _parameters, _tokens, _losses, new() { KeepOutsideMinima = true }).Bias;

    [Benchmark]
    public KaplanFit Kaplan() => KaplanFit.Fit(_parameters, _tokens, _losses);

    [Benchmark]
    public OverTrainingFit OverTraining() => OverTrainingFit.Fit(_parameters, _tokens, _losses);
}
