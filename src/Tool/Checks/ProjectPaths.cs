using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>The C# projects and solutions among paths.</summary>
internal static class ProjectPaths
{
    private const string Ours = "ScalingAnalyzers";
    private static readonly string[] Extensions = [".csproj", ".sln", ".slnx", ".slnf"];
    private static readonly string[] Imported = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    /// <summary>Whether a path names a project or a solution.</summary>
    public static bool Is(string path) =>
        Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && !Directory.Exists(path);

    /// <summary>Whether a path names a solution.</summary>
    public static bool IsSolution(string path) => Is(path) && !path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    /// <summary>Those that are named, and in folders the projects that mention our packages.</summary>
    public static IEnumerable<string> In(IEnumerable<string> paths) => paths.SelectMany(Of);

    private static IEnumerable<string> Of(string path)
    {
        if (Is(path)) return [path];
        return Directory.Exists(path) ? CheckedFiles.InFolder(path, IsProject).Where(MentionsUs).Order(StringComparer.Ordinal) : [];
    }

    private static bool IsProject(string file) => file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    // A folder may have hundreds of projects that are none of ours, and loading one takes a second.
    private static bool MentionsUs(string project)
    {
        if (File.ReadAllText(project).Contains(Ours, StringComparison.Ordinal)) return true;
        for (var folder = new FileInfo(project).Directory; folder is not null; folder = folder.Parent)
        {
            if (Imported.Select(name => Path.Combine(folder.FullName, name))
                .Any(file => File.Exists(file) && File.ReadAllText(file).Contains(Ours, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }
}
