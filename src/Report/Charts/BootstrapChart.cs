using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>The exponents of every resample: how far the runs determine them.</summary>
internal static class BootstrapChart
{
    public static Chart Of(string id, ChinchillaFit fit, ChinchillaBootstrap bootstrap)
    {
        var laws = bootstrap.Laws;
        Series[] series =
        [
            new("resamples", SeriesKind.Points, [.. laws.Select(law => law.Parameters.Exponent)],
                [.. laws.Select(law => law.Tokens.Exponent)])
            {
                Style = 0, IsThin = true,
                Hover = [.. laws.Select(law => "alpha " + Show.Exact(law.Parameters.Exponent) + "\nbeta " + Show.Exact(law.Tokens.Exponent)
                    + "\nE " + Show.Exact(law.Irreducible))],
            },
            new("fit", SeriesKind.Points, [fit.Law.Parameters.Exponent], [fit.Law.Tokens.Exponent])
            {
                Style = 1, IsMain = true, Labels = ["fit"],
                Hover = ["fit: alpha " + Show.Exact(fit.Law.Parameters.Exponent) + ", beta " + Show.Exact(fit.Law.Tokens.Exponent)],
            },
        ];
        (string Name, double Value, System.Func<Laws.ChinchillaLaw, double> Of)[] rows =
        [
            ("E", fit.Law.Irreducible, law => law.Irreducible), ("A", fit.Law.Parameters.Coefficient, law => law.Parameters.Coefficient),
            ("B", fit.Law.Tokens.Coefficient, law => law.Tokens.Coefficient),
            ("alpha", fit.Law.Parameters.Exponent, law => law.Parameters.Exponent),
            ("beta", fit.Law.Tokens.Exponent, law => law.Tokens.Exponent), ("a", fit.Law.ParametersExponent, law => law.ParametersExponent),
        ];
        var alpha = bootstrap.Interval(law => law.Parameters.Exponent);
        var beta = bootstrap.Interval(law => law.Tokens.Exponent);
        return new Chart(id + "-bootstrap", "Bootstrap cloud of the additive surface",
            new("alpha, exponent of parameters", AxisFormat.Plain, false),
            new("beta, exponent of tokens", AxisFormat.Plain, false), series)
        {
            Alternative = "The exponents of " + Quantity.Ratio(laws.Count) + " resamples: alpha " + alpha + ", beta " + beta + " (95 %).",
            Table = new Table("Coefficients over the resamples, 95 %", ["Coefficient", "Fit", "Low", "High"],
                rows.Select(row =>
                {
                    var interval = bootstrap.Interval(row.Of);
                    return (IReadOnlyList<Cell>)[new Cell(row.Name), Number(row.Value), Number(interval.Low), Number(interval.High)];
                }).ToArray()),
            Source = "The additive surface refitted to the runs drawn with replacement, from a fixed seed (Efron 1979).",
        };
    }

    private static Cell Number(double value) => new(Quantity.Format(value), Show.Exact(value), value);
}
