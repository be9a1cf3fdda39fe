using System;

namespace ScalingAnalyzers.Json;

/// <summary>The names of an object's members: equality of escaped and plain ones, and the search for a repeated
/// one.</summary>
internal static class JsonNames
{
    private const int FewNames = 8;
    private const int SampledNames = 64;

    /// <summary>Whether a member has this name.</summary>
    public static bool Is(string text, in JsonCell cell, string name)
    {
        if (cell.NameIsEscaped)
            return string.Equals(JsonEscape.Unescape(text, cell.NameStart, cell.NameLength), name, StringComparison.Ordinal);
        if (cell.NameLength != name.Length) return false;
#if NET8_0_OR_GREATER
        return text.AsSpan(cell.NameStart, cell.NameLength).SequenceEqual(name);
#else
        return string.CompareOrdinal(text, cell.NameStart, name, 0, name.Length) == 0;
#endif
    }

    /// <summary>Whether a member's name has any of these words in lower case in it, whatever the case.</summary>
    public static bool HasAny(string text, in JsonCell cell, string[] words)
    {
        if (cell.NameIsEscaped)
        {
            string name = JsonEscape.Unescape(text, cell.NameStart, cell.NameLength);
            return HasAny(name, 0, name.Length, words);
        }

        return HasAny(text, cell.NameStart, cell.NameLength, words);
    }

    private static bool HasAny(string text, int start, int length, string[] words)
    {
        foreach (string word in words)
        {
            int end = start + length - word.Length;
            for (int i = start; i <= end; i++)
            {
                if ((text[i] | 0x20) != word[0]) continue;
                int at = 1;
                while (at < word.Length && (text[i + at] | 0x20) == word[at]) at++;
                if (at == word.Length) return true;
            }
        }

        return false;
    }

    /// <summary>The first member of an object with the name of an earlier member; 0 where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cells">The cells; the object's members are complete.</param>
    /// <param name="parent">The object.</param>
    /// <param name="slots">A table reused between calls; afterwards the object's index, where it has more than a few
    /// members.</param>
    public static int FirstRepeated(string text, JsonCell[] cells, int parent, ref int[] slots)
    {
        int count = cells[parent].Count;
        if (count < 2) return 0;
        if (count <= FewNames) return AmongFew(text, cells, parent + 1);

        int size = TableSize(count);
        if (slots.Length < size) slots = new int[size];
        else Array.Clear(slots, 0, size);
        bool whole = count > SampledNames;
        for (int member = parent + 1; member != 0; member = cells[member].Next)
        {
            int hash = Hash(text, in cells[member], whole);
            if (!whole) cells[member].NameHash = hash;
            int slot = hash & (size - 1);
            while (slots[slot] != 0)
            {
                if (Same(text, in cells[slots[slot]], in cells[member])) return member;
                slot = (slot + 1) & (size - 1);
            }

            slots[slot] = member;
        }

        return 0;
    }

    /// <summary>Whether an object's names are in the table that <see cref="FirstRepeated"/> left.</summary>
    public static bool IsIndexed(int count) => count > FewNames;

    /// <summary>
    /// A member by its name, from the table that <see cref="FirstRepeated"/> filled; 0 where there is none.
    /// </summary>
    public static int Find(string text, JsonCell[] cells, int count, int[] slots, string name)
    {
        int mask = TableSize(count) - 1;
        bool whole = count > SampledNames;
        int hash = Hash(name, 0, name.Length, whole);
        int slot = hash & mask;
        while (slots[slot] != 0)
        {
            if ((whole || cells[slots[slot]].NameHash == hash) && Is(text, in cells[slots[slot]], name)) return slots[slot];
            slot = (slot + 1) & mask;
        }

        return 0;
    }

    private static int AmongFew(string text, JsonCell[] cells, int first)
    {
        for (int member = cells[first].Next; member != 0; member = cells[member].Next)
        {
            for (int earlier = first; earlier != member; earlier = cells[earlier].Next)
            {
                if (Same(text, in cells[earlier], in cells[member])) return member;
            }
        }

        return 0;
    }

    private static bool Same(string text, in JsonCell a, in JsonCell b)
    {
        if (a.NameIsEscaped) return Is(text, in b, JsonEscape.Unescape(text, a.NameStart, a.NameLength));
        if (b.NameIsEscaped) return Is(text, in a, JsonEscape.Unescape(text, b.NameStart, b.NameLength));
        return a.NameLength == b.NameLength && string.CompareOrdinal(text, a.NameStart, text, b.NameStart, a.NameLength) == 0;
    }

    private static int TableSize(int count)
    {
        int size = 32;
        while (size < count * 2) size *= 2;
        return size;
    }

    private static int Hash(string text, in JsonCell cell, bool whole)
    {
        if (!cell.NameIsEscaped) return Hash(text, cell.NameStart, cell.NameLength, whole);
        string name = JsonEscape.Unescape(text, cell.NameStart, cell.NameLength);
        return Hash(name, 0, name.Length, whole);
    }

    /// <summary>The hash that the members of a small object have.</summary>
    public static int HashOfFew(string text, in JsonCell cell) => Hash(text, in cell, whole: false);

    // FNV-1a over all characters of a large object's names; a product each of five of them for a small one's.
    private static int Hash(string text, int start, int length, bool whole)
    {
        uint hash = 2166136261 ^ (uint)length;
        if (length == 0) return (int)hash;
        if (whole)
        {
            for (int i = start; i < start + length; i++) hash = (hash ^ text[i]) * 16777619;
        }
        else
        {
            int quarter = length >> 2;
            hash = (hash * 2654435761)
                + (text[start] * 2246822519u) + (text[start + quarter] * 3266489917u) + (text[start + (length >> 1)] * 668265263u)
                + (text[start + length - quarter - 1] * 374761393u) + (text[start + length - 1] * 40503u);
        }

        return (int)(hash ^ (hash >> 15));
    }
}
