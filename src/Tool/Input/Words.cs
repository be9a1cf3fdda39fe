using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;

namespace ScalingAnalyzers.Tool.Input;

/// <summary>Sentences about names that are not known, with the near ones.</summary>
internal static class Words
{
    /// <summary>"--law: 'hofmann' is not known. Did you mean hoffmann-2022-approach3? ..."</summary>
    public static string Unknown(string name, string text, string listed, IReadOnlyCollection<string> known)
    {
        string[] near = Near(text, known);
        return $"{name}: '{text}' is not known." + (near.Length > 0 ? " Did you mean " + string.Join(" or ", near) + "?" : "")
            + (known.Count > 0 ? $" {Upper(listed)} {string.Join(", ", known)}." : "");
    }

    /// <summary>A text that ends in one full stop.</summary>
    public static string Sentence(string text) => text.TrimEnd('.') + (text.EndsWith('?') ? "" : ".");

    /// <summary>A word that looks like an option of a command and is none.</summary>
    public static string NotAnOption(string word, Command command)
    {
        string[] names = command.Options.Where(option => !option.Hidden).Select(option => option.Name).ToArray();
        string[] near = OtherNames.Of(word.Split('=')[0], names) is { } meant ? [meant] : Near(word.Split('=')[0], names);
        return $"'scaling {command.Name}' has no option '{word}'."
            + (near.Length > 0 ? " Did you mean " + string.Join(" or ", near) + "?" : "")
            + $" 'scaling {command.Name} --help' lists its options.";
    }

    /// <summary>The names that differ in few letters, or that start alike.</summary>
    public static string[] Near(string text, IEnumerable<string> known) => known
        .Select(name => (Name: name, Distance: Distance(text.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(pair => pair.Distance <= Math.Max(1, text.Length / 3)
            || (text.Length > 3 && Distance(text.ToUpperInvariant(), pair.Name.Split('-')[0].ToUpperInvariant()) <= text.Length / 3))
        .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal)
        .Take(3).Select(pair => pair.Name).ToArray();

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // Letters to insert, delete, exchange, or swap with their neighbour.
    private static int Distance(string a, string b)
    {
        int[] before = [], last = [], row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            (before, last, row) = (last, row, new int[b.Length + 1]);
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
        }

        return row[^1];
    }
}
