using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ScalingAnalyzers.Testing;

/// <summary>The diagnostics of the compiler and the analyzers for the whole code, generated files included.</summary>
/// <param name="Solution">The solution the diagnostics belong to.</param>
/// <param name="Compilations">Each project compiled, after its generators.</param>
/// <param name="CompilerErrors">Errors of the compiler, allowed ones too.</param>
/// <param name="ByProject">What the analyzers reported in each project.</param>
/// <param name="Reported">What they reported anywhere, by file as added, then by place.</param>
internal sealed record Analysis(
    Solution Solution,
    ImmutableDictionary<ProjectId, CSharpCompilation> Compilations,
    ImmutableArray<Diagnostic> CompilerErrors,
    ImmutableDictionary<ProjectId, ImmutableArray<Diagnostic>> ByProject,
    ImmutableArray<Diagnostic> Reported)
{
    /// <summary>Compiles and analyzes; a crash of a generator or analyzer fails the test, and so does an error that is
    /// not allowed.</summary>
    public static async Task<Analysis> Of(Code code)
    {
        Analysis analysis = await Tolerant(code);
        ImmutableArray<Diagnostic> errors = analysis.CompilerErrors.RemoveAll(error => code.AllowedError(error));
        if (errors.Length > 0) Assert.Fail("The code under test does not compile.\n" + Report.Lines(errors));
        return analysis;
    }

    /// <summary>The same, with compiler errors of any kind recorded only.</summary>
    public static async Task<Analysis> Tolerant(Code code)
    {
        Solution solution = Workshop.Open(code);
        var compilations = ImmutableDictionary.CreateBuilder<ProjectId, CSharpCompilation>();
        var reported = ImmutableDictionary.CreateBuilder<ProjectId, ImmutableArray<Diagnostic>>();
        var errors = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (CodeProject project in code.Projects)
        {
            Project opened = solution.Projects.Single(candidate => candidate.Name == project.Name);
            CSharpCompilation compilation = await CompileAfterGenerators(code, project, opened);
            compilations.Add(opened.Id, compilation);
            errors.AddRange(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            reported.Add(opened.Id, await Analyze(code, project, compilation));
        }

        return new(solution, compilations.ToImmutable(), errors.ToImmutable(), reported.ToImmutable(), InOrder(code, reported.Values));
    }

    private static ImmutableArray<Diagnostic> InOrder(Code code, IEnumerable<ImmutableArray<Diagnostic>> reported)
    {
        List<string> paths = code.Projects
            .SelectMany(project => project.Files.Concat(project.AdditionalFiles).Select(file => project.Folder + file.Name))
            .ToList();
        return reported.SelectMany(diagnostics => diagnostics)
            // Generated files and diagnostics without a file (index -1) come last.
            .OrderBy(diagnostic => (uint)paths.IndexOf(Report.PathOf(diagnostic)))
            .ThenBy(Report.PathOf, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.End)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .ToImmutableArray();
    }

    private static async Task<CSharpCompilation> CompileAfterGenerators(Code code, CodeProject project, Project opened)
    {
        CSharpCompilation bare = await Bare(opened);
        return code.Generators.IsEmpty ? bare : Driver.Start(code, project, bare).Compilation;
    }

    /// <summary>The project compiled without its own generators.</summary>
    public static async Task<CSharpCompilation> Bare(Project project)
    {
        Project alone = project.WithAnalyzerReferences(Enumerable.Empty<AnalyzerReference>());
        return (CSharpCompilation)(await alone.GetCompilationAsync())!;
    }

    private static async Task<ImmutableArray<Diagnostic>> Analyze(Code code, CodeProject project, CSharpCompilation compilation)
    {
        if (code.Analyzers.IsEmpty) return ImmutableArray<Diagnostic>.Empty;

        var crashes = new ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(
            ConfigOptions.Of(project),
            onAnalyzerException: (exception, analyzer, _) => crashes.Enqueue($"{analyzer.GetType().Name}: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> reported = await compilation.WithAnalyzers(code.Analyzers, options).GetAnalyzerDiagnosticsAsync();
        foreach (Diagnostic crash in reported.Where(diagnostic => diagnostic.Id == "AD0001"))
            crashes.Enqueue(crash.ToString());
        if (!crashes.IsEmpty) Assert.Fail("An analyzer crashed.\n" + string.Join("\n", crashes));
        return reported.RemoveAll(diagnostic => code.OnlyRules?.Contains(diagnostic.Id) == false);
    }
}
