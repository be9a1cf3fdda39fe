using System.Linq;
using BenchmarkDotNet.Running;
using ScalingAnalyzers.Benchmarks;

if (args.FirstOrDefault() == "growth") return Growth.Measure([100, 1_000, 5_000]);
BenchmarkSwitcher.FromAssembly(typeof(ReadBenchmarks).Assembly).Run(args);
return 0;
