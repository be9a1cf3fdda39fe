using System;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace Runtime.Tests.Laws;

/// <summary>Properties of every law, on seeded random runs over the whole domain: N in 1..1e16, D in 1..1e18.</summary>
public class LawPropertyTests
{
    private const int Runs = 200;

    public static TheoryData<string> LossLaws => Ids(law => law is ILossLaw);

    public static TheoryData<string> AllocationLaws => Ids(law => law is IAllocationLaw);

    public static TheoryData<string> Frontiers => Ids(law => law is ILossFrontier);

    [Theory]
    [MemberData(nameof(LossLaws))]
    public void Loss_is_a_number_that_falls_in_parameters_and_tokens(string id)
    {
        var law = (ILossLaw)LawCatalog.Get(id);
        var random = new Random(20221);
        for (int i = 0; i < Runs; i++)
        {
            double n = LogUniform(random, 1, 1e16);
            double d = LogUniform(random, 1, 1e18);
            double loss = law.Loss(n, d);
            Assert.True(loss > 0 && double.IsFinite(loss), $"{id} at {n}, {d}: {loss}");
            Assert.True(law.Loss(n * 2, d) <= loss && law.Loss(n, d * 2) <= loss && law.Loss(n * 2, d * 2) < loss, $"{id} at {n}, {d}");
        }
    }

    [Theory]
    [MemberData(nameof(AllocationLaws))]
    public void Allocation_spends_the_compute_and_turns_back(string id)
    {
        var law = (IAllocationLaw)LawCatalog.Get(id);
        var random = new Random(2001);
        for (int i = 0; i < Runs; i++)
        {
            double flops = LogUniform(random, 6, 6e34);
            var run = law.Allocate(flops);
            Close(flops, run.TrainingFlops, 1e-14);
            Close(run.Tokens, law.TokensFor(run.Parameters), 1e-11);
            Close(run.Parameters, law.ParametersFor(run.Tokens), 1e-11);
            var larger = law.Allocate(flops * 3);
            Assert.True(larger.Parameters > run.Parameters && larger.Tokens > run.Tokens);
        }
    }

    [Theory]
    [MemberData(nameof(AllocationLaws))]
    public void Tokens_and_parameters_of_each_other_are_finite_everywhere(string id)
    {
        var law = (IAllocationLaw)LawCatalog.Get(id);
        foreach (double n in new[] { 1, 1e3, 1e9, 1e12, 1e16 }) Assert.True(law.TokensFor(n) is > 0 and < double.PositiveInfinity, id);
        foreach (double d in new[] { 1, 1e3, 1e9, 1e12, 1e18 }) Assert.True(law.ParametersFor(d) is > 0 and < double.PositiveInfinity, id);
    }

    [Theory]
    [MemberData(nameof(Frontiers))]
    public void The_optimum_beats_its_neighbours_and_its_loss_leads_back_to_its_compute(string id)
    {
        var law = (ILossFrontier)LawCatalog.Get(id);
        var random = new Random(24041);
        for (int i = 0; i < Runs; i++)
        {
            double flops = LogUniform(random, 1e14, 1e26);
            var run = law.Allocate(flops);
            double loss = law.Loss(run.Parameters, run.Tokens);
            Close(loss, law.OptimalLoss(flops), 1e-14);
            foreach (double step in new[] { 0.5, 0.99, 1.01, 2 })
            {
                Assert.True(law.Loss(run.Parameters * step, run.Tokens / step) > loss, $"{id} at {flops} by {step}");
            }

            Close(flops, law.TrainingFlopsFor(loss), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(LossLaws))]
    public void An_isoloss_curve_leads_back_to_its_runs(string id)
    {
        var law = (ILossLaw)LawCatalog.Get(id);
        var random = new Random(31);
        for (int i = 0; i < 40; i++)
        {
            double n = LogUniform(random, 1e6, 1e12);
            double d = LogUniform(random, 1e8, 1e14);
            double loss = law.Loss(n, d);

            // One unit in the last place of the loss moves the root by eps * L / (reducible part * exponent).
            Close(n, Isoloss.ParametersFor(law, loss, d), 1e-9);
            Close(d, Isoloss.TokensFor(law, loss, n), 1e-9);
        }
    }

    [Fact]
    public void Repeated_tokens_have_less_value_but_never_none()
    {
        var law = MuennighoffLaw.C4;
        var random = new Random(23051);
        for (int i = 0; i < Runs; i++)
        {
            double unique = LogUniform(random, 1e6, 1e14);
            double tokens = unique * LogUniform(random, 1, 100);
            double n = LogUniform(random, 1e6, 1e13);
            Assert.True(law.EffectiveTokens(tokens, unique) <= tokens * (1 + 1e-12));
            Assert.True(law.EffectiveParameters(n, tokens, unique) <= n * (1 + 1e-12));
            Assert.True(law.Loss(n, tokens, unique) >= law.Loss(n, tokens) - 1e-12);
            Assert.True(law.Loss(n, tokens * 1.5, unique) <= law.Loss(n, tokens, unique));
            Assert.True(law.Loss(n, tokens, unique * 2) <= law.Loss(n, tokens, unique) + 1e-12);
            Assert.True(double.IsFinite(law.Loss(LogUniform(random, 1, 1e16), LogUniform(random, 1, 1e18), LogUniform(random, 1, 1e18))));
        }
    }

    [Fact]
    public void The_optimum_on_repeated_data_beats_every_other_split_of_the_compute()
    {
        var law = MuennighoffLaw.C4;
        var random = new Random(16264);
        for (int i = 0; i < Runs; i++)
        {
            double flops = LogUniform(random, 1e14, 1e26);
            double unique = law.Allocate(flops).Tokens * LogUniform(random, 1e-3, 10);
            var best = law.Allocate(flops, unique);
            double loss = law.Loss(best.Parameters, best.Tokens, unique);
            Close(flops, best.TrainingFlops, 1e-14);
            foreach (double step in new[] { 1e-3, 0.01, 0.1, 0.5, 0.8, 0.95, 0.99, 1.01, 1.05, 1.25, 2, 10, 100, 1e3 })
            {
                double other = law.Loss(best.Parameters / step, best.Tokens * step, unique);
                Assert.True(other >= loss * (1 - 1e-15), $"C {flops}, U {unique}: {step} gives {other}, below {loss}");
            }
        }
    }

    [Fact]
    public void Size_and_tokens_on_repeated_data_lead_to_each_other()
    {
        var law = MuennighoffLaw.C4;
        var random = new Random(5264);
        for (int i = 0; i < Runs; i++)
        {
            double flops = LogUniform(random, 1e14, 1e26);
            double unique = law.Allocate(flops).Tokens * LogUniform(random, 1e-2, 10);
            var best = law.Allocate(flops, unique);
            Close(best.Tokens, law.TokensFor(best.Parameters, unique), 1e-9);
            Close(best.Parameters, law.ParametersFor(best.Tokens, unique), 1e-9);
        }

        // Far beyond all use of the unique tokens the results stay finite.
        Assert.True(law.TokensFor(1e16, 1) is > 1 and < double.PositiveInfinity);
        Assert.True(law.ParametersFor(1e18, 1) is > 0 and < double.PositiveInfinity);
        Assert.True(law.Allocate(6e34, 1).Parameters is > 0 and < double.PositiveInfinity);
    }

    [Fact]
    public void A_law_of_so_many_unique_tokens_is_a_frontier_like_any_other()
    {
        var law = MuennighoffLaw.C4.WithUniqueTokens(25e9);
        foreach (double flops in new[] { 1e18, 1e20, 1e22, 1e24 })
        {
            var run = law.Allocate(flops);
            double loss = law.Loss(run.Parameters, run.Tokens);
            Close(flops, run.TrainingFlops, 1e-14);
            Close(run.Tokens, law.TokensFor(run.Parameters), 1e-9);
            Close(run.Parameters, law.ParametersFor(run.Tokens), 1e-9);
            Close(loss, law.OptimalLoss(flops), 1e-14);
            if (flops < 1e24) Close(flops, law.TrainingFlopsFor(loss), 1e-6);
            foreach (double step in new[] { 0.5, 0.99, 1.01, 2 }) Assert.True(law.Loss(run.Parameters * step, run.Tokens / step) > loss);
        }

        // Until the data runs out it is the plain law; beyond, the excess of a run counts against what the data allows.
        Assert.Equal(MuennighoffLaw.C4.Allocate(1e20), law.Allocate(1e20));
        Assert.True(law.TrainingFlopsFor(2.25) > MuennighoffLaw.C4.TrainingFlopsFor(2.25));
    }

    [Fact]
    public void Least_compute_on_repeated_data_reaches_the_loss()
    {
        var law = MuennighoffLaw.C4;
        foreach (double unique in new[] { 1e9, 25e9, 1e12 })
        {
            foreach (double flops in new[] { 1e19, 1e22, 1e24 })
            {
                double loss = law.OptimalLoss(flops, unique);
                if (loss - law.LeastLoss(unique) > 1e-6) Close(flops, law.TrainingFlopsFor(loss, unique), 1e-6);
            }

            Assert.Equal(double.PositiveInfinity, law.TrainingFlopsFor(law.LeastLoss(unique), unique));
        }
    }

    // Where the data suffice nothing repeats: the result is that of the plain law, though the loss differs in the last
    // place.
    [Fact]
    public void Least_compute_for_a_loss_is_the_plain_laws_where_the_unique_tokens_suffice()
    {
        var law = MuennighoffLaw.C4;
        for (int i = 0; i < 2000; i++)
        {
            double plain = law.TrainingFlopsFor(2 + (i * 0.0007));
            Assert.Equal(plain, law.TrainingFlopsFor(2 + (i * 0.0007), uniqueTokens: 1e16));
            double enough = law.Allocate(plain).Tokens;
            foreach (double unique in new[] { enough, enough * 1.001, enough * 0.999 })
                Close(plain, law.TrainingFlopsFor(2 + (i * 0.0007), unique), 1e-5);
        }
    }

    [Fact]
    public void An_incomplete_law_names_what_is_missing_instead_of_returning_no_number()
    {
        var empty = new ChinchillaLaw("half-done") { Irreducible = 1.7, Parameters = new(400, 0.34) };
        foreach (var ask in new Action[]
        {
            () => empty.Allocate(1e20),
            () => empty.TokensFor(1e9),
            () => empty.ParametersFor(1e9),
            () => empty.OptimalLoss(1e20),
            () => empty.TrainingFlopsFor(2)
        })
        {
            Assert.StartsWith("half-done has no optimum: Tokens has coefficient 0 and exponent 0",
                Assert.Throws<InvalidOperationException>(ask).Message);
        }

        var repeated = new MuennighoffLaw("half-done", MuennighoffLaw.C4.Surface);
        Assert.Contains("RepetitionScale", Assert.Throws<InvalidOperationException>(() => repeated.Loss(1e9, 1e10, 1e9)).Message);
        Assert.Equal("Covariance",
            Assert.Throws<ArgumentException>(() => new ChinchillaUncertainty { Covariance = new double[5] }).ParamName);
        Assert.Equal("StandardErrors",
            Assert.Throws<ArgumentException>(() => new ChinchillaUncertainty { StandardErrors = new double[4] }).ParamName);
    }

    [Fact]
    public void Total_and_non_embedding_parameters_lead_to_each_other()
    {
        var random = new Random(12907);
        for (int i = 0; i < Runs; i++)
        {
            double n = LogUniform(random, 1, 1e16);
            Close(n, EmbeddingConvention.NonEmbeddingParameters(EmbeddingConvention.TotalParameters(n)), 1e-12);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Bad_input_is_refused_with_its_name_unit_and_range(double bad)
    {
        foreach (var law in LawCatalog.All)
        {
            if (law is ILossLaw loss)
            {
                Refused("parameters", () => loss.Loss(bad, 1e9));
                Refused("tokens", () => loss.Loss(1e9, bad));
            }

            if (law is IAllocationLaw allocation)
            {
                Refused("trainingFlops", () => allocation.Allocate(bad));
                Refused("parameters", () => allocation.TokensFor(bad));
                Refused("tokens", () => allocation.ParametersFor(bad));
            }

            if (law is ILossFrontier frontier) Refused("loss", () => frontier.TrainingFlopsFor(bad));
        }

        static void Refused(string name, Func<object> call)
        {
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => call());
            Assert.Equal(name, refusal.ParamName);
            Assert.Contains("must be a positive finite number", refusal.Message, StringComparison.Ordinal);
        }
    }

    private static TheoryData<string> Ids(Func<ScalingLaw, bool> fits)
    {
        var ids = new TheoryData<string>();
        foreach (var law in LawCatalog.All.Where(fits)) ids.Add(law.Id);
        return ids;
    }

    private static double LogUniform(Random random, double low, double high) =>
        Math.Exp(Math.Log(low) + (random.NextDouble() * Math.Log(high / low)));

    private static void Close(double wanted, double got, double relative) =>
        Assert.True(Math.Abs(got - wanted) <= relative * Math.Abs(wanted), $"{got:R} instead of {wanted:R}");
}
