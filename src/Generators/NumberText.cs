using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Generators;

/// <summary>Numbers as C# literals: the shortest that reads back the same, in every culture and on every
/// runtime.</summary>
internal static class NumberText
{
    /// <summary>Adds a long, a double or a string.</summary>
    public static void AddTo(TextBuilder text, object value)
    {
        switch (value)
        {
            case long count:
                text.AddOwn(count.ToString(CultureInfo.InvariantCulture));
                text.Add("L");
                break;
            case double real:
                text.AddOwn(Digits(real));
                text.Add("D");
                break;
            default:
                text.AddOwn(Of((string)value));
                break;
        }
    }

    public static string Of(double value) => Digits(value) + "D";

    internal static string Literal(double value, string digits) => Written(value, digits) + "D";

    [MethodImpl(Compiled.AtOnce)]
    private static string Digits(double value)
    {
        if (value == 0) return "0";
        if (!IsShortestText(value)) return Written(value, ShortestOfAll(value));
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        double size = Math.Abs(value);
        return size >= 1e-4 && size < 1e15 && text.IndexOf('E') < 0 ? text : Written(value, Scientific(text));
    }

    private static string Written(double value, string digits)
    {
        double size = Math.Abs(value);
        string[] parts = digits.Split('E');
        int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        string mantissa = parts[0].IndexOf('.') >= 0 ? parts[0].TrimEnd('0').TrimEnd('.') : parts[0];
        if (size >= 1e-4 && size < 1e15) return Plain(mantissa, exponent);
        return mantissa + "E" + exponent.ToString(CultureInfo.InvariantCulture);
    }

    [MethodImpl(Compiled.AtOnce)]
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

    // "R" is the shortest since .NET Core 3.0 only. At powers of two the gap below is half the gap above, and the
    // shortest need not be the nearest of its length there.
    private static readonly bool IsShortest = double.Epsilon.ToString("R", CultureInfo.InvariantCulture) == "5E-324";

    private static bool IsShortestText(double value) =>
        IsShortest && (BitConverter.DoubleToInt64Bits(value) & 0xFFFFFFFFFFFFF) != 0;

    // The first precision that reads back is the shortest, and all after it read back too.
    internal static string ShortestOfAll(double value)
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

    // 125 as 1.25E2, 0.00125 as 1.25E-3: moves the point in the text, no digit changes.
    private static string Scientific(string text)
    {
        int e = text.IndexOf('E');
        if (e >= 0) return text;
        string sign = text[0] == '-' ? "-" : "", plain = text.Substring(sign.Length);
        int point = plain.IndexOf('.');
        string all = point < 0 ? plain : plain.Remove(point, 1);
        string digits = all.TrimStart('0');
        int exponent = (point < 0 ? plain.Length : point) - 1 - (all.Length - digits.Length);
        return sign + digits.Substring(0, 1) + (digits.Length > 1 ? "." + digits.Substring(1) : "") + "E"
            + exponent.ToString(CultureInfo.InvariantCulture);
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
