using System;
using System.Globalization;
using System.Linq;

namespace ScalingAnalyzers;

/// <summary>Units of counts, and the way people write them: 280B, 1.24T, 5.04e23.</summary>
public static class Quantity
{
    /// <summary>1e3.</summary>
    public const long Thousand = 1_000;

    /// <summary>1e6.</summary>
    public const long Million = 1_000_000;

    /// <summary>1e9.</summary>
    public const long Billion = 1_000_000_000;

    /// <summary>1e12.</summary>
    public const long Trillion = 1_000_000_000_000;

    /// <summary>Three significant digits with a unit: 280B, 1.24T, 12.5K, 18.5; from 1e15 and below 0.001 scientific:
    /// 5.04e23.</summary>
    /// <param name="value">Any number.</param>
    /// <returns>Text, the same in every culture.</returns>
    public static string Format(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value)) return value.ToString(CultureInfo.InvariantCulture);
        if (value < 0) return "-" + Format(-value);
        if (value == 0) return "0";
        if (value >= 9.995e14 || value < 0.0009995) return Scientific(value);
        if (ThreeDigits.Of(value) is { } digits)
        {
            // Below ten thousand it is a ratio.
            return digits.Magnitude >= 12 ? digits.Plain(12, "T")
                : digits.Magnitude >= 9 ? digits.Plain(9, "B")
                : digits.Magnitude >= 6 ? digits.Plain(6, "M")
                : digits.Magnitude >= 4 ? digits.Plain(3, "K")
                : Ratio(value);
        }

        decimal rounded = RoundToThreeDigits((decimal)value);
        if (rounded >= Trillion) return Plain(rounded / Trillion) + "T";
        if (rounded >= Billion) return Plain(rounded / Billion) + "B";
        if (rounded >= Million) return Plain(rounded / Million) + "M";
        if (rounded >= 10_000) return Plain(rounded / Thousand) + "K";
        return Ratio(value);
    }

    /// <summary>A ratio: three significant digits below a thousand, whole with separators above: 1.07, 18.5,
    /// 1,868.</summary>
    /// <param name="value">Any number.</param>
    /// <returns>Text, the same in every culture.</returns>
    public static string Ratio(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value)) return value.ToString(CultureInfo.InvariantCulture);
        double size = Math.Abs(value);
        if (size >= 1e15 || (size > 0 && size < 0.0009995)) return Scientific(value);
        if (size >= 999.5)
            return Math.Round((decimal)value, 0, MidpointRounding.AwayFromZero).ToString("#,##0", CultureInfo.InvariantCulture);
        if (value > 0 && ThreeDigits.Of(value) is { } digits) return digits.Plain(0, "");
        return Plain(RoundToThreeDigits((decimal)value));
    }

    /// <summary>Three significant digits in scientific notation: 5.04e23, 1e24.</summary>
    /// <param name="value">Any number.</param>
    /// <returns>Text, the same in every culture.</returns>
    public static string Scientific(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value) || value == 0) return value.ToString(CultureInfo.InvariantCulture);
        if (value > 0 && ThreeDigits.Of(value) is { } digits) return digits.Scientific();
        string[] parts = value.ToString("E2", CultureInfo.InvariantCulture).Split('E');
        string mantissa = parts[0].TrimEnd('0').TrimEnd('.');
        return mantissa + "e" + int.Parse(parts[1], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A share in percent: 50%, 4.2%, 0.31%.</summary>
    /// <param name="share">1 is 100%.</param>
    /// <returns>Text, the same in every culture.</returns>
    public static string Percent(double share)
    {
        double percent = share * 100;
        if (double.IsNaN(percent) || double.IsInfinity(percent)) return percent.ToString(CultureInfo.InvariantCulture) + "%";
        if (percent >= 10 && percent < 1000 && percent == Math.Floor(percent))
            return ((int)percent).ToString(CultureInfo.InvariantCulture) + "%";
        if (Math.Abs(percent) >= 9.95 && Math.Abs(percent) < 1e15)
        {
            return Math.Round((decimal)percent, 0, MidpointRounding.AwayFromZero).ToString("#,##0", CultureInfo.InvariantCulture) + "%";
        }

        if (Math.Abs(percent) < 1e-4 || Math.Abs(percent) >= 1e15) return Scientific(percent) + "%";
        decimal rounded = (decimal)percent;
        int digits = Math.Abs(rounded) >= 1 ? 1 : Math.Abs(rounded) >= 0.1m ? 2 : 4;
        return Plain(Math.Round(rounded, digits, MidpointRounding.AwayFromZero)) + "%";
    }

    /// <summary>Reads a count as people write it: "70B", "1.4T", "1_000", "15e12", "2,048". Exact; no
    /// culture.</summary>
    /// <param name="text">A number with an optional unit K, M, B or T.</param>
    /// <returns>The count.</returns>
    /// <exception cref="FormatException">Not such a number, not whole, or beyond long.</exception>
    public static long Parse(string text) => TryParse(text, out long count)
        ? count
        : throw new FormatException($"'{text}' is not a count. Write a whole number, with a unit if you like: 70B, 1.4T, 15e12.");

    /// <summary>Reads a count as people write it, if it is one.</summary>
    /// <param name="text">A number with an optional unit K, M, B or T.</param>
    /// <param name="count">The count.</param>
    /// <returns>Whether the text is a whole count that fits a long.</returns>
    public static bool TryParse(string? text, out long count)
    {
        count = 0;
        if (!TryParseNumber(text, out decimal value) || value != decimal.Truncate(value)) return false;
        if (value is < long.MinValue or > long.MaxValue) return false;
        count = (long)value;
        return true;
    }

    /// <summary>Reads a number as people write it, whole or not: "1.5B", "0.4", "5.04e23" (up to 7.9e28).</summary>
    /// <param name="text">A number with an optional unit K, M, B or T.</param>
    /// <param name="value">The exact value.</param>
    /// <returns>Whether the text is such a number.</returns>
    public static bool TryParseNumber(string? text, out decimal value)
    {
        value = 0;
        if (text is null) return false;
        string trimmed = text.Trim().Replace("_", "");
        if (trimmed.Length == 0) return false;
        decimal unit = char.ToUpperInvariant(trimmed[trimmed.Length - 1]) switch
        {
            'K' => Thousand,
            'M' => Million,
            'B' => Billion,
            'T' => Trillion,
            _ => 1,
        };
        if (unit != 1) trimmed = trimmed.Substring(0, trimmed.Length - 1).TrimEnd();
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!HasWellPlacedCommas(trimmed)) return false;
        if (!decimal.TryParse(trimmed.Replace(",", ""), Style, CultureInfo.InvariantCulture, out decimal number)) return false;
        if (number != 0 && Math.Abs(number) > decimal.MaxValue / unit) return false;

        // "1e-30" is not zero, though nothing of it is left.
        if (number == 0 && trimmed.TakeWhile(c => c is not ('e' or 'E')).Any(c => c is >= '1' and <= '9')) return false;
        value = number * unit;
        return true;
    }

    // "1,000,000" but not "1,4": a decimal comma must not become a thousandfold.
    private static bool HasWellPlacedCommas(string text)
    {
        int comma = text.IndexOf(',');
        if (comma < 0) return true;
        string[] groups = text.TrimStart('+', '-').Split(',');
        if (groups[0].Length is 0 or > 3) return false;
        for (int i = 1; i < groups.Length; i++)
        {
            string group = i == groups.Length - 1 ? groups[i].Split('.')[0] : groups[i];
            if (group.Length != 3) return false;
        }

        return true;
    }

    private static decimal RoundToThreeDigits(decimal value)
    {
        // Products, not quotients: a decimal division takes several times as long.
        decimal size = Math.Abs(value), unit = 1;
        while (size >= 1000 * unit) unit *= 10;
        while (size != 0 && size < 100 * unit) unit /= 10;
        return Math.Round(value / unit, 0, MidpointRounding.AwayFromZero) * unit;
    }

    private static string Plain(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
