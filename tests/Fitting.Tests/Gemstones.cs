using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Fitting;

namespace ScalingAnalyzers.Tests;

/// <summary>The runs of McLeish et al. 2025 (arXiv:2502.06857): 22 shapes from 48M to 2.0B, each with its
/// checkpoints.</summary>
internal static class Gemstones
{
    /// <summary>770 checkpoints at constant rate, 10B to 350B tokens.</summary>
    public static SweepRun[] ConstantRate { get; } = Load("gemstones-constant-rate.csv", false);

    /// <summary>199 checkpoints after cooling.</summary>
    public static SweepRun[] Cooled { get; } = Load("gemstones-cooled.csv", true);

    private static SweepRun[] Load(string table, bool annealed) => Facts.Csv(table)
        .Select(row => new SweepRun(Number(row["parameters"]), Number(row["tokens"]), Number(row["loss"]))
        {
            Group = row["shape"],
            IsAnnealed = annealed,
        })
        .ToArray();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
