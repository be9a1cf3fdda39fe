using System;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using ScalingAnalyzers;

namespace Runtime.Tests.Api;

/// <summary>Other packages use the public API, as their users must.</summary>
public class InternalsTests
{
    private static readonly string[] AnalyzerPackage =
    [
        "ScalingAnalyzers.Evaluation", "ScalingAnalyzers.Analyzers", "ScalingAnalyzers.CodeFixes", "ScalingAnalyzers.Generators",

        // The sources of Evaluation and Analyzers, compiled for the command.
        "ScalingAnalyzers.ToolAnalyzers",
    ];

    [Fact]
    public void Only_the_analyzer_package_tests_and_benchmarks_see_internals()
    {
        var friends = typeof(TrainingRun).Assembly.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName);

        Assert.All(friends, friend => Assert.True(
            AnalyzerPackage.Contains(friend) || friend is "Benchmarks" or "Toolkit" || friend.EndsWith(".Tests", StringComparison.Ordinal),
            friend + " sees Runtime's internals."));
    }
}
