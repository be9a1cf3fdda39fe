using System;
using System.Globalization;

namespace ScalingAnalyzers.Numerics;

internal static class Positive
{
    /// <summary>Refuses anything but a positive finite number, naming the value, its unit and the accepted
    /// range.</summary>
    public static void Require(double value, string name, string unit)
    {
        if (value > 0 && !double.IsInfinity(value)) return;
        throw new ArgumentOutOfRangeException(name, value, string.Format(
            CultureInfo.InvariantCulture, "{0} is in {1} and must be a positive finite number; it is {2}.", name, unit, value));
    }

    /// <summary>Refuses anything but zero or a positive finite number.</summary>
    public static void RequireNotNegative(double value, string name, string unit)
    {
        if (value >= 0 && !double.IsInfinity(value)) return;
        throw new ArgumentOutOfRangeException(name, value, string.Format(
            CultureInfo.InvariantCulture, "{0} is in {1} and must be zero or a positive finite number; it is {2}.", name, unit, value));
    }

    /// <summary>Refuses anything outside (0, 1].</summary>
    public static void RequireShare(double value, string name, string whole)
    {
        if (value is > 0 and <= 1) return;
        throw new ArgumentOutOfRangeException(name, value, string.Format(
            CultureInfo.InvariantCulture, "{0} is a share of {1} and must lie in (0, 1]; it is {2}.", name, whole, value));
    }
}
