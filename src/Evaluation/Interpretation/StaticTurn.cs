using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// A static member whose initialiser is being read, and those that wait for it. C# initialises the statics of a type in
/// textual order, so that one read before its turn is still zero, and two types that read each other depend on which is
/// used first.
/// </summary>
internal sealed class StaticTurn
{
    private readonly ISymbol _member;

    // The turn around it and around all others of its type that wait for each other without a break.
    private readonly StaticTurn? _outer;

    // Where the first of these stands; null where they stand in different files.
    private readonly (SyntaxTree Tree, int Start)? _first;

    public StaticTurn(ISymbol member, StaticTurn? outer)
    {
        _member = member;
        _outer = outer;
        _first = PlaceOf(member);
        if (outer is null || !SameType(outer.Type, Type)) return;
        _outer = outer._outer;
        _first = _first is { } own && outer._first is { } other && own.Tree == other.Tree
            ? own.Start < other.Start ? own : other
            : null;
    }

    /// <summary>The type whose initialiser runs.</summary>
    public INamedTypeSymbol Type => _member.ContainingType;

    /// <summary>Types whose statics are part of the value.</summary>
    public HashSet<INamedTypeSymbol> Touched { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Static properties computed during this initialisation: later, when more is initialised, they may have another
    /// value.
    /// </summary>
    public Dictionary<ISymbol, Value> Computed { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the program may read the member before its initialiser has run.</summary>
    public bool ComesBefore(ISymbol member)
    {
        for (var turn = this; turn is not null; turn = turn._outer)
        {
            if (SameType(turn.Type, member.ContainingType) && (turn != this || !IsEarlier(member))) return true;
        }

        return false;
    }

    /// <summary>Whether a type with pending initialisation is part of a value of another type.</summary>
    public bool IsEntangled(IEnumerable<INamedTypeSymbol> touched, INamedTypeSymbol owner)
    {
        foreach (var type in touched)
        {
            if (SameType(type, owner)) continue;
            for (var turn = this; turn is not null; turn = turn._outer)
            {
                if (SameType(turn.Type, type)) return true;
            }
        }

        return false;
    }

    // Parts in different files have no order that C# promises.
    private bool IsEarlier(ISymbol member) => _first is { } first && PlaceOf(member) is { } place
        && place.Tree == first.Tree && place.Start < first.Start;

    private static (SyntaxTree Tree, int Start)? PlaceOf(ISymbol member) =>
        member.Locations[0] is { SourceTree: { } tree, SourceSpan.Start: var start } ? (tree, start) : null;

    private static bool SameType(INamedTypeSymbol a, INamedTypeSymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
