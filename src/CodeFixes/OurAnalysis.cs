using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>Our analyzer over the current state of a project in a solution, with the project's own options.</summary>
internal static class OurAnalysis
{
    public static CompilationWithAnalyzers Of(Compilation compilation, Project project) => compilation.WithAnalyzers(
        ImmutableArray.Create<DiagnosticAnalyzer>(new ScalingAnalyzer()),
        new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
}
