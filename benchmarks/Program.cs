using BenchmarkDotNet.Running;
using ScalingAnalyzers.Benchmarks;

// "measure" runs one round of benchmarks/compare; all other arguments are for BenchmarkDotNet.
// "coverage" simulates what the intervals of a fit cover.
if (args is ["measure"]) Measured.Run();
else if (args is ["coverage", .. var rest]) Coverage.Run(rest);
else BenchmarkSwitcher.FromAssembly(typeof(LossBenchmarks).Assembly).Run(args);
