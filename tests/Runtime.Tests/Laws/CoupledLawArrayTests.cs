using System;
using System.Linq;

namespace ScalingAnalyzers.Tests;

/// <summary>The vector kernels of the coupled surface; only net8.0 and later have them.</summary>
public class CoupledLawArrayTests
{
    [Fact]
    public void Arrays_agree_with_single_runs_and_bad_runs_do_not_throw()
    {
        double[] n = [.. Enumerable.Range(0, 37).Select(i => 1e7 * Math.Pow(1.4, i)), 0, -1, double.NaN];
        double[] d = [.. Enumerable.Range(0, 37).Select(i => 1e9 * Math.Pow(1.3, i)), 1e9, 1e9, 1e9];
        double[] losses = new double[n.Length], grid = new double[37 * 2];

        CoupledLawTests.Published.Loss(n, d, losses);
        CoupledLawTests.Published.LossGrid(n.AsSpan(0, 37), d.AsSpan(0, 2), grid);

        for (int i = 0; i < 37; i++)
        {
            Assert.Equal(CoupledLawTests.Published.Loss(n[i], d[i]), losses[i], 4e-15 * losses[i]);
            Assert.Equal(CoupledLawTests.Published.Loss(n[i], d[1]), grid[(2 * i) + 1], 4e-15 * losses[i]);
        }

        Assert.Equal([double.PositiveInfinity, double.NaN, double.NaN], losses[37..]);
    }
}
