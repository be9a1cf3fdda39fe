using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>The words of a name in lower case: "NumKvHeads" and "num_kv_heads" have num, kv and heads.</summary>
internal static class NameWords
{
    public static List<string> Of(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !StartsWord(name, i)) continue;
            string word = name.Substring(start, i - start).Trim('_', '-', '.');
            if (word.Length > 0) words.Add(word.ToLowerInvariant());
            start = i;
        }

        return words;
    }

    // An upper letter after a lower one, or the last of several ("MLPRatio"); what follows a separator.
    private static bool StartsWord(string name, int i)
    {
        char before = name[i - 1], here = name[i];
        if (before is '_' or '-' or '.') return true;
        if (!char.IsUpper(here)) return false;
        return !char.IsUpper(before) || (i + 1 < name.Length && char.IsLower(name[i + 1]));
    }
}
