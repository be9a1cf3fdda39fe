using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ScalingAnalyzers.Testing;

/// <summary>
/// Text without its markup, and the contents of the markup: <c>[|span|]</c>, <c>{|ID:span|}</c>, nested or empty, and a
/// caret <c>$$</c>.
/// </summary>
/// <param name="Text">The text for the compiler.</param>
/// <param name="Spans">Marked spans by start; the id is null for <c>[|...|]</c>.</param>
/// <param name="Caret">The position of <c>$$</c>, if it was requested and found.</param>
internal sealed record Markup(string Text, ImmutableArray<(string? Id, TextSpan Span)> Spans, int? Caret)
{
    /// <summary>Reads marked text.</summary>
    /// <param name="marked">The text with markup.</param>
    /// <param name="withCaret">Whether <c>$$</c> is a caret; raw strings may contain it otherwise.</param>
    /// <exception cref="FormatException">A mark is opened and not closed, or closed and not opened.</exception>
    public static Markup Parse(string marked, bool withCaret = false)
    {
        var text = new StringBuilder(marked.Length);
        var open = new Stack<(string? Id, int Start)>();
        var spans = ImmutableArray.CreateBuilder<(string? Id, TextSpan Span)>();
        int? caret = null;
        for (int i = 0; i < marked.Length;)
        {
            if (At(marked, i, "[|"))
            {
                open.Push((null, text.Length));
                i += 2;
            }
            else if (At(marked, i, "{|") && IdAt(marked, i + 2) is { } id)
            {
                open.Push((id, text.Length));
                i += 3 + id.Length;
            }
            else if (At(marked, i, "|]") || (At(marked, i, "|}") && open.Count > 0))
            {
                bool named = marked[i + 1] == '}';
                if (open.Count == 0 || (open.Peek().Id is not null) != named)
                    throw new FormatException($"'{marked.Substring(i, 2)}' closes nothing at {i}: {Near(marked, i)}");
                (string? closed, int start) = open.Pop();
                spans.Add((closed, TextSpan.FromBounds(start, text.Length)));
                i += 2;
            }
            else if (withCaret && At(marked, i, "$$"))
            {
                if (caret is not null) throw new FormatException("more than one caret $$");
                caret = text.Length;
                i += 2;
            }
            else
            {
                text.Append(marked[i++]);
            }
        }

        if (open.Count > 0) throw new FormatException($"{open.Count} mark(s) are not closed: {Near(text.ToString(), open.Peek().Start)}");
        return new(text.ToString(), spans.OrderBy(span => span.Span.Start).ThenBy(span => span.Span.End).ToImmutableArray(), caret);
    }

    private static bool At(string text, int index, string token) =>
        string.CompareOrdinal(text, index, token, 0, token.Length) == 0;

    private static string? IdAt(string text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        return end > start && end < text.Length && text[end] == ':' ? text[start..end] : null;
    }

    private static string Near(string text, int index) =>
        text.Substring(Math.Max(0, index - 20), Math.Min(text.Length, index + 30) - Math.Max(0, index - 20));
}
