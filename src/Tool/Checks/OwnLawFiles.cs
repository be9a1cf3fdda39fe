using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Tool.Input;

namespace ScalingAnalyzers.Tool.Checks;

/// <summary>The law files (.law.json) beside run files: as the additional files of a project, they are laws that
/// options and runs may name.</summary>
internal sealed class OwnLawFiles
{
    /// <summary>What the output calls such a file.</summary>
    public const string Kind = "law";

    private OwnLawFiles(IReadOnlyList<(string Path, LawFile File)> all)
    {
        All = all;
        var laws = new List<ScalingLaw>();
        foreach (var law in all.Select(one => one.File.Law).OfType<ScalingLaw>())
        {
            if (!LawLibrary.BuiltIn.TryGet(law.Id, out _)
                && !laws.Exists(other => string.Equals(other.Id, law.Id, StringComparison.OrdinalIgnoreCase))) laws.Add(law);
        }

        Library = laws.Count == 0 ? LawLibrary.BuiltIn : LawLibrary.BuiltIn.With(laws);
    }

    /// <summary>The files, as they were read.</summary>
    public IReadOnlyList<(string Path, LawFile File)> All { get; }

    /// <summary>The built-in laws and those of the files.</summary>
    public LawLibrary Library { get; }

    /// <summary>Whether a path names a law file.</summary>
    public static bool Is(string path) => path.EndsWith(LawFile.Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The law files in the folders of files, and in folders that are named.</summary>
    public static OwnLawFiles Beside(IEnumerable<string> paths) => new(paths.SelectMany(Of)
        .DistinctBy(Path.GetFullPath, StringComparer.Ordinal)
        .Select(path => (CheckedFiles.Shown(path), LawFile.Parse(Known.Text("law", path)))).ToArray());

    /// <summary>The law files as files that are checked: what is wrong with them, or how they are used.</summary>
    public IEnumerable<CheckedFile> Checked(ScalingLaw? chosen)
    {
        foreach (var (path, file) in All)
        {
            if (file.Law is not { } law)
            {
                yield return new CheckedFile(path, Kind, [])
                {
                    Failure = "is not a law file: " + string.Join("; ", file.Problems.Take(3).Select(problem =>
                        FormattableString.Invariant($"line {problem.Position.Line}: {problem.Message}"))),
                };
            }
            else
            {
                string note = LawLibrary.BuiltIn.TryGet(law.Id, out _) ? $"the id '{law.Id}' is that of a built-in law; choose another"
                    : $"the law '{law.Id}' can be named here: --law {law.Id}, or scaling_analyzers.law in .editorconfig";
                yield return new CheckedFile(path, Kind, []) { Notes = law.Id == chosen?.Id ? [] : [note] };
            }
        }
    }

    private static IEnumerable<string> Of(string path)
    {
        if (Directory.Exists(path)) return CheckedFiles.InFolder(path, Is);
        if (!File.Exists(path) || ProjectPaths.Is(path)) return [];
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } beside ? beside : ".";
        return Directory.EnumerateFiles(folder).Where(Is);
    }
}
