using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>
/// The release files of the analyzers against the table of rules: descriptors made from a table are invisible to
/// release tracking. A rule is unshipped until the file of shipped rules lists it.
/// </summary>
public class ReleaseFileTests
{
    [Fact]
    public void The_rules_that_are_not_shipped_are_listed_with_category_and_severity() =>
        GeneratedFile.Is("src/Analyzers/AnalyzerReleases.Unshipped.md", file => GeneratedFile.WithTable(
            file,
            "Rule ID | Category | Severity | Notes",
            string.Concat(RuleTable.All
                .Where(rule => !Rows("Shipped").Contains(Row(rule)))
                .Select(rule => Row(rule) + " | " + rule.Title + "\n"))));

    [Fact]
    public void A_shipped_rule_is_still_in_the_table_of_rules() =>
        Assert.Subset(RuleTable.All.Select(Row).ToHashSet(), Rows("Shipped").ToHashSet());

    private static string Row(Rule rule) =>
        rule.Id + " | " + rule.Category + " | " + (rule.IsEnabledByDefault ? rule.Severity.ToString() : "Disabled");

    private static string[] Rows(string file) =>
        File.ReadAllLines(Path.Combine(Facts.RepositoryRoot, "src", "Analyzers", "AnalyzerReleases." + file + ".md"))
            .Select(line => Regex.Match(line, @"^(SCALE\d+)\s*\|\s*([\w.]+)\s*\|\s*(\w+)"))
            .Where(match => match.Success)
            .Select(match => string.Join(" | ", match.Groups.Values.Skip(1)))
            .ToArray();
}
