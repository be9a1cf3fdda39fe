using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>Loss against parameters at each budget, with the parabola and its bottom.</summary>
internal static class IsoFlopChart
{
    /// <summary>Budgets of real sweeps miss their target by a few percent.</summary>
    public const double Tolerance = 0.1;
    private const int Points = 31;

    public static Chart Of(string id, SweepFit sweep, IsoFlopFit fit)
    {
        var series = fit.Optima.SelectMany((optimum, i) => Budget(sweep, optimum, i)).Append(
            new Series("bottoms", SeriesKind.Points, [.. fit.Optima.Select(o => o.Parameters)], [.. fit.Optima.Select(o => o.Loss)])
            {
                Style = Styles.Limit,
                Hover = [.. fit.Optima.Select(o => Quantity.Scientific(o.TrainingFlops) + " FLOPs: lowest at " + Show.Exact(o.Parameters)
                    + " parameters, loss " + Show.Exact(o.Loss))],
            }).ToArray();
        return new Chart(id + "-isoflop", "IsoFLOP parabolas", new("Parameters", AxisFormat.Count, true),
            new("Loss, nats per token", AxisFormat.Plain, false), series)
        {
            Alternative = "Loss against parameters at " + Quantity.Ratio(fit.Optima.Count) + " budgets. "
                + string.Join("; ", fit.Optima.Take(9).Select(o => Quantity.Scientific(o.TrainingFlops) + " FLOPs: lowest at "
                    + Quantity.Format(o.Parameters))) + ".",
            Table = new Table("Bottoms of the parabolas; N grows as C to the power " + Quantity.Ratio(fit.Parameters.Exponent),
                ["FLOPs", "Parameters", "Tokens", "Loss", "Runs"], fit.Optima.Select(o => (IReadOnlyList<Cell>)
                [
                    Show.Flops(o.TrainingFlops), Show.Count(o.Parameters, "parameters"), Show.Count(o.Tokens, "tokens"), Show.Loss(o.Loss),
                    Show.Ratio(o.Runs, "runs"),
                ]).ToArray()),
            Source = "Hoffmann et al. 2022, section 3.2; runs whose compute differs by up to 10 % are one budget. "
                + string.Join(" ", fit.Warnings.Select(warning => warning.ToString())),
        };
    }

    private static IEnumerable<Series> Budget(SweepFit sweep, IsoFlopOptimum optimum, int style)
    {
        var runs = sweep.Runs.Where(run => run.TrainingFlops >= optimum.TrainingFlops * (1 - Tolerance)
            && run.TrainingFlops <= optimum.TrainingFlops * (1 + Tolerance)).ToArray();
        if (runs.Length == 0) yield break;
        string name = Quantity.Scientific(optimum.TrainingFlops) + " FLOPs";
        double[] sizes = Steps.Logarithmic(runs.Min(run => run.Parameters), runs.Max(run => run.Parameters), Points);
        yield return new Series(name, SeriesKind.Line, sizes, [.. sizes.Select(optimum.LossAt)]) { Style = style, Hover = [name] };
        yield return new Series(name + ", runs", SeriesKind.Points, [.. runs.Select(run => run.Parameters)],
            [.. runs.Select(run => run.Loss)])
        {
            Style = style,
            IsInLegend = false,
            Hover = [.. runs.Select(run => name + "\n" + Show.Exact(run.Parameters) + " parameters\nloss " + Show.Exact(run.Loss))],
        };
    }
}
