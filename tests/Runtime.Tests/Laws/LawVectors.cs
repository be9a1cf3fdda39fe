using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Tests;

namespace Runtime.Tests.Laws;

/// <summary>
/// One row of law_vectors.csv: the numbers of a paper, its authors' code, or its printed coefficients.
/// </summary>
internal sealed class LawVector
{
    private readonly IReadOnlyDictionary<string, string> _inputs;

    private LawVector(IReadOnlyDictionary<string, string> row)
    {
        Law = row["law"];
        Variant = row["variant"];
        Quantity = row["quantity"];
        Value = double.Parse(row["value"], CultureInfo.InvariantCulture);
        Tolerance = row["rel_tol"].Length == 0 ? null : double.Parse(row["rel_tol"], CultureInfo.InvariantCulture);
        Text = $"{Law} | {Variant} | {Quantity} | {row["inputs"]} = {row["value"]} ({row["source"]}) {row["note"]}";
        _inputs = row["inputs"].Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
    }

    public string Law { get; }

    public string Variant { get; }

    public string Quantity { get; }

    public double Value { get; }

    /// <summary>Relative; null where the row describes the expectation in text.</summary>
    public double? Tolerance { get; }

    public string Text { get; }

    /// <summary>An input as a number; "3640 PFd" in FLOPs, "64x7B" as Krajewski's 43 times 7B.</summary>
    public double this[string name]
    {
        get
        {
            string text = _inputs[name];
            if (text.EndsWith(" PFd", StringComparison.Ordinal)) return 8.64e19 * double.Parse(text[..^4], CultureInfo.InvariantCulture);
            if (!text.StartsWith("64x", StringComparison.Ordinal)) return double.Parse(text, CultureInfo.InvariantCulture);
            double unit = text[^1] switch { 'M' => 1e6, 'B' => 1e9, 'T' => 1e12, _ => throw new FormatException(text) };
            return 43 * unit * double.Parse(text[3..^1], CultureInfo.InvariantCulture);
        }
    }

    public string TextOf(string name) => _inputs[name];

    public bool Has(string name) => _inputs.ContainsKey(name);

    public static IReadOnlyList<LawVector> All() => Facts.Csv("science", "law_vectors.csv").Select(row => new LawVector(row)).ToList();
}
