using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// The called code that an answer needs bound, each body once, by the number of its tokens: binding it takes as long as
/// the compiler's own. It depends on nothing but the source, whether or not another config has had it bound before.
/// </summary>
internal sealed class Extent
{
    /// <summary>What a place may call: code that reaches more may change everything.</summary>
    public const int OfClosure = 15_000;

    /// <summary>What the reading of one config may need.</summary>
    public const int OfReading = 30_000;

    // A body costs as much as so many tokens, however short.
    private const int Each = 15;

    private readonly int _most;
    private Dictionary<SyntaxNode, int>? _bodies;
    private int _size;

    public Extent(int most) => _most = most;

    public bool IsPassed => _size > _most;

    /// <summary>Adds a body; false where it is too much.</summary>
    public bool Add(SyntaxNode body)
    {
        if (!IsPassed && _bodies?.ContainsKey(body) != true) Add(body, Each + Tokens(body, _most));
        return !IsPassed;
    }

    /// <summary>Adds what another answer needs; false where it is too much.</summary>
    public bool Add(Extent other)
    {
        if (other._bodies is null) return !IsPassed;
        foreach (var body in other._bodies)
        {
            if (IsPassed) break;
            if (_bodies?.ContainsKey(body.Key) != true) Add(body.Key, body.Value);
        }

        return !IsPassed;
    }

    private void Add(SyntaxNode body, int size)
    {
        (_bodies ??= new()).Add(body, size);
        _size += size;
    }

    private static int Tokens(SyntaxNode body, int most)
    {
        int count = 0;
        foreach (var _ in body.DescendantTokens())
        {
            if (++count > most) break;
        }

        return count;
    }
}
