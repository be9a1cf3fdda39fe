using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>What each run costs, in the unit of the reader's choice.</summary>
internal static class CostChart
{
    public static Chart? Of(ReportModel report)
    {
        string money = report.Content.Currency.Length > 0 ? "Price, " + report.Content.Currency : "Price, in the currency of the price";
        (string Unit, string Word, Func<Estimate, double?> Of)[] units =
        [
            (money, report.Content.Currency, e => e.Cost), ("Days", "days", e => e.WallClockDays),
            ("Energy, kWh", "kWh", e => e.EnergyKilowattHours), ("Accelerator-hours", "accelerator-hours", e => e.AcceleratorHours),
            ("Training compute, FLOPs", "FLOPs", e => e.TrainingFlops),
        ];
        var known = units.Where(unit => report.Runs.Any(run => unit.Of(run.Estimate) is not null)).ToArray();
        if (known.Length == 0) return null;
        var series = known.SelectMany((unit, i) => report.Runs.Where(run => unit.Of(run.Estimate) is not null).Select(run =>
        {
            double value = unit.Of(run.Estimate)!.Value;
            return new Series(run.Name, SeriesKind.Bars, [value], [run.Index])
            {
                Style = run.Index,
                Toggle = run.Toggle,
                Unit = unit.Unit,
                IsOff = i > 0,
                IsInLegend = false,
                IsMain = run.IsProposed,
                Labels = [value >= 1e15 ? Quantity.Scientific(value) : Quantity.Format(value)],
                Hover = [(run.Name + "\n" + Show.Exact(value) + " " + unit.Word).TrimEnd()],
            };
        })).ToArray();
        return new Chart("cost", "Cost, days and energy", new(known[0].Unit, AxisFormat.Count, false) { CanChange = true },
            new("", AxisFormat.Plain, false) { Names = report.Runs.Select(run => run.Name).ToArray() }, series)
        {
            Units = known.Select(unit => unit.Unit).ToArray(),
            Alternative = "Bars, one a run. " + string.Join("; ", report.Runs.Take(8).Select(run => run.Name + ": " + string.Join(", ",
                known.Where(unit => unit.Of(run.Estimate) is not null)
                    .Select(unit => Quantity.Format(unit.Of(run.Estimate)!.Value) + " " + unit.Word)).TrimEnd())) + ".",
            Table = new Table("Cost, days and energy of each run", ["Run", .. known.Select(unit => unit.Unit)],
                report.Runs.Select(run => (IReadOnlyList<Cell>)
                [
                    new Cell(run.Name), .. known.Select(unit => Show.Count(unit.Of(run.Estimate), unit.Word)),
                ]).ToArray()),
            Source = "The final run only; days are wall time on all accelerators; energy is the thermal design power of the chips."
                + (report.CountedAlike.Length > 0 ? " " + report.CountedAlike : ""),
        };
    }
}
