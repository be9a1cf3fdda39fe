using System;
using System.Globalization;

namespace ScalingAnalyzers;

internal static class Positive
{
    /// <summary>Refuses anything but a positive finite number, naming the value, its unit and the accepted range.</summary>
    public static void Require(double value, string name, string unit)
    {
        if (value > 0 && !double.IsInfinity(value)) return;
        throw new ArgumentOutOfRangeException(name, value, string.Format(
            CultureInfo.InvariantCulture, "{0} is in {1} and must be a positive finite number; it is {2}.", name, unit, value));
    }
}
