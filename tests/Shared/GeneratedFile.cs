using System;
using System.IO;

namespace ScalingAnalyzers.Tests;

/// <summary>A file, or a part of one, that derives from a table; UPDATE_DOCS=1 writes it.</summary>
internal static class GeneratedFile
{
    /// <summary>Compares a file of the repository with what it derives from.</summary>
    /// <param name="path">The path below the root of the repository.</param>
    /// <param name="wanted">What it must contain, from its present text.</param>
    public static void Is(string path, Func<string, string> wanted)
    {
        string full = Path.Combine(Facts.RepositoryRoot, path);
        string text = File.ReadAllText(full).Replace("\r\n", "\n", StringComparison.Ordinal);
        string expected = wanted(text).Replace("\r\n", "\n", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1" && text != expected) File.WriteAllText(full, text = expected);
        Assert.Equal(expected, text);
    }

    /// <summary>Replaces the table with this head line in a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="head">The head line, "| id | rule |".</param>
    /// <param name="rows">The lines of the rows.</param>
    /// <returns>The page with these rows.</returns>
    public static string WithTable(string page, string head, string rows)
    {
        int start = page.IndexOf(head + "\n", StringComparison.Ordinal);
        Assert.True(start >= 0, "There is no table '" + head + "'");
        start = page.IndexOf('\n', start + head.Length + 1) + 1; // after the line of dashes
        int end = page.IndexOf("\n\n", start - 1, StringComparison.Ordinal);
        return page[..start] + rows + (end < 0 ? "" : page[(end + 1)..]);
    }
}
