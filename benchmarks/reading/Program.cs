using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Running;
using ScalingAnalyzers.Benchmarks;

if (args.FirstOrDefault() == "growth")
{
    int[] sizes = args.Skip(1).Where(word => word.All(char.IsDigit))
        .Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
    return Growth.Measure(sizes.Length > 0 ? sizes : [100, 1_000, 5_000], args.Skip(1).Where(word => !word.All(char.IsDigit)).ToArray());
}

BenchmarkSwitcher.FromAssembly(typeof(ReadBenchmarks).Assembly).Run(args);
return 0;
