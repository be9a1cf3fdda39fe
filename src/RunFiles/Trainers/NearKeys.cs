using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace ScalingAnalyzers.RunFiles;

/// <summary>
/// Keys that are nearly one that a trainer reads. Where the key itself is absent, such a key is most likely a slip,
/// and the
/// trainer's default would be a guess.
/// </summary>
internal static class NearKeys
{
    // Arguments of tokenizers, which several trainers have: a file of a vocabulary is no size of one.
    private static readonly HashSet<string> Ordinary = new(StringComparer.Ordinal)
    {
        "vocab_file", "merge_file", "merges_file", "tokenizer_file", "tokenizer_type", "tokenizer_model", "tokenizer_name_or_path",
    };

    /// <summary>Entries that nearly are the wanted key, or have its name in another table.</summary>
    public static IEnumerable<KeyEntry> Of(string wanted, IEnumerable<KeyEntry> entries)
    {
        string key = KeyTree.Normal(wanted);
        string leaf = key[(key.LastIndexOf('.') + 1)..];
        bool isInTable = leaf.Length < key.Length;
        foreach (var entry in entries.Where(entry => !Ordinary.Contains(KeyTree.Normal(entry.Leaf))))
        {
            string path = KeyTree.Normal(entry.Path);
            if (IsNear(path, key) || (isInTable && !entry.IsContainer && IsLeaf(leaf, path))) yield return entry;
        }
    }

    private static bool IsLeaf(string leaf, string path) => path.EndsWith(leaf, StringComparison.Ordinal)
        && (path.Length == leaf.Length || path[path.Length - leaf.Length - 1] == '.');

    /// <summary>Whether two names differ by a slip of one or two letters.</summary>
    public static bool IsNear(string a, string b)
    {
        if (a == b || Math.Abs(a.Length - b.Length) > 2 || Math.Min(a.Length, b.Length) < 3) return false;
        if (string.Equals(Bare(a), Bare(b), StringComparison.OrdinalIgnoreCase)) return true;

        // An edit takes one letter and puts another: two edits change the set of letters by four at most.
        if (BitOperations.PopCount(Letters(a) ^ Letters(b)) > 4) return false;
        return Distance(a, b) <= (Math.Min(Leaf(a), Leaf(b)) < 8 ? 1 : 2);
    }

    // Two letters of a short name are another name ("spec", "seed"), however long the path before it is.
    private static int Leaf(string path) => path.Length - path.LastIndexOf('.') - 1;

    private static ulong Letters(string name)
    {
        ulong letters = 0;
        foreach (char c in name) letters |= 1UL << (c & 63);
        return letters;
    }

    private static string Bare(string name) => name.Replace("_", "", StringComparison.Ordinal);

    // Insertions, deletions, replacements, and exchanges of neighbours.
    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last) = (last, row);
        }

        return last[b.Length];
    }
}
