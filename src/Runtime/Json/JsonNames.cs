using System;

namespace ScalingAnalyzers;

/// <summary>The names of an object's members: equality of escaped and plain ones, and the search for a repeated one.</summary>
internal static class JsonNames
{
    private const int FewNames = 8;

    /// <summary>Whether a member has this name.</summary>
    public static bool Is(string text, in JsonCell cell, string name)
    {
        if (cell.NameIsEscaped) return string.Equals(JsonEscape.Unescape(text, cell.NameStart, cell.NameLength), name, StringComparison.Ordinal);
        return cell.NameLength == name.Length && string.CompareOrdinal(text, cell.NameStart, name, 0, name.Length) == 0;
    }

    /// <summary>The first member of an object whose name an earlier member has; 0 where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cells">The cells; the object's members are complete.</param>
    /// <param name="parent">The object.</param>
    /// <param name="slots">A table kept between calls.</param>
    public static int FirstRepeated(string text, JsonCell[] cells, int parent, ref int[] slots)
    {
        int count = cells[parent].Count;
        if (count < 2) return 0;
        if (count <= FewNames) return AmongFew(text, cells, parent + 1);

        int size = 32;
        while (size < count * 2) size *= 2;
        if (slots.Length < size) slots = new int[size];
        else Array.Clear(slots, 0, size);
        for (int member = parent + 1; member != 0; member = cells[member].Next)
        {
            int slot = Hash(text, cells[member]) & (size - 1);
            while (slots[slot] != 0)
            {
                if (Same(text, cells[slots[slot]], cells[member])) return member;
                slot = (slot + 1) & (size - 1);
            }

            slots[slot] = member;
        }

        return 0;
    }

    private static int AmongFew(string text, JsonCell[] cells, int first)
    {
        for (int member = cells[first].Next; member != 0; member = cells[member].Next)
        {
            for (int earlier = first; earlier != member; earlier = cells[earlier].Next)
            {
                if (Same(text, cells[earlier], cells[member])) return member;
            }
        }

        return 0;
    }

    private static bool Same(string text, in JsonCell a, in JsonCell b)
    {
        if (a.NameIsEscaped) return Is(text, b, JsonEscape.Unescape(text, a.NameStart, a.NameLength));
        if (b.NameIsEscaped) return Is(text, a, JsonEscape.Unescape(text, b.NameStart, b.NameLength));
        return a.NameLength == b.NameLength && string.CompareOrdinal(text, a.NameStart, text, b.NameStart, a.NameLength) == 0;
    }

    // FNV-1a, 32 bit.
    private static int Hash(string text, in JsonCell cell)
    {
        string source = text;
        int start = cell.NameStart;
        int end = start + cell.NameLength;
        if (cell.NameIsEscaped)
        {
            source = JsonEscape.Unescape(text, start, cell.NameLength);
            start = 0;
            end = source.Length;
        }

        uint hash = 2166136261;
        for (int i = start; i < end; i++) hash = (hash ^ source[i]) * 16777619;
        return (int)(hash ^ (hash >> 15));
    }
}
