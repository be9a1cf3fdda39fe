using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>On any source no analyzer throws, the generator ends, what it emits adds no error, and what it says is what
/// the program computes.</summary>
[Trait("Category", "Slow")]
public class FuzzTests
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task No_source_breaks_the_toolkit()
    {
        bool isBounded = Environment.GetEnvironmentVariable("SCALING_FUZZ") is null;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        int compiled = 0, all = 0;
        foreach (int seed in SourceFuzzer.Seeds(60))
        {
            if (isBounded && watch.Elapsed > MostTime) break;
            all++;
            if (await Judge(seed)) compiled++;
        }

        Assert.True(compiled * 2 >= all, $"only {compiled} of {all} sources compile");
        Console.Error.WriteLine($"{all} fuzzed sources, {compiled} compile");
    }

    private static async Task<bool> Judge(int seed)
    {
        string source = SourceFuzzer.Source(seed);
        var code = Config.Code.With(source).AllowCompilerErrors();
        try
        {
            // Driver.Start fails where the generator throws.
            var driver = await code.Generate();
            Assert.All(driver.Result.GeneratedTrees,
                tree => Assert.DoesNotContain(tree.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error));
            var errors = Errors(driver.Compilation);
            var bare = Errors(driver.Compilation.RemoveSyntaxTrees(driver.Result.GeneratedTrees));
            Assert.True(errors.Count <= bare.Count, string.Join("\n", errors.Take(3)));
            Assert.DoesNotContain(await code.Diagnostics(), d => d.Id == "AD0001");
            if (errors.Count > 0) return false;
            if (await ConstantsAgainstTheProgram.Compare(source, mayEnd: true) is { } compared)
                Assert.True(compared.Wrong.Count == 0, string.Join("\n", compared.Wrong));
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Assert.Fail($"seed {seed}: {e.Message}\n{source}");
            throw;
        }
    }

    private static List<Diagnostic> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
}
