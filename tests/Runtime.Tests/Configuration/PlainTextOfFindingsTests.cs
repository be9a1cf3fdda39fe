using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Tests;

/// <summary>How findings compare counts: differences that can be read, and one finding for one mistake.</summary>
public class PlainTextOfFindingsTests
{
    private const long Batch = 1_000_000;

    // A typing error of three orders: "100% less" would hide it.
    [Theory]
    [InlineData(140_000_000_000, 105_000_000, "1/1,333 of them")]
    [InlineData(105_000_000, 140_000_000_000, "1,333 times as many")]
    [InlineData(300_000_000_000, 150_000_000_000, "50% less")]
    public void Tokens_that_disagree_are_compared_as_people_compare_them(long declared, long product, string difference)
    {
        var finding = Of(declared, product).Single(found => found.Rule.Id == "SCALE304");

        Assert.Contains("(" + difference + ")", finding.ToString(), StringComparison.Ordinal);
    }

    // Tokens = 300 is one mistake: SCALE907 names it, and its fix writes the count.
    [Fact]
    public void A_suspicious_count_is_not_compared_with_the_steps() =>
        Assert.Equal(["SCALE907"], Of(300, 105_000_000).Select(found => found.Rule.Id).Where(id => id is "SCALE304" or "SCALE907"));

    private static IReadOnlyList<Finding> Of(long tokens, long product) =>
        Of(("Tokens", tokens), ("MaxSteps", product / Batch), ("TokensPerBatch", Batch));

    private static IReadOnlyList<Finding> Of(params (string Name, object Value)[] members)
    {
        var values = new ConfigValues();
        foreach (var (name, value) in members)
            values.AddEqual(new ConfigValue(RoleTable.Of(name).Role, name, value, 1, ConfigValue.NoSource));
        return ConfigRun.Of("Run", CheckedConfig.Of(values), new CheckOptions()).Check();
    }
}
