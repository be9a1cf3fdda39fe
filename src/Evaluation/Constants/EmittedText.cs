using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// A text in parts. Those that are the same for many configs are kept once for all of them; what a config alone has is
/// one string between them. Texts compare by their parts.
/// </summary>
internal sealed class EmittedText : IEquatable<EmittedText>
{
    // Null is the next piece of the config's own.
    private readonly string?[] _parts;
    private readonly string _own;
    private readonly int[] _ends;

    /// <summary>Of its parts.</summary>
    /// <param name="parts">Those that other configs have too, and null for each piece of its own.</param>
    /// <param name="own">These pieces, one behind the other.</param>
    /// <param name="ends">Where each of them ends.</param>
    /// <param name="length">How many characters all parts have together.</param>
    public EmittedText(string?[] parts, string own, int[] ends, int length)
    {
        _parts = parts;
        _own = own;
        _ends = ends;
        Length = length;
    }

    /// <summary>How many characters it has.</summary>
    public int Length { get; }

    /// <summary>Its parts in order: a string, and which of its characters.</summary>
    public IEnumerable<(string Text, int From, int Length)> Parts()
    {
        int pieces = 0, from = 0;
        foreach (string? part in _parts)
        {
            if (part is not null)
            {
                yield return (part, 0, part.Length);
                continue;
            }

            int end = _ends[pieces++];
            yield return (_own, from, end - from);
            from = end;
        }
    }

    /// <inheritdoc/>
    public bool Equals(EmittedText? other)
    {
        if (other is null || other.Length != Length || other._own != _own || other._ends.Length != _ends.Length) return false;
        for (int i = 0; i < _ends.Length; i++)
        {
            if (_ends[i] != other._ends[i]) return false;
        }

        return RecentParts.AreSame(_parts, other._parts, other._parts.Length);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EmittedText);

    /// <inheritdoc/>
    public override int GetHashCode() => Length;
}
