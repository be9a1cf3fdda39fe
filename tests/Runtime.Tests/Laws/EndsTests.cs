using System;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

public sealed class EndsTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(1_000)]
    public void The_ends_give_the_percentiles_of_all_values(int count)
    {
        var random = new Random(count);
        double[] values = Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5).ToArray();
        var ends = new Ends(count, 0.025);
        foreach (double value in values) ends.Add(value);
        double[] sorted = [.. values.Order()];
        var band = ends.Between();
        Assert.Equal(Percentile(sorted, 0.025), band.Low, 15);
        Assert.Equal(Percentile(sorted, 0.975), band.High, 15);
    }

    private static double Percentile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
