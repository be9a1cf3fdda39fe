using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.CodeFixes;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>The pages of docs/rules and the table of docs/rules.md against the one table of descriptors.</summary>
public class RulePageTests
{
    public static TheoryData<string> Ids { get; } = new(RuleTable.All.Select(rule => rule.Id));

    [Fact]
    public void Each_rule_has_a_page_and_each_page_a_rule()
    {
        IEnumerable<string> pages = Directory.GetFiles(Path.Combine(Facts.RepositoryRoot, "docs", "rules"), "*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);
        Assert.Equal(RuleTable.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), pages);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_help_link_ends_with_the_page(string id) =>
        Assert.EndsWith("/docs/rules/" + id + ".md", Find(id).HelpLinkUri, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_begins_with_the_content_of_the_descriptor(string id)
    {
        DiagnosticDescriptor rule = Find(id);
        MarkdownPage page = Page(id);
        Assert.Equal(rule.Title.ToString(), page.Title);
        IReadOnlyList<string[]> header = page.Table("id", id);
        Assert.Equal(["category", rule.Category], header[0]);
        Assert.Equal(["severity", Severity(rule)], header[1]);
        Assert.Equal("fixes", header[2][0]);
        Assert.Equal(3, header.Count);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_page_names_the_fixes_that_are_offered(string id)
    {
        // Each example may show another case of the rule, with another fix.
        var offered = new List<string>();
        if (new ScalingFixes().FixableDiagnosticIds.Contains(id))
        {
            foreach (CodeBlock example in Page(id).Examples().Where(block => block.Rules.Contains(id)))
                offered.AddRange((await ExampleCode.Of(example).Only(id).Offers()).Select(offer => offer.Key!));
        }

        Assert.Equal(offered.Distinct().DefaultIfEmpty("none"), Page(id).Table("id", id)[2][1].Split(',', StringSplitOptions.TrimEntries));
    }

    [Fact]
    public void The_page_of_rules_has_the_table_of_rules() => GeneratedFile.Is("docs/rules.md", page => GeneratedFile.WithTable(
        page,
        "| id | rule | default | fixes |",
        string.Concat(RuleTable.All.Select(rule =>
            $"| [{rule.Id}](rules/{rule.Page}) | {rule.Title} | {Severity(Find(rule.Id))} | {Fixes(rule)} |\n"))));

    private static string Fixes(Rule rule) =>
        rule.Fixes.Count == 0 ? "none" : string.Join(", ", rule.Fixes.Select(fix => "`" + fix.Key + "`").Distinct());

    private static DiagnosticDescriptor Find(string id) => Rules.All.First(rule => rule.Id == id);

    private static MarkdownPage Page(string id) => MarkdownPage.Of("docs/rules/" + id + ".md");

    private static string Severity(DiagnosticDescriptor rule) => !rule.IsEnabledByDefault ? "off" : rule.DefaultSeverity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "info",
        _ => "hidden",
    };
}
