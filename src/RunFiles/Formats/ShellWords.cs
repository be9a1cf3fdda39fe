using System;
using System.Collections.Generic;
using System.Text;

namespace ScalingAnalyzers.RunFiles;

/// <summary>A word of a script after its variables are put in; or the end of a command.</summary>
internal sealed record ShellWord(string Text, int Line, int Column, string? Unknown, bool IsBreak)
{
    /// <summary>The parts between white space of a word that quotes a whole command, each with its place.</summary>
    public IReadOnlyList<ShellWord> Parts { get; init; } = [];
}

/// <summary>Splits a script into words: quotes, comments, continued lines, variables, arithmetic.</summary>
internal sealed class ShellWords
{
    // A variable may double itself in every line.
    private const int MaxExpanded = 1 << 20;

    private readonly string _text;
    private readonly Func<string, (object? Content, string? Why)> _valueOf;
    private readonly Action<string, ShellWord> _assign;
    private readonly List<ShellWord> _words = [];
    private int _at;
    private int _line = 1;
    private int _start;

    private ShellWords(string text, Func<string, (object? Content, string? Why)> valueOf, Action<string, ShellWord> assign)
    {
        _text = text;
        _valueOf = valueOf;
        _assign = assign;
    }

    /// <summary>The words; assignments are handed on in their order, and the words of arrays count as words.</summary>
    public static IReadOnlyList<ShellWord> Of(
        string text, Func<string, (object? Content, string? Why)> valueOf, Action<string, ShellWord> assign)
    {
        var reader = new ShellWords(text, valueOf, assign);
        reader.Walk();
        return reader._words;
    }

    private void Walk()
    {
        bool isStart = true;
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (c == '\n' || c is ';' or '|' or '&' or '(' or ')')
            {
                // Inside an array lines do not end a command, but no flag continues past its end either.
                _words.Add(new ShellWord("", _line, _at - _start + 1, null, IsBreak: true));
                Next();
                isStart = true;
                continue;
            }

            if (IsContinuation() || char.IsWhiteSpace(c))
            {
                Next();
                continue;
            }

            if (c == '#')
            {
                while (_at < _text.Length && _text[_at] != '\n') _at++;
                continue;
            }

            int begin = _at, line = _line, column = _at - _start + 1;
            string? name = isStart ? NameBeforeEquals() : null;
            if (name is not null && _at < _text.Length && _text[_at] == '(')
            {
                _at++;
                Array();
                continue;
            }

            if (name is not null) (line, column) = (_line, _at - _start + 1);
            var word = Word(line, column);
            if (name is not null) _assign(name, word);
            else _words.Add(word);
            isStart = name is not null
                || word.Text is "export" or "local" or "readonly" or "declare" or "then" or "do" or "else" or "typeset";
            if (_at == begin) Next();
        }
    }

    private void Array()
    {
        _words.Add(new ShellWord("", _line, 1, null, IsBreak: true));
        while (_at < _text.Length && _text[_at] != ')')
        {
            if (IsContinuation() || char.IsWhiteSpace(_text[_at]))
            {
                Next();
            }
            else if (_text[_at] == '#')
            {
                while (_at < _text.Length && _text[_at] != '\n') _at++;
            }
            else
            {
                int begin = _at;
                _words.Add(Word(_line, _at - _start + 1));
                if (_at == begin) Next();
            }
        }

        if (_at < _text.Length) _at++;
        _words.Add(new ShellWord("", _line, 1, null, IsBreak: true));
    }

    private bool IsContinuation() => _text[_at] == '\\' && _at + 1 < _text.Length && _text[_at + 1] is '\n' or '\r'
        && Skip(_text[_at + 1] == '\r' ? 1 : 0);

    // Past the backslash; the line break itself is taken by the caller.
    private bool Skip(int more)
    {
        _at += 1 + more;
        return true;
    }

    private void Next()
    {
        if (_at < _text.Length && _text[_at] == '\n')
        {
            _line++;
            _start = _at + 1;
        }

        _at++;
    }

    private string? NameBeforeEquals()
    {
        int end = _at;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] == '_')) end++;
        if (end == _at || end >= _text.Length || char.IsAsciiDigit(_text[_at])) return null;
        bool isAdded = _text[end] == '+' && end + 1 < _text.Length && _text[end + 1] == '=';
        if (_text[end] != '=' && !isAdded) return null;
        string name = _text[_at..end];
        _at = end + (isAdded ? 2 : 1);
        return name;
    }

    private void SkipCommand()
    {
        int end = _text.IndexOf('`', _at + 1);
        while (_at < (end < 0 ? _text.Length : end + 1)) Next();
    }

    private ShellWord Word(int line, int column)
    {
        var value = new StringBuilder();
        var parts = new List<ShellWord>();
        int partAt = 0, partLine = line, partColumn = column;
        string? why = null, whyPart = null;
        char quote = '\0';
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (quote != '\0' && (char.IsWhiteSpace(c) || IsContinued()))
            {
                if (value.Length > partAt || whyPart is not null)
                    parts.Add(new ShellWord(value.ToString(partAt, value.Length - partAt), partLine, partColumn, whyPart, IsBreak: false));
                if (c == '\\') _at++;
                value.Append(' ');
                Next();
                (partAt, partLine, partColumn, whyPart) = (value.Length, _line, _at - _start + 1, null);
                continue;
            }

            if (quote == '\0' && (char.IsWhiteSpace(c) || c is ';' or '|' or '&' or ')' or '(')) break;
            if (quote == '\0' && c == '\\' && _at + 1 < _text.Length && _text[_at + 1] is '\n' or '\r') break;
            if (c is '"' or '\'' && (quote == '\0' || quote == c))
            {
                quote = quote == '\0' ? c : '\0';
                _at++;
            }
            else if (c == '$' && quote != '\'')
            {
                string? unknown = Variable(value);
                why ??= unknown;
                whyPart ??= unknown;
            }
            else if (c == '`' && quote != '\'')
            {
                SkipCommand();
                whyPart ??= "the result of a command is known only when the script runs";
                why ??= whyPart;
            }
            else
            {
                if (c == '\\' && quote != '\'' && _at + 1 < _text.Length) Next();
                if (_at < _text.Length) value.Append(_text[_at]);
                Next();
            }
        }

        if (parts.Count > 0 && (value.Length > partAt || whyPart is not null))
            parts.Add(new ShellWord(value.ToString(partAt, value.Length - partAt), partLine, partColumn, whyPart, IsBreak: false));
        return new ShellWord(value.ToString(), line, column, why, IsBreak: false) { Parts = parts };
    }

    private bool IsContinued() => _text[_at] == '\\' && _at + 1 < _text.Length && _text[_at + 1] is '\n' or '\r';

    // Past what begins with a dollar sign; the reason where its value is unknown.
    private string? Variable(StringBuilder value)
    {
        _at++;
        if (_at >= _text.Length) return null;
        if (string.CompareOrdinal(_text, _at, "((", 0, 2) == 0) return Arithmetic(value);
        if (_text[_at] == '(')
        {
            int depth = 0;
            do
            {
                if (_text[_at] == '(') depth++;
                if (_text[_at] == ')') depth--;
                Next();
            }
            while (_at < _text.Length && depth > 0);
            return "the result of a command is known only when the script runs";
        }

        string name;
        if (_text[_at] == '{')
        {
            int end = _text.IndexOf('}', _at);
            if (end < 0) end = _text.Length;
            name = _text[(_at + 1)..end];
            while (_at <= end && _at < _text.Length) Next();
            if (name.EndsWith("[@]", StringComparison.Ordinal) || name.EndsWith("[*]", StringComparison.Ordinal)) return null;
        }
        else
        {
            int end = _at;
            while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] == '_')) end++;
            if (end == _at && end < _text.Length) end++;
            name = _text[_at..end];
            _at = end;
        }

        var (content, why) = _valueOf(name);
        string written = why is null ? Written(content) : "";
        if (value.Length + written.Length > MaxExpanded) return "the text with '$" + name + "' put in grows too long";
        value.Append(written);
        return why;
    }

    private static string Written(object? content) => content is string text ? text : content is null ? "" : Scalars.Show(content);

    private string? Arithmetic(StringBuilder value)
    {
        int end = _text.IndexOf("))", _at, StringComparison.Ordinal);
        if (end < 0) end = _text.Length;
        string inner = _text[Math.Min(_at + 2, end)..end].Replace("$", "", StringComparison.Ordinal).Replace("{", "",
            StringComparison.Ordinal)
            .Replace("}", "", StringComparison.Ordinal);
        while (_at < Math.Min(end + 2, _text.Length)) Next();
        object? result = Expression.Evaluate(ProgramTokens.Of(inner), 0, Number, isWhole: true);
        if (result is not long number) return "'$((" + inner + "))' is not arithmetic over known numbers";
        value.Append(Scalars.Show(number));
        return null;
    }

    private object? Number(string name) => _valueOf(name) is { Why: null, Content: long number } ? number : Expression.Unknown;
}
