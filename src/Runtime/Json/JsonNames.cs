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
        int length = name.Length;
        return cell.NameLength == length
            && (length == 0 || (text[cell.NameStart] == name[0] && text[cell.NameStart + length - 1] == name[length - 1]))
            && string.CompareOrdinal(text, cell.NameStart, name, 0, length) == 0;
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
            int slot = Hash(text, in cells[member], whole) & (size - 1);
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
        int slot = Hash(name, 0, name.Length, count > SampledNames) & mask;
        while (slots[slot] != 0)
        {
            if (Is(text, in cells[slots[slot]], name)) return slots[slot];
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

    // FNV-1a over all characters of a large object's names; over five of them for the names of a small one.
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
            hash = (hash ^ text[start]) * 16777619;
            hash = (hash ^ text[start + (length >> 1)]) * 16777619;
            hash = (hash ^ text[start + (length >> 2)]) * 16777619;
            hash = (hash ^ text[start + length - ((length >> 2) + 1)]) * 16777619;
            hash = (hash ^ text[start + length - 1]) * 16777619;
        }

        return (int)(hash ^ (hash >> 15));
    }
}
