using System;
using System.Globalization;
using System.Linq;
using System.Numerics;

namespace ScalingAnalyzers.RunFiles;

/// <summary>Plain words of a file as values: whole numbers, decimal numbers, truth values, nothing, or text.</summary>
internal static class Scalars
{
    /// <summary>The value of an unquoted word.</summary>
    public static object? Read(string word)
    {
        if (word.Length == 0 || word is "~" or "null" or "Null" or "NULL" or "None") return null;
        if (word is "true" or "True" or "TRUE" or "yes" or "Yes" or "on" or "On") return true;
        if (word is "false" or "False" or "FALSE" or "no" or "No" or "off" or "Off") return false;
        return Number(word) ?? word;
    }

    /// <summary>A number, as long where it is written whole, as double where not; null where the word is none.</summary>
    public static object? Number(string word)
    {
        if (word.Length is 0 or > 64) return null;
        int start = word[0] is '-' or '+' ? 1 : 0;
        if (start == word.Length || !(char.IsAsciiDigit(word[start]) || word[start] == '.')) return null;
        for (int i = start; i < word.Length; i++)
        {
            bool between = i > start && i + 1 < word.Length && char.IsAsciiDigit(word[i - 1]) && char.IsAsciiDigit(word[i + 1]);
            if (word[i] == '_' ? !between : !(char.IsAsciiDigit(word[i]) || word[i] is '.' or 'e' or 'E' or '+' or '-')) return null;
        }

        string digits = word.Replace("_", "", StringComparison.Ordinal);
        bool whole = digits.Skip(start).All(char.IsAsciiDigit);

        // A leading zero is octal in some readers of YAML and decimal in others.
        if (whole && digits.Length > start + 1 && digits[start] == '0') return null;
        if (whole && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)) return number;
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) && double.IsFinite(real)
            ? real
            : null;
    }

    /// <summary>The whole number that a content is; null where it is none.</summary>
    public static long? Whole(object? content) => content switch
    {
        long whole => whole,
        double real when Math.Abs(real) < 9e15 && Math.Truncate(real) == real => (long)real,
        _ => null,
    };

    /// <summary>The product of whole numbers; null where one is missing or the product does not fit.</summary>
    public static long? Product(params long?[] factors)
    {
        var product = BigInteger.One;
        foreach (long? factor in factors)
        {
            if (factor is not > 0) return null;
            product *= factor.Value;
        }

        return product <= long.MaxValue ? (long)product : null;
    }

    /// <summary>A content for messages and for JSON.</summary>
    public static string Show(object? content) => content switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "\"" + content + "\"",
    };
}
