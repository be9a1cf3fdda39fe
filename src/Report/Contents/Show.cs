using System;
using System.Globalization;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Reports.Contents;

/// <summary>Numbers as people write them, with the exact value beside them.</summary>
internal static class Show
{
    public static Cell Unknown { get; } = new("not known");

    /// <summary>A cell whose missing value has its reason beside it.</summary>
    public static Cell Or(this Cell cell, string reason) => cell == Unknown ? cell with { Exact = reason } : cell;

    /// <summary>Whether a cell has a value.</summary>
    public static bool IsKnown(this Cell cell) => cell.Number is not null || cell.Text != Unknown.Text;

    public static Cell Count(double? value, string unit) => value is { } known
        ? new(Quantity.Format(known), (Exact(known) + " " + unit).TrimEnd(), known)
        : Unknown;

    public static Cell Flops(double? value) => value is { } known
        ? new(Quantity.Scientific(known), Exact(known) + " FLOPs", known)
        : Unknown;

    public static Cell Ratio(double? value, string unit) => value is { } known
        ? new(Quantity.Ratio(known), (Exact(known) + " " + unit).TrimEnd(), known)
        : Unknown;

    public static Cell Loss(double? value) => value is { } known
        ? new(Nats(known), Exact(known) + " nats per token", known)
        : Unknown;

    public static Cell Bytes(double? value) => value is { } known
        ? new(Quantity.Ratio(known / 1e9) + " GB", Exact(known) + " bytes", known)
        : Unknown;

    public static string Nats(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    public static string Nats(Interval band) => Nats(band.Low) + " to " + Nats(band.High);

    /// <summary>All digits: whole numbers with separators, others as short as they read back.</summary>
    public static string Exact(double value) => Math.Abs(value) < 1e15 && value == Math.Truncate(value)
        ? value.ToString("#,##0", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);
}
