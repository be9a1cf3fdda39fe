using System;
using System.Globalization;

namespace ScalingAnalyzers.Tool.Input;

/// <summary>Quantities as people write them; an error names the argument, the value and what is accepted.</summary>
internal static class Amounts
{
    private const decimal DaysPerWeek = 7;
    private const double HoursPerDay = 24;

    /// <summary>A count: 70B, 1.4T, 15e12.</summary>
    public static long Count(string name, string text, string of)
    {
        if (Quantity.TryParse(text, out long count) && count > 0) return count;
        string such = of is "parameters" or "tokens" ? "70B, 1.4T or 15e12" : "8";
        throw Refused(name, text, "a whole number of " + of + " above 0, such as " + such);
    }

    /// <summary>A positive number: 5.76e23, 1M, 2.5.</summary>
    public static double Number(string name, string text, string of, string such)
    {
        if (Quantity.TryParseNumber(text, out decimal value) && value > 0) return (double)value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double large) && large > 0
            && double.IsFinite(large))
            return large;
        throw Refused(name, text, of + " above 0, such as " + such);
    }

    /// <summary>Money: 1M, 2.49, also with the sign of a currency, which is not read.</summary>
    public static double Money(string name, string text, string of, string such) =>
        Number(name, text.Length > 1 && text[0] is '$' or '\u20ac' or '\u00a3' ? text[1..] : text, of, such);

    /// <summary>A share: 0.4 or 40%.</summary>
    public static double Share(string name, string text, string of, string such)
    {
        bool isPercent = text.EndsWith('%');
        if (Quantity.TryParseNumber(isPercent ? text[..^1] : text, out decimal value))
        {
            decimal share = isPercent ? value / 100 : value;
            if (share is > 0 and <= 1) return (double)share;
            if (!isPercent && share is > 1 and <= 100)
                throw Refused(name, text, of + " in (0, 1], such as " + such + "; " + text + " percent is written " + text + "%");
        }

        throw Refused(name, text, of + " in (0, 1], such as " + such);
    }

    /// <summary>A time in days: 30, 30d, 6w, 12h.</summary>
    public static double Days(string name, string text)
    {
        string trimmed = text.Trim();
        char unit = trimmed.Length > 0 ? char.ToLowerInvariant(trimmed[^1]) : ' ';
        string number = unit is 'd' or 'w' or 'h' ? trimmed[..^1] : trimmed;
        if (!Quantity.TryParseNumber(number, out decimal value) || value <= 0)
            throw Refused(name, text, "a time above 0, such as 30d, 6w or 12h");
        return unit switch { 'w' => (double)(value * DaysPerWeek), 'h' => (double)value / HoursPerDay, _ => (double)value };
    }

    /// <summary>One of the names of an enum, ignoring case, hyphens and underscores.</summary>
    public static T Choice<T>(string name, string text)
        where T : struct, Enum
    {
        string plain = text.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        foreach (string known in Enum.GetNames<T>())
        {
            if (string.Equals(known, plain, StringComparison.OrdinalIgnoreCase)) return Enum.Parse<T>(known);
        }

        throw new CommandException(Words.Unknown(name, text, "expected", Enum.GetNames<T>()));
    }

    private static CommandException Refused(string name, string text, string accepted) =>
        new($"{name}: '{text}' is not accepted; expected {accepted}.");
}
