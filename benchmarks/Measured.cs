using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>One round of the comparison: each work a few times, the median printed as "work, tab, seconds".</summary>
internal static class Measured
{
    public static void Run()
    {
        Losses("loss-1e6", 1_000_000, 31);
        Losses("loss-1e7", 10_000_000, 9);
        Coupled();
        Grid();
        Fits();
        IsoFlop();
    }

    private static void Losses(string work, int count, int times)
    {
        var (n, d) = Workloads.Pairs(count);
        double[] losses = new double[count];
        Print(work, times, () => Workloads.Law.Loss(n, d, losses, ArrayThreads.One));
    }

    private static void Coupled()
    {
        var (n, d) = Workloads.Pairs(1_000_000);
        double[] losses = new double[n.Length];
        Print("coupled-1e6", 31, () => Workloads.Coupled.Loss(n, d, losses, ArrayThreads.One));
    }

    private static void Grid()
    {
        const int Side = 3000;
        var (n, d) = Workloads.Pairs(Side);
        double[] grid = new double[Side * Side], copy = new double[Side * Side];
        Print("grid-9e6", 15, () => Workloads.Law.LossGrid(n, d, grid, ArrayThreads.One));
        Print("copy-9e6", 15, () => grid.CopyTo(copy, 0));
    }

    private static void Fits()
    {
        var (n, d, losses, published) = Workloads.Runs();
        if (!published) return;
        ChinchillaFit fit = ChinchillaFit.Fit(n, d, losses);
        Print("fit-240", 501, () => fit = ChinchillaFit.Fit(n, d, losses));
        Print("coupled-240", 51, () => CoupledFit.Fit(n, d, losses));
        Print("least-squares-240", 501, () => ChinchillaFit.Fit(n, d, losses, new() { Objective = FitObjective.LeastSquares }));
        Print("grid-4500-starts", 1, () => ChinchillaFit.Fit(n, d, losses, new() { Starts = FitStarts.HoffmannGrid }));
        if (Workloads.SavedDraws() is { } draws) Print("bootstrap-4000", 5, () => fit.Bootstrap(draws));
    }

    private static void IsoFlop()
    {
        if (Workloads.IsoFlops() is not { } runs) return;
        var columns = new List<double>[] { [], [], [], [] };
        foreach (var (c, n, d, l) in runs)
        {
            columns[0].Add(c);
            columns[1].Add(n);
            columns[2].Add(d);
            columns[3].Add(l);
        }

        double[] flops = [.. columns[0]], parameters = [.. columns[1]], tokens = [.. columns[2]], losses = [.. columns[3]];
        Print("isoflop-7-budgets", 201, () => IsoFlopFit.Fit(flops, parameters, tokens, losses));
    }

    private static void Print(string work, int times, Action action)
    {
        action();
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work}\t{seconds[times / 2]:E6}"));
    }
}
