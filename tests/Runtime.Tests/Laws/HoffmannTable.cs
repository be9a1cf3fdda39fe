using System;
using System.Globalization;
using System.Linq;

namespace Runtime.Tests.Laws;

/// <summary>Hoffmann et al. 2022, table 3 (approach 1) and table A3 (approaches 2 and 3): parameters, FLOPs, tokens, as
/// printed.</summary>
internal static class HoffmannTable
{
    public static readonly (double N, double C, double D)[] Approach1 =
    [
        (400e6, 1.92e19, 8.0e9), (1e9, 1.21e20, 20.2e9), (10e9, 1.23e22, 205.1e9), (67e9, 5.76e23, 1.5e12), (175e9, 3.85e24, 3.7e12),
        (280e9, 9.90e24, 5.9e12), (520e9, 3.43e25, 11.0e12), (1e12, 1.27e26, 21.2e12), (10e12, 1.30e28, 216.2e12),
    ];

    public static readonly (double N, double C, double D)[] Approach2 =
    [
        (400e6, 1.84e19, 7.7e9), (1e9, 1.20e20, 20.0e9), (10e9, 1.32e22, 219.5e9), (67e9, 6.88e23, 1.7e12), (175e9, 4.54e24, 4.3e12),
        (280e9, 1.18e25, 7.1e12), (520e9, 4.19e25, 13.4e12), (1e12, 1.59e26, 26.5e12), (10e12, 1.75e28, 292.0e12),
    ];

    /// <summary>N or D at a compute, by least squares in logarithms over the printed rows; prefactor and exponent to
    /// four digits, as in the facts.</summary>
    public static double? Regression(LawVector row)
    {
        var table = row.Variant == "approach1 regression" ? Approach1 : row.Variant == "approach2 regression" ? Approach2 : null;
        if (table is null) return null;
        var y = row.Quantity switch
        {
            "N_opt" => table.Select(r => Math.Log(r.N)).ToArray(),
            "D_opt" => table.Select(r => Math.Log(r.D)).ToArray(),
            _ => null,
        };
        if (y is null) return null;
        double[] x = table.Select(r => Math.Log(r.C)).ToArray();
        double mx = x.Average();
        double my = y.Average();
        double slope = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / x.Sum(a => (a - mx) * (a - mx));
        double scale = double.Parse(Math.Exp(my - (slope * mx)).ToString("E3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return scale * Math.Pow(row["C"], Math.Round(slope, 4));
    }
}
