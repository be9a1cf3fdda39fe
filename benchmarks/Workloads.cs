using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>
/// The data of the benchmarks: drawn from a seed, or published runs where they are beside the checkout.
/// </summary>
internal static class Workloads
{
    /// <summary>Besiroglu et al. 2024's 240 points refitted: the coefficients that every peer uses too.</summary>
    public static ChinchillaLaw Law { get; } = new("benchmark")
    {
        Irreducible = 1.8172181,
        Parameters = new(477.825868, 0.3473105),
        Tokens = new(2143.417363, 0.36717243),
    };

    /// <summary>A coupled surface with the k of published sweeps; its coefficients are of no sweep.</summary>
    public static CoupledLaw Coupled { get; } = new("benchmark-coupled")
    {
        Level = 0.5,
        Parameters = new(1.3e4, 0.9),
        Tokens = new(8e5, 1.0),
        Coupling = 0.3,
    };

    /// <summary>Log-uniform sizes in [1e6, 1e12] and token counts in [1e8, 1e14].</summary>
    public static (double[] Parameters, double[] Tokens) Pairs(int count)
    {
        var random = new Random(1);
        double[] n = new double[count], d = new double[count];
        for (int i = 0; i < count; i++)
        {
            n[i] = 1e6 * Math.Pow(1e6, random.NextDouble());
            d[i] = 1e8 * Math.Pow(1e6, random.NextDouble());
        }

        return (n, d);
    }

    /// <summary>The 240 points of Hoffmann et al. 2022, figure 4; where they are absent, 240 points drawn from the law
    /// with 1 % of noise.</summary>
    public static (double[] Parameters, double[] Tokens, double[] Losses, bool Published) Runs()
    {
        string file = PathOf("data", "chinchilla_epoch", "svg_extracted_data.csv");
        if (!File.Exists(file)) return Drawn();
        var rows = File.ReadLines(file)
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(f => (N: Number(f[3]), C: Number(f[4]), L: Number(f[6])))
            .ToArray();
        double highest = rows.Select(r => r.L).OrderDescending().ElementAt(4);
        var kept = rows.Where(r => r.L < highest).ToArray();
        return (kept.Select(r => r.N).ToArray(), kept.Select(r => r.C / (6 * r.N)).ToArray(), kept.Select(r => r.L).ToArray(), true);
    }

    /// <summary>The resamples of the replication's bootstrap, 4000 of 240; null where they are absent.</summary>
    public static int[]? SavedDraws()
    {
        string file = PathOf("data", "chinchilla_epoch", "derived_bootstrap_indices_seed42_4000x240.u8");
        return File.Exists(file) ? File.ReadAllBytes(file).Select(b => (int)b).ToArray() : null;
    }

    /// <summary>
    /// Open-Athena's isoFLOP runs of the Chinchilla figure without outliers; null where they are absent.
    /// </summary>
    public static IReadOnlyList<(double Flops, double Parameters, double Tokens, double Loss)>? IsoFlops()
    {
        string file = PathOf("data", "isoflops_openathena", "isoflops.csv");
        if (!File.Exists(file)) return null;
        return File.ReadLines(file).Skip(1).Select(line => line.Split(','))
            .Where(f => f[4] == "epochai_chinchilla__massivetext__chinchilla" && f[9] != "True")
            .Select(f => (Number(f[7]), Number(f[6]), Number(f[5]), Number(f[8])))
            .ToArray();
    }

    private static (double[] Parameters, double[] Tokens, double[] Losses, bool Published) Drawn()
    {
        var random = new Random(7);
        double[] n = new double[240], d = new double[240], losses = new double[240];
        for (int i = 0; i < 240; i++)
        {
            n[i] = 5.7e7 * Math.Pow(280, random.NextDouble());
            d[i] = 2.5e8 * Math.Pow(1200, random.NextDouble());
            losses[i] = Law.Loss(n[i], d[i]) * (1 + (0.02 * (random.NextDouble() - 0.5)));
        }

        return (n, d, losses, false);
    }

    private static string PathOf(params string[] parts)
    {
        string shared =
            typeof(Workloads).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "SharedFacts").Value!;
        return Path.Combine([Environment.GetEnvironmentVariable("SCALING_FACTS") ?? shared, .. parts]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
