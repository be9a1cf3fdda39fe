namespace ScalingAnalyzers.Architectures;

/// <summary>Widths that are computed from others.</summary>
internal static class Widths
{
    /// <summary>A multiple of a width; 0, which no shape accepts, where the result overflows.</summary>
    public static int Times(int width, long factor) => width * factor is > 0 and <= int.MaxValue and long product ? (int)product : 0;

    /// <summary>A number of parameters; -1, which no shape accepts, where 64 bits do not hold it.</summary>
    public static long Exact(decimal count) => count is >= 0 and <= long.MaxValue ? (long)count : -1;
}
