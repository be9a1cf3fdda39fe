using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>
/// The text of a number in its original style: exponent, separators, suffix and base stay, the digits change.
/// </summary>
internal static class LiteralText
{
    // Literals are short; the limit only bounds the time of a pathological one.
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    // prefix | digits | fraction | exponent | suffix
    private static readonly Regex Form = new(
        @"^(?:(?<prefix>0[xXbB])(?<whole>[0-9a-fA-F_]+)(?<suffix>[lLuU]{1,2})?"
        + @"|(?<whole>[0-9_]*)(?<fraction>\.[0-9_]*)?(?<exponent>[eE][+-]?[0-9_]+)?(?<suffix>[lLuU]{1,2}|[fFdDmM])?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        MatchTimeout);

    // A text with a quantity: "70B", "1.4T", "15e12".
    private static readonly Regex Quoted = new(
        @"^""(?<number>[0-9][0-9_.,]*([eE][+-]?[0-9]+)?)\s*(?<unit>[kKmMbBtT])?""$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        MatchTimeout);

    /// <summary>The literal with the new value in the given form; null where it cannot represent it.</summary>
    public static string? Edited(string text, EditForm form, double value, double factor, string name) => form switch
    {
        EditForm.Down => Rewrite(text, value / factor, up: false),
        EditForm.Up => Rewrite(text, value / factor, up: true),
        EditForm.Exact => value % factor == 0 ? Exact(text, (long)(value / factor)) : null,
        EditForm.AllDigits => value / factor is > 0 and < 1e27 ? Exact(text, (decimal)(value / factor)) : null,
        EditForm.Separated => Rewrite(text, value / factor, up: true) is { } digits ? WithSeparators(digits) : null,
        EditForm.Hundredth => factor == 1 ? Hundredth(text) : null,
        EditForm.Text => Quote(text, name),
        _ => null,
    };

    /// <summary>
    /// The literal rewritten to a new value of three significant digits, rounded up or down; null where its form cannot
    /// represent it.
    /// </summary>
    public static string? Rewrite(string text, double value, bool up)
    {
        if (!(value > 0) || value > 1e27) return null;
        decimal rounded = SignificantDigits.Round(value, up);
        var quoted = Quoted.Match(text);
        return quoted.Success
            ? Requoted(quoted, SignificantDigits.Round(value / (double)Size(quoted), up))
            : RewriteNumber(text, Whole(value, rounded, up), rounded);
    }

    /// <summary>The literal rewritten to just this whole number, as a dimension must be; null where its form is not
    /// that of a number.</summary>
    public static string? Exact(string text, long value) => value < 1 ? null : RewriteNumber(text, value, value);

    /// <summary>
    /// The literal rewritten to exactly this value with all its digits; null where its form is not that of a number or
    /// cannot represent it.
    /// </summary>
    public static string? Exact(string text, decimal value)
    {
        if (value <= 0) return null;
        var quoted = Quoted.Match(text);
        if (quoted.Success) return Requoted(quoted, value / Size(quoted));
        bool isWhole = value == decimal.Truncate(value) && value <= long.MaxValue;
        return RewriteNumber(text, isWhole ? (long)value : null, value) ?? (text.All(char.IsDigit) ? Plain(value) : null);
    }

    // 300 has no separators to follow; 300000000000 would be hard to read.
    private static string WithSeparators(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? Separated(value) : text;

    // The point moves, digits and suffix stay: 40 -> 0.40, 38.5f -> 0.385f.
    private static string? Hundredth(string text)
    {
        string digits = text.TrimEnd('f', 'F', 'd', 'D', 'm', 'M');
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent)) return null;
        return (percent * 0.01m).ToString(CultureInfo.InvariantCulture) + text.Substring(digits.Length);
    }

    // Plain and verbatim texts; raw texts are not edited.
    private static string? Quote(string text, string name) =>
        text.StartsWith("\"\"\"", StringComparison.Ordinal) ? null
        : text[0] is '"' ? "\"" + name + "\""
        : text.StartsWith("@\"", StringComparison.Ordinal) ? "@\"" + name + "\""
        : null;

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
            return string.Equals(prefix, "0x", StringComparison.OrdinalIgnoreCase)
                ? prefix + (whole.Any(c => c is >= 'a' and <= 'f')
                    ? bits.ToString("x", CultureInfo.InvariantCulture)
                    : bits.ToString("X", CultureInfo.InvariantCulture)) + suffix
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

    private static decimal Size(Match quoted) =>
        quoted.Groups["unit"].Value.ToUpperInvariant() switch { "K" => 1e3m, "M" => 1e6m, "B" => 1e9m, "T" => 1e12m, _ => 1 };

    // 300e9 becomes 4820e9, but 3e11 and 1.4e12 become 4.82e12: a normalised mantissa stays normalised.
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
            // Beyond these limits a decimal would lose digits or overflow, and the notation is unusual.
            double size = (double)value * Math.Pow(10, -exponent);
            if (!(size is > 1e-12 and < 1e18) || Math.Abs(exponent) > 27) return null;
            for (int i = Math.Abs(exponent); i > 0; i--) mantissa = exponent > 0 ? mantissa / 10 : mantissa * 10;
        }

        return mantissa == 0
            ? null
            : Plain(mantissa) + (exponent < 0 ? marker.Substring(0, 1) : marker) + exponent.ToString(CultureInfo.InvariantCulture);
    }

    // A whole literal stays whole; where that costs more than 5 % the literal cannot represent the value.
    private static long? Whole(double value, decimal rounded, bool up)
    {
        decimal whole = up ? Math.Ceiling(rounded) : Math.Floor(rounded);
        if (whole < 1 || whole > long.MaxValue || Math.Abs((double)whole - value) > 0.05 * value) return null;
        return (long)whole;
    }

    private static string Separated(long value) => value.ToString("#,##0", CultureInfo.InvariantCulture).Replace(",", "_");

    private static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
