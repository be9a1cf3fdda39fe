using System;
using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>C#'s conversions of boxed values. What does not fit is a fault, whether C# would wrap, saturate or
/// throw.</summary>
internal static class Conversions
{
    /// <summary>
    /// The converted value; null with a fault where it does not fit, null without one where the conversion is not
    /// supported.
    /// </summary>
    public static object? To(ITypeSymbol type, object content, out UnknownKind? fault)
    {
        fault = null;
        if (type.TypeKind == TypeKind.Enum && type is INamedTypeSymbol { EnumUnderlyingType: { } underlying }) type = underlying;
        switch (type.SpecialType)
        {
            case SpecialType.System_Double: return content is BigInteger big ? Exact(big) : Numbers.ToDouble(content) ?? Character(content);
            case SpecialType.System_Single: return Single(content);
            case SpecialType.System_Decimal: return Decimal(content, ref fault);
            case SpecialType.System_Int32: return Integer(content, int.MinValue, int.MaxValue, v => (int)v, ref fault);
            case SpecialType.System_Int64: return Integer(content, long.MinValue, long.MaxValue, v => (long)v, ref fault);
            case SpecialType.System_UInt32: return Integer(content, uint.MinValue, uint.MaxValue, v => (uint)v, ref fault);
            case SpecialType.System_UInt64: return Integer(content, ulong.MinValue, ulong.MaxValue, v => (ulong)v, ref fault);
            case SpecialType.System_Int16: return Integer(content, short.MinValue, short.MaxValue, v => (short)v, ref fault);
            case SpecialType.System_UInt16: return Integer(content, ushort.MinValue, ushort.MaxValue, v => (ushort)v, ref fault);
            case SpecialType.System_Byte: return Integer(content, byte.MinValue, byte.MaxValue, v => (byte)v, ref fault);
            case SpecialType.System_SByte: return Integer(content, sbyte.MinValue, sbyte.MaxValue, v => (sbyte)v, ref fault);
            case SpecialType.System_Boolean: return content as bool?;
            case SpecialType.System_String: return content as string;
            case SpecialType.System_Object or SpecialType.System_ValueType: return content;
        }

        if (IsBigInteger(type)) return Integer(content, null, null, v => v, ref fault);
        return null;
    }

    public static bool IsBigInteger(ITypeSymbol type) =>
        type is
        {
            Name: "BigInteger", ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" },
            DeclaringSyntaxReferences.IsEmpty: true
        };

    private static object? Integer(object content, BigInteger? low, BigInteger? high, Func<BigInteger, object> box, ref UnknownKind? fault)
    {
        BigInteger value;
        switch (content)
        {
            case double d when double.IsNaN(d) || double.IsInfinity(d): fault = UnknownKind.Overflows; return null;
            case double d: value = new BigInteger(Math.Truncate(d)); break;
            case float f when float.IsNaN(f) || float.IsInfinity(f): fault = UnknownKind.Overflows; return null;
            case float f: value = new BigInteger(Math.Truncate((double)f)); break;
            case decimal m: value = new BigInteger(decimal.Truncate(m)); break;
            case char c: value = c; break;
            default:
                if (Numbers.ToInteger(content) is not { } whole) return null;
                value = whole;
                break;
        }

        if (value < low || value > high)
        {
            fault = UnknownKind.Overflows;
            return null;
        }

        return box(value);
    }

    // How BigInteger rounds differs by framework.
    private static object? Exact(BigInteger big) =>
        Numbers.ToDouble(big) is { } d && !double.IsInfinity(d) && new BigInteger(d) == big ? d : null;

    private static object? Character(object content) => content is char c ? (double)c : null;

    private static object? Single(object content) => content switch
    {
        float f => f,
        double d => (float)d,
        decimal m => (float)m,
        int i => (float)i,
        long l => (float)l,
        uint u => (float)u,
        ulong u => (float)u,
        _ when Numbers.IsNumber(content) && content is not BigInteger => Convert.ToSingle(content, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static object? Decimal(object content, ref UnknownKind? fault)
    {
        switch (content)
        {
            case double d when !(Math.Abs(d) < 7.9228162514264e28): fault = UnknownKind.Overflows; return null;
            case double d: return (decimal)d;
            case float f when !(Math.Abs(f) < 7.9228e28f): fault = UnknownKind.Overflows; return null;
            case float f: return (decimal)f;
            case BigInteger: return null;
            default: return Numbers.IsNumber(content) ? Convert.ToDecimal(content, CultureInfo.InvariantCulture) : null;
        }
    }
}
