using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>The analyzers of a project's own package, with the package's own assemblies beside them, whatever version
/// it has.</summary>
internal sealed class PackagedAnalyzers : AssemblyLoadContext
{
    private readonly string _folder;

    private PackagedAnalyzers(string folder)
        : base("analyzers of " + folder) => _folder = folder;

    /// <summary>The analyzers of an assembly.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Of(string path)
    {
        var assembly = new PackagedAnalyzers(Path.GetDirectoryName(path)!).LoadFromAssemblyPath(path);
        return assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToImmutableArray();
    }

    // Ours are beside the analyzers; the compiler's are those of the command.
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return assemblyName.Name?.StartsWith("ScalingAnalyzers.", StringComparison.Ordinal) == true && File.Exists(path)
            ? LoadFromAssemblyPath(path) : null;
    }
}
