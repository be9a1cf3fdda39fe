using System;
using System.Collections.Generic;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>Runs as labelled marks.</summary>
internal static class RunPoints
{
    public static IEnumerable<Series> Of(
        IEnumerable<ReportedRun> runs, Func<ReportedRun, (double? X, double? Y)> place, Func<ReportedRun, Interval?>? interval = null)
    {
        foreach (var run in runs)
        {
            if (place(run) is not { X: { } x, Y: { } y }) continue;
            yield return new Series(run.Name, SeriesKind.Points, [x], [y])
            {
                Style = run.Index,
                Toggle = run.Toggle,
                Labels = [run.Name],
                Hover = [Hover(run)],
                IsMain = run.IsProposed,
                IsInLegend = false,
                Intervals = interval is null ? [] : [interval(run)],
            };
        }
    }

    /// <summary>Everything about a run, exactly.</summary>
    public static string Hover(ReportedRun run)
    {
        var estimate = run.Estimate;
        var lines = new List<string> { run.Name + (run.IsProposed ? " (proposed)" : "") };
        Add("parameters", estimate.Counted.Parameters);
        if (estimate.Counted.IsMixture) Add("active parameters", estimate.Counted.ActiveParameters);
        Add("training tokens", estimate.Counted.TrainingTokens);
        Add("FLOPs", estimate.TrainingFlops);
        if (estimate.PredictedLoss is { } loss) lines.Add("loss " + Show.Exact(loss) + " by " + estimate.Law.Id);
        if (estimate.LossBands?.SingleRunBand is { } band) lines.Add("single-run band " + Show.Nats(band));
        Add("accelerator-hours", estimate.AcceleratorHours);
        Add("days", estimate.WallClockDays);
        return string.Join("\n", lines);

        void Add(string unit, double? value)
        {
            if (value is { } known) lines.Add(Show.Exact(known) + " " + unit);
        }
    }
}
