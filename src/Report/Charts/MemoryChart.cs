using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Planning;
using ScalingAnalyzers.Reports.Contents;

namespace ScalingAnalyzers.Reports.Charts;

/// <summary>Memory of the fullest device by part, against what it has.</summary>
internal static class MemoryChart
{
    public static Chart? Of(ReportModel report)
    {
        var rows = report.Runs.Select(run => (Run: run, State: run.Of.Run.StateOnDevice)).Where(row => row.State is not null)
            .Select(row => (row.Run, State: row.State!, Activations: ActivationsOf(row.Run))).ToArray();
        if (rows.Length == 0) return null;
        (string Name, Func<(ReportedRun Run, DeviceState State, long? Activations), double> Of)[] parts =
        [
            ("weights", row => row.State.PerDevice.Weights), ("gradients", row => row.State.PerDevice.Gradients),
            ("master weights", row => row.State.PerDevice.MasterWeights), ("optimizer", row => row.State.PerDevice.OptimizerState),
            ("activations", row => row.Activations ?? 0),
        ];
        var shown = parts.Where(part => rows.Any(row => part.Of(row) > 0)).ToArray();
        Series[] series =
        [
            .. shown.Select((part, i) => new Series(part.Name, SeriesKind.Bars, [.. rows.Select(row => Gigabytes(part.Of(row)))],
                [.. Places(rows.Length)])
            {
                Style = i, Hover = [.. rows.Select(row => row.Run.Name + "\n" + part.Name + ": " + Show.Exact(part.Of(row)) + " bytes")],
            }),
            new Series("memory of the accelerator", SeriesKind.Points, [.. rows.Select(row => Gigabytes(row.State.MemoryBytes))],
                [.. Places(rows.Length)])
            {
                Style = Styles.Limit,
                Hover = [.. rows.Select(row => row.Run.Name + "\n" + row.Run.Estimate.Counted.Accelerator + " has "
                    + Show.Exact(row.State.MemoryBytes) + " bytes")],
            },
        ];
        return new Chart("memory", "Memory per device by part", new("Memory of the fullest device, GB", AxisFormat.Plain, false),
            new("", AxisFormat.Plain, false) { Names = rows.Select(row => row.Run.Name).ToArray() }, series)
        {
            IsStacked = true,
            Alternative = "Stacked bars, one a run. " + string.Join("; ", rows.Take(8).Select(row => row.Run.Name + ": "
                + Show.Bytes(row.State.PerDevice.Total).Text + " of " + Show.Bytes(row.State.MemoryBytes).Text)) + ".",
            Table = new Table("Memory of the fullest device",
                ["Run", .. shown.Select(part => Capital(part.Name)), "State", "Device has", "Devices", "Divided"],
                rows.Select(row => (IReadOnlyList<Cell>)
                [
                    new Cell(row.Run.Name), .. shown.Select(part => part.Name == "activations" && row.Activations is null
                        ? Show.Unknown : Show.Bytes(part.Of(row))), Show.Bytes(row.State.PerDevice.Total),
                            Show.Bytes(row.State.MemoryBytes),
                    Show.Count(row.State.Devices, "devices"), new Cell(row.State.Sharding),
                ]).ToArray()),
            Source = "Rajbhandari et al. 2020, arXiv:1910.02054. " + (rows.All(row => row.Activations is null)
                ? "Activations and buffers are additional." : "Buffers and what the backward pass allocates are additional."),
        };
    }

    private static double Gigabytes(double bytes) => bytes / 1e9;

    private static double[] Places(int count) => Enumerable.Range(0, count).Select(i => (double)i).ToArray();

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static long? ActivationsOf(ReportedRun run)
    {
        if (run.Of.Step is not { } step || run.Estimate.Counted.Shape is not { } shape) return null;
        try
        {
            return shape.TrainingActivations(step)?.Total;
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or OverflowException)
        {
            // A step that such a model cannot make.
            return null;
        }
    }
}
