using System;
using System.Globalization;

namespace ScalingAnalyzers.Json;

/// <summary>Reads one text once, left to right, into cells. The grammar stands here, the duplicate check in <see cref="JsonNames"/>.</summary>
internal sealed class JsonReader
{
    private readonly string text;
    private readonly JsonLimits limits;
    private JsonCell[] cells;
    private int used;
    private int at;
    private int depth;
    private int[] names = Array.Empty<int>();
    private JsonError? error;

    public JsonReader(string text, JsonLimits limits)
    {
        this.text = text;
        this.limits = limits;
        cells = new JsonCell[Math.Max(8, Math.Min(text.Length / 16, 4096))];
    }

    public JsonTree Read()
    {
        if (text.Length > limits.MaxLength)
        {
            Fail(limits.MaxLength, 0, "The text has " + Number(text.Length) + " characters; at most " + Number(limits.MaxLength) + " are read.");
            return new JsonTree(text, cells, names, error);
        }

        if (text.Length > 0 && text[0] == '\uFEFF') at = 1;
        if (Blank() && Value(-1, 0, false) && Blank() && at < text.Length) Unexpected("the end of the text");
        return new JsonTree(text, cells, names, error);
    }

    private bool Value(int nameStart, int nameLength, bool nameIsEscaped)
    {
        if (used == cells.Length) Array.Resize(ref cells, cells.Length * 2);
        int index = used++;
        int start = at;
        cells[index].Start = start;
        cells[index].NameStart = nameStart;
        cells[index].NameLength = nameLength;
        cells[index].NameIsEscaped = nameIsEscaped;
        bool good;
        char first = at < text.Length ? text[at] : '\0';
        switch (first)
        {
            case '{': cells[index].Kind = JsonKind.Object; good = Group(index, '}'); break;
            case '[': cells[index].Kind = JsonKind.Array; good = Group(index, ']'); break;
            case '"':
                cells[index].Kind = JsonKind.String;
                good = Quoted(out bool escaped);
                cells[index].ValueIsEscaped = escaped;
                break;
            case 't': cells[index].Kind = JsonKind.True; good = Word("true"); break;
            case 'f': cells[index].Kind = JsonKind.False; good = Word("false"); break;
            case 'n': cells[index].Kind = JsonKind.Null; good = Word("null"); break;
            default:
                if (first != '-' && !IsDigit(first)) return Unexpected("a value");
                cells[index].Kind = JsonKind.Number;
                good = NumberText();
                break;
        }

        cells[index].Length = at - start;
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
            if (at < text.Length && text[at] == close) break;
            int nameStart = -1;
            int nameLength = 0;
            bool escaped = false;
            if (close == '}' && !Name(count, out nameStart, out nameLength, out escaped)) return false;
            int child = used;
            if (!Value(nameStart, nameLength, escaped)) return false;
            if (count++ > 0) cells[last].Next = child;
            last = child;
            if (!Blank()) return false;
            if (at < text.Length && text[at] == ',') at++;
            else if (at >= text.Length || text[at] != close) return Unexpected(close == '}' ? "',' or '}'" : "',' or ']'");
        }

        at++;
        depth--;
        cells[index].Count = count;
        int twice = close == '}' ? JsonNames.FirstRepeated(text, cells, index, ref names) : 0;
        if (twice == 0) return true;
        JsonCell repeated = cells[twice];
        return Fail(repeated.NameStart - 1, repeated.NameLength + 2, "The name " + text.Substring(repeated.NameStart - 1, repeated.NameLength + 2) + " occurs twice in one object.");
    }

    // A name in quotes, its colon, and what may stand around it.
    private bool Name(int before, out int start, out int length, out bool escaped)
    {
        start = at + 1;
        length = 0;
        escaped = false;
        if (at >= text.Length || text[at] != '"') return Unexpected(before == 0 ? "a name in quotes or '}'" : "a name in quotes");
        if (!Quoted(out escaped)) return false;
        length = at - 1 - start;
        if (!Blank()) return false;
        if (at >= text.Length || text[at] != ':') return Unexpected("':'");
        at++;
        return Blank();
    }

    private bool Enter()
    {
        if (++depth > limits.MaxDepth) return Fail(at, 1, "Objects and arrays are nested deeper than " + Number(limits.MaxDepth) + " levels.");
        at++;
        return true;
    }

    private bool Quoted(out bool escaped)
    {
        escaped = false;
        string source = text;
        int start = at;
        for (int i = at + 1; i < source.Length; i++)
        {
            char c = source[i];
            if (c == '"')
            {
                at = i + 1;
                return true;
            }

            if (c < ' ') return Fail(i, 1, "A control character (U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) + ") stands in a string; write it as an escape.");
            if (c != '\\') continue;
            escaped = true;
            int length = JsonEscape.LengthAt(source, i);
            if (length == 0) return Fail(i, Math.Min(2, source.Length - i), "Not an escape of JSON.");
            i += length - 1;
        }

        at = source.Length;
        return Fail(start, source.Length - start, "The string does not end.");
    }

    private bool Word(string word)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) return Unexpected("a value");
        at += word.Length;
        return true;
    }

    // -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?
    private bool NumberText()
    {
        string source = text;
        int start = at;
        if (source[at] == '-') at++;
        int whole = at;
        if (!Digits()) return Unexpected("a digit");
        if (source[whole] == '0' && at - whole > 1) return Fail(start, at - start, "A number must not begin with 0.");
        if (at < source.Length && source[at] == '.')
        {
            at++;
            if (!Digits()) return Unexpected("a digit");
        }

        if (at < source.Length && (source[at] | 0x20) == 'e')
        {
            at++;
            if (at < source.Length && source[at] is '+' or '-') at++;
            if (!Digits()) return Unexpected("a digit");
        }

        return true;
    }

    private bool Digits()
    {
        int start = at;
        while (at < text.Length && IsDigit(text[at])) at++;
        return at > start;
    }

    // White space and comments.
    private bool Blank()
    {
        string source = text;
        int i = at;
        while (i < source.Length)
        {
            char c = source[i];
            if (c is ' ' or '\n' or '\r' or '\t')
            {
                i++;
                continue;
            }

            if (c != '/') break;
            at = i;
            if (!Comment()) return false;
            i = at;
        }

        at = i;
        return true;
    }

    private bool Comment()
    {
        char kind = at + 1 < text.Length ? text[at + 1] : '\0';
        if (kind == '/')
        {
            while (at < text.Length && text[at] is not '\n' and not '\r') at++;
            return true;
        }

        if (kind != '*') return Unexpected("a value or a comment");
        int end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
        if (end < 0) return Fail(at, text.Length - at, "The comment does not end.");
        at = end + 2;
        return true;
    }

    private bool Unexpected(string wanted)
    {
        if (at >= text.Length) return Fail(text.Length, 0, "The text ends where " + wanted + " was expected.");
        char c = text[at];
        string found = c is >= ' ' and < '\u007F' ? "'" + c.ToString() + "'" : "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
        return Fail(at, 1, found + " stands where " + wanted + " was expected.");
    }

    private bool Fail(int start, int length, string message)
    {
        error = new JsonError(message, TextPosition.In(text, start, length));
        return false;
    }

    private static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    private static string Number(int value) => value.ToString("#,##0", CultureInfo.InvariantCulture);
}
