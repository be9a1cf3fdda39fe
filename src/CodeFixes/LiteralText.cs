using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>The text of a number as its author writes numbers: exponent, separators, suffix and base stay, the digits change.</summary>
internal static class LiteralText
{
    // prefix | digits | fraction | exponent | suffix
    private static readonly Regex Form = new(
        @"^(?:(?<prefix>0[xXbB])(?<whole>[0-9a-fA-F_]+)(?<suffix>[lLuU]{1,2})?|(?<whole>[0-9_]*)(?<fraction>\.[0-9_]*)?(?<exponent>[eE][+-]?[0-9_]+)?(?<suffix>[lLuU]{1,2}|[fFdDmM])?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    // A text that holds a quantity: "70B", "1.4T", "15e12".
    private static readonly Regex Quoted = new(
        @"^""(?<number>[0-9][0-9_.,]*([eE][+-]?[0-9]+)?)\s*(?<unit>[kKmMbBtT])?""$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The literal rewritten to a new value of three significant digits, rounded up or down; null where its form cannot hold it.</summary>
    public static string? Rewrite(string text, double value, bool up)
    {
        if (!(value > 0) || value > 1e27) return null;
        decimal rounded = Round(value, up);
        var quoted = Quoted.Match(text);
        return quoted.Success ? Requoted(quoted, Round(value / (double)Size(quoted), up)) : RewriteNumber(text, Whole(value, rounded, up), rounded);
    }

    /// <summary>The literal rewritten to just this whole number, as a dimension must be; null where its form is not that of a number.</summary>
    public static string? Exact(string text, long value) => value < 1 ? null : RewriteNumber(text, value, value);

    /// <summary>The literal rewritten to just this value with all its digits; null where its form is not that of a number or cannot hold it.</summary>
    public static string? Exact(string text, decimal value)
    {
        if (value <= 0) return null;
        var quoted = Quoted.Match(text);
        if (quoted.Success) return Requoted(quoted, value / Size(quoted));
        bool isWhole = value == decimal.Truncate(value) && value <= long.MaxValue;
        return RewriteNumber(text, isWhole ? (long)value : null, value) ?? (text.All(char.IsDigit) ? Plain(value) : null);
    }

    /// <summary>Three significant digits, rounded to the asked side.</summary>
    public static decimal Round(double value, bool up)
    {
        decimal exact = (decimal)value;
        decimal unit = 1;
        while (exact / unit >= 1000) unit *= 10;
        while (exact / unit < 100) unit /= 10;
        decimal steps = exact / unit;
        // A value that is already round, but for noise in its last digits, stays.
        decimal near = Math.Round(steps, 0, MidpointRounding.AwayFromZero);
        if (Math.Abs(steps - near) < 1e-7m) return near * unit;
        return (up ? Math.Ceiling(steps) : Math.Floor(steps)) * unit;
    }

    private static string? RewriteNumber(string text, long? count, decimal real)
    {
        var form = Form.Match(text);
        if (!form.Success) return null;
        string prefix = form.Groups["prefix"].Value;
        string whole = form.Groups["whole"].Value;
        string suffix = form.Groups["suffix"].Value;
        if (prefix.Length > 0)
        {
            // In 0x1D the D is a digit, so a hexadecimal suffix can only be L or U.
            if (count is not { } bits) return null;
            return prefix.ToLowerInvariant() == "0x"
                ? prefix + (whole.Any(c => c is >= 'a' and <= 'f') ? bits.ToString("x", CultureInfo.InvariantCulture) : bits.ToString("X", CultureInfo.InvariantCulture)) + suffix
                : prefix + Convert.ToString(bits, 2) + suffix;
        }

        if (form.Groups["exponent"].Success) return WithExponent(form, real) is { } scientific ? scientific + suffix : null;
        bool isReal = form.Groups["fraction"].Success || suffix is "d" or "D" or "f" or "F" or "m" or "M";
        if (isReal) return (Plain(real) is var digits && suffix.Length == 0 && !digits.Contains(".") ? digits + ".0" : digits) + suffix;
        if (count is not { } digitsOnly) return null;
        return (whole.Contains("_") ? Separated(digitsOnly) : digitsOnly.ToString(CultureInfo.InvariantCulture)) + suffix;
    }

    private static string? Requoted(Match quoted, decimal inItsUnit)
    {
        var form = Form.Match(quoted.Groups["number"].Value);
        string? text = form.Success && form.Groups["exponent"].Success ? WithExponent(form, inItsUnit) : Plain(inItsUnit);
        return text is null ? null : "\"" + text + quoted.Groups["unit"].Value + "\"";
    }

    private static decimal Size(Match quoted) => quoted.Groups["unit"].Value.ToUpperInvariant() switch { "K" => 1e3m, "M" => 1e6m, "B" => 1e9m, "T" => 1e12m, _ => 1 };

    // 300e9 becomes 4820e9, but 3e11 and 1.4e12 become 4.82e12: a normal mantissa stays normal.
    private static string? WithExponent(Match form, decimal value)
    {
        string exponentText = form.Groups["exponent"].Value;
        string marker = exponentText.Substring(0, exponentText[1] == '+' ? 2 : 1);
        int exponent = int.Parse(exponentText.Substring(1).Replace("_", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        decimal mantissa = value;
        if (form.Groups["whole"].Value.Length == 1)
        {
            for (exponent = 0; mantissa >= 10; exponent++) mantissa /= 10;
            for (; mantissa is > 0 and < 1; exponent--) mantissa *= 10;
        }
        else
        {
            // Beyond these a decimal would lose digits or overflow, and nobody would write it so.
            double size = (double)value * Math.Pow(10, -exponent);
            if (!(size is > 1e-12 and < 1e18) || Math.Abs(exponent) > 27) return null;
            for (int i = Math.Abs(exponent); i > 0; i--) mantissa = exponent > 0 ? mantissa / 10 : mantissa * 10;
        }

        return mantissa == 0 ? null : Plain(mantissa) + (exponent < 0 ? marker.Substring(0, 1) : marker) + exponent.ToString(CultureInfo.InvariantCulture);
    }

    // A whole literal stays whole; where that costs more than 5 % it cannot hold the value.
    private static long? Whole(double value, decimal rounded, bool up)
    {
        decimal whole = up ? Math.Ceiling(rounded) : Math.Floor(rounded);
        if (whole < 1 || whole > long.MaxValue || Math.Abs((double)whole - value) > 0.05 * value) return null;
        return (long)whole;
    }

    private static string Separated(long value) => value.ToString("#,##0", CultureInfo.InvariantCulture).Replace(",", "_");

    private static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
