using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ScalingAnalyzers.RunFiles;

/// <summary>The arguments that Megatron-LM and GPT-NeoX print at the start of a log: "hidden_size ........
/// 4096".</summary>
internal static partial class ArgumentDump
{
    /// <summary>Whether a text has such lines.</summary>
    public static bool IsIn(string text) => Line().Matches(text).Take(8).Count() == 8;

    public static IReadOnlyList<KeyEntry> Read(string text, string file)
    {
        var entries = new List<KeyEntry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            var match = Line().Match(line);
            if (!match.Success) continue;
            string name = match.Groups["name"].Value;
            string word = match.Groups["value"].Value.Trim();
            object? content = word.StartsWith('[') || word.StartsWith('{') || word.StartsWith('(') ? null : Scalars.Read(Unquoted(word));
            string? why = content is null && Unquoted(word) is not ("None" or "") ? "a list is written" : null;
            var entry = new KeyEntry(file, name, content, number, match.Groups["value"].Index + 1) { Unknown = why };

            // A log that was resumed prints its arguments again: only equal ones are known.
            if (seen.TryGetValue(name, out int at))
            {
                var first = entries[at];
                if (!Equals(first.Content, entry.Content) && first.Unknown is null)
                    entries[at] = first with
                    {
                        Content = null,
                        Unknown = "it is printed twice, differently, in lines " + first.Line
                        + " and " + number
                    };
                continue;
            }

            seen[name] = entries.Count;
            entries.Add(entry);
        }

        return entries;
    }

    private static string Unquoted(string word) =>
        word.Length > 1 && word[0] is '\'' or '"' && word[^1] == word[0] ? word[1..^1] : word;

    // Megatron pads to 48 columns; a rank or a time may stand in front.
    [GeneratedRegex(@"^[^\r\n]{0,80}?\b(?<name>[a-z][A-Za-z0-9_]{1,80}) \.{3,60} ?(?<value>[^\r\n]{0,400})",
        RegexOptions.CultureInvariant | RegexOptions.Multiline, 2000)]
    private static partial Regex Line();
}
