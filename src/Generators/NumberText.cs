using System;
using System.Globalization;
using System.Text;

namespace ScalingAnalyzers.Generators;

/// <summary>Numbers as C# literals: the shortest that reads back the same, in every culture and on every
/// runtime.</summary>
internal static class NumberText
{
    /// <summary>A long, a double or a string.</summary>
    public static string Of(object value) => value switch
    {
        long count => Of(count),
        double real => Of(real),
        _ => Of((string)value),
    };

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture) + "L";

    public static string Of(double value)
    {
        if (value == 0) return "0D";
        double size = Math.Abs(value);
        string digits = Shortest(value);
        string[] parts = digits.Split('E');
        int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        string mantissa = parts[0].IndexOf('.') >= 0 ? parts[0].TrimEnd('0').TrimEnd('.') : parts[0];
        if (size >= 1e-4 && size < 1e15) return Plain(mantissa, exponent) + "D";
        return mantissa + "E" + exponent.ToString(CultureInfo.InvariantCulture) + "D";
    }

    public static string Of(string value)
    {
        var text = new StringBuilder("\"");
        foreach (char c in value)
        {
            if (c is '\\' or '"') text.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029')
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else text.Append(c);
        }

        return text.Append('"').ToString();
    }

    // "R" is not the shortest on every runtime; the first precision that reads back is, and all after it read back too.
    private static string Shortest(double value)
    {
        int low = 0, high = 16;
        string? shortest = null;
        while (low < high)
        {
            int precision = (low + high) / 2;
            string text = value.ToString("E" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.Parse(text, CultureInfo.InvariantCulture) == value) (high, shortest) = (precision, text);
            else low = precision + 1;
        }

        return shortest ?? value.ToString("E16", CultureInfo.InvariantCulture);
    }

    // 1.25E2 as 125: moves the point in the text, no digit changes.
    private static string Plain(string mantissa, int exponent)
    {
        string sign = mantissa[0] == '-' ? "-" : "";
        string digits = mantissa.TrimStart('-').Replace(".", "");
        if (exponent < 0) return sign + "0." + new string('0', -exponent - 1) + digits;
        if (digits.Length <= exponent + 1) return sign + digits.PadRight(exponent + 1, '0');
        return sign + digits.Substring(0, exponent + 1) + "." + digits.Substring(exponent + 1);
    }
}
