using System;
using System.Globalization;
#if NET8_0_OR_GREATER
using System.Linq;
#endif
using System.Runtime.CompilerServices;

namespace ScalingAnalyzers.Json;

/// <content>Strings, numbers, words, and what stands between values.</content>
internal sealed partial class JsonReader
{
    private bool Quoted(out bool escaped)
    {
        escaped = false;
        string source = _text;
        int start = _at;
        for (int i = NextSpecial(source, start + 1); (uint)i < (uint)source.Length; i = NextSpecial(source, i + 1))
        {
            char c = source[i];
            if (c > '"' && c != '\\') continue;
            if (c == '"')
            {
                _at = i + 1;
                return true;
            }

            if (c < ' ')
                return Fail(i, 1, "A control character (U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)
                    + ") is not allowed in a string; write it as an escape.");
            if (c != '\\') continue;
            escaped = true;
            int length = JsonEscape.LengthAt(source, i);
            if (length == 0) return Fail(i, Math.Min(2, source.Length - i), "This is not an escape of JSON.");
            i += length - 1;
        }

        _at = source.Length;
        return Fail(start, source.Length - start, "The string does not end.");
    }

    // A quote, a backslash or a control character; the length of the text where there is none.
    private static int NextSpecial(string source, int at)
    {
#if NET8_0_OR_GREATER
        int index = source.AsSpan(at).IndexOfAny(Special);
        return index < 0 ? source.Length : at + index;
#else
        while (at < source.Length && (source[at] > '"' || source[at] is '!' or ' ') && source[at] != '\\') at++;
        return at;
#endif
    }

#if NET8_0_OR_GREATER
    private static readonly System.Buffers.SearchValues<char> Special =
        System.Buffers.SearchValues.Create(new string(Enumerable.Range(0, ' ').Select(code => (char)code).ToArray()) + "\"\\");
#endif

    private bool Word(string word)
    {
        string source = _text;
        int start = _at;
        for (int i = 0; i < word.Length; i++)
        {
            if (start + i >= source.Length || source[start + i] != word[i]) return Unexpected("a value");
        }

        _at = start + word.Length;
        return true;
    }

    // What Python writes for numbers that JSON does not have; they are numbers that no reader takes for a finite one.
    private bool NotFinite()
    {
        foreach (string word in NotFiniteWords)
        {
            if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0) continue;
            _at += word.Length;
            return true;
        }

        return false;
    }

    private static readonly string[] NotFiniteWords = { "Infinity", "-Infinity", "NaN" };

    // -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?
    private bool NumberText()
    {
        string source = _text;
        int start = _at;
        int end = start;
        while ((uint)end < (uint)source.Length && IsDigit(source[end])) end++;
        if (end > start && source[start] != '0' && end < source.Length && EndsNumber(source[end]))
        {
            _at = end;
            return true;
        }

        if (!IsDigit(source[_at]) && source[_at] != '-') return Unexpected("a value");
        if (source[_at] == '-') _at++;
        int whole = _at;
        if (!Digits()) return Unexpected("a digit");
        if (source[whole] == '0' && _at - whole > 1) return Fail(start, _at - start, "A number must not begin with 0.");
        if (_at < source.Length && source[_at] == '.')
        {
            _at++;
            if (!Digits()) return Unexpected("a digit");
        }

        if (_at < source.Length && (source[_at] | 0x20) == 'e')
        {
            _at++;
            if (_at < source.Length && source[_at] is '+' or '-') _at++;
            if (!Digits()) return Unexpected("a digit");
        }

        return true;
    }

    private static bool EndsNumber(char c) => c is ',' or '\n' or ' ' or '}' or ']';

    private bool Digits()
    {
        string source = _text;
        int start = _at;
        int end = start;
        while ((uint)end < (uint)source.Length && IsDigit(source[end])) end++;
        _at = end;
        return end > start;
    }

    // White space and comments; most often there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Blank()
    {
        string source = _text;
        int at = _at;
        if ((uint)at >= (uint)source.Length) return true;
        char c = source[at];
        if (c > ' ' && c != '/') return true;
        if (c != ' ' || (uint)(at + 1) >= (uint)source.Length || source[at + 1] is <= ' ' or '/') return BlankText();
        _at = at + 1;
        return true;
    }

    private bool BlankText()
    {
        string source = _text;
        int i = _at;
        while ((uint)i < (uint)source.Length)
        {
            char c = source[i];
            if (c > ' ' && c != '/') break;
            if (c is ' ' or '\n' or '\r' or '\t')
            {
                i++;
                continue;
            }

            if (c != '/') break;
            _at = i;
            if (!Comment()) return false;
            i = _at;
        }

        _at = i;
        return true;
    }

    private bool Comment()
    {
        char kind = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        if (kind == '/')
        {
            while (_at < _text.Length && _text[_at] is not '\n' and not '\r') _at++;
            return true;
        }

        if (kind != '*') return Unexpected("a value or a comment");
        int end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0) return Fail(_at, _text.Length - _at, "The comment does not end.");
        _at = end + 2;
        return true;
    }

    private static bool IsDigit(char c) => (uint)(c - '0') <= 9;
}
