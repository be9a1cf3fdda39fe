using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>The analyzers and generators of other packages, with the rules that they enable themselves.</summary>
internal static class Others
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers(string name) => [.. Directory
        .GetFiles(FolderOf(name), "*.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Where(path => !path.EndsWith(".resources.dll", StringComparison.Ordinal)
            && !path.Contains("VisualBasic", StringComparison.Ordinal))
        .Select(Assembly.LoadFrom).SelectMany(Types)
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer))
            && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    /// <summary>System.Text.Json's generator, of the newest targeting pack.</summary>
    public static IIncrementalGenerator SystemTextJson()
    {
        string pack = Directory.GetDirectories(FolderOf("Packs")).MaxBy(folder => Version.Parse(Path.GetFileName(folder).Split('-')[0]))!;
        return Types(Assembly.LoadFrom(Path.Combine(pack, "analyzers", "dotnet", "cs", "System.Text.Json.SourceGeneration.dll")))
            .Where(type => typeof(IIncrementalGenerator).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (IIncrementalGenerator)Activator.CreateInstance(type)!).Single();
    }

    private static string FolderOf(string name) => typeof(Others).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == name).Value!;

    // Types for features of a Roslyn that is not loaded are left out.
    private static Type[] Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>().ToArray();
        }
    }
}

/// <summary>Finds the attributes and does nothing with them: what every incremental generator pays.</summary>
internal sealed class EmptyPipeline : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (string attribute in new[] { "TrainingConfig", "ModelConfig", "TrainingPlans" })
        {
            var names = context.SyntaxProvider.ForAttributeWithMetadataName(
                "ScalingAnalyzers." + attribute + "Attribute", (_, _) => true, (found, _) => found.TargetSymbol.Name);
            context.RegisterSourceOutput(names, (output, name) => output.AddSource(name + ".g.cs", "// " + name));
        }
    }
}

/// <summary>Is called for types and creations and does nothing: what every analyzer of them pays.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EmptyAnalyzer : DiagnosticAnalyzer
{
#pragma warning disable RS1015, RS2008 // The analyzer reports nothing and is in no package.
    private static readonly DiagnosticDescriptor Nothing = new("BENCH1", "Nothing", "Nothing", "Benchmark",
        DiagnosticSeverity.Warning, isEnabledByDefault: true);
#pragma warning restore RS1015, RS2008

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Nothing];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(_ => { }, SyntaxKind.ClassDeclaration, SyntaxKind.RecordDeclaration);
    }
}
