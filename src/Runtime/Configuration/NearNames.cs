using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers;

/// <summary>Known names near a mistyped one, nearest first, for "did you mean".</summary>
internal static class NearNames
{
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known, int most = 3)
    {
        string typed = Plain(name);
        return known
            .Select(candidate =>
                (Name: candidate, Distance: Distance(typed, Plain(candidate)), Shared: SharedPrefix(typed, Plain(candidate))))
            .Where(c => c.Distance <= Math.Max(2, typed.Length / 3) || c.Shared >= 4)
            .OrderBy(c => c.Distance - c.Shared)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .Take(most)
            .Select(c => c.Name)
            .ToArray();
    }

    private static string Plain(string text) =>
        new(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).Take(64).ToArray());

    private static int SharedPrefix(string a, string b)
    {
        int i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i]) i++;
        return i;
    }

    // Levenshtein, two rows.
    private static int Distance(string a, string b)
    {
        int[] previous = Enumerable.Range(0, b.Length + 1).ToArray();
        int[] current = new int[b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
