using System;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>
/// Which of a few known names the name of a field may be or resemble, by its length and its first and last character:
/// a few loads settle it for nearly every field of a config.
/// </summary>
internal sealed class NameFilter
{
    private const int Lengths = 64;
    private const int Characters = 128;

    private readonly int _all;
    private readonly bool _bothEnds;
    private readonly int[] _byLength = new int[Lengths];
    private readonly int[] _byFirst = new int[Characters];
    private readonly int[] _byLast = new int[Characters];

    /// <summary>A filter of at most 31 names.</summary>
    /// <param name="names">The names, in ASCII.</param>
    /// <param name="lengthsApart">How far the length of a field's name may differ; 0: the first and the last character
    /// must both agree, else one of them.</param>
    public NameFilter(string[] names, int lengthsApart)
    {
        if (names.Length > 31) throw new ArgumentException("A filter has at most 31 names.", nameof(names));
        _bothEnds = lengthsApart == 0;
        for (int i = 0; i < names.Length; i++)
        {
            string name = names[i];
            int bit = 1 << i;
            _all |= bit;
            for (int length = name.Length - lengthsApart; length <= name.Length + lengthsApart; length++) _byLength[length] |= bit;
            _byFirst[name[0]] |= bit;
            _byLast[name[name.Length - 1]] |= bit;
        }
    }

    /// <summary>A bit for each name that the field's may be.</summary>
    public int Of(JsonNode field)
    {
        // An escaped name may be any.
        if (!field.TryGetPlainName(out int length, out char first, out char last)) return _all;
        int byLength = length < Lengths ? _byLength[length] : 0;
        if (byLength == 0) return 0;
        int byFirst = first < Characters ? _byFirst[first] : 0;
        int byLast = last < Characters ? _byLast[last] : 0;
        return byLength & (_bothEnds ? byFirst & byLast : byFirst | byLast);
    }
}
