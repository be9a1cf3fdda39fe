using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// The called code that an answer needs bound, each body once, by the length of its text: binding it takes as long as
/// the compiler's own. It depends on nothing but the source, whether or not another config has had it bound before.
/// </summary>
internal sealed class Extent
{
    /// <summary>What a place may call: code that reaches more may change everything.</summary>
    public const int OfClosure = 40_000;

    /// <summary>What the reading of one config may need.</summary>
    public const int OfReading = 120_000;

    // A body costs as much as so many characters, however short.
    private const int Each = 50;

    private readonly int _most;
    private HashSet<SyntaxNode>? _bodies;
    private int _size;

    public Extent(int most) => _most = most;

    public bool IsPassed => _size > _most;

    /// <summary>Adds a body; false where it is too much.</summary>
    public bool Add(SyntaxNode body)
    {
        if (!IsPassed && (_bodies ??= new()).Add(body)) _size += body.Span.Length + Each;
        return !IsPassed;
    }

    /// <summary>Adds what another answer needs; false where it is too much.</summary>
    public bool Add(Extent other)
    {
        if (other._bodies is null) return !IsPassed;
        foreach (var body in other._bodies)
        {
            if (!Add(body)) break;
        }

        return !IsPassed;
    }
}
