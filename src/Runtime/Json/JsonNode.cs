using System.Collections;
using System.Collections.Generic;
using System.Globalization;

namespace ScalingAnalyzers.Json;

/// <summary>One value of a <see cref="JsonTree"/>. The default value is a missing one: every question to it is answered with "no".</summary>
internal readonly struct JsonNode
{
    private readonly JsonTree? tree;
    private readonly int index;

    internal JsonNode(JsonTree tree, int index)
    {
        this.tree = tree;
        this.index = index;
    }

    /// <summary>What it is.</summary>
    public JsonKind Kind => tree is null ? JsonKind.Missing : Cell.Kind;

    /// <summary>Not there at all (null is there).</summary>
    public bool IsMissing => tree is null;

    /// <summary>Members of an object or items of an array; 0 for the rest.</summary>
    public int Count => tree is null ? 0 : Cell.Count;

    /// <summary>The name of a member, unescaped; empty for items and the root.</summary>
    public string Name => tree is null || Cell.NameStart < 0 ? ""
        : Cell.NameIsEscaped ? JsonEscape.Unescape(tree.Text, Cell.NameStart, Cell.NameLength)
        : tree.Text.Substring(Cell.NameStart, Cell.NameLength);

    /// <summary>The value's own characters, quotes and brackets included; a number's text.</summary>
    public string Text => tree is null ? "" : tree.Text.Substring(Cell.Start, Cell.Length);

    /// <summary>Where the value stands.</summary>
    public TextPosition Position => tree is null ? default : tree.PositionOf(Cell.Start, Cell.Length);

    /// <summary>Where the name stands, with its quotes; the value's position for items and the root.</summary>
    public TextPosition NamePosition => tree is null || Cell.NameStart < 0 ? Position : tree.PositionOf(Cell.NameStart - 1, Cell.NameLength + 2);

    /// <summary>The members of an object, the items of an array, in the order of the text; nothing for the rest.</summary>
    public ChildSequence Children => new(tree, tree is null || Cell.Count == 0 ? 0 : index + 1);

    private JsonCell Cell => tree!.Cells[index];

    /// <summary>A member by its name, case and all; missing where there is none, or this is no object.</summary>
    public JsonNode this[string name]
    {
        get
        {
            if (tree is null) return default;
            JsonCell[] cells = tree.Cells;
            if (cells[index].Kind != JsonKind.Object || cells[index].Count == 0) return default;
            if (index == 0 && JsonNames.IsIndexed(cells[0].Count))
            {
                int found = JsonNames.Find(tree.Text, cells, cells[0].Count, tree.Names, name);
                return found == 0 ? default : new JsonNode(tree, found);
            }

            for (int member = index + 1; ; member = cells[member].Next)
            {
                if (JsonNames.Is(tree.Text, in cells[member], name)) return new JsonNode(tree, member);
                if (cells[member].Next == 0) return default;
            }
        }
    }

    /// <summary>The value of a string, unescaped; null for all else.</summary>
    public string? AsString() => Kind != JsonKind.String ? null
        : Cell.ValueIsEscaped ? JsonEscape.Unescape(tree!.Text, Cell.Start + 1, Cell.Length - 2)
        : tree!.Text.Substring(Cell.Start + 1, Cell.Length - 2);

    /// <summary>Whether it is a string of just these characters.</summary>
    public bool IsString(string value) => Kind == JsonKind.String && (Cell.ValueIsEscaped
        ? AsString() == value
        : Cell.Length - 2 == value.Length && string.CompareOrdinal(tree!.Text, Cell.Start + 1, value, 0, value.Length) == 0);

    /// <summary>Reads a whole number written without point or exponent. Exact.</summary>
    /// <returns>Whether it is such a number and fits 64 bits.</returns>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        if (Kind != JsonKind.Number) return false;
        string text = tree!.Text;
        int at = Cell.Start;
        int end = at + Cell.Length;
        bool negative = text[at] == '-';
        if (negative) at++;

        // Counted downwards: long.MinValue has no positive twin.
        for (; at < end; at++)
        {
            int digit = text[at] - '0';
            if (digit is < 0 or > 9 || value < (long.MinValue + digit) / 10) return false;
            value = (value * 10) - digit;
        }

        if (negative) return true;
        if (value == long.MinValue) return false;
        value = -value;
        return true;
    }

    /// <summary>Reads a number, rounded to the nearest double; no culture.</summary>
    /// <returns>Whether it is a number and finite as a double.</returns>
    public bool TryGetDouble(out double value)
    {
        value = 0;
        return Kind == JsonKind.Number
            && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && !double.IsInfinity(value);
    }

    /// <summary>Reads true or false.</summary>
    /// <returns>Whether it is one of them.</returns>
    public bool TryGetBoolean(out bool value)
    {
        value = Kind == JsonKind.True;
        return value || Kind == JsonKind.False;
    }

    /// <summary>The children of a value; enumerated by foreach without allocation.</summary>
    public readonly struct ChildSequence : IEnumerable<JsonNode>
    {
        private readonly JsonTree? tree;
        private readonly int first;

        internal ChildSequence(JsonTree? tree, int first)
        {
            this.tree = tree;
            this.first = first;
        }

        /// <summary>For foreach.</summary>
        public Enumerator GetEnumerator() => new(tree, first);

        IEnumerator<JsonNode> IEnumerable<JsonNode>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Walks the children.</summary>
    public struct Enumerator : IEnumerator<JsonNode>
    {
        private readonly JsonTree? tree;
        private readonly int first;
        private int current;
        private bool started;

        internal Enumerator(JsonTree? tree, int first)
        {
            this.tree = tree;
            this.first = first;
            current = 0;
            started = false;
        }

        /// <inheritdoc/>
        public readonly JsonNode Current => new(tree!, current);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            current = started ? tree!.Cells[current].Next : first;
            started = true;
            return current != 0;
        }

        /// <inheritdoc/>
        public void Reset() => started = false;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
