using System;
using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// C#'s binary operators on boxed values (the compiler has already promoted the operands to one type). Integer overflow
/// is reported, not computed past, whether C# would wrap or throw.
/// </summary>
internal static class Arithmetic
{
    /// <summary>Texts of more characters are unknown.</summary>
    public const int LongestText = 4_096;

    /// <summary>Whole numbers of more bits are unknown.</summary>
    public const int MostBits = 1_024;

    /// <summary>What reading a value costs, in steps.</summary>
    public static int Size(object? content) => content switch
    {
        string text => text.Length >> 6,
        BigInteger => 4,
        _ => 0,
    };

    /// <summary>Whether a whole number is small enough to be read.</summary>
    public static bool IsReadable(BigInteger value) => value.IsZero || value.ToByteArray().Length <= MostBits / 8;

    /// <summary>
    /// The result; null with a fault where C# would wrap or throw, null without one where the operator is not
    /// supported.
    /// </summary>
    public static object? Binary(BinaryOperatorKind kind, object left, object right, out UnknownKind? fault)
    {
        fault = null;
        switch (left, right)
        {
            case (int a, int b) when Exact(kind, a, b) is { } small && small == (int)small: return (int)small;
            case (int a, int b): return Integer(kind, a, b, int.MinValue, int.MaxValue, v => (int)v, 31, ref fault);
            case (long a, long b) when Exact(kind, a, b) is { } whole: return whole;
            case (long a, long b): return Integer(kind, a, b, long.MinValue, long.MaxValue, v => (long)v, 63, ref fault);
            case (long a, int b): return Integer(kind, a, b, long.MinValue, long.MaxValue, v => (long)v, 63, ref fault);
            case (uint a, uint b): return Integer(kind, a, b, uint.MinValue, uint.MaxValue, v => (uint)v, 31, ref fault);
            case (uint a, int b): return Integer(kind, a, b, uint.MinValue, uint.MaxValue, v => (uint)v, 31, ref fault);
            case (ulong a, ulong b): return Integer(kind, a, b, ulong.MinValue, ulong.MaxValue, v => (ulong)v, 63, ref fault);
            case (ulong a, int b): return Integer(kind, a, b, ulong.MinValue, ulong.MaxValue, v => (ulong)v, 63, ref fault);
            case (BigInteger a, BigInteger b): return Integer(kind, a, b, null, null, v => v, 0, ref fault);
            case (double a, double b): return Real(kind, a, b);
            case (float a, float b): return Single(kind, a, b);
            case (decimal a, decimal b): return Decimal(kind, a, b, ref fault);
            case (bool a, bool b): return Truth(kind, a, b);
            case (string a, string b): return Text(kind, a, b);
            case (TimeSpan a, TimeSpan b): return Time(kind, a, b, ref fault);
            default: return null;
        }
    }

    // A sum, difference or product that fits; null where it does not, and for all other operators.
    private static long? Exact(BinaryOperatorKind kind, long a, long b)
    {
        long result = unchecked(kind switch
        {
            BinaryOperatorKind.Add => a + b,
            BinaryOperatorKind.Subtract => a - b,
            BinaryOperatorKind.Multiply => a * b,
            _ => 0,
        });
        bool fits = kind switch
        {
            BinaryOperatorKind.Add => ((a ^ result) & (b ^ result)) >= 0,
            BinaryOperatorKind.Subtract => ((a ^ b) & (a ^ result)) >= 0,
            BinaryOperatorKind.Multiply => a == 0 || ((a != -1 || b != long.MinValue) && result / a == b),
            _ => false,
        };
        return fits ? result : null;
    }

    private static object? Integer(
        BinaryOperatorKind kind, BigInteger a, BigInteger b, BigInteger? low, BigInteger? high, Func<BigInteger, object> box, int shiftMask,
        ref UnknownKind? fault)
    {
        if (Compare(kind, a.CompareTo(b)) is { } truth) return truth;
        if (kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder && b.IsZero)
        {
            fault = UnknownKind.DividesByZero;
            return null;
        }

        // The processor's division throws here, and C# lets it.
        if (kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder && b == BigInteger.MinusOne && a == low && !low.Value.IsZero)
        {
            fault = UnknownKind.Overflows;
            return null;
        }

        bool isShift = kind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift;
        int places = isShift && b >= int.MinValue && b <= int.MaxValue ? (int)b : 0;
        if (isShift && shiftMask > 0) places &= shiftMask;
        if (isShift && (places < 0 || places > MostBits)) return null;
        BigInteger? result = kind switch
        {
            BinaryOperatorKind.Add => a + b,
            BinaryOperatorKind.Subtract => a - b,
            BinaryOperatorKind.Multiply => a * b,
            BinaryOperatorKind.Divide => BigInteger.Divide(a, b),
            BinaryOperatorKind.Remainder => BigInteger.Remainder(a, b),
            BinaryOperatorKind.And => a & b,
            BinaryOperatorKind.Or => a | b,
            BinaryOperatorKind.ExclusiveOr => a ^ b,
            BinaryOperatorKind.LeftShift => a << places,
            BinaryOperatorKind.RightShift => a >> places,
            _ => null,
        };
        if (result is not { } value || (low is null && !IsReadable(value))) return null;
        if (value < low || value > high)
        {
            fault = UnknownKind.Overflows;
            return null;
        }

        return box(value);
    }

    private static object? Real(BinaryOperatorKind kind, double a, double b) => kind switch
    {
        BinaryOperatorKind.Add => a + b,
        BinaryOperatorKind.Subtract => a - b,
        BinaryOperatorKind.Multiply => a * b,
        BinaryOperatorKind.Divide => a / b,
        BinaryOperatorKind.Remainder => a % b,
        BinaryOperatorKind.Equals => a == b,
        BinaryOperatorKind.NotEquals => a != b,
        BinaryOperatorKind.LessThan => a < b,
        BinaryOperatorKind.LessThanOrEqual => a <= b,
        BinaryOperatorKind.GreaterThan => a > b,
        BinaryOperatorKind.GreaterThanOrEqual => a >= b,
        _ => null,
    };

    private static object? Single(BinaryOperatorKind kind, float a, float b) => kind switch
    {
        BinaryOperatorKind.Add => (float)(a + b),
        BinaryOperatorKind.Subtract => (float)(a - b),
        BinaryOperatorKind.Multiply => (float)(a * b),
        BinaryOperatorKind.Divide => (float)(a / b),
        BinaryOperatorKind.Remainder => (float)(a % b),
        _ => Real(kind, a, b),
    };

    private static object? Decimal(BinaryOperatorKind kind, decimal a, decimal b, ref UnknownKind? fault)
    {
        if (Compare(kind, a.CompareTo(b)) is { } truth) return truth;
        if (kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder && b == 0)
        {
            fault = UnknownKind.DividesByZero;
            return null;
        }

        try
        {
            return kind switch
            {
                BinaryOperatorKind.Add => a + b,
                BinaryOperatorKind.Subtract => a - b,
                BinaryOperatorKind.Multiply => a * b,
                BinaryOperatorKind.Divide => a / b,
                BinaryOperatorKind.Remainder => a % b,
                _ => null,
            };
        }
        catch (OverflowException)
        {
            // decimal has no other way to report it.
            fault = UnknownKind.Overflows;
            return null;
        }
    }

    private static object? Truth(BinaryOperatorKind kind, bool a, bool b) => kind switch
    {
        BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => a && b,
        BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => a || b,
        BinaryOperatorKind.ExclusiveOr or BinaryOperatorKind.NotEquals => a != b,
        BinaryOperatorKind.Equals => a == b,
        _ => null,
    };

    private static object? Text(BinaryOperatorKind kind, string a, string b) => kind switch
    {
        BinaryOperatorKind.Add => a.Length + b.Length <= LongestText ? a + b : null,
        BinaryOperatorKind.Equals => string.Equals(a, b, StringComparison.Ordinal),
        BinaryOperatorKind.NotEquals => !string.Equals(a, b, StringComparison.Ordinal),
        _ => null,
    };

    private static object? Time(BinaryOperatorKind kind, TimeSpan a, TimeSpan b, ref UnknownKind? fault)
    {
        if (Compare(kind, a.CompareTo(b)) is { } truth) return truth;
        if (kind is not (BinaryOperatorKind.Add or BinaryOperatorKind.Subtract)) return null;
        var ticks = kind is BinaryOperatorKind.Add ? new BigInteger(a.Ticks) + b.Ticks : new BigInteger(a.Ticks) - b.Ticks;
        if (ticks >= long.MinValue && ticks <= long.MaxValue) return new TimeSpan((long)ticks);
        fault = UnknownKind.Overflows;
        return null;
    }

    private static object? Compare(BinaryOperatorKind kind, int order) => kind switch
    {
        BinaryOperatorKind.Equals => order == 0,
        BinaryOperatorKind.NotEquals => order != 0,
        BinaryOperatorKind.LessThan => order < 0,
        BinaryOperatorKind.LessThanOrEqual => order <= 0,
        BinaryOperatorKind.GreaterThan => order > 0,
        BinaryOperatorKind.GreaterThanOrEqual => order >= 0,
        _ => null,
    };

    /// <summary>
    /// -x, +x, ~x and !x; null with a fault on overflow, null without one where the operator is not supported.
    /// </summary>
    public static object? Unary(UnaryOperatorKind kind, object operand, out UnknownKind? fault)
    {
        fault = null;
        switch (kind, operand)
        {
            case (UnaryOperatorKind.Plus, _) when Numbers.IsNumber(operand): return operand;
            case (UnaryOperatorKind.Not, bool truth): return !truth;
            case (UnaryOperatorKind.Minus, double d): return -d;
            case (UnaryOperatorKind.Minus, float f): return -f;
            case (UnaryOperatorKind.Minus, decimal m): return -m;
            case (UnaryOperatorKind.Minus, BigInteger big): return -big;
            case (UnaryOperatorKind.Minus, TimeSpan t) when t != TimeSpan.MinValue: return -t;
            case (UnaryOperatorKind.Minus, int.MinValue): fault = UnknownKind.Overflows; return null;
            case (UnaryOperatorKind.Minus, long.MinValue): fault = UnknownKind.Overflows; return null;
            case (UnaryOperatorKind.Minus, int i): return -i;
            case (UnaryOperatorKind.Minus, long l): return -l;
            case (UnaryOperatorKind.BitwiseNegation, int i): return ~i;
            case (UnaryOperatorKind.BitwiseNegation, long l): return ~l;
            case (UnaryOperatorKind.BitwiseNegation, uint u): return ~u;
            case (UnaryOperatorKind.BitwiseNegation, ulong u): return ~u;
            default: return null;
        }
    }

    /// <summary>Text of a number as an invariant string, for messages.</summary>
    public static string Show(object? content) =>
        content is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : content?.ToString() ?? "null";
}
