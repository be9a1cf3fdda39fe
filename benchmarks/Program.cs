using BenchmarkDotNet.Running;
using ScalingAnalyzers.Benchmarks;

// "measure" is one round of benchmarks/compare; anything else is BenchmarkDotNet's.
if (args is ["measure"]) Measured.Run();
else BenchmarkSwitcher.FromAssembly(typeof(LossBenchmarks).Assembly).Run(args);
