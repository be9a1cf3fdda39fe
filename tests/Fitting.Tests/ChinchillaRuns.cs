using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Fitting;

namespace ScalingAnalyzers.Tests;

/// <summary>The runs of Hoffmann et al. 2022, figure 4, as Besiroglu et al. 2024 read them off: D = C / 6N, the five
/// highest losses dropped.</summary>
internal sealed class ChinchillaRuns
{
    private ChinchillaRuns(double[] parameters, double[] tokens, double[] losses) =>
        (Parameters, Tokens, Losses) = (parameters, tokens, losses);

    public double[] Parameters { get; }

    public double[] Tokens { get; }

    public double[] Losses { get; }

    public static ChinchillaRuns Load(int dropped = 5, double belowFlops = double.PositiveInfinity)
    {
        var rows = Facts.Csv("chinchilla-points.csv")
            .Select(r => (N: Number(r["parameters"]), C: Number(r["flops"]), L: Number(r["loss"])))
            .ToArray();
        double highest = dropped == 0 ? double.PositiveInfinity : rows.Select(r => r.L).OrderDescending().ElementAt(dropped - 1);
        var kept = rows.Where(r => r.L < highest && r.C < belowFlops).ToArray();
        return new(kept.Select(r => r.N).ToArray(), kept.Select(r => r.C / (6 * r.N)).ToArray(), kept.Select(r => r.L).ToArray());
    }

    public ChinchillaFit Fit(ChinchillaFitOptions? options = null) => ChinchillaFit.Fit(Parameters, Tokens, Losses, options);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
