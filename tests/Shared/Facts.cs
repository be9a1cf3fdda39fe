using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;

namespace ScalingAnalyzers.Tests;

/// <summary>Published figures with their sources: runs, shapes, vectors of laws, other authors' results
/// (tests/Facts).</summary>
internal static class Facts
{
    /// <summary>The root of this repository.</summary>
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    /// <summary>The full path of a file or folder of facts.</summary>
    public static string PathOf(params string[] parts)
    {
        string path = Path.Combine(new[] { RepositoryRoot, "tests", "Facts" }.Concat(parts).ToArray());
        Assert.True(File.Exists(path) || Directory.Exists(path), $"tests/Facts/{string.Join("/", parts)} is missing");
        return path;
    }

    /// <summary>The rows of a CSV file as name-to-text maps; quoted fields and doubled quotes are understood, lines
    /// that begin with # are remarks.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Csv(params string[] parts)
    {
        string[] lines = File.ReadAllLines(PathOf(parts)).Where(line => !line.StartsWith('#')).ToArray();
        string[] names = Fields(lines[0]);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        foreach (string line in lines.Skip(1).Where(line => line.Length > 0))
        {
            string[] fields = Fields(line);
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (int i = 0; i < names.Length; i++) row[names[i]] = i < fields.Length ? fields[i] : "";
            rows.Add(row);
        }

        return rows;
    }

    private static string[] Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"') { field.Append('"'); i++; }
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) { fields.Add(field.ToString()); field.Clear(); }
            else field.Append(c);
        }

        fields.Add(field.ToString());
        return fields.ToArray();
    }

    private static string Metadata(string key) => typeof(Facts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
