using System;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

/// <summary>The surfaces of McLeish et al. 2025 against the runs they were fitted on.</summary>
public class GemstonesLawTests
{
    // The authors' repository prints the logarithms and the sum of Huber's function (corner 1e-3, of the logarithms).
    [Theory]
    [InlineData("mcleish-2025-constant-rate", "gemstones-constant-rate.csv", 0.0065925344)]
    [InlineData("mcleish-2025-cooled", "gemstones-cooled.csv", 0.0019640865)]
    public void The_published_sum_is_that_of_the_law(string id, string table, double sum)
    {
        var law = (ILossLaw)LawCatalog.Get(id);
        double found = Facts.Csv(table).Sum(row =>
        {
            double off = Math.Abs(Math.Log(law.Loss(Number(row["parameters"]), Number(row["tokens"])) / Number(row["loss"])));
            return off <= 1e-3 ? off * off / 2 : 1e-3 * (off - 5e-4);
        });
        Assert.Equal(sum, found, 5e-11);
    }

    // beta / (alpha + beta) = 0.697 of the constant rate, 0.659 of the cooled runs.
    [Theory]
    [InlineData("mcleish-2025-constant-rate", 0.6974)]
    [InlineData("mcleish-2025-cooled", 0.6590)]
    public void The_optimum_grows_with_the_exponent_of_the_surface(string id, double exponent)
    {
        var law = (IAllocationLaw)LawCatalog.Get(id);
        Assert.Equal(exponent, Math.Log10(law.Allocate(1e22).Parameters / law.Allocate(1e21).Parameters), 4);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
