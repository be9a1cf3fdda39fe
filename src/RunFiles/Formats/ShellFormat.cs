using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>
/// Flags and variables of a shell script: arrays of `--flag value`, command lines, `$VARIABLE` and `$(( ))`. The script
/// is read, never run.
/// </summary>
internal sealed class ShellFormat
{
    private readonly string _file;
    private readonly List<KeyEntry> _flags = [];
    private readonly Dictionary<string, int> _flagAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeyEntry> _variables = new(StringComparer.Ordinal);

    private ShellFormat(string file) => _file = file;

    public static IReadOnlyList<KeyEntry> Read(string text, string file, List<RunFileProblem> problems)
    {
        var reader = new ShellFormat(file);
        reader.Walk(ShellWords.Of(text, reader.ValueOf, reader.Assign));
        if (reader._flags.Count == 0)
            problems.Add(new RunFileProblem(file, 1, 1, "No flag '--name value' stands here; name the script that starts the trainer."));
        return [.. reader._flags, .. reader._variables.Values];
    }

    private (object? Content, string? Why) ValueOf(string name) => _variables.TryGetValue(name, out var entry)
        ? (entry.Content, entry.Unknown)
        : (null, "'$" + name + "' is given when the script runs");

    private void Assign(string name, ShellWord word)
    {
        // Older scripts keep their flags in one text; where it is put in, it is empty: they are read here.
        bool holdsFlags = word.Parts.Any(IsFlag);
        var entry = holdsFlags ? new KeyEntry(_file, name, "", word.Line, word.Column)
            : new KeyEntry(_file, name, word.Unknown is null ? Scalars.Read(word.Text) : null, word.Line, word.Column)
            { Unknown = word.Unknown };
        if (_variables.TryGetValue(name, out var first) && !(first.Unknown is null && entry.Unknown is null
            && Equals(first.Content, entry.Content)))
            entry = entry with { Content = null, Unknown = "'" + name + "' is assigned in lines " + first.Line + " and " + word.Line };
        _variables[name] = entry;
        if (holdsFlags) Walk(word.Parts);
        else if (word.Unknown is null && word.Text.StartsWith("--", StringComparison.Ordinal)) Walk([word]);
    }

    private void Walk(IReadOnlyList<ShellWord> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (!IsFlag(word)) continue;
            int equals = word.Text.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                Add(word.Text[2..equals], [word with { Text = word.Text[(equals + 1)..], Column = word.Column + equals + 1 }], word);
                continue;
            }

            int end = i + 1;
            while (end < words.Count && !IsFlag(words[end]) && !words[end].IsBreak && !HoldsFlags(words[end])) end++;

            // The program ends the flags of what starts it.
            if (end - i > 2 && words[i + 2].Text.EndsWith(".py", StringComparison.Ordinal)) end = i + 2;

            // An array that is put in is an empty word here: its own words are read where they are written.
            var values = words.Skip(i + 1).Take(end - i - 1).Where(value => value.Text.Length > 0 || value.Unknown is not null);
            Add(word.Text[2..], values.ToList(), word);
            i = end - 1;
        }
    }

    private static bool IsFlag(ShellWord word) =>
        !word.IsBreak && word.Text.Length > 2 && word.Text.StartsWith("--", StringComparison.Ordinal) && char.IsAsciiLetter(word.Text[2])
        && !word.Text.AsSpan(0, word.Text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var equals ? equals : word.Text.Length)
            .ContainsAny(" \t\r\n");

    // A variable with all flags in one text.
    private static bool HoldsFlags(ShellWord word) => word.Text.Contains(" --", StringComparison.Ordinal);

    private void Add(string name, List<ShellWord> values, ShellWord flag)
    {
        var place = values.Count > 0 ? values[0] : flag;
        string? why = values.Select(value => value.Unknown).FirstOrDefault(unknown => unknown is not null) ?? (values.Count == 0
            ? flag.Unknown : null);
        object? content = values.Count switch
        {
            0 => true,
            1 => Scalars.Read(values[0].Text),
            _ => string.Join(' ', values.Select(value => value.Text)),
        };
        string path = KeyTree.Normal(name);
        var entry = new KeyEntry(_file, path, why is null ? content : null, place.Line, place.Column) { Unknown = why };
        if (!_flagAt.TryGetValue(path, out int at))
        {
            _flagAt[path] = _flags.Count;
            _flags.Add(entry);
            return;
        }

        var first = _flags[at];
        if (first.Unknown is null && !(why is null && Equals(first.Content, content)))
        {
            _flags[at] = first with
            {
                Content = null,
                Unknown = string.Create(CultureInfo.InvariantCulture,
                    $"the flag is in lines {first.Line} and {entry.Line} with different values"),
            };
        }
    }
}
