using System;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Fitting;

namespace ScalingAnalyzers.Tests;

/// <summary>Each kind of warning is a rule with a page.</summary>
public class FitRulesTests
{
    public static TheoryData<FitWarningKind> Kinds { get; } = new(Enum.GetValues<FitWarningKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_of_warning_has_a_rule_and_its_page(FitWarningKind kind)
    {
        var rule = FitRules.Get(kind);
        string page = File.ReadAllText(Path.Combine(Facts.RepositoryRoot, "docs", "fits", rule.Page));

        Assert.Equal(kind.ToString(), rule.Name);
        Assert.Equal("ScalingAnalyzers.Fitting", rule.Category);
        Assert.StartsWith(
            $"# {rule.Id}: {rule.Title}\n\n`FitWarningKind.{kind}`.\n", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_is_a_finding_with_braces_kept()
    {
        var warning = new FitWarning(FitWarningKind.FewRatios, "{0} of {run}");

        Assert.Equal("FIT011: {0} of {run}", warning.ToString());
        Assert.Equal("{0} of {run}", warning.Finding.Message);
        Assert.Equal(FindingSeverity.Warning, warning.Finding.Severity);
    }

    [Fact]
    public void A_rule_of_the_table_writes_its_own_sentences() =>
        Assert.Throws<ArgumentException>(() => Finding.Create(RuleTable.All.First(rule => rule.Id == "SCALE001"), "X", "text"));
}
