using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>The pure functions of System.Math, BigInteger and TimeSpan that configs are written with.</summary>
internal static class KnownFunctions
{
    /// <summary>
    /// The result; null with a fault where C# would throw, null without one where the function is not supported.
    /// </summary>
    public static object? Call(IMethodSymbol method, IReadOnlyList<object?> arguments, out UnknownKind? fault)
    {
        fault = null;
        if (arguments.Any(a => a is null)) return null;
        try
        {
            return method.ContainingType switch
            {
                { Name: "Math", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } =>
                    Maths(method.Name, arguments!),
                { Name: "BigInteger", ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" } } =>
                    Readable(Big(method.Name, arguments!)),
                { Name: "TimeSpan" } type when IsTimeSpan(type) => Time(method.Name, arguments!),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            // What the call would throw in the user's program too.
            fault = UnknownKind.Overflows;
            return null;
        }
    }

    public static bool IsTimeSpan(ITypeSymbol? type) =>
        type is
        {
            Name: "TimeSpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
            DeclaringSyntaxReferences.IsEmpty: true
        };

    private static object? Readable(object? result) => result is BigInteger big && !Arithmetic.IsReadable(big) ? null : result;

    private static object? Maths(string name, IReadOnlyList<object> a) => (name, a.Count) switch
    {
        ("Pow", 2) => OfTwo(a, Math.Pow),
        ("Sqrt", 1) => Of(a, Math.Sqrt),
        ("Exp", 1) => Of(a, Math.Exp),
        ("Log", 1) => Of(a, Math.Log),
        ("Log", 2) => OfTwo(a, Math.Log),
        ("Log10", 1) => Of(a, Math.Log10),
        ("Floor", 1) => a[0] is decimal m ? Math.Floor(m) : Of(a, Math.Floor),
        ("Ceiling", 1) => a[0] is decimal m ? Math.Ceiling(m) : Of(a, Math.Ceiling),
        ("Truncate", 1) => a[0] is decimal m ? Math.Truncate(m) : Of(a, Math.Truncate),
        ("Round", 1) => a[0] is decimal m ? Math.Round(m) : Of(a, Math.Round),
        ("Abs", 1) => a[0] switch
        {
            int i => Math.Abs(i),
            long l => Math.Abs(l),
            double d => Math.Abs(d),
            float f => Math.Abs(f),
            decimal m => Math.Abs(m),
            _ => null,
        },
        ("Min", 2) => Pick(a[0], a[1], smaller: true),
        ("Max", 2) => Pick(a[0], a[1], smaller: false),
        ("Clamp", 3) => Clamped(a[0], a[1], a[2]),
        _ => null,
    };

    private static object? Of(IReadOnlyList<object> a, Func<double, double> function) => a[0] is double x ? function(x) : null;

    private static object? OfTwo(IReadOnlyList<object> a, Func<double, double, double> function) =>
        a[0] is double x && a[1] is double y ? function(x, y) : null;

    // As the framework does it: a zero keeps its sign.
    private static object? Clamped(object value, object low, object high)
    {
        if (value.GetType() != low.GetType() || value.GetType() != high.GetType() || value is not IComparable) return null;
        if (value is double.NaN or float.NaN || low is double.NaN or float.NaN || high is double.NaN or float.NaN) return null;
        if (Compared(low, high) > 0) return null;
        return Compared(value, low) < 0 ? low : Compared(value, high) > 0 ? high : value;
    }

    private static int Compared(object a, object b) => ((IComparable)a).CompareTo(b);

    private static object? Pick(object a, object b, bool smaller) => (a, b) switch
    {
        (double x, double y) => smaller ? Math.Min(x, y) : Math.Max(x, y),
        (float x, float y) => smaller ? Math.Min(x, y) : Math.Max(x, y),
        _ when a.GetType() == b.GetType() && a is IComparable order => order.CompareTo(b) <= 0 == smaller ? a : b,
        _ => null,
    };

    private static object? Big(string name, IReadOnlyList<object> a) => (name, a.Count) switch
    {
        ("Pow", 2) when a[0] is BigInteger x && a[1] is int n && n >= 0 && n <= Arithmetic.MostBits
            && x.ToByteArray().Length * 8L * n <= 2 * Arithmetic.MostBits => BigInteger.Pow(x, n),
        ("Multiply", 2) when a[0] is BigInteger x && a[1] is BigInteger y => x * y,
        ("Add", 2) when a[0] is BigInteger x && a[1] is BigInteger y => x + y,
        ("Subtract", 2) when a[0] is BigInteger x && a[1] is BigInteger y => x - y,
        ("Divide", 2) when a[0] is BigInteger x && a[1] is BigInteger y && !y.IsZero => BigInteger.Divide(x, y),
        ("Min", 2) when a[0] is BigInteger x && a[1] is BigInteger y => BigInteger.Min(x, y),
        ("Max", 2) when a[0] is BigInteger x && a[1] is BigInteger y => BigInteger.Max(x, y),
        ("Abs", 1) when a[0] is BigInteger x => BigInteger.Abs(x),
        ("Parse", 1) when a[0] is string { Length: <= 400 } s
            && BigInteger.TryParse(s, NumberStyles.Integer, CultureInfo.InvariantCulture, out var x) => x,
        _ => null,
    };

    /// <summary>A time in units, by one division: not every framework's own property divides.</summary>
    public static double? Duration(TimeSpan time, string property) => property switch
    {
        "TotalDays" => (double)time.Ticks / TimeSpan.TicksPerDay,
        "TotalHours" => (double)time.Ticks / TimeSpan.TicksPerHour,
        "TotalMinutes" => (double)time.Ticks / TimeSpan.TicksPerMinute,
        "TotalSeconds" => (double)time.Ticks / TimeSpan.TicksPerSecond,
        _ => null,
    };

    private static object? Time(string name, IReadOnlyList<object> a)
    {
        if (a.Count != 1) return null;
        double? ticksPerUnit = name switch
        {
            "FromDays" => TimeSpan.TicksPerDay,
            "FromHours" => TimeSpan.TicksPerHour,
            "FromMinutes" => TimeSpan.TicksPerMinute,
            "FromSeconds" => TimeSpan.TicksPerSecond,
            _ => null,
        };
        if (ticksPerUnit is not { } unit) return null;
        return a[0] switch
        {
            double d when Math.Abs(d * unit) < 9e18 => TimeSpan.FromTicks((long)(d * unit)),
            int or long when Math.Abs(Convert.ToDouble(a[0], CultureInfo.InvariantCulture) * unit) < 9e18 =>
                TimeSpan.FromTicks(checked(Convert.ToInt64(a[0], CultureInfo.InvariantCulture) * (long)unit)),
            _ => null,
        };
    }
}
