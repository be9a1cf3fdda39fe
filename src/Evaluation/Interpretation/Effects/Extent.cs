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

    // All of another, which stays as it is: not copied as long as nothing is added.
    private Extent? _same;
    private HashSet<Extent>? _added;
    private int _size;

    public Extent(int most) => _most = most;

    public bool IsPassed => _size > _most;

    private Dictionary<SyntaxNode, int>? Bodies => _same is null ? _bodies : _same.Bodies;

    /// <summary>Adds a body; false where it is too much.</summary>
    public bool Add(SyntaxNode body)
    {
        if (!IsPassed && Bodies?.ContainsKey(body) != true) Add(body, Each + Tokens(body, _most));
        return !IsPassed;
    }

    /// <summary>Adds what another answer needs, which is complete; false where it is too much.</summary>
    public bool Add(Extent other)
    {
        if (IsPassed || other.Bodies is not { } bodies || ReferenceEquals(_same, other)) return !IsPassed;
        if (Bodies is null)
        {
            _same = other;
            _size = other._size;
            return !IsPassed;
        }

        if (!(_added ??= new()).Add(other)) return true;
        foreach (var body in bodies)
        {
            if (IsPassed) break;
            if (Bodies?.ContainsKey(body.Key) != true) Add(body.Key, body.Value);
        }

        return !IsPassed;
    }

    private void Add(SyntaxNode body, int size)
    {
        if (_same?.Bodies is { } same) _bodies = new(same);
        _same = null;
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
