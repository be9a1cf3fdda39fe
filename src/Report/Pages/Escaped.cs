using System.Text;

namespace ScalingAnalyzers.Reports.Pages;

/// <summary>Texts of runs inside other languages: a name is a name, whatever it contains.</summary>
internal static class Escaped
{
    /// <summary>Inside an element or a quoted attribute of HTML or XML; characters that XML does not have become
    /// U+FFFD.</summary>
    public static string Html(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\n' or '\t' => escaped.Append(c),
                < ' ' or '\uFFFE' or '\uFFFF' => escaped.Append('\uFFFD'),
                _ when char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) =>
                    escaped.Append(c).Append(text[++i]),
                _ when char.IsSurrogate(c) => escaped.Append('\uFFFD'),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Inside a paragraph or a cell of Markdown, on one line.</summary>
    public static string Markdown(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '#' or '~' or '!' => escaped.Append('\\').Append(c),
                < ' ' => escaped.Append(' '),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
