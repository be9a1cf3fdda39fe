using System.Collections.Generic;
using System.Text;

namespace ScalingAnalyzers.RunFiles;

/// <summary>The words of Python: names with their dots, numbers, texts, signs, ends of lines; comments are read
/// over.</summary>
internal static class ProgramTokens
{
    /// <summary>Splits a text. Brackets continue a line, as in Python.</summary>
    public static List<ProgramToken> Of(string text)
    {
        var tokens = new List<ProgramToken>();
        int at = 0, line = 1, start = 0, depth = 0, indent = -1;
        while (at < text.Length)
        {
            char c = text[at];
            if (c == '\n')
            {
                if (depth == 0) tokens.Add(new ProgramToken('\n', "", line, at - start + 1, indent));
                line++;
                start = ++at;
                if (depth == 0) indent = -1;
                continue;
            }

            if (c == '\\' && at + 1 < text.Length && text[at + 1] is '\n' or '\r')
            {
                at += text[at + 1] == '\r' && at + 2 < text.Length ? 3 : 2;
                line++;
                start = at;
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            if (c == '#')
            {
                while (at < text.Length && text[at] != '\n') at++;
                continue;
            }

            if (indent < 0) indent = at - start;
            int first = at, column = at - start + 1, firstLine = line;
            if (c is '"' or '\'')
            {
                string value = Quoted(text, ref at, ref line, ref start);
                tokens.Add(new ProgramToken('"', value, firstLine, column, indent));
            }
            else if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            {
                while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_'
                    || (text[at] is '+' or '-' && text[at - 1] is 'e' or 'E'))) at++;
                tokens.Add(new ProgramToken('0', text[first..at], line, column, indent));
            }
            else if (char.IsLetter(c) || c == '_')
            {
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.')) at++;

                // A prefix makes a text that is not literal: f"", b"".
                bool isPrefix = at < text.Length && text[at] is '"' or '\'' && at - first <= 2;
                if (isPrefix)
                {
                    Quoted(text, ref at, ref line, ref start);
                    tokens.Add(new ProgramToken('?', "", firstLine, column, indent));
                }
                else
                {
                    tokens.Add(new ProgramToken('n', text[first..at], line, column, indent));
                }
            }
            else
            {
                at += Length(text, at);
                string sign = text[first..at];
                if (sign is "(" or "[" or "{") depth++;
                if (sign is ")" or "]" or "}" && depth > 0) depth--;
                tokens.Add(new ProgramToken('.', sign, line, column, indent));
            }
        }

        return tokens;
    }

    private static int Length(string text, int at)
    {
        foreach (string sign in Signs)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0) return sign.Length;
        }

        return 1;
    }

    private static string[] Signs { get; } =
        ["//=", "**=", ">>=", "<<=", "==", "!=", "<=", ">=", ":=", "->", "+=", "-=", "*=", "/=", "%=", "|=", "&=", "//", "**"];

    private static string Quoted(string text, ref int at, ref int line, ref int start)
    {
        char quote = text[at];
        bool isTriple = at + 2 < text.Length && text[at + 1] == quote && text[at + 2] == quote;
        at += isTriple ? 3 : 1;
        var value = new StringBuilder();
        while (at < text.Length)
        {
            if (text[at] == quote && (!isTriple || (at + 2 < text.Length && text[at + 1] == quote && text[at + 2] == quote)))
            {
                at += isTriple ? 3 : 1;
                break;
            }

            if (text[at] == '\n')
            {
                if (!isTriple) break;
                line++;
                start = at + 1;
            }

            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] != '\n') at++;
            value.Append(text[at++]);
        }

        return value.ToString();
    }
}
