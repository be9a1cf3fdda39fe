using System;
using System.Globalization;
using System.Text.Json;

namespace ScalingAnalyzers.Tests;

public class LawFileTests
{
    [Fact]
    public void A_fitted_surface_is_written_with_all_that_a_law_file_holds()
    {
        var fit = ChinchillaRuns.Load().Fit(new() { LawId = "our-2026" });
        var root = JsonDocument.Parse(LawFile.Write(fit)).RootElement;
        Assert.Equal("our-2026", root.GetProperty("id").GetString());
        Assert.Equal("chinchilla", root.GetProperty("form").GetString());
        Assert.Equal(fit.Law.Irreducible, root.GetProperty("coefficients").GetProperty("E").GetDouble());
        Assert.Equal(fit.Law.Tokens.Exponent, root.GetProperty("coefficients").GetProperty("beta").GetDouble());
        Assert.Equal("nats per token", root.GetProperty("units").GetProperty("loss").GetString());
        Assert.Equal(2, root.GetProperty("fittedRange").GetProperty("parameters").GetArrayLength());
        Assert.Equal(fit.Covariance()[3, 4], root.GetProperty("covariance").GetProperty("values")[3][4].GetDouble());
        Assert.True(root.GetProperty("fit").GetProperty("certified").GetBoolean());
    }

    [Fact]
    public void A_law_file_is_the_same_in_every_culture()
    {
        var fit = ChinchillaRuns.Load().Fit();
        string here = LawFile.Write(fit);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(here, LawFile.Write(fit));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.DoesNotContain('\r', here);
    }

    [Fact]
    public void A_fitted_allocation_is_written_with_its_scale_and_exponent()
    {
        var root = JsonDocument.Parse(LawFile.Write(new PowerAllocationLaw("ours") { Scale = 0.1, Exponent = 0.5 })).RootElement;
        Assert.Equal(0.1, root.GetProperty("coefficients").GetProperty("scale").GetDouble());
        Assert.Equal(0.5, root.GetProperty("coefficients").GetProperty("exponent").GetDouble());
    }

    [Fact]
    public void A_fit_of_240_runs_allocates_a_bounded_amount()
    {
        var runs = ChinchillaRuns.Load();
        runs.Fit();
        long before = GC.GetAllocatedBytesForCurrentThread();
        runs.Fit();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 200_000);
    }
}
