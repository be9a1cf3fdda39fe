using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Running;
using ScalingAnalyzers.Benchmarks;

if (args.FirstOrDefault() == "growth")
{
    // As the compiler server of the SDK is set up (VBCSCompiler.runtimeconfig.json); DOTNET_gcServer=0 shows the other.
    const string Collector = "DOTNET_gcServer";
    if (Environment.GetEnvironmentVariable(Collector) is null)
    {
        string program = Environment.ProcessPath!;
        int assemblies = Path.GetFileNameWithoutExtension(program) == "dotnet" ? 1 : 0;
        string[] command = [.. Environment.GetCommandLineArgs().Take(assemblies), .. args];
        var start = new ProcessStartInfo(program, command) { Environment = { [Collector] = "1" } };
        using var again = Process.Start(start)!;
        again.WaitForExit();
        return again.ExitCode;
    }

    int[] sizes = args.Skip(1).Where(word => word.All(char.IsDigit))
        .Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
    return Growth.Measure(sizes.Length > 0 ? sizes : [100, 1_000, 5_000], args.Skip(1).Where(word => !word.All(char.IsDigit)).ToArray());
}

BenchmarkSwitcher.FromAssembly(typeof(ReadBenchmarks).Assembly).Run(args);
return 0;
