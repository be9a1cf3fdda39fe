using System;
using System.Runtime.CompilerServices;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Evaluation;

/// <summary>The shared parts of texts that were written lately, of which there are few kinds: each is kept
/// once.</summary>
internal sealed class RecentParts
{
    private readonly string?[]?[] _kinds = new string?[]?[32];

    /// <summary>The first of some parts as an array, the same one where the same were asked for before.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public string?[] Of(string?[] parts, int count)
    {
        uint hash = (uint)count;
        for (int i = 0; i < count; i++) hash = unchecked((hash * 31) + (uint)(parts[i]?.Length ?? -1));
        ref var known = ref _kinds[hash % (uint)_kinds.Length];
        if (known is not null && AreSame(known, parts, count)) return known;
        known = new string?[count];
        Array.Copy(parts, known, count);
        return known;
    }

    /// <summary>Whether parts are the first of some others.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static bool AreSame(string?[] parts, string?[] others, int count)
    {
        if (parts.Length != count) return false;
        for (int i = 0; i < count; i++)
        {
            if (!ReferenceEquals(parts[i], others[i]) && parts[i] != others[i]) return false;
        }

        return true;
    }
}
