using BenchmarkDotNet.Running;
using ScalingAnalyzers.Benchmarks;

// "measure" runs one round of benchmarks/compare; all other arguments are for BenchmarkDotNet.
if (args is ["measure"]) Measured.Run();
else BenchmarkSwitcher.FromAssembly(typeof(LossBenchmarks).Assembly).Run(args);
