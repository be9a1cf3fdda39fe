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
    /// <exception cref="CommandException">It cannot be loaded here: it is damaged, or of a compiler that is newer than
    /// the command's.</exception>
    public static ImmutableArray<DiagnosticAnalyzer> Of(string path)
    {
        try
        {
            var assembly = new PackagedAnalyzers(Path.GetDirectoryName(path)!).LoadFromAssemblyPath(path);
            return assembly.GetTypes()
                .Where(type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
                .ToImmutableArray();
        }
        catch (Exception error) when (error is IOException or BadImageFormatException or ReflectionTypeLoadException
            or TargetInvocationException or TypeLoadException or MissingMethodException or UnauthorizedAccessException)
        {
            string why = error is ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } ? first.Message
                : (error.InnerException ?? error).Message;
            throw new CommandException($"the analyzers of the project's package, '{path}', cannot be loaded: {why} Restore the project "
                + "anew, or check it with 'dotnet build'.");
        }
    }

    // Ours are beside the analyzers; the compiler's are those of the command.
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return assemblyName.Name?.StartsWith("ScalingAnalyzers.", StringComparison.Ordinal) == true && File.Exists(path)
            ? LoadFromAssemblyPath(path) : null;
    }
}
