using System;

namespace ScalingAnalyzers.Fitting;

internal static class Levels
{
    /// <summary>Refuses a level of confidence outside (0, 1).</summary>
    public static void Require(double level)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level of confidence lies between 0 and 1, such as 0.95.");
    }
}
