using BenchmarkDotNet.Running;
using ScalingAnalyzers.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ReadBenchmarks).Assembly).Run(args);
