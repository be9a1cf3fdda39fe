using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.RunFiles;

/// <summary>A run while its file is read: values by role in the trainer's own units.</summary>
internal sealed class RunDraft
{
    private readonly Dictionary<ConfigRole, RunFileValue> _values = [];
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known;
    private IReadOnlyList<KeyEntry>? _entries;
    private KeyEntry[] _strange = [];

    public RunDraft(TrainerTable table, KeyTree tree)
    {
        Table = table;
        Tree = tree;
        _known = table.Keys.Select(row => row.Key).Concat(table.Model?.Keys.Select(key => key.Key) ?? [])
            .Concat(table.Marks.SelectMany(set => set)).Concat(table.Others).Select(KeyTree.Normal).ToHashSet(StringComparer.Ordinal);
    }

    public TrainerTable Table { get; }

    public KeyTree Tree { get; }

    public IEnumerable<RunFileValue> Values => _values.Values;

    /// <summary>The shape, where a trainer builds it without a config.json.</summary>
    public TransformerShape? Shape { get; set; }

    /// <summary>Why the model of the file is not counted.</summary>
    public string? ModelOpen { get; set; }

    /// <summary>What shows that most weights stay as they are; null where nothing does.</summary>
    public string? PartlyTrained { get; private set; }

    /// <summary>The devices of one node, where a file beside has them and not the nodes.</summary>
    public long? DevicesOfNode { get; set; }

    public List<RunFileProblem> Problems { get; } = [];

    /// <summary>The value of a role; null where there is none.</summary>
    public RunFileValue? this[ConfigRole role] => _values.GetValueOrDefault(role);

    /// <summary>A known whole number of a role; null where there is none.</summary>
    public long? Whole(ConfigRole role) => this[role] is { Unknown: null } value ? Scalars.Whole(value.Content) : null;

    /// <summary>Reads all rows of the table.</summary>
    public void ReadRows()
    {
        foreach (var row in Table.Keys) Read(row);
        Table.Finish?.Invoke(this);
    }

    /// <summary>The entry of a key, also "*.leaf" for a name in any table; it then counts as read.</summary>
    public KeyEntry? Find(string key)
    {
        if (!key.StartsWith("*.", StringComparison.Ordinal))
        {
            if (Tree[key] is { } entry) _read.Add(entry.Path);
            return Tree[key];
        }

        var found = Tree.Entries.Where(entry => KeyTree.Normal(entry.Leaf) == key[2..]).ToList();
        foreach (var entry in found) _read.Add(entry.Path);
        if (found.Count < 2 || found.All(entry => entry.Unknown is null
            && Equals(entry.Content, found[0].Content))) return found.FirstOrDefault();
        return found[0] with
        {
            Content = null,
            Unknown = "it is written in lines " + string.Join(" and ", found.Select(entry => entry.Line).Distinct()),
        };
    }

    /// <summary>A key that is nearly the wanted one, which is absent; null where there is none.</summary>
    public KeyEntry? Near(string key) => NearKeys.Of(key.StartsWith("*.", StringComparison.Ordinal) ? key[2..] : key, Strange)
        .FirstOrDefault(entry => !_read.Contains(entry.Path));

    /// <summary>Entries that no row has read.</summary>
    public IEnumerable<KeyEntry> Unread => Strange.Where(entry => !_read.Contains(entry.Path));

    // Entries that no row names, which a large file has many of: filtered once, not for each key that is absent.
    private KeyEntry[] Strange
    {
        get
        {
            if (!ReferenceEquals(_entries, Tree.Entries))
            {
                _entries = Tree.Entries;
                _strange = _entries.Where(entry => !_known.Contains(KeyTree.Normal(entry.Path))).ToArray();
            }

            return _strange;
        }
    }

    /// <summary>Sets a role from entries that were read, over what stands there.</summary>
    public void Put(ConfigRole role, string key, object? content, string unit, KeyEntry? at = null) =>
        _values[role] = Value(role, key, content, null, unit, at ?? Tree[key]);

    /// <summary>Makes a role unknown.</summary>
    public void PutUnknown(ConfigRole role, string key, string why, KeyEntry? at = null) =>
        _values[role] = Value(role, key, null, why, "", at ?? Tree[key]);

    /// <summary>Frozen weights have no optimizer state and fewer FLOPs, and those of a quantized model are not held in
    /// the precision of the run.</summary>
    public void Freeze(KeyEntry by, bool isQuantized)
    {
        PartlyTrained ??= "'" + by.Path + "'" + (by.Content is string or bool ? " is " + Scalars.Show(by.Content) : "");
        PutUnknown(ConfigRole.Optimizer, by.Path, "only the adapter's weights have an optimizer state", by);
        if (isQuantized) PutUnknown(ConfigRole.Precision, by.Path, "the frozen weights are held in fewer bits", by);
    }

    /// <summary>Takes a role out: the trainer does not use it here.</summary>
    public void Drop(ConfigRole role) => _values.Remove(role);

    /// <summary>Adds an input that the file does not have; what the file writes stays. The accelerators are often
    /// known only to who starts the run, so the input counts where the file leaves them open.</summary>
    public void Give(ConfigRole role, string name, object? content, string unit)
    {
        if (content is null) return;
        bool isOpen = role == ConfigRole.AcceleratorCount && this[role] is { Unknown: not null };
        if (!isOpen && this[role] is { IsDefault: false } written && (written.Unknown is not null || IsSet(written)))
        {
            if (written.Unknown is null && !Equals(written.Content, content))
            {
                Problems.Add(new RunFileProblem(written.File, written.Line, written.Column,
                    "'" + written.Key + "' is " + Scalars.Show(written.Content) + ", and " + name + " is given as " + Scalars.Show(content)
                    + "; the file counts. Leave the input out, or change the file."));
            }

            return;
        }

        _values[role] = new RunFileValue(role, name, content, null, unit);
    }

    /// <summary>Reports what the trainer refuses, at the place of a value or key.</summary>
    public void Refuse(RunFileValue at, string message) => Problems.Add(new RunFileProblem(at.File, at.Line, at.Column, message));

    /// <summary>The same at a key.</summary>
    public void Refuse(KeyEntry at, string message) => Problems.Add(new RunFileProblem(at.File, at.Line, at.Column, message));

    /// <summary>Adds a default of the trainer that only some of its files have.</summary>
    public void GiveDefault(ConfigRole role, string key, object content, string unit) =>
        _values[role] = new RunFileValue(role, key, content, null, unit) { IsDefault = true };

    private static bool IsSet(RunFileValue value) => value.Content is not (null or -1L or "auto" or "none" or "");

    private void Read(KeyRow row)
    {
        bool isTaken = this[row.Role] is { } taken && !taken.IsDefault && (taken.Unknown is not null || IsSet(taken));
        if (Find(row.Key) is not { } entry)
        {
            if (isTaken) return;
            if (Near(row.Key) is { } near)
                PutUnknown(row.Role, row.Key, "the file has '" + near.Path + "' in line " + near.Line + ", which looks like it", near);
            else if (row.Default is not null && this[row.Role] is null)
                _values[row.Role] = new RunFileValue(row.Role, row.Key, row.Default, null, row.Unit) { IsDefault = true };
            return;
        }

        if (isTaken) return;
        if (entry.Unknown is { } why)
        {
            PutUnknown(row.Role, entry.Path, why, entry);
            return;
        }

        var reading = row.Of(entry.Content);
        _values.Remove(row.Role);
        _values[reading.Role] = Value(reading.Role, entry.Path, reading.Content, reading.Unknown, row.Unit, entry);
    }

    private static RunFileValue Value(ConfigRole role, string key, object? content, string? why, string unit, KeyEntry? at) =>
        new(role, key, content, why, unit) { File = at?.File ?? "", Line = at?.Line ?? 0, Column = at?.Column ?? 0 };
}
