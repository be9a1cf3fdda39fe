using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>The keys of one or several files by their paths: "optimizer.params.lr". `-` and `_` are one.</summary>
internal sealed class KeyTree
{
    private readonly Dictionary<string, KeyEntry> _byPath = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);
    private readonly List<KeyEntry> _entries = [];
    private KeyEntry[]? _current;

    /// <summary>All entries in the order of the files; of one path the last one written counts.</summary>
    public IReadOnlyList<KeyEntry> Entries =>
        _current ??= _entries.Where(entry => ReferenceEquals(_byPath[Normal(entry.Path)], entry)).ToArray();

    /// <summary>The entry of a path; null where there is none.</summary>
    public KeyEntry? this[string path] => _byPath.GetValueOrDefault(Normal(path));

    /// <summary>Adds an entry; a later one of the same path replaces it.</summary>
    public void Add(KeyEntry entry)
    {
        string path = Normal(entry.Path);
        _byPath[path] = entry;
        _entries.Add(entry);
        _current = null;
        for (int dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1)) _tables.Add(path[..dot]);
    }

    /// <summary>Whether the path is written, as a value or as a table; null is not, as trainers then take their
    /// default.</summary>
    public bool Has(string path)
    {
        string normal = Normal(path);
        return _tables.Contains(normal) || this[normal] is { Content: not null } or { Unknown: not null } or { IsContainer: true };
    }

    /// <summary>Whether the path is written as a table.</summary>
    public bool HasTable(string path) => _tables.Contains(Normal(path));

    /// <summary>The text of a path; null where it is unknown or no text.</summary>
    public string? Text(string path) => this[path]?.Content as string;

    /// <summary>A whole number; null where it is none.</summary>
    public long? Whole(string path) => Scalars.Whole(this[path]?.Content);

    /// <summary>A truth value; null where it is none.</summary>
    public bool? Truth(string path) => this[path]?.Content as bool?;

    /// <summary>A key without the difference of `-` and `_`.</summary>
    public static string Normal(string path) => path.Replace('-', '_');
}
