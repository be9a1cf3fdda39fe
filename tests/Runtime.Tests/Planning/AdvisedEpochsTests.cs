using System;
using System.Linq;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.Tests;

/// <summary>No rule advises as many epochs as SCALE201 warns of.</summary>
public class AdvisedEpochsTests
{
    // Muennighoff et al. 2023: worth training up to about 16 epochs, almost nothing left at 40.
    [Theory]
    [InlineData(2_650_000_000, 50_300_000_000, 1_000_000_000, "98 epochs; not recommended, as beyond about 40 repeats add almost nothing")]
    [InlineData(5_000_000_000, 30_000_000_000, 3_000_000_000, "epochs; not recommended (SCALE201)")]
    [InlineData(5_000_000_000, 30_000_000_000, 15_000_000_000, " epochs)")]
    public void An_optimum_names_its_epochs_and_whether_they_are_advised(long parameters, long tokens, long unique, string named)
    {
        var finding = Of(parameters, tokens, unique).Check().Single(found => found.Rule.Id == "SCALE001");

        Assert.Contains(named, finding.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2_650_000_000, 50_300_000_000, 1_000_000_000)]
    [InlineData(5_000_000_000, 30_000_000_000, 3_000_000_000)]
    [InlineData(5_000_000_000, 30_000_000_000, 15_000_000_000)]
    [InlineData(1_000_000_000, 400_000_000_000, 10_000_000_000)]
    public void No_fix_of_the_balance_trains_more_epochs_than_SCALE201_accepts(long parameters, long tokens, long unique)
    {
        var fixes = Of(parameters, tokens, unique).Check().Where(found => found.Rule.Id is "SCALE001" or "SCALE002" or "SCALE004")
            .SelectMany(found => found.Fixes);
        foreach (var edit in fixes.SelectMany(fix => fix.Edits).Where(edit => edit.Member.EndsWith("Tokens", StringComparison.Ordinal)))
            Assert.InRange(edit.Value / unique, 0, 16);
    }

    // The control: with data enough both fixes of SCALE001 that move tokens are there.
    [Fact]
    public void With_data_enough_the_fixes_are_offered()
    {
        var fixes = Of(2_650_000_000, 10_000_000_000, 1_000_000_000_000).Check().Single(found => found.Rule.Id == "SCALE001").Fixes;

        Assert.Equal([FixKind.SameCompute, FixKind.ScaleTokens, FixKind.ScaleParameters], fixes.Select(fix => fix.Kind));
        Assert.Equal(2, fixes.Count(fix => fix.Edits.Any(edit => edit.Member.EndsWith("Tokens", StringComparison.Ordinal))));
    }

    // 50 epochs already: only SCALE201's own fix is left.
    [Fact]
    public void A_run_of_too_many_epochs_is_offered_fewer_of_them_and_nothing_else()
    {
        var fixes = Of(2_650_000_000, 50_300_000_000, 1_000_000_000).Check().SelectMany(found => found.Fixes);

        Assert.Equal([FixKind.LimitEpochs], fixes.Select(fix => fix.Kind));
    }

    private static ConfigRun Of(long parameters, long tokens, long unique) =>
        ConfigRun.Of(new TrainingRun { Parameters = parameters, TrainingTokens = tokens, UniqueTokens = unique });
}
