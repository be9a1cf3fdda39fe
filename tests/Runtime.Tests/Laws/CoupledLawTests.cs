using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

/// <summary>L = E + (A/N^alpha + B/D^beta)^k.</summary>
public class CoupledLawTests
{
    // Busbridge et al. 2025, table 6: the one published law of this form with all coefficients.
    internal static readonly CoupledLaw Published = new("busbridge-as-coupled")
    {
        Level = 1.220,
        Parameters = new(3355, 0.408),
        Tokens = new(18186, 0.431),
        Coupling = 0.452,
        Source = new("Busbridge et al.", 2025, "Distillation Scaling Laws", "2502.08606", "table 6"),
    };

    public static TheoryData<double, double> Runs => new() { { 1.43e8, 2e9 }, { 1e9, 2e10 }, { 7e9, 5.12e11 }, { 1.26e10, 1e10 } };

    [Theory]
    [MemberData(nameof(Runs))]
    public void It_gives_the_losses_of_the_published_law_of_its_form(double parameters, double tokens) =>
        Assert.Equal(BusbridgeLaw.Published.Loss(parameters, tokens), Published.Loss(parameters, tokens), 1e-14);

    [Theory]
    [InlineData(1e19)]
    [InlineData(1e21)]
    [InlineData(1e24)]
    public void The_optimum_is_the_lowest_loss_of_its_compute(double flops)
    {
        var best = Published.Allocate(flops);

        Assert.Equal(flops, 6 * best.Parameters * best.Tokens, 1e-9 * flops);
        Assert.All(new[] { 0.9, 0.99, 1.01, 1.1 }, factor =>
            Assert.True(Published.Loss(best.Parameters * factor, best.Tokens / factor) > Published.OptimalLoss(flops)));
        Assert.Equal(flops, Published.TrainingFlopsFor(Published.OptimalLoss(flops)), 1e-9 * flops);
        Assert.Equal(best.Tokens, Published.TokensFor(best.Parameters), 1e-9 * best.Tokens);
        Assert.Equal(best.Parameters, Published.ParametersFor(best.Tokens), 1e-9 * best.Parameters);
    }

    [Fact]
    public void No_compute_reaches_the_level() => Assert.Equal(double.PositiveInfinity, Published.TrainingFlopsFor(1.22));

    [Fact]
    public void Without_coupling_it_is_Chinchillas_form()
    {
        var plain = (ChinchillaLaw)LawCatalog.Default;
        var law = new CoupledLaw("plain") { Level = plain.Irreducible, Parameters = plain.Parameters, Tokens = plain.Tokens };

        Assert.Equal(plain.Loss(7e10, 1.4e12), law.Loss(7e10, 1.4e12), 1e-15);
        Assert.Equal(plain.Allocate(1e23), law.Allocate(1e23));
    }

    [Fact]
    public void Limiting_slopes_are_those_of_the_reducible_loss()
    {
        // Data without end leave (A/N^alpha)^k, a power of N with the slope k alpha.
        double slope = Math.Log((Published.Loss(1e9, 1e40) - 1.22) / (Published.Loss(1e10, 1e40) - 1.22)) / Math.Log(10);

        Assert.Equal(0.452 * 0.408, Published.LimitingParametersSlope, 1e-15);
        Assert.Equal(slope, Published.LimitingParametersSlope, 1e-9);
        Assert.Equal(0.452 * 0.431, Published.LimitingTokensSlope, 1e-15);
    }

    [Fact]
    public void A_law_file_holds_it()
    {
        var read = Assert.IsType<CoupledLaw>(LawFile.Parse(LawFile.Write(Published)).Law);

        Assert.Equal(Published.Loss(3e9, 7e10), read.Loss(3e9, 7e10));
        Assert.Equal(Published.Coefficients, read.Coefficients);
    }

    // In bits of millions and billions: E + (A/(N/1e6)^alpha + B/(D/1e9)^beta)^k bits are ln 2 times as many nats.
    [Fact]
    public void The_units_of_a_law_file_are_converted()
    {
        var file = LawFile.Parse("""
            { "id": "ours-1", "form": "coupled", "source": { "authors": "x", "year": 2026 },
              "units": { "parameters": "millions", "tokens": "billions", "loss": "bits" },
              "coefficients": { "E": 1.5, "A": 9.0, "alpha": 1.2, "B": 7.0, "beta": 1.6, "k": 0.25 } }
            """);
        double bits = 1.5 + Math.Pow((9.0 / Math.Pow(7000, 1.2)) + (7.0 / Math.Pow(140, 1.6)), 0.25);

        Assert.Empty(file.Problems);
        Assert.Equal(bits * Math.Log(2), ((CoupledLaw)file.Law!).Loss(7e9, 140e9), 1e-12);
    }

    [Theory]
    [InlineData("", "The form coupled needs the coefficient k.")]
    [InlineData(", \"k\": 0", "k is the outer power, from 0.01 to 10 (L = E + (A/N^alpha + B/D^beta)^k).")]
    public void A_law_file_without_a_coupling_is_refused(string coupling, string problem)
    {
        var file = LawFile.Parse("{ \"id\": \"ours-1\", \"form\": \"coupled\", \"source\": { \"authors\": \"x\", \"year\": 2026 }, "
            + "\"coefficients\": { \"E\": 1.5, \"A\": 9.0, \"alpha\": 1.2, \"B\": 7.0, \"beta\": 1.6" + coupling + " } }");

        Assert.Null(file.Law);
        Assert.Equal(problem, Assert.Single(file.Problems).Message);
    }

    [Fact]
    public void Planners_take_it_as_they_take_the_published_one()
    {
        var ours = ScalingAnalyzers.Planning.InferencePlan.ForLoss(2.2, 1e13, Published);
        var theirs = ScalingAnalyzers.Planning.InferencePlan.ForLoss(2.2, 1e13, BusbridgeLaw.Published);

        Assert.Equal(theirs.Parameters, ours.Parameters, 1e-9 * theirs.Parameters);
        Assert.Equal(theirs.Tokens, ours.Tokens, 1e-9 * theirs.Tokens);
    }
}
