using System;
using System.Globalization;

namespace ScalingAnalyzers.Json;

/// <summary>
/// Reads one text once, left to right, into cells. This class has the grammar, <see cref="JsonNames"/> the duplicate
/// check.
/// </summary>
internal sealed partial class JsonReader
{
    private readonly string _text;
    private readonly JsonLimits _limits;
    private JsonCell[] _cells;
    private int _used;
    private int _at;
    private int _depth;
    private int[] _names = Array.Empty<int>();
    private JsonError? _error;

    public JsonReader(string text, JsonLimits limits)
    {
        _text = text;
        _limits = limits;
        _cells = new JsonCell[Math.Max(8, Math.Min(text.Length / 24, 4096))];
    }

    public JsonTree Read()
    {
        if (_text.Length > _limits.MaxLength)
        {
            Fail(_limits.MaxLength, 0,
                "The text has " + Number(_text.Length) + " characters; at most " + Number(_limits.MaxLength) + " are read.");
            return new JsonTree(_text, _cells, _names, _error);
        }

        if (_text.Length > 0 && _text[0] == '\uFEFF') _at = 1;
        if (Blank() && Value(-1, 0, false) && Blank() && _at < _text.Length) Unexpected("the end of the text");
        return new JsonTree(_text, _cells, _names, _error);
    }

    private bool Value(int nameStart, int nameLength, bool nameIsEscaped)
    {
        if (_used == _cells.Length) Array.Resize(ref _cells, _cells.Length * 2);
        int index = _used++;
        int start = _at;
        ref JsonCell cell = ref _cells[index];
        cell.Start = start;
        cell.NameStart = nameStart;
        cell.NameLength = nameLength;
        cell.NameIsEscaped = nameIsEscaped;
        bool good;
        char first = start < _text.Length ? _text[start] : '\0';
        switch (first)
        {
            // Groups may replace the array of cells.
            case '{': cell.Kind = JsonKind.Object; good = Group(index, '}'); _cells[index].Length = _at - start; return good;
            case '[': cell.Kind = JsonKind.Array; good = Group(index, ']'); _cells[index].Length = _at - start; return good;
            case '"':
                cell.Kind = JsonKind.String;
                good = Quoted(out bool escaped);
                cell.ValueIsEscaped = escaped;
                break;
            case 't': cell.Kind = JsonKind.True; good = Word("true"); break;
            case 'f': cell.Kind = JsonKind.False; good = Word("false"); break;
            case 'n': cell.Kind = JsonKind.Null; good = Word("null"); break;
            default:
                if (first != '-' && !IsDigit(first) && first is not ('I' or 'N')) return Unexpected("a value");
                cell.Kind = JsonKind.Number;
                good = (!IsDigit(first) && NotFinite()) || NumberText();
                break;
        }

        cell.Length = _at - start;
        return good;
    }

    // An object or an array: the same but for the names, and that they must differ.
    private bool Group(int index, char close)
    {
        if (!Enter()) return false;
        int count = 0;
        int last = 0;
        while (true)
        {
            if (!Blank()) return false;
            if (_at < _text.Length && _text[_at] == close) break;
            int nameStart = -1;
            int nameLength = 0;
            bool escaped = false;
            if (close == '}' && !Name(count, out nameStart, out nameLength, out escaped)) return false;
            int child = _used;
            if (!Value(nameStart, nameLength, escaped)) return false;
            if (count++ > 0) _cells[last].Next = child;
            last = child;
            if (!Blank()) return false;
            if (_at < _text.Length && _text[_at] == ',') _at++;
            else if (_at >= _text.Length || _text[_at] != close) return Unexpected(close == '}' ? "',' or '}'" : "',' or ']'");
        }

        _at++;
        _depth--;
        _cells[index].Count = count;
        int twice = close == '}' ? JsonNames.FirstRepeated(_text, _cells, index, ref _names) : 0;
        if (twice == 0) return true;
        JsonCell repeated = _cells[twice];
        return Fail(repeated.NameStart - 1, repeated.NameLength + 2,
            "The name " + _text.Substring(repeated.NameStart - 1, repeated.NameLength + 2) + " occurs twice in one object.");
    }

    // A name in quotes and its colon, with white space and comments around them.
    private bool Name(int before, out int start, out int length, out bool escaped)
    {
        start = _at + 1;
        length = 0;
        escaped = false;
        if (_at >= _text.Length || _text[_at] != '"') return Unexpected(before == 0 ? "a name in quotes or '}'" : "a name in quotes");
        if (!Quoted(out escaped)) return false;
        length = _at - 1 - start;
        if (!Blank()) return false;
        if (_at >= _text.Length || _text[_at] != ':') return Unexpected("':'");
        _at++;
        return Blank();
    }

    private bool Enter()
    {
        if (++_depth > _limits.MaxDepth)
            return Fail(_at, 1, "Objects and arrays are nested deeper than " + Number(_limits.MaxDepth) + " levels.");
        _at++;
        return true;
    }

    private bool Unexpected(string expected)
    {
        if (_at >= _text.Length) return Fail(_text.Length, 0, "The text ends, but " + expected + " is expected here.");
        char c = _text[_at];
        string found = c is >= ' ' and < '\u007F' ? "'" + c.ToString() + "'" : "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
        return Fail(_at, 1, found + " is not expected here; expected " + expected + ".");
    }

    private bool Fail(int start, int length, string message)
    {
        _error = new JsonError(message, TextPosition.In(_text, start, length));
        return false;
    }

    private static string Number(int value) => value.ToString("#,##0", CultureInfo.InvariantCulture);
}
