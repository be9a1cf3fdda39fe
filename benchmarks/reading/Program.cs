using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Running;
using ScalingAnalyzers.Benchmarks;

if (args.FirstOrDefault() == "growth")
{
    // Many configs are a build's: there the collector is the compiler server's (VBCSCompiler.runtimeconfig.json). A
    // hostile config is typed: editors have the usual collector. DOTNET_gcServer chooses one for both.
    const string Collector = "DOTNET_gcServer";
    if (Environment.GetEnvironmentVariable(Collector) is null)
    {
        string program = Environment.ProcessPath!;
        int assemblies = Path.GetFileNameWithoutExtension(program) == "dotnet" ? 1 : 0;
        int Again(string collector, string part)
        {
            string[] command = [.. Environment.GetCommandLineArgs().Take(assemblies), .. args, part];
            using var again = Process.Start(new ProcessStartInfo(program, command) { Environment = { [Collector] = collector } })!;
            again.WaitForExit();
            return again.ExitCode;
        }

        return Again("1", Growth.Growing) | Again("0", Growth.Hostile);
    }

    int[] sizes = args.Skip(1).Where(word => word.All(char.IsDigit))
        .Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
    return Growth.Measure(sizes.Length > 0 ? sizes : [100, 1_000, 5_000], args.Skip(1).Where(word => !word.All(char.IsDigit)).ToArray());
}

BenchmarkSwitcher.FromAssembly(typeof(ReadBenchmarks).Assembly).Run(args);
return 0;
