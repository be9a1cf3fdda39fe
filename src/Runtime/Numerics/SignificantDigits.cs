using System;

namespace ScalingAnalyzers.Numerics;

/// <summary>Three significant digits, for numbers that are proposed to a person.</summary>
internal static class SignificantDigits
{
    /// <summary>Rounds in the given direction.</summary>
    public static decimal Round(double value, bool up)
    {
        decimal exact = (decimal)value;
        decimal unit = 1;
        while (exact / unit >= 1000) unit *= 10;
        while (exact / unit < 100) unit /= 10;
        decimal steps = exact / unit;

        // A value that is already round, apart from noise in its last digits, is unchanged.
        decimal near = Math.Round(steps, 0, MidpointRounding.AwayFromZero);
        if (Math.Abs(steps - near) < 1e-7m) return near * unit;
        return (up ? Math.Ceiling(steps) : Math.Floor(steps)) * unit;
    }
}
