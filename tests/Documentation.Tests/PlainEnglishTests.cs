using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>Texts that users see are plain English: no rule or law that talks, no word order of another
/// language.</summary>
public partial class PlainEnglishTests
{
    public static TheoryData<string> Projects { get; } =
        new(Directory.GetDirectories(Path.Combine(Facts.RepositoryRoot, "src")).Select(Path.GetFileName).Order()!);

    public static TheoryData<string> Pages { get; } = new(PagePaths().Select(path => Path.GetRelativePath(Facts.RepositoryRoot, path)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_texts_in_the_source_are_plain(string project) => Assert.Empty(Sources(project).SelectMany(file =>
        Literals(file).Where(text => Unwanted().IsMatch(text)).Select(text => Path.GetFileName(file) + ": " + text)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_pages_are_plain(string page) => Assert.DoesNotContain(
        Prose(File.ReadAllLines(Path.Combine(Facts.RepositoryRoot, page))), line => Unwanted().IsMatch(line));

    [Theory]
    [InlineData("the rule says which", true)]
    [InlineData("a parabola wants five runs", true)]
    [InlineData("'X' gets no verdict", true)]
    [InlineData("known are H100 and A100", true)]
    [InlineData("the chip has not this format", true)]
    [InlineData("rules that depend on it are silent", true)]
    [InlineData("the chip does not support this format; available: BF16", false)]
    public void A_text_is_recognised(string text, bool isUnwanted) => Assert.Equal(isUnwanted, Unwanted().IsMatch(text));

    private static IEnumerable<string> PagePaths() =>
        Directory.GetFiles(Path.Combine(Facts.RepositoryRoot, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Facts.RepositoryRoot, "*.md"))
            .Order();

    private static IEnumerable<string> Sources(string project) =>
        Directory.GetFiles(Path.Combine(Facts.RepositoryRoot, "src", project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static IEnumerable<string> Literals(string file) => CSharpSyntaxTree.ParseText(File.ReadAllText(file))
        .GetRoot()
        .DescendantTokens()
        .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)
            || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken) || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
        .Select(token => token.ValueText);

    // Code blocks are the reader's programs and the tool's output.
    private static IEnumerable<string> Prose(IEnumerable<string> lines)
    {
        bool isCode = false;
        foreach (string line in lines)
        {
            if (line.StartsWith("```", System.StringComparison.Ordinal)) isCode = !isCode;
            else if (!isCode) yield return line;
        }
    }

    [GeneratedRegex(
        @"\b(says|speaks?|hears?|wants|knows|thinks|believes)\b|\b(has|have) not\b|\bknown are\b|\bmust be said\b|\bverdicts?\b"
        + @"|\b(is|are) silent\b|\bruns? away\b|\btold apart\b|\bstands? (in|for|where)\b|\bis told\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unwanted();
}
