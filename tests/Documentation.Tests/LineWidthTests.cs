using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>The wrap rule of .editorconfig: code has at most 140 columns, comments and prose at most 120.</summary>
public class LineWidthTests
{
    private const int Code = 140;
    private const int Prose = 120;

    // Pages that tests generate: their sentences contain numbers of any length.
    private static readonly string[] Generated =
    [
        "docs/laws.md", "docs/accelerators.md", "docs/thresholds.md", "docs/constants.md", "samples/PlanningABudget/README.md",
        "src/Analyzers/AnalyzerReleases.Unshipped.md",
    ];

    public static TheoryData<string> Folders { get; } = new("", "docs", "samples", "src", "tests", "benchmarks");

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_line_is_wider_than_the_wrap_rule(string folder) => Assert.Empty(Files(folder).SelectMany(TooWide));

    [Theory]
    [InlineData("int x = 1;", 0)]
    [InlineData("// {140}", 1)]
    [InlineData("x = {140};", 1)]
    [InlineData("x = {120};", 0)]
    [InlineData("// https://example.org/{140}", 0)]
    public void A_line_of_code_is_measured_by_its_kind(string line, int expected) =>
        Assert.Equal(expected, TooWideCode("A.cs", [Filled(line)]).Count());

    [Theory]
    [InlineData("{120} prose", 1)]
    [InlineData("| {140} | cell |", 0)]
    [InlineData("    {140}", 0)]
    [InlineData("[text](https://example.org/{140})", 0)]
    [InlineData("![{120} picture](docs/images/warning.svg)", 0)]
    public void A_line_of_Markdown_is_measured_by_its_kind(string line, int expected) =>
        Assert.Equal(expected, TooWideProse("A.md", [Filled(line)]).Count());

    [Fact]
    public void A_code_block_of_Markdown_is_exempt() =>
        Assert.Empty(TooWideProse("A.md", ["```text", Filled("{140}"), "```"]));

    // Widens a row of the tables above: {n} becomes n letters.
    private static string Filled(string line) => line
        .Replace("{140}", new string('a', 140), StringComparison.Ordinal)
        .Replace("{120}", new string('a', 120), StringComparison.Ordinal);

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(
            Path.Combine(Facts.RepositoryRoot, folder),
            "*",
            folder.Length == 0 ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Facts.RepositoryRoot, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> TooWide(string path)
    {
        if (Generated.Contains(path) || path.EndsWith(".verified.cs", StringComparison.Ordinal)) return [];
        string[] Lines() => File.ReadAllLines(Path.Combine(Facts.RepositoryRoot, path));
        return Path.GetExtension(path) switch
        {
            ".cs" => TooWideCode(path, Lines()),
            ".md" => TooWideProse(path, Lines()),
            _ => [],
        };
    }

    private static IEnumerable<string> TooWideCode(string path, string[] lines) => lines
        .Select((line, index) => (Line: line, Place: $"{path}({index + 1})"))
        .Where(row => row.Line.Length > (row.Line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? Prose : Code))
        .Where(row => !HasAddress(row.Line) && !IsTableRow(row.Line))
        .Select(row => row.Place);

    private static IEnumerable<string> TooWideProse(string path, string[] lines)
    {
        bool block = false;
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal)) block = !block;
            else if (!block && lines[i].Length > Prose && !IsExempt(lines[i])) yield return $"{path}({i + 1})";
        }
    }

    private static bool IsExempt(string line) =>
        line.StartsWith('|') || line.StartsWith("![", StringComparison.Ordinal) || line.StartsWith("    ", StringComparison.Ordinal)
            || HasAddress(line);

    // A row of a Markdown table, inside a raw string, cannot be wrapped.
    private static bool IsTableRow(string line) => line.TrimStart().StartsWith('|') && line.TrimEnd().EndsWith('|');

    // An address cannot be wrapped.
    private static bool HasAddress(string line) => line.Contains("https://", StringComparison.Ordinal);
}
