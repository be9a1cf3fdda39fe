using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ScalingAnalyzers.Testing;

/// <summary>How failures read.</summary>
internal static class Report
{
    /// <summary>One line a diagnostic: place, id, message, and the line with the span marked.</summary>
    public static string Lines(IEnumerable<Diagnostic> diagnostics) => string.Join("\n", diagnostics.Select(Line));

    /// <summary>A diagnostic in one line.</summary>
    public static string Line(Diagnostic diagnostic)
    {
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        Location location = diagnostic.Location;
        if (location.SourceTree is { } tree)
            return $"  {diagnostic.Id} {Place(tree.FilePath, tree.GetText(), location.SourceSpan)}\n      \"{message}\"";
        FileLinePositionSpan lines = location.GetLineSpan();
        return $"  {diagnostic.Id} "
            + $"{(lines.Path is { Length: > 0 } path ? $"{NameOf(path)}{lines.Span}" : "(no location)")}\n      \"{message}\"";
    }

    /// <summary>A span as text: file, line and column, and the line's text with the span marked.</summary>
    public static string Place(string path, SourceText text, TextSpan span)
    {
        TextLine line = text.Lines.GetLineFromPosition(span.Start);
        string content = text.ToString(line.Span);
        int start = span.Start - line.Start;
        int end = Math.Min(span.End - line.Start, content.Length);
        string marked = content.Insert(Math.Max(start, end), "|]").Insert(start, "[|").Trim();
        return $"{NameOf(path)}({line.LineNumber + 1},{start + 1}): {marked}";
    }

    /// <summary>The path a diagnostic points to, or nothing.</summary>
    public static string PathOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.FilePath ?? diagnostic.Location.GetLineSpan().Path ?? "";

    /// <summary>A path as tests name it: inside the main project by the file alone.</summary>
    public static string NameOf(string path)
    {
        string main = "/" + Code.MainProject + "/";
        return path.StartsWith(main, StringComparison.Ordinal) ? path.Substring(main.Length) : path.TrimStart('/');
    }

    /// <summary>Where two texts first differ, with both lines.</summary>
    public static string FirstDifference(string expected, string actual)
    {
        string[] expectedLines = expected.Split('\n');
        string[] actualLines = actual.Split('\n');
        int line = 0;
        while (line < expectedLines.Length && line < actualLines.Length && expectedLines[line] == actualLines[line]) line++;
        return "first difference in line "
            + $"{line + 1}\n  expected: {LineOrEnd(expectedLines, line)}\n  actual:   {LineOrEnd(actualLines, line)}";
    }

    private static string LineOrEnd(string[] lines, int index) =>
        index < lines.Length
            ? lines[index].Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
            : "(end of text)";
}
