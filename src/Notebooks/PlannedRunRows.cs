using System.Collections.Generic;
using System.Globalization;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace ScalingAnalyzers.Notebooks;

/// <summary>What every planner returns, with its law and intervals.</summary>
internal static class PlannedRunRows
{
    public static IReadOnlyList<NotebookRow> Of(PlannedRun run)
    {
        var rows = new List<NotebookRow>
        {
            new("Parameters", Quantity.Format(run.Parameters), ""),
            new("Training tokens", Quantity.Format(run.Tokens), ""),
            new("Tokens per parameter", Quantity.Ratio(run.TokensPerParameter), ""),
            new("Training compute", Quantity.Scientific(run.TrainingFlops), "FLOPs"),
        };
        if (run.Loss is { } loss) rows.Add(new("Predicted loss", Loss(loss), "nats per token"));
        if (run.CoefficientBand is { } band) rows.Add(new("Coefficient band, 95%", Loss(band), "nats per token"));
        if (run.SingleRunBand is { } single) rows.Add(new("Single-run band, 95%", Loss(single), "nats per token"));
        rows.Add(new("Law", run.Law.Id, run.Law.Title));
        if (run.Extrapolates) rows.Add(new("Beyond the fitted range", Quantity.Format(run.OrdersOutsideFit), "orders of magnitude"));
        return rows;
    }

    private static string Loss(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Loss(Interval interval) => Loss(interval.Low) + " to " + Loss(interval.High);
}
