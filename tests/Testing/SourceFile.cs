using System.IO;
using System.Linq;

namespace ScalingAnalyzers.Testing;

/// <summary>
/// Finds source files whose paths the build may have mapped (deterministic builds have <c>/_/...</c>).
/// </summary>
internal static class SourceFile
{
    /// <summary>The file on this machine that the compiler knew by that path.</summary>
    /// <exception cref="FileNotFoundException">No file of this repository ends like it, or several do
    /// equally.</exception>
    public static string Find(string compiledPath)
    {
        if (File.Exists(compiledPath)) return compiledPath;

        // The mapped root is unknown: the longest tail of the path that exists in the repository is the file.
        string[] parts = compiledPath.Split('/', '\\');
        for (int first = 1; first < parts.Length; first++)
        {
            string candidate = Path.Combine(BuildFacts.RepositoryRoot, Path.Combine(parts.Skip(first).ToArray()));
            if (File.Exists(candidate)) return candidate;
        }

        string[] named = Directory.GetFiles(Path.Combine(BuildFacts.RepositoryRoot, "tests"), parts[^1], SearchOption.AllDirectories);
        return named.Length == 1
            ? named[0]
            : throw new FileNotFoundException($"{compiledPath} is {named.Length} files of tests/", compiledPath);
    }

    /// <summary>A path relative to the root of the repository, with <c>/</c>.</summary>
    public static string InRepository(string path) =>
        Path.GetRelativePath(BuildFacts.RepositoryRoot, path).Replace(Path.DirectorySeparatorChar, '/');
}
