using BenchmarkDotNet.Running;
using ScalingAnalyzers.Benchmarks;

BenchmarkRunner.Run<ReadBenchmarks>(args: args);
