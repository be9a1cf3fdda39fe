using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace ScalingAnalyzers.RunFiles;

/// <summary>The literal in a text that decides a value: value = literal x factor.</summary>
internal sealed partial record WrittenLiteral(int Start, int Length, double Factor)
{
    private const int MostReferences = 16;

    /// <summary>The literal of a value; the reason where there is none to edit.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="value">The value.</param>
    /// <param name="isText">Whether a text changes, not a number.</param>
    public static (WrittenLiteral? Literal, string? WhyNot) Of(string text, FileKeys keys, RunFileValue value, bool isText)
    {
        if (keys.Format == FileFormat.ArgumentDump)
            return (null, "'" + value.Key + "' is printed in a log; change the file that the run is started with");
        var lines = new LineStarts(text);
        var (line, column, key) = (value.Line, value.Column, value.Key);
        for (int i = 0; i < MostReferences; i++)
        {
            int at = lines.Offset(line, column);
            if (at < 0) return (null, "the place of '" + value.Key + "' is not found");
            at += Anchor().Match(text, at) is { Success: true } mark && keys.Format == FileFormat.Yaml ? mark.Length : 0;
            if (isText && Word().Match(text, at) is { Success: true } word)
                return (new WrittenLiteral(word.Groups["word"].Index, word.Groups["word"].Length, 1), null);
            if (Referred(text, at, keys.Format) is not { } name)
            {
                var literal = keys.Format == FileFormat.Shell && Flags(text, at, value) is { } flag ? flag
                    : Number(text, at, value.Content, keys.Format);
                return literal is null ? (null, WhyNot(value)) : (literal, null);
            }

            if (keys.Entries.LastOrDefault(entry => KeyTree.Normal(entry.Path) == KeyTree.Normal(name)) is not { } entry)
                return (null, "'" + key + "' refers to '" + name + "', which is not in the file");
            (line, column, key) = (entry.Line, entry.Column, entry.Path);
        }

        return (null, WhyNot(value));
    }

    private static string WhyNot(RunFileValue value) => "'" + value.Key + "' in line "
        + value.Line.ToString(CultureInfo.InvariantCulture) + " is not written as the number " + Scalars.Show(value.Content)
        + "; change it by hand";

    // A number, also as the argument of a call or a product of numbers: int(5e12), 5 * 8.
    private static WrittenLiteral? Number(string text, int at, object? content, FileFormat format)
    {
        if (Scalars.Show(content) is var shown && content is not (long or double)) return null;
        double wanted = Convert.ToDouble(content, CultureInfo.InvariantCulture);
        int end = format is FileFormat.Python ? EndOfLogicalLine(text, at) : Math.Max(at, text.IndexOf('\n', at) is >= 0 and var n ? n
            : text.Length);
        if (format is not (FileFormat.Python or FileFormat.Shell)) return Plain(text, at, wanted);
        var numbers = new List<(int Start, int Length, double Value)>();
        for (int i = at; i < end; i++)
        {
            char c = text[i];
            if (c is ',' || (c is '#' or '\n' && format == FileFormat.Shell)) break;
            if (c == '#') i = text.IndexOf('\n', i) is >= 0 and var next ? next : text.Length;
            if (i >= end) break;
            if (char.IsAsciiDigit(c) && (i == 0 || !(char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '_' or '.')))
            {
                var match = Digits().Match(text, i);
                if (!match.Success || Scalars.Number(match.Value) is not { } number) return null;
                numbers.Add((i, match.Length, Convert.ToDouble(number, CultureInfo.InvariantCulture)));
                i += match.Length - 1;
                if (format == FileFormat.Shell && !IsInArithmetic(text, at)) break;
            }
            else if (c is '+' or '/' or '%' or '-')
            {
                return null;
            }
        }

        if (numbers.Count == 0 || numbers.Aggregate(1.0, (product, number) => product * number.Value) != wanted) return null;
        return new WrittenLiteral(numbers[0].Start, numbers[0].Length, wanted / numbers[0].Value);
    }

    private static bool IsInArithmetic(string text, int at) => string.CompareOrdinal(text, at, "$((", 0, 3) == 0;

    private static WrittenLiteral? Plain(string text, int at, double wanted)
    {
        if (at < text.Length && text[at] is '"' or '\'') at++;
        var match = Digits().Match(text, at);
        return match.Success && Scalars.Number(match.Value) is { } number
            && Convert.ToDouble(number, CultureInfo.InvariantCulture) == wanted
            ? new WrittenLiteral(at, match.Length, 1)
            : null;
    }

    // Older scripts keep their flags in one text, whose words have the place of the text.
    private static WrittenLiteral? Flags(string text, int at, RunFileValue value)
    {
        int end = text.IndexOf('"', Math.Min(text.Length, at + 1));
        if (at >= text.Length || text[at] != '"' || end < 0 || !text[at..end].Contains("--", StringComparison.Ordinal)) return null;
        string name = Regex.Escape(KeyTree.Normal(value.Key)).Replace("_", "[-_]", StringComparison.Ordinal);
        var found = Regex.Matches(text[at..end], "--" + name + @"[\s=\\]+(?<number>[0-9][0-9_.]*(?:[eE][+-]?[0-9]+)?)",
            RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        if (found.Count != 1) return null;
        var number = found[0].Groups["number"];
        return Plain(text, at + number.Index, Convert.ToDouble(value.Content, CultureInfo.InvariantCulture));
    }

    // The name of a variable where the value is nothing else.
    private static string? Referred(string text, int at, FileFormat format)
    {
        var match = format switch
        {
            FileFormat.Yaml => YamlReference().Match(text, at),
            FileFormat.Shell => ShellReference().Match(text, at),
            FileFormat.Python => PythonReference().Match(text, at),
            _ => System.Text.RegularExpressions.Match.Empty,
        };
        return match.Success ? match.Groups["name"].Value : null;
    }

    private static int EndOfLogicalLine(string text, int at)
    {
        int depth = 0;
        for (int i = at; i < text.Length; i++)
        {
            if (text[i] == '(') depth++;
            if (text[i] == ')' && --depth < 0) return i;
            if (text[i] == '\n' && depth == 0) return i;
        }

        return text.Length;
    }

    [GeneratedRegex(@"\G(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?(?<=[0-9.])(?:[eE][+-]?[0-9]+)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\G(?:(?:&[^\s,\[\]{}]+|![^\s,\[\]{}]*)\s+)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"\G(?:""(?<word>[^""\\\r\n]*)""|'(?<word>[^'\r\n]*)'|(?<word>[A-Za-z][A-Za-z0-9_.-]*))",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\G[""']?\$\{\s*(?<name>[A-Za-z_][A-Za-z0-9_.\-]*)\s*\}[""']?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YamlReference();

    [GeneratedRegex(@"\G""?\$\{?(?<name>[A-Za-z_][A-Za-z0-9_]*)\}?""?(?=\s|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShellReference();

    [GeneratedRegex(@"\G(?<name>[A-Za-z_][A-Za-z0-9_]*)[ \t]*(?=[,)\r\n#]|\z)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PythonReference();

    private sealed class LineStarts
    {
        private readonly string _text;
        private readonly List<int> _starts = [0];

        public LineStarts(string text)
        {
            _text = text;
            for (int i = 0; i < text.Length; i++)
            {
                if (text[i] == '\n') _starts.Add(i + 1);
            }
        }

        // A byte order mark is no column.
        public int Offset(int line, int column)
        {
            if (line < 1 || line > _starts.Count || column < 1) return -1;
            int at = _starts[line - 1] + column - 1 + (line == 1 && _text.StartsWith('\uFEFF') ? 1 : 0);
            return at < _text.Length ? at : -1;
        }
    }
}
