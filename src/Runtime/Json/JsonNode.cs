using System.Collections;
using System.Collections.Generic;
using System.Globalization;

namespace ScalingAnalyzers.Json;

/// <summary>
/// One value of a <see cref="JsonTree"/>. The default value is a missing one, for which every property is empty.
/// </summary>
internal readonly struct JsonNode
{
    private readonly JsonTree? _tree;
    private readonly int _index;

    internal JsonNode(JsonTree tree, int index)
    {
        _tree = tree;
        _index = index;
    }

    /// <summary>What it is.</summary>
    public JsonKind Kind => _tree is null ? JsonKind.Missing : Cell.Kind;

    /// <summary>Its place among the values of the text, from 0.</summary>
    public int Index => _index;

    /// <summary>Not there at all (null is there).</summary>
    public bool IsMissing => _tree is null;

    /// <summary>Members of an object or items of an array; 0 for the rest.</summary>
    public int Count => _tree is null ? 0 : Cell.Count;

    /// <summary>The name of a member, unescaped; empty for items and the root.</summary>
    public string Name => _tree is null || Cell.NameStart < 0 ? ""
        : Cell.NameIsEscaped ? JsonEscape.Unescape(_tree.Text, Cell.NameStart, Cell.NameLength)
        : _tree.Text.Substring(Cell.NameStart, Cell.NameLength);

    /// <summary>A hash of the name of a member; equal for equal names of any two texts.</summary>
    public int NameHash => _tree is null || Cell.NameStart < 0 ? 0
        : Cell.NameHash != 0 ? Cell.NameHash
        : JsonNames.HashOfFew(_tree.Text, in Cell);

    /// <summary>Whether it is a member of this name.</summary>
    public bool HasName(string name) => _tree is not null && Cell.NameStart >= 0 && JsonNames.Is(_tree.Text, in Cell, name);

    /// <summary>What a glance at the name of a member gives, where its characters are its value.</summary>
    /// <param name="length">The characters of the name.</param>
    /// <param name="first">The first one; 0 where it is empty.</param>
    /// <param name="last">The last one; 0 where it is empty.</param>
    /// <returns>Whether it is a member with a name without escapes.</returns>
    public bool TryGetPlainName(out int length, out char first, out char last)
    {
        length = 0;
        first = last = '\0';
        if (_tree is null) return false;
        ref readonly JsonCell cell = ref Cell;
        if (cell.NameStart < 0 || cell.NameIsEscaped) return false;
        length = cell.NameLength;
        if (length == 0) return true;
        first = _tree.Text[cell.NameStart];
        last = _tree.Text[cell.NameStart + length - 1];
        return true;
    }

    /// <summary>Whether a member's name, as written, has any of these in it, whatever the case.</summary>
    /// <param name="words">In lower case, of ASCII letters.</param>
    public bool NameHasAny(string[] words) =>
        _tree is not null && Cell.NameStart >= 0 && JsonNames.HasAny(_tree.Text, in Cell, words);

    /// <summary>The value's own characters, quotes and brackets included; a number's text.</summary>
    public string Text => _tree is null ? "" : _tree.Text.Substring(Cell.Start, Cell.Length);

    /// <summary>The first character of the value, from 0; 0 for a missing one.</summary>
    public int Start => _tree is null ? 0 : Cell.Start;

    /// <summary>The position of the value.</summary>
    public TextPosition Position => _tree is null ? default : _tree.PositionOf(Cell.Start, Cell.Length);

    /// <summary>The position of the name, with its quotes; the value's position for items and the root.</summary>
    public TextPosition NamePosition =>
        _tree is null || Cell.NameStart < 0 ? Position : _tree.PositionOf(Cell.NameStart - 1, Cell.NameLength + 2);

    /// <summary>The members of an object, the items of an array, in the order of the text; nothing for the
    /// rest.</summary>
    public ChildSequence Children => new(_tree, _tree is null || Cell.Count == 0 ? 0 : _index + 1);

    private ref readonly JsonCell Cell => ref _tree!.Cells[_index];

    /// <summary>A member by its exact name; missing where there is none, or where this is not an object.</summary>
    public JsonNode this[string name]
    {
        get
        {
            if (_tree is null) return default;
            JsonCell[] cells = _tree.Cells;
            if (cells[_index].Kind != JsonKind.Object || cells[_index].Count == 0) return default;
            if (_index == 0 && JsonNames.IsIndexed(cells[0].Count))
            {
                int found = JsonNames.Find(_tree.Text, cells, cells[0].Count, _tree.Names, name);
                return found == 0 ? default : new JsonNode(_tree, found);
            }

            for (int member = _index + 1; ; member = cells[member].Next)
            {
                if (JsonNames.Is(_tree.Text, in cells[member], name)) return new JsonNode(_tree, member);
                if (cells[member].Next == 0) return default;
            }
        }
    }

    /// <summary>The value of a string, unescaped; null for all else.</summary>
    public string? AsString() => Kind != JsonKind.String ? null
        : Cell.ValueIsEscaped ? JsonEscape.Unescape(_tree!.Text, Cell.Start + 1, Cell.Length - 2)
        : _tree!.Text.Substring(Cell.Start + 1, Cell.Length - 2);

    /// <summary>Whether it is a string of just these characters.</summary>
    public bool IsString(string value) => Kind == JsonKind.String && (Cell.ValueIsEscaped
        ? AsString() == value
        : Cell.Length - 2 == value.Length && string.CompareOrdinal(_tree!.Text, Cell.Start + 1, value, 0, value.Length) == 0);

    /// <summary>Reads a whole number written without point or exponent. Exact.</summary>
    /// <returns>Whether it is such a number and fits 64 bits.</returns>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        if (Kind != JsonKind.Number) return false;
        string text = _tree!.Text;
        int at = Cell.Start;
        int end = at + Cell.Length;
        bool negative = text[at] == '-';
        if (negative) at++;

        if (end - at <= 18)
        {
            // No overflow is possible.
            for (; at < end; at++)
            {
                uint digit = (uint)(text[at] - '0');
                if (digit > 9) return false;
                value = (value * 10) + digit;
            }

            if (negative) value = -value;
            return true;
        }

        // Counted downwards, because long.MinValue has no positive counterpart.
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
            && !double.IsInfinity(value) && !double.IsNaN(value);
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
        private readonly JsonTree? _tree;
        private readonly int _first;

        internal ChildSequence(JsonTree? tree, int first)
        {
            _tree = tree;
            _first = first;
        }

        /// <summary>For foreach.</summary>
        public Enumerator GetEnumerator() => new(_tree, _first);

        IEnumerator<JsonNode> IEnumerable<JsonNode>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Walks the children.</summary>
    public struct Enumerator : IEnumerator<JsonNode>
    {
        private readonly JsonTree? _tree;
        private readonly int _first;
        private int _current;
        private bool _started;

        internal Enumerator(JsonTree? tree, int first)
        {
            _tree = tree;
            _first = first;
            _current = 0;
            _started = false;
        }

        /// <inheritdoc/>
        public readonly JsonNode Current => new(_tree!, _current);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            _current = _started ? _tree!.Cells[_current].Next : _first;
            _started = true;
            return _current != 0;
        }

        /// <inheritdoc/>
        public void Reset() => _started = false;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
