using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ScalingAnalyzers.Hardware;

/// <summary>A declared peak that cannot be the dense peak of one accelerator. A wrong number of hours is worse than
/// none.</summary>
public sealed class RefusedPeak
{
    internal RefusedPeak(double declared, double? dense, string why)
    {
        Declared = declared;
        Dense = dense;
        Why = why;
    }

    /// <summary>What is declared, FLOP/s.</summary>
    public double Declared { get; }

    /// <summary>The accelerator's dense peak in the run's precision, FLOP/s; null where it is unknown.</summary>
    public double? Dense { get; }

    /// <summary>The description of the value and its probable meaning, continuing "the declared peak is ...".</summary>
    public string Why { get; }

    // Vendors round their own figures by less (1,979 for 1,978.9); clocks above the data sheet gain less, too.
    private const double Agreement = 0.05;

    // No chip for training has less than a gigaflop or more than an exaflop a second: a unit is wrong.
    private const double Least = 1e9;
    private const double Most = 1e18;

    // From wide to narrow: no chip is slower in a narrower floating-point format. Integers are apart.
    private static readonly NumericFormat[] ByWidth = [
        NumericFormat.FP32, NumericFormat.TF32, NumericFormat.FP16, NumericFormat.BF16, NumericFormat.FP8, NumericFormat.FP4];

    /// <summary>What is wrong with a declared peak; null where nothing is. A peak below the dense one is a power cap,
    /// and accepted.</summary>
    internal static RefusedPeak? Of(double declared, Accelerator? chip, NumericFormat precision, long? count)
    {
        double? dense = chip?.PeakFlopsPerSecond(precision);
        bool isOfAll = count > 2 && dense is not null && IsNear(declared, count.Value * dense.Value);
        if (declared < Least || (declared > Most && !isOfAll)) return new(declared, dense, OfAnotherUnit(declared));
        if (chip is null) return null;
        var format = precision == NumericFormat.Unspecified ? chip.DefaultPrecision : precision;
        if (dense is null) return Beyond(declared, chip, format);
        if (declared <= dense * (1 + Agreement)) return null;
        var meant = Readings(declared, chip, dense.Value, format, count).ToArray();
        double ratio = declared / dense.Value;
        return new(declared, dense, Show(declared) + ", " + (IsNear(ratio, 2) ? "twice" : Quantity.Ratio(ratio) + " times") + " the dense "
            + format + " peak of " + chip.Name +
            " (" + Show(dense.Value) + ")" + (meant.Length > 0 ? ": " + string.Join(", or ", meant) : ""));
    }

    /// <summary>A rate as data sheets print it: 989.4 TFLOP/s.</summary>
    internal static string Show(double flopsPerSecond) =>
        (flopsPerSecond / 1e12).ToString("#,##0.####", CultureInfo.InvariantCulture) + " TFLOP/s";

    private static string OfAnotherUnit(double declared)
    {
        double meant = declared < Least ? declared * 1e12 : declared / 1e12;
        return Quantity.Ratio(declared) + " FLOP/s, and no accelerator has so " + (declared < Least ? "little" : "much") +
            (meant is >= 1e11 and <= Most ? ": " + Show(meant) + " was likely meant" : "");
    }

    // No figure for the format: its peak is at most that of the next narrower one, or of the fastest format there is.
    private static RefusedPeak? Beyond(double declared, Accelerator chip, NumericFormat format)
    {
        if (format == NumericFormat.INT8) return null;
        var known = ByWidth.Where(f => chip.PeakFlopsPerSecond(f) is not null).ToArray();
        var faster = known.Where(f => Array.IndexOf(ByWidth, f) > Array.IndexOf(ByWidth, format)).ToArray();
        if (known.Length == 0) return null;
        var bound = faster.Length > 0 ? faster[0] : known.OrderByDescending(f => chip.PeakFlopsPerSecond(f)).First();
        double most = chip.PeakFlopsPerSecond(bound)!.Value;
        if (declared <= most * (1 + Agreement)) return null;
        return new(declared, null, Show(declared) + " in " + format + ", for which no dense peak of " + chip.Name
            + " is known; it cannot be above its " + bound + " peak of " + Show(most));
    }

    private static IEnumerable<string> Readings(double declared, Accelerator chip, double dense, NumericFormat format, long? count)
    {
        if (IsNear(declared, 2 * dense)) yield return "the figure for sparse matrices";
        var seen = new HashSet<double> { dense };
        foreach (var other in ByWidth)
        {
            if (chip.PeakFlopsPerSecond(other) is not { } peak || !seen.Add(peak)) continue;
            if (IsNear(declared, peak)) yield return "the dense peak in " + other;
            if (IsNear(declared, 2 * peak)) yield return "the figure for sparse matrices in " + other;
        }

        if (count > 2 && IsNear(declared, count.Value * dense))
            yield return "the peak of all " + count.Value.ToString("#,##0", CultureInfo.InvariantCulture) + " accelerators together";
    }

    private static bool IsNear(double value, double wanted) => Math.Abs(value - wanted) <= Agreement * wanted;
}
