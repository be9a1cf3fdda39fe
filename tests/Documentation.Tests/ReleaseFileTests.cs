using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>The release files of the analyzers against the table of rules: descriptors made from a table are invisible
/// to release tracking.</summary>
public class ReleaseFileTests
{
    [Fact]
    public void The_release_files_list_every_rule_with_its_category_and_severity()
    {
        var rows = new[] { "Shipped", "Unshipped" }
            .SelectMany(
                file => File.ReadAllLines(Path.Combine(Facts.RepositoryRoot, "src", "Analyzers", "AnalyzerReleases." + file + ".md")))
            .Select(line => Regex.Match(line, @"^(SCALE\d+)\s*\|\s*([\w.]+)\s*\|\s*(\w+)"))
            .Where(match => match.Success)
            .Select(match => string.Join(" ", match.Groups.Values.Skip(1)))
            .Order(StringComparer.Ordinal);
        var rules = RuleTable.All.Select(
            rule => rule.Id + " " + rule.Category + " " + (rule.IsEnabledByDefault ? rule.Severity.ToString() : "Disabled"));
        Assert.Equal(rules.Order(StringComparer.Ordinal), rows);
    }
}
