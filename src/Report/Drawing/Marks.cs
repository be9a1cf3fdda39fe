using System;
using ScalingAnalyzers.Reports.Charts;

namespace ScalingAnalyzers.Reports.Drawing;

/// <summary>Symbols and dashes: with them no series is known by its colour alone.</summary>
internal static class Marks
{
    /// <summary>Plotly's names of the symbols, in the order of <see cref="At"/>.</summary>
    public static string[] Symbols { get; } = ["circle", "square", "diamond", "triangle-up", "cross", "x", "triangle-down", "hexagon"];

    /// <summary>Dashes as SVG and Plotly write them; the first is solid.</summary>
    public static string[] Dashes { get; } = ["", "8,4", "2,4", "10,4,2,4", "16,5", "16,4,2,4,2,4", "5,3"];

    /// <summary>The hatching of a part of a bar, in a square of 6; Plotly draws the same kinds.</summary>
    public static string HatchOf(int style) => (style % 5) switch
    {
        1 => "M0 6L6 0",
        2 => "M0 3H6",
        3 => "M0 6L6 0M0 0L6 6",
        4 => "M3 0V6",
        _ => "",
    };

    /// <summary>The dash of a series.</summary>
    public static string DashOf(Series series) => series.Style switch
    {
        Styles.EqualCompute => "4,4",
        Styles.EqualLoss => "1,3",
        Styles.SingleRunBand => "6,3",
        Styles.SpreadOfLaws => "2,3",
        >= 100 => "",
        _ when series.Kind == SeriesKind.Area => "",
        _ when series.IsThin => "3,3",
        _ => Dashes[series.Style % Dashes.Length],
    };

    /// <summary>The number of the symbol of a series.</summary>
    public static int SymbolOf(Series series) => series.Style >= 100 ? 4 : series.Style % Symbols.Length;

    /// <summary>The point of a curve that has its label: the end of a curve of equal loss, the middle of one of equal
    /// compute.</summary>
    public static int LabelPoint(Series series) => series.Style == Styles.EqualCompute ? series.X.Count / 8 : series.X.Count - 1;

    /// <summary>The symbol of a series as an SVG path.</summary>
    public static string At(Series series, double x, double y)
    {
        double r = series.IsThin ? 2.5 : series.IsMain ? 7 : 5, third = r * 2 / 3;
        string path = SymbolOf(series) switch
        {
            0 => $"M{N(-r)} 0a{N(r)} {N(r)} 0 1 0 {N(2 * r)} 0a{N(r)} {N(r)} 0 1 0 {N(-2 * r)} 0z",
            1 => $"M{N(-r)} {N(-r)}h{N(2 * r)}v{N(2 * r)}h{N(-2 * r)}z",
            2 => $"M0 {N(-r * 1.3)}L{N(r * 1.3)} 0L0 {N(r * 1.3)}L{N(-r * 1.3)} 0z",
            3 => $"M0 {N(-r * 1.2)}L{N(r * 1.1)} {N(r * 0.9)}H{N(-r * 1.1)}z",
            4 => $"M{N(-r / 3)} {N(-r)}h{N(third)}v{N(third)}h{N(third)}v{N(third)}h{N(-third)}v{N(third)}h{N(-third)}"
                + $"v{N(-third)}h{N(-third)}v{N(-third)}h{N(third)}z",
            5 => $"M0 {N(-r / 3)}L{N(third)} {N(-r)}L{N(r)} {N(-third)}L{N(r / 3)} 0L{N(r)} {N(third)}L{N(third)} {N(r)}L0 {N(r / 3)}"
                + $"L{N(-third)} {N(r)}L{N(-r)} {N(third)}L{N(-r / 3)} 0L{N(-r)} {N(-third)}L{N(-third)} {N(-r)}z",
            6 => $"M0 {N(r * 1.2)}L{N(r * 1.1)} {N(-r * 0.9)}H{N(-r * 1.1)}z",
            _ => $"M{N(-r / 2)} {N(-r)}H{N(r / 2)}L{N(r)} 0L{N(r / 2)} {N(r)}H{N(-r / 2)}L{N(-r)} 0z",
        };
        return path + "\" transform=\"" + FormattableString.Invariant($"translate({x:0.##} {y:0.##})");
    }

    private static string N(double number) => number.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
