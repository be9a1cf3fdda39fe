using System.Collections.Generic;

namespace ScalingAnalyzers.Configuration;

/// <summary>
/// Names without case and underscores. Members are looked up at every edit, so the comparer allocates no string.
/// </summary>
internal sealed class PlainName : IEqualityComparer<string>
{
    public static IEqualityComparer<string> Comparer { get; } = new PlainName();

    /// <summary>A name without case and underscores.</summary>
    public static string Of(string name) => name.Replace("_", "").ToLowerInvariant();

    public bool Equals(string? x, string? y)
    {
        int i = 0, k = 0;
        while (true)
        {
            char a = Next(x!, ref i), b = Next(y!, ref k);
            if (a != b) return false;
            if (a == 0) return true;
        }
    }

    public int GetHashCode(string name)
    {
        int hash = 17, i = 0;
        while (Next(name, ref i) is var c and not '\0') hash = unchecked((hash * 31) + c);
        return hash;
    }

    private static char Next(string name, ref int i)
    {
        while (i < name.Length && name[i] == '_') i++;
        return i < name.Length ? char.ToLowerInvariant(name[i++]) : '\0';
    }
}
