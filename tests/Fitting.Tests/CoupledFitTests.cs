using System;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Tests;

/// <summary>L = E + (A/N^alpha + B/D^beta)^k fitted with free k.</summary>
public class CoupledFitTests
{
    [Theory]
    [InlineData(0.2, 1.2)]
    [InlineData(0.45, 1.5)]
    [InlineData(1, 1.8)]
    [InlineData(1.5, 1.8)]
    public void Runs_without_noise_give_their_law_back(double coupling, double level)
    {
        var truth = Truth(coupling, level);
        var (n, d) = Grid(6, 6);
        double[] losses = n.Zip(d, truth.Loss).ToArray();

        var fit = CoupledFit.Fit(n, d, losses);

        Assert.Equal(coupling, fit.Law.Coupling, 1e-4);
        Assert.Equal(level, fit.Law.Level, 1e-3);
        Assert.Equal(truth.LimitingParametersSlope, fit.Law.LimitingParametersSlope, 1e-4);
        Assert.Equal(truth.Loss(7e10, 1.4e12), fit.Law.Loss(7e10, 1.4e12), 1e-4);
        Assert.Equal(truth.Allocate(1e22).Parameters, fit.Law.Allocate(1e22).Parameters, 1e-3 * truth.Allocate(1e22).Parameters);
        Assert.Empty(fit.BoundsTouched);
    }

    // The same resample fitted from scratch, as any program would fit the runs that were drawn.
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void A_resample_is_the_fit_of_the_runs_that_were_drawn(int resample)
    {
        var runs = ChinchillaRuns.Load();
        var fit = CoupledFit.Fit(runs.Parameters, runs.Tokens, runs.Losses);
        var draws = new RandomDraws(42, resample);
        int[] drawn = Enumerable.Range(0, fit.Runs).Select(_ => draws.Below(fit.Runs)).ToArray();
        double[] Of(double[] column) => drawn.Select(i => column[i]).ToArray();

        var bootstrap = fit.Bootstrap(new BootstrapOptions { Resamples = resample + 1 });
        var alone = CoupledFit.Fit(Of(runs.Parameters), Of(runs.Tokens), Of(runs.Losses)).Law;

        var law = bootstrap.Laws[resample];
        Assert.Equal(0, bootstrap.NotConverged);
        Assert.Equal(alone.Coupling, law.Coupling, 1e-3);
        Assert.Equal(alone.Level, law.Level, 1e-3);
        Assert.Equal(alone.Loss(7e10, 1.4e12), law.Loss(7e10, 1.4e12), 1e-5);
    }

    [Fact]
    public void The_interval_of_a_bootstrap_has_the_fit_inside_and_does_not_depend_on_threads()
    {
        var runs = ChinchillaRuns.Load();
        var fit = CoupledFit.Fit(runs.Parameters, runs.Tokens, runs.Losses);

        var bootstrap = fit.Bootstrap(new BootstrapOptions { Resamples = 200 });
        var alone = fit.Bootstrap(new BootstrapOptions { Resamples = 200, Parallel = false });

        var interval = bootstrap.Interval(law => law.Loss(1e9, 2e10));
        Assert.True(interval.Low < fit.Law.Loss(1e9, 2e10) && fit.Law.Loss(1e9, 2e10) < interval.High);
        Assert.True(interval.High - interval.Low < 0.05);
        Assert.Equal(alone.Laws.Select(law => law.Coupling), bootstrap.Laws.Select(law => law.Coupling));
        Assert.Throws<ArgumentOutOfRangeException>(() => fit.Bootstrap(new BootstrapOptions { Resamples = 0 }));
    }

    // The facts' table of refits in SciPy: k, the optimum at 1e21 FLOPs, the mean error of the runs left out.
    [Theory]
    [InlineData(15, 17, 0.187, 1.72e9, 0.0047)]
    [InlineData(18, 14, 0.231, 1.55e9, 0.0060)]
    [InlineData(24, 8, 0.190, 1.87e9, 0.0095)]
    [InlineData(30, 2, 0.223, 1.75e9, 0.0065)]
    public void The_ladder_has_the_known_fits(int fitted, int left, double coupling, double optimum, double error)
    {
        var ladder = fitted == 15 ? OlmoLadder.Ladder.OrderBy(run => run.TrainingFlops).ToArray() : OlmoLadder.Ladder;
        SweepRun[] kept = ladder[..fitted], rest = [.. ladder[fitted..], .. OlmoLadder.Targets];

        var fit = CoupledFit.Fit(
            kept.Select(r => r.Parameters).ToArray(), kept.Select(r => r.Tokens).ToArray(), kept.Select(r => r.Loss).ToArray());

        Assert.Equal(left, rest.Length);
        Assert.Equal(coupling, fit.Law.Coupling, 0.002);
        Assert.Equal(optimum, fit.Law.Allocate(1e21).Parameters, 0.006e9);
        Assert.Equal(error, rest.Average(r => Math.Abs((fit.Law.Loss(r.Parameters, r.Tokens) / r.Loss) - 1)), 2e-4);
        Assert.True(fit.Certificate.IsCertified, fit.ToString());
    }

    // benchmarks/peers/fit_coupled_scipy.py, SciPy 1.10.1.
    [Fact]
    public void On_the_240_points_the_objective_is_that_of_SciPy()
    {
        var runs = ChinchillaRuns.Load();

        var fit = CoupledFit.Fit(runs.Parameters, runs.Tokens, runs.Losses);

        Assert.InRange(fit.Objective, 0, 0.000954184500287 * (1 + 1e-9));
        Assert.Equal(0.774144, fit.Law.Coupling, 1e-4);
        Assert.True(fit.Certificate.GradientNorm <= fit.Certificate.GradientTolerance);
        Assert.True(fit.Objective < runs.Fit().Objective);
    }

    [Fact]
    public void Held_at_one_the_profile_is_the_additive_fit()
    {
        var runs = ChinchillaRuns.Load();
        var additive = runs.Fit();

        var profile = CoupledFit.Fit(runs.Parameters, runs.Tokens, runs.Losses).Profile([1, 0.4]);

        Assert.Equal(additive.Objective, profile[0].Objective, 1e-8 * additive.Objective);
        Assert.Equal(additive.Law.Irreducible, profile[0].Level, 1e-4);
        Assert.Equal(1, profile[0].Law.Coupling);
        Assert.True(profile[1].Level < profile[0].Level);
    }

    [Fact]
    public void A_law_that_falls_to_zero_touches_the_bound_of_E()
    {
        var truth = Truth(0.5, 0);
        var (n, d) = Grid(6, 6);
        var random = new Random(3);

        var fit = CoupledFit.Fit(n, d, n.Zip(d, (x, y) => (truth.Loss(x, y) - 0.2) * (1 + (0.001 * random.NextDouble()))).ToArray());

        Assert.Contains("E = 0", fit.BoundsTouched);
        Assert.Equal(0, fit.Law.Level);
    }

    // Central differences of the value, on every instruction path.
    [Fact]
    public void Gradient_and_Hessian_are_the_derivatives_of_the_objective()
    {
        var (n, d) = Grid(5, 5);
        var truth = Truth(0.4, 1.4);
        var random = new Random(5);
        double[] losses = n.Zip(d, (x, y) => truth.Loss(x, y) * (1 + (0.01 * random.NextDouble()))).ToArray();
        var data = SurfaceData.Of(n, d, losses, default);
        double[] theta = [0.1, -0.3, 1.1, 0.25, 0.3, -0.6];
        foreach (var misfit in new[] { new Misfit(0.02, true), new Misfit(double.PositiveInfinity, false) })
        {
            foreach (var path in Enum.GetValues<InstructionPath>().Where(path => path <= InstructionPaths.Best))
            {
                double[] at = Results(theta, misfit, path);
                for (int i = 0; i < 6; i++)
                {
                    double[] up = [.. theta], down = [.. theta];
                    up[i] += 1e-6;
                    down[i] -= 1e-6;
                    double[] above = Results(up, misfit, path), below = Results(down, misfit, path);
                    Assert.Equal((above[0] - below[0]) / 2e-6, at[1 + i], 1e-6 * Math.Max(1, Math.Abs(at[1 + i])));
                    for (int j = 0; j < 6; j++)
                    {
                        double expected = (above[1 + j] - below[1 + j]) / 2e-6;

                        // A run that crosses Huber's corner within the step has no second derivative.
                        if (misfit.OnLogLoss) continue;
                        Assert.Equal(expected, CoupledNewton.Hessian(at, i, j), 1e-5 * Math.Max(1, Math.Abs(expected)));
                    }
                }
            }
        }

        double[] Results(double[] point, Misfit misfit, InstructionPath path)
        {
            double[] results = new double[CoupledKernel.Results];
            CoupledKernel.Evaluate(data, misfit, point, results, path);
            return results;
        }
    }

    internal static CoupledLaw Truth(double coupling, double level) => new("truth")
    {
        Level = level,
        Parameters = new(Math.Exp(2.9 / coupling), 0.20 / coupling),
        Tokens = new(Math.Exp(3.0 / coupling), 0.18 / coupling),
        Coupling = coupling,
    };

    internal static (double[] Parameters, double[] Tokens) Grid(int sizes, int ratios)
    {
        var runs = from i in Enumerable.Range(0, sizes)
                   from j in Enumerable.Range(0, ratios)
                   let n = 1.9e8 * Math.Pow(17, i / (sizes - 1.0))
                   select (N: n, D: n * 10 * Math.Pow(20, j / (ratios - 1.0)));
        return (runs.Select(run => run.N).ToArray(), runs.Select(run => run.D).ToArray());
    }
}
