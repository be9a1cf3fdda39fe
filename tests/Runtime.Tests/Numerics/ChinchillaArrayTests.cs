using System;
using System.Linq;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

public class ChinchillaArrayTests
{
    private static ChinchillaLaw Law => (ChinchillaLaw)LawCatalog.Get("besiroglu-2024");

    [Fact]
    public void A_grid_beyond_any_array_is_refused_in_numbers()
    {
        double[] axis = new double[60_000];
        foreach (var law in new[] { (ILossLaw)LawCatalog.Default, KaplanLaw.Published })
        {
            Assert.Contains("3600000000 are needed",
                Assert.Throws<ArgumentException>(() => law.LossGrid(axis, axis, new double[1])).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_law_of_one_term_has_losses_over_arrays_and_no_optimum()
    {
        var law = new ChinchillaLaw("of-size-alone") { Irreducible = 1.7, Parameters = new(400, 0.34) };
        double[] n = [1e8, 1e9, 1e10], d = [1e10, 1e10, 1e10], losses = new double[3], parameters = new double[3], tokens = new double[3];
        law.Loss(n, d, losses);
        for (int i = 0; i < 3; i++) Assert.Equal(law.Loss(n[i], d[i]), losses[i], 1e-14);
        law.Allocate(n, parameters, tokens);
        Assert.All(parameters, value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void Losses_of_many_runs_agree_with_the_exact_scalar_ones()
    {
        var (n, d) = Runs(1000);
        double[] loss = new double[n.Length];
        Law.Loss(n, d, loss);
        for (int i = 0; i < n.Length; i++) Assert.Equal(1, loss[i] / Law.Loss(n[i], d[i]), 2e-15);
    }

    [Fact]
    public void Sharing_among_cores_changes_no_digit()
    {
        var (n, d) = Runs(150_001);
        double[] alone = new double[n.Length], shared = new double[n.Length];
        Law.Loss(n, d, alone, ArrayThreads.One);
        Law.Loss(n, d, shared, ArrayThreads.AllProcessors);
        Assert.Equal(alone, shared);
    }

    [Fact]
    public void A_grid_holds_every_pair_row_by_row()
    {
        double[] n = [7e10, 280e9, 1e9], d = [1.4e12, 300e9, 2e10, 5e9, 1e9, 3e9, 4e9, 6e9, 7e9, 8e9];
        double[] grid = new double[30];
        Law.LossGrid(n, d, grid);
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 10; j++) Assert.Equal(1, grid[(i * 10) + j] / Law.Loss(n[i], d[j]), 2e-15);
        }
    }

    [Fact]
    public void A_large_grid_is_shared_among_cores_and_has_the_same_digits()
    {
        var (n, d) = Runs(777);
        double[] alone = new double[777 * 777], shared = new double[777 * 777];
        Law.LossGrid(n, d, alone, ArrayThreads.One);
        Law.LossGrid(n, d, shared, ArrayThreads.AllProcessors);
        Assert.Equal(alone, shared);
        Assert.Equal(1, shared[^1] / Law.Loss(n[^1], d[^1]), 2e-15);
    }

    [Fact]
    public void Allocations_of_many_budgets_agree_with_the_scalar_ones()
    {
        double[] flops = Enumerable.Range(0, 50).Select(i => 1e18 * Math.Pow(10, i * 0.17)).ToArray();
        double[] n = new double[50], d = new double[50];
        Law.Allocate(flops, n, d);
        for (int i = 0; i < flops.Length; i++)
        {
            var one = Law.Allocate(flops[i]);
            Assert.Equal(1, n[i] / one.Parameters, 3e-15);
            Assert.Equal(1, d[i] / one.Tokens, 3e-15);
        }
    }

    [Fact]
    public void Excess_compute_is_what_was_spent_over_what_the_loss_needs()
    {
        var (n, d) = Runs(200);
        double[] excess = new double[200];
        Law.ExcessCompute(n, d, excess);
        for (int i = 0; i < n.Length; i++)
        {
            double needed = Law.TrainingFlopsFor(Law.Loss(n[i], d[i]));
            Assert.Equal(6 * n[i] * d[i] / needed, excess[i] + 1, 1e-11 * (excess[i] + 1));
        }
    }

    [Fact]
    public void On_the_frontier_nothing_is_wasted()
    {
        double[] flops = [1e19, 5.76e23, 3.8e25], n = new double[3], d = new double[3], excess = new double[3];
        Law.Allocate(flops, n, d);
        Law.ExcessCompute(n, d, excess);
        Assert.All(excess, e => Assert.Equal(0, e, 1e-13));
    }

    [Fact]
    public void Results_may_replace_a_source_but_not_overlap_it_in_part()
    {
        var (n, d) = Runs(100);
        double[] expected = new double[100];
        Law.Loss(n, d, expected);
        double[] both = [.. n, 0];
        Assert.Throws<ArgumentException>(() => Law.Loss(both.AsSpan(0, 100), d, both.AsSpan(1, 100)));
        Law.Loss(both.AsSpan(0, 100), d, both.AsSpan(0, 100));
        Assert.Equal(expected, both[..100]);
    }

    [Fact]
    public void Arrays_that_do_not_fit_are_refused_by_name()
    {
        Assert.Contains("3 values and tokens 2",
            Assert.Throws<ArgumentException>(() => Law.Loss(new double[3], new double[2], new double[3])).Message);
        Assert.Equal("destination",
            Assert.Throws<ArgumentException>(() => Law.Loss(new double[3], new double[3], new double[2])).ParamName);
        Assert.Equal("destination",
            Assert.Throws<ArgumentException>(() => Law.LossGrid(new double[3], new double[3], new double[8])).ParamName);
    }

    private static (double[] Parameters, double[] Tokens) Runs(int count)
    {
        var random = new Random(42);
        return (Enumerable.Range(0, count).Select(_ => Math.Exp(random.NextDouble() * Math.Log(1e18))).ToArray(),
            Enumerable.Range(0, count).Select(_ => Math.Exp(random.NextDouble() * Math.Log(1e20))).ToArray());
    }
}
