using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Reports.Charts;

namespace ScalingAnalyzers.Reports.Contents;

/// <summary>A fit: what was fitted, how far it may be trusted, and its charts.</summary>
internal sealed record FitSection(string Name, IReadOnlyList<string> Texts, Table Coefficients, IReadOnlyList<Chart> Charts)
{
    public static FitSection Of(ReportFit fit)
    {
        var charts = new FitCharts(fit);
        var law = fit.Fit.ScalingLaw;
        var bootstrap = fit.Fit.Form == SurfaceForm.Additive ? charts.Bootstrap : null;
        var coefficients = new Table("Coefficients of " + law, ["Coefficient", "Value", "Unit", "Standard error"],
            law.Coefficients.Select(c => (IReadOnlyList<Cell>)
            [
                new Cell(c.Symbol), new Cell(Quantity.Format(c.Value), Show.Exact(c.Value), c.Value), new Cell(c.Unit),
                Error(c.Symbol, c.StandardError ?? (bootstrap is null ? null : ErrorOf(c.Symbol, bootstrap.StandardErrors))),
            ]).ToArray());
        return new(fit.Name, TextsOf(fit.Fit).Concat(charts.Refused).ToArray(), coefficients, charts.All.ToArray());
    }

    private static Cell Error(string symbol, double? error) => error is { } known
        ? new(Quantity.Format(known), Show.Exact(known) + " (" + symbol + ")", known)
        : Show.Unknown;

    private static double? ErrorOf(string symbol, ChinchillaCoefficients errors) => symbol switch
    {
        "E" => errors.Irreducible,
        "A" => errors.ParametersCoefficient,
        "B" => errors.TokensCoefficient,
        "alpha" => errors.ParametersExponent,
        "beta" => errors.TokensExponent,
        _ => null,
    };

    private static IEnumerable<string> TextsOf(SweepFit fit)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{fit.Runs.Count} runs; {fit.ScalingLaw.Formula}.");
        yield return "Form: " + (fit.Form == SurfaceForm.Additive ? "additive" : "coupled") + ". " + fit.Reason;
        yield return "Fitted range: " + fit.ScalingLaw.FittedRange + ".";
        foreach (var warning in fit.Warnings) yield return warning.ToString();
    }
}
