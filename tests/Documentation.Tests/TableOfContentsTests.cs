using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>docs/toc.yml, the table of contents of the site, has every page once, under its title.</summary>
public partial class TableOfContentsTests
{
    private static readonly string Docs = Path.Combine(Facts.RepositoryRoot, "docs");

    private static readonly (string Title, string Page)[] Entries = Entry().Matches(File.ReadAllText(Path.Combine(Docs, "toc.yml")))
        .Select(entry => (entry.Groups["title"].Value.Replace("''", "'", StringComparison.Ordinal), entry.Groups["page"].Value)).ToArray();

    [Fact]
    public void Every_page_is_in_it_once()
    {
        var pages = Directory.GetFiles(Docs, "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Docs, path).Replace('\\', '/'));
        Assert.Equal(pages.Order(StringComparer.Ordinal), Entries.Select(entry => entry.Page).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_entry_has_the_title_of_its_page() => Assert.Empty(Entries
        .Where(entry => entry.Title != Expected(entry.Page))
        .Select(entry => entry.Page + ": '" + Expected(entry.Page) + "' is '" + entry.Title + "'"));

    // The page of a rule or of a warning of a fit comes after its id.
    private static string Expected(string page)
    {
        string title = File.ReadLines(Path.Combine(Docs, page)).First(line => line.StartsWith("# ", StringComparison.Ordinal))[2..]
            .Replace("`", "", StringComparison.Ordinal);
        return page.Contains('/', StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(page) + ": " + title : title;
    }

    [GeneratedRegex(@"- name: '?(?<title>.*?)'?\r?\n +href: (?<page>\S+\.md)")]
    private static partial Regex Entry();
}
